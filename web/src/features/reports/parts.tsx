import { useSite } from '../../access/site.js';
import { dateTime, decimalText } from '../../i18n/format.js';
import type { Period } from '../../records/periods.js';
import { addMg } from '../../ui/sums.js';
import { PaperTable } from '../../paper/paper-table.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { Waiting } from '../../ui/notes.js';
import { closer, filtersFor, nameOf, type ReconciliationState } from './drill.js';
import { figuresOf, type Dimension, type Row, type Sign } from './figures.js';
import { useReconciliation } from './reading.js';
import classes from './statement.module.css';
import { StepLink } from './step-link.js';
import { useReportWords } from './words.js';

/** What one is looking at, cut into its parts: a row each, with its sum, leading one step closer. */
export function Parts({ by, state, period }: { by: Dimension; state: ReconciliationState; period: Period }) {
  const say = useReportWords();
  const { timeZone } = useSite();
  const read = useReconciliation({ by, period, filters: filtersFor(by, state) });
  const rows = read.data?.pages.flatMap(({ items }) => items) ?? [];
  const isOfHand = by === 'session' || by === 'person';
  const figure = (key: string, title: string, of: (row: Row) => string, wideOnly = false): Column<Row> => ({
    key,
    title,
    numeric: true,
    wideOnly,
    width: 'minmax(4.5rem, 8rem)',
    cell: (row) => decimalText(of(row)),
  });
  const columns: Column<Row>[] = [
    {
      key: 'what',
      title: say('what'),
      width: 'minmax(0, 2fr)',
      cell: (row) => (
        <>
          <StepLink state={closer(by, row, state)}>{nameOf(by, row, (iso) => dateTime(iso, timeZone))}</StepLink>
          {by !== 'location' && ` · ${row.productCode ?? ''}`}
          {by === 'session' && row.personName !== undefined && ` · ${row.personName}`}
        </>
      ),
    },
    figure('opening', say('opening'), (row) => row.openingMg ?? row.openingBookMg ?? row.openingInHandMg ?? '0', true),
    figure('in', say('in'), (row) => sumOf(by, row, 'in'), true),
    figure('out', say('out'), (row) => sumOf(by, row, 'out'), true),
    figure('closing', isOfHand ? say('inHand') : say('closing'), (row) => row.closingBookMg ?? row.inHandMg ?? '0'),
    {
      key: 'difference',
      title: say('difference'),
      numeric: true,
      width: 'minmax(4.5rem, 7rem)',
      cell: (row) => (
        <span className={row.holds ? undefined : classes.wrong}>{decimalText(row.differenceMg ?? '0')}</span>
      ),
    },
  ];
  if (read.isPending) return <Waiting />;
  return (
    <>
      <div className="no-print">
        <DataList
          label={say(`part_${by}`)}
          columns={columns}
          rows={rows}
          rowKey={(row) => keyOf(row)}
          more={read.hasNextPage}
          onEnd={() => void (read.isFetchingNextPage || read.fetchNextPage())}
        />
      </div>
      <PaperTable label={say(`part_${by}`)} columns={columns} rows={rows} />
    </>
  );
}

/** All ways in, or all ways out, of a row; what is inside at the end besides the book counts as not in it. */
function sumOf(by: Dimension, row: Row, way: 'in' | 'out'): string {
  const signs: readonly Sign[] = way === 'in' ? ['in'] : ['out', 'inside'];
  return addMg(
    figuresOf(by, [row])
      .filter(({ sign }) => signs.includes(sign))
      .map(({ key }) => row[key] ?? '0'),
  );
}

function keyOf(row: Row): string {
  return [row.locationId, row.productId, row.lotId, row.containerId, row.sessionId, row.personId].join(' ');
}
