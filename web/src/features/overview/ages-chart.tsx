import { lazy, useMemo } from 'react';
import { age } from '../../i18n/format.js';
import { SiteLink } from '../../records/record-link.js';
import { ChartFrame } from '../../ui/charts/chart-frame.js';
import { ageClass, matterWords, placeOf } from './matter-words.js';
import { KINDS, type OpenMatter } from './reading.js';
import { useOverviewWords } from './words.js';

const Bars = lazy(() => import('../../ui/charts/bars.js'));
const CLASSES = [0, 1, 2, 3] as const;

/** How long what is open has been so. */
export function AgesChart({ matters }: { matters: readonly OpenMatter[] }) {
  const say = useOverviewWords();
  const kinds = KINDS.map((kind) => say(`kind_${kind}`));
  const rows = useMemo(
    () =>
      CLASSES.map((of) => {
        const counts = KINDS.map(
          (kind) => matters.filter((one) => one.kind === kind && ageClass(one.ageMinutes) === of).length,
        );
        return {
          name: say(`ages_${of}`),
          values: counts,
          told: counts.map((count) => (count === 0 ? '' : String(count))),
        };
      }),
    [matters, say],
  );
  const inClass = (of: number) => matters.filter(({ ageMinutes }) => ageClass(ageMinutes) === of).length;
  return (
    <ChartFrame
      title={say('chart_ages')}
      sentence={say('agesSentence', {
        count: matters.length,
        young: inClass(0),
        days: inClass(1),
        old: inClass(2) + inClass(3),
      })}
      legend={kinds}
      height={220}
      rows={matters}
      columns={[
        {
          key: 'what',
          title: say('matter'),
          cell: (matter) => <SiteLink to={placeOf(matter)}>{matterWords(matter, say)}</SiteLink>,
        },
        { key: 'age', title: say('age'), numeric: true, cell: ({ ageMinutes }) => age(ageMinutes) },
      ]}
    >
      <Bars rows={rows} series={kinds} onPress={() => document.getElementById('open')?.scrollIntoView()} />
    </ChartFrame>
  );
}
