import { useNavigate } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { useSite } from '../../access/site.js';
import type { components } from '../../api/schema.gen.js';
import { amount, day, shortDay, wholeNumber } from '../../i18n/format.js';
import type { Period } from '../../records/periods.js';
import { SiteLink } from '../../records/record-link.js';
import { ChartFrame } from '../../ui/charts/chart-frame.js';
import { signedUg } from '../../ui/sums.js';
import { useStockByDay } from './chart-reading.js';
import { ChartState } from './chart-state.js';
import { searchOf } from './step-link.js';
import { useReportWords } from './words.js';

const Curves = lazy(() => import('../../ui/charts/curves.js'));
type StockOfDay = components['schemas']['StockOfDayRow'];

/** The book of each product at the end of each day. A day leads to what came and went on it. */
export function StockChart({ period }: { period: Period }) {
  const say = useReportWords();
  const { siteId } = useSite();
  const navigate = useNavigate();
  const read = useStockByDay(period);
  const rows = useMemo(() => read.data ?? [], [read.data]);
  const { products, points, days } = useMemo(() => curvesOf(rows), [rows]);
  const dayLink = (of: string) => `reports/reconciliation${searchOf({ from: of, to: of })}`;
  return (
    <ChartState title={say('chart_stock')} read={read} empty={rows.length === 0}>
      <ChartFrame
        title={say('chart_stock')}
        sentence={say('stockSentence', { books: products.map((product) => bookOf(product, rows, say)).join('; ') })}
        legend={products}
        rows={rows}
        columns={[
          { key: 'day', title: say('day'), cell: (row) => <SiteLink to={dayLink(row.day)}>{day(row.day)}</SiteLink> },
          { key: 'product', title: say('asProduct'), cell: (row) => row.productCode },
          { key: 'book', title: say('col_book'), numeric: true, cell: (row) => amount(row.bookMg, 'mg') },
          { key: 'sealed', title: say('sealed'), numeric: true, cell: (row) => wholeNumber(row.sealedContainers) },
        ]}
      >
        <Curves
          points={points}
          series={products}
          onPress={(point) => {
            const of = days[point];
            if (of !== undefined) void navigate({ to: `/sites/${siteId}/${dayLink(of)}` as string });
          }}
        />
      </ChartFrame>
    </ChartState>
  );
}

function curvesOf(rows: readonly StockOfDay[]) {
  const products = [...new Set(rows.map(({ productCode }) => productCode ?? ''))].sort();
  const days = [...new Set(rows.map((row) => row.day))].sort();
  const at = new Map(rows.map((row) => [`${row.day} ${row.productCode}`, row]));
  const points = days.map((of) => {
    const found = products.map((product) => at.get(`${of} ${product}`));
    return {
      name: shortDay(of),
      values: found.map((row) => row && signedUg(row.bookMg) / 1000),
      told: found.map((row) => (row ? amount(row.bookMg, 'mg') : '')),
    };
  });
  return { products, days, points };
}

function bookOf(product: string, rows: readonly StockOfDay[], say: ReturnType<typeof useReportWords>): string {
  const books = rows.filter(({ productCode }) => productCode === product).map(({ bookMg }) => bookMg);
  const words = (mg: string | undefined) => amount(mg ?? '0', 'mg');
  return say('stockOfProduct', { product, first: words(books[0]), last: words(books.at(-1)) });
}
