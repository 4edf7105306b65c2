import { useNavigate } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { useSite } from '../../access/site.js';
import type { components } from '../../api/schema.gen.js';
import { amount, wholeNumber } from '../../i18n/format.js';
import type { Period } from '../../records/periods.js';
import { SiteLink } from '../../records/record-link.js';
import { ChartFrame } from '../../ui/charts/chart-frame.js';
import { addMg, signedUg } from '../../ui/sums.js';
import { useWasteByPerson } from './chart-reading.js';
import { ChartState } from './chart-state.js';
import { searchOf } from './step-link.js';
import { useReportWords } from './words.js';

const Bars = lazy(() => import('../../ui/charts/bars.js'));
type WasteOfPerson = components['schemas']['WasteOfPersonRow'];

/** Who wasted how much of what. A bar leads to the wastes of that person and product. */
export function WasteChart({ period }: { period: Period }) {
  const say = useReportWords();
  const { siteId } = useSite();
  const navigate = useNavigate();
  const read = useWasteByPerson(period);
  const rows = useMemo(() => (read.data ?? []).filter(({ wastes }) => wastes > 0), [read.data]);
  const { people, products, bars } = useMemo(() => barsOf(rows), [rows]);
  const link = (personId: string, productId: string | undefined) =>
    `reports/wastage-log${searchOf({ ...period, personId, productId })}`;
  const most = people[0];
  const open = (row: number, series: number) => {
    const person = people[row];
    const productId = rows.find(({ productCode }) => productCode === products[series])?.productId;
    if (person) void navigate({ to: `/sites/${siteId}/${link(person.personId, productId)}` as string });
  };
  return (
    <ChartState title={say('chart_waste')} read={read} empty={rows.length === 0}>
      <ChartFrame
        title={say('chart_waste')}
        sentence={say('wasteSentence', {
          count: people.length,
          who: most?.name ?? '',
          amount: amount(most?.totalMg ?? '0', 'mg'),
        })}
        legend={products}
        rows={rows}
        height={Math.max(160, 52 * people.length)}
        columns={[
          { key: 'who', title: say('col_who'), cell: (row) => row.personName ?? row.personId },
          { key: 'product', title: say('asProduct'), cell: (row) => row.productCode },
          {
            key: 'wastes',
            title: say('wastes'),
            numeric: true,
            cell: (row) => <SiteLink to={link(row.personId, row.productId)}>{wholeNumber(row.wastes)}</SiteLink>,
          },
          { key: 'wasted', title: say('wasted'), numeric: true, cell: (row) => amount(row.wastedMg, 'mg') },
          { key: 'doses', title: say('doses'), numeric: true, cell: (row) => wholeNumber(row.doses) },
          { key: 'given', title: say('administered'), numeric: true, cell: (row) => amount(row.administeredMg, 'mg') },
        ]}
      >
        <Bars lying rows={bars} series={products} onPress={open} />
      </ChartFrame>
    </ChartState>
  );
}

/** One bar a person, the longest first; one colour a product. */
function barsOf(rows: readonly WasteOfPerson[]) {
  const products = [...new Set(rows.map(({ productCode }) => productCode ?? ''))].sort();
  const people = [...new Set(rows.map(({ personId }) => personId))]
    .map((personId) => {
      const of = rows.filter((row) => row.personId === personId);
      const totalMg = addMg(of.map(({ wastedMg }) => wastedMg));
      return { personId, name: of[0]?.personName ?? personId, of, totalMg };
    })
    .sort((one, other) => signedUg(other.totalMg) - signedUg(one.totalMg));
  const bars = people.map(({ name, of }) => {
    const found = products.map((product) => of.find(({ productCode }) => productCode === product)?.wastedMg);
    return {
      name,
      values: found.map((mg) => signedUg(mg ?? '0') / 1000),
      told: found.map((mg) => (mg === undefined ? '' : amount(mg, 'mg'))),
    };
  });
  return { people, products, bars };
}
