import { useNavigate } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { addDays } from '../../../../src/domain/civil-date.js';
import { useSite } from '../../access/site.js';
import type { components } from '../../api/schema.gen.js';
import { day, shortDay, wholeNumber } from '../../i18n/format.js';
import { refusalTitle } from '../../records/record-words.js';
import type { Period } from '../../records/periods.js';
import { SiteLink } from '../../records/record-link.js';
import { ChartFrame } from '../../ui/charts/chart-frame.js';
import { useOverviewWords } from './words.js';

const Bars = lazy(() => import('../../ui/charts/bars.js'));
type RefusedOfDay = components['schemas']['RefusedOfDayRow'];

/** How many attempts were refused on each day. A day leads to them. */
export function RefusedChart({ rows, period }: { rows: readonly RefusedOfDay[]; period: Period }) {
  const say = useOverviewWords();
  const { siteId } = useSite();
  const navigate = useNavigate();
  const days = useMemo(() => daysOf(rows, period), [rows, period]);
  const most = days.reduce((high, one) => (one.attempts > high.attempts ? one : high));
  const count = rows.reduce((sum, { attempts }) => sum + attempts, 0);
  const link = (of: string, more = '') => `reports/refused-attempts?from=${of}&to=${of}${more}`;
  return (
    <ChartFrame
      title={say('chart_refused')}
      sentence={
        count === 0 ? say('refusedNone') : say('refusedSentence', { count, day: day(most.day), most: most.attempts })
      }
      height={220}
      rows={rows}
      columns={[
        { key: 'day', title: say('day'), cell: (row) => <SiteLink to={link(row.day)}>{day(row.day)}</SiteLink> },
        { key: 'who', title: say('who'), cell: (row) => row.personName ?? row.personId },
        { key: 'why', title: say('why'), cell: (row) => refusalTitle(row.code) },
        {
          key: 'attempts',
          title: say('attempts'),
          numeric: true,
          cell: (row) => (
            <SiteLink to={link(row.day, `&personId=${row.personId}&code=${row.code}`)}>
              {wholeNumber(row.attempts)}
            </SiteLink>
          ),
        },
      ]}
    >
      <Bars
        rows={days.map((one) => ({ name: shortDay(one.day), values: [one.attempts], told: [String(one.attempts)] }))}
        series={[say('attempts')]}
        colours={['var(--series-3)']}
        onPress={(row) => {
          const of = days[row];
          if (of) void navigate({ to: `/sites/${siteId}/${link(of.day)}` as string });
        }}
      />
    </ChartFrame>
  );
}

/** Each day of the period, those without a refusal too. */
function daysOf(rows: readonly RefusedOfDay[], { from, to }: Period) {
  const days: { day: string; attempts: number }[] = [];
  for (let of = from; of <= to; of = addDays(of, 1)) {
    const attempts = rows.filter((row) => row.day === of).reduce((sum, row) => sum + row.attempts, 0);
    days.push({ day: of, attempts });
  }
  return days;
}
