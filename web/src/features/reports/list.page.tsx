import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Eye } from 'lucide-react';
import { REFUSALS } from '../../../../src/domain/refusal-codes.js';
import { useMay, useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { PaperActions, PaperSaid } from '../../paper/paper-actions.js';
import { PaperHead } from '../../paper/paper-head.js';
import { PaperTable } from '../../paper/paper-table.js';
import { usePaper } from '../../paper/use-paper.js';
import { useNames } from '../../records/names.js';
import { PeriodChoice } from '../../records/period-choice.js';
import { periodWords, type Period } from '../../records/periods.js';
import { usePeriod } from '../../records/use-period.js';
import { refusalTitle, useTypeWords } from '../../records/record-words.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useUrlState, type UrlState } from '../../ui/url-state.js';
import { COLUMNS } from './list-columns.js';
import type { ListName, ListRows } from './list-rows.js';
import { FILTERS, listFile, LISTS, useList, wordOf, type Filter, type ListKind } from './lists.js';
import { useReportWords } from './words.js';

/** One list of the reports: its filters, its rows, each leading to its record, and the list as a file and on paper. */
export function ListPage() {
  const { report } = useParams({ strict: false }) as { report: string };
  const say = useReportWords();
  const kind = LISTS.find(({ name }) => name === report);
  if (!kind) return <Empty title={say('emptyList')} />;
  return <OneList key={kind.name} kind={kind} />;
}

const KEYS = ['from', 'to', ...FILTERS] as const;
type State = UrlState<(typeof KEYS)[number]>;

function OneList({ kind }: { kind: ListKind }) {
  const say = useReportWords();
  const [state, set] = useUrlState(KEYS);
  const period = usePeriod(state);
  if (!period)
    return (
      <Page wide title={say(wordOf(kind.name))}>
        <Waiting />
      </Page>
    );
  return <ListOf kind={kind} state={state} set={set} period={period} />;
}

function ListOf(of: { kind: ListKind; state: State; set: (some: State) => void; period: Period }) {
  const { kind, state, set, period } = of;
  const say = useReportWords();
  const { siteId, timeZone } = useSite();
  const query = { ...(kind.ofPeriod ? period : {}), ...onlyOf(kind, state) };
  const list = useList(kind, query);
  const paper = usePaper((format) => listFile(siteId, kind.name, query, format));
  const printed = paper.printing ? (JSON.parse(paper.printing.text) as { items: ListRows[ListName][] }).items : [];
  const columns = useColumns(kind.name);
  const title = say(wordOf(kind.name));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const askFirst = kind.ofPatients === true && list.data === undefined;
  return (
    <Page wide title={title} lead={say(`${wordOf(kind.name)}_lead`)} actions={<PaperActions paper={paper} />}>
      <PaperHead
        {...(kind.ofPeriod ? { period: periodWords(period, timeZone) } : {})}
        {...(paper.printing ? { exported: paper.printing } : {})}
      />
      <ActNotes act={{ problem: paper.problem, waiting: paper.lost, again: () => undefined, sending: paper.busy }} />
      <PaperSaid paper={paper} />
      <Stack gap="sm" className="no-print">
        {kind.ofPeriod && <PeriodChoice value={period} onChange={(next) => set({ ...next })} />}
        <Filters kind={kind} state={state} onChange={set} />
      </Stack>
      {askFirst && <AskFirst busy={list.isFetching} onAsk={() => void list.fetchNextPage()} />}
      {list.isError && <ReadFailed onRetry={() => void list.refetch()} />}
      {list.isPending && !askFirst && <Waiting />}
      {list.data && rows.length === 0 && <Empty title={say('emptyList')}>{say('emptyListHint')}</Empty>}
      {rows.length > 0 && (
        <div className="no-print">
          <DataList
            label={title}
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            more={list.hasNextPage}
            onEnd={() => void (list.isFetchingNextPage || list.fetchNextPage())}
          />
        </div>
      )}
      <PaperTable label={title} columns={columns} rows={printed} />
    </Page>
  );
}

/** Reading patients' data is an act: it is asked for, and said that it is recorded. */
function AskFirst({ busy, onAsk }: { busy: boolean; onAsk: () => void }) {
  const say = useReportWords();
  return (
    <Alert color="petrol" variant="light" icon={<Eye aria-hidden />}>
      <Stack gap="sm" align="flex-start">
        <Text>{say('showPatientsHint')}</Text>
        <Button onClick={onAsk} loading={busy}>
          {say('showPatients')}
        </Button>
      </Stack>
    </Alert>
  );
}

function Filters({ kind, state, onChange }: { kind: ListKind; state: State; onChange: (some: State) => void }) {
  const say = useReportWords();
  const names = useNames();
  const options: Readonly<Record<Filter, readonly { value: string; label: string }[]>> = {
    productId: names.products.map(({ productId, code }) => ({ value: productId, label: code })),
    locationId: names.locations.map(({ locationId, code }) => ({ value: locationId, label: code })),
    personId: names.people.map(({ personId, displayName }) => ({ value: personId, label: displayName })),
    code: Object.keys(REFUSALS).map((code) => ({ value: code, label: refusalTitle(code) })),
  };
  const labels = {
    productId: say('filterProduct'),
    locationId: say('filterLocation'),
    personId: say('filterPerson'),
    code: say('filterCode'),
  };
  return (
    <Group gap="sm">
      {kind.filters.map((filter) => (
        <NativeSelect
          key={filter}
          label={labels[filter]}
          maw="18rem"
          value={state[filter] ?? ''}
          data={[{ value: '', label: say('all') }, ...options[filter]]}
          onChange={(event) => onChange({ [filter]: event.currentTarget.value || undefined })}
        />
      ))}
    </Group>
  );
}

/** The filters of the address that this list answers. */
function onlyOf({ filters }: ListKind, state: State): State {
  return Object.fromEntries(
    filters.flatMap((filter) => (state[filter] === undefined ? [] : [[filter, state[filter]]])),
  );
}

function useColumns(name: ListName): readonly Column<ListRows[ListName]>[] {
  const say = useReportWords();
  const typeWords = useTypeWords();
  const names = useNames();
  const { timeZone } = useSite();
  const may = useMay();
  // What a role may not see is no column of its list.
  const hidden = may('patient:read') ? [] : ['reason'];
  const columns = COLUMNS[name]({ say, typeWords, placeOf: names.of, timeZone }) as readonly Column<
    ListRows[ListName]
  >[];
  return columns.filter(({ key }) => !hidden.includes(key));
}

function rowKey(row: ListRows[ListName]): string {
  if ('seq' in row) return `${row.seq} ${'lineNo' in row ? row.lineNo : ''}`;
  return 'containerId' in row ? row.containerId : `${row.locationId} ${row.productId} ${row.lotId}`;
}
