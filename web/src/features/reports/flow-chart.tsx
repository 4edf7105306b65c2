import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, useMemo, useState, type ReactNode } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { amount } from '../../i18n/format.js';
import type { Period } from '../../records/periods.js';
import { SiteLink } from '../../records/record-link.js';
import { ChartFrame } from '../../ui/charts/chart-frame.js';
import { addMg, signedUg } from '../../ui/sums.js';
import { ChartState } from './chart-state.js';
import { figuresOf, type Figure, type Row } from './figures.js';
import { useReconciliation } from './reading.js';
import { entriesBehind } from './entries-behind.js';
import { useReportWords } from './words.js';

const Flow = lazy(() => import('../../ui/charts/flow.js'));

/** One product's way through the period: what was there and came, to where it went and is. The sums are the reconciliation's. */
export function FlowChart({ period }: { period: Period }) {
  const say = useReportWords();
  const read = useReconciliation({ by: 'product', period, filters: {} });
  const rows = read.data?.pages.flatMap(({ items }) => items) ?? [];
  const [chosen, setChosen] = useState<string>();
  const given = (row: Row) => signedUg(row.administeredMg ?? '0');
  const most = [...rows].sort((one, other) => given(other) - given(one))[0];
  const row = rows.find(({ productId }) => productId === chosen) ?? most;
  return (
    <ChartState title={say('chart_flow')} read={read} empty={row === undefined}>
      {row && (
        <OneFlow row={row} period={period}>
          {rows.length > 1 && (
            <NativeSelect
              label={say('asProduct')}
              maw="18rem"
              value={row.productId ?? ''}
              data={rows.map(({ productId = '', productCode = '' }) => ({ value: productId, label: productCode }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          )}
        </OneFlow>
      )}
    </ChartState>
  );
}

function OneFlow({ row, period, children }: { row: Row; period: Period; children: ReactNode }) {
  const say = useReportWords();
  const { siteId } = useSite();
  const navigate = useNavigate();
  const mayReadLog = useMay()('log:read');
  const figures = useMemo(
    () => figuresOf('product', [row]).filter(({ key, sign }) => sign !== 'part' && signedUg(row[key] ?? '0') > 0),
    [row],
  );
  const { nodes, links, behind } = useMemo(() => flowOf(figures, row, say), [figures, row, say]);
  const words = (mg: string | undefined) => amount(mg ?? '0', 'mg');
  const linkOf = (figure: Figure) => entriesBehind(figure, row, { state: period, mayReadLog });
  return (
    <ChartFrame
      title={say('chart_flow')}
      height={420}
      controls={children}
      sentence={say('flowSentence', {
        product: row.productCode ?? '',
        opening: words(row.openingMg),
        received: words(row.receivedMg),
        administered: words(row.administeredMg),
        wasted: words(row.wastedMg),
        closing: words(row.closingBookMg),
      })}
      rows={figures}
      columns={[
        { key: 'what', title: say('what'), cell: (figure) => say(nodeWord(figure)) },
        {
          key: 'amount',
          title: say('col_amount'),
          numeric: true,
          cell: (figure) => {
            const to = linkOf(figure);
            return to === undefined ? words(row[figure.key]) : <SiteLink to={to}>{words(row[figure.key])}</SiteLink>;
          },
        },
      ]}
    >
      <Flow
        nodes={nodes}
        links={links}
        onPress={(node) => {
          const figure = behind[node];
          const to = figure && linkOf(figure);
          if (to) void navigate({ to: `/sites/${siteId}/${to}` as string });
        }}
      />
    </ChartFrame>
  );
}

const COLOURS: Readonly<Partial<Record<Figure['label'], string>>> = {
  wasted: 'var(--series-1)',
  inSuspense: 'var(--series-3)',
  shortage: 'var(--series-3)',
  lost: 'var(--series-3)',
  inHand: 'var(--series-1)',
  administered: 'var(--series-4)',
};

/** Sources at the left, the stock between, ends at the right. */
function flowOf(figures: readonly Figure[], row: Row, say: ReturnType<typeof useReportWords>) {
  const isSource = ({ sign }: Figure) => sign === 'opening' || sign === 'in';
  const ordered = [...figures.filter(isSource), ...figures.filter((figure) => !isSource(figure))];
  const sources = ordered.filter(isSource).map(({ key }) => row[key] ?? '0');
  const stock = { name: say('node_stock'), told: amount(addMg(sources), 'mg'), colour: 'var(--series-0)' };
  const nodes = [
    stock,
    ...ordered.map((figure) => ({
      name: say(nodeWord(figure)),
      told: amount(row[figure.key] ?? '0', 'mg'),
      colour: COLOURS[figure.label] ?? 'var(--series-0)',
    })),
  ];
  const links = ordered.map((figure, nth) => {
    const value = signedUg(row[figure.key] ?? '0');
    return isSource(figure) ? { source: nth + 1, target: 0, value } : { source: 0, target: nth + 1, value };
  });
  return { nodes, links, behind: [undefined, ...ordered] };
}

function nodeWord({ label }: Figure) {
  return `node_${label}` as 'node_received';
}
