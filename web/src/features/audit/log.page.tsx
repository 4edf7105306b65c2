import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ScanBarcode, ShieldCheck } from 'lucide-react';
import { useCallback, useState } from 'react';
import { RECORD_TYPES } from '../../../../src/domain/ledger/record-types.js';
import { isCivilDate, addDays } from '../../../../src/domain/civil-date.js';
import { startOfLocalDate } from '../../../../src/domain/local-date.js';
import { useSite } from '../../access/site.js';
import { Refused } from '../../api/problem.js';
import { whatWasScanned } from '../../api/scans.js';
import { dateTime } from '../../i18n/format.js';
import { useNames } from '../../records/names.js';
import { PeriodChoice } from '../../records/period-choice.js';
import { RecordList } from '../../records/record-list.js';
import { RecordTold, SiteLink } from '../../records/record-link.js';
import { useTypeWords } from '../../records/record-words.js';
import { useScan } from '../../scan/scans.js';
import { DataList, type Column } from '../../ui/data-list.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useUrlState, type UrlState } from '../../ui/url-state.js';
import { useLogSearch, useLogSize, useWholeLog, type LogRow, type LogSearch } from './log-reading.js';
import { useAuditWords } from './words.js';

const KEYS = ['type', 'actor', 'subject', 'from', 'to'] as const;
type State = UrlState<(typeof KEYS)[number]>;

/** The site's log: all of it, or what a search finds. A scanned vial is searched for. */
export function LogPage() {
  const say = useAuditWords();
  const { siteId, timeZone } = useSite();
  const [state, set] = useUrlState(KEYS);
  const search = async (text: string) => {
    const container = await whatWasScanned(siteId, text).then(
      (read) => read.container,
      () => undefined,
    );
    // What is no container is searched for as it stands: the ledger then says that it is none.
    set({ subject: container?.label ?? text }, { push: true });
  };
  useScan((text) => void search(text));
  const isSearch = KEYS.some((key) => state[key] !== undefined);
  return (
    <Page
      wide
      title={say('log')}
      lead={say('lead')}
      actions={
        <Button
          variant="default"
          leftSection={<ShieldCheck size={18} aria-hidden />}
          renderRoot={(props) => <Link to={`/sites/${siteId}/log/verification` as string} {...props} />}
        >
          {say('verification')}
        </Button>
      }
    >
      <Search state={state} onChange={set} />
      {isSearch ? <Found search={searchOf(state, timeZone)} subject={state.subject} /> : <WholeLog />}
    </Page>
  );
}

/** The log is asked by moments: of days, from the first's beginning to the last's end, at the site. */
function searchOf({ from, to, ...rest }: State, timeZone: string): LogSearch {
  const moment = (text: string, days: number) =>
    isCivilDate(text) ? new Date(startOfLocalDate(addDays(text, days), timeZone)).toISOString() : text;
  return { ...rest, ...(from ? { from: moment(from, 0) } : {}), ...(to ? { to: moment(to, 1) } : {}) };
}

function Search({ state, onChange }: { state: State; onChange: (some: State) => void }) {
  const say = useAuditWords();
  const typeWords = useTypeWords();
  const names = useNames();
  const [subject, setSubject] = useState(state.subject ?? '');
  const period = state.from && state.to ? { from: state.from, to: state.to } : undefined;
  const isSearch = KEYS.some((key) => state[key] !== undefined);
  return (
    <Stack gap="sm" component="search" aria-label={say('search')} className="no-print">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={say('type')}
          value={state.type ?? ''}
          maw="16rem"
          data={[
            { value: '', label: say('all') },
            ...RECORD_TYPES.map((type) => ({ value: type, label: typeWords(type) })),
          ]}
          onChange={(event) => onChange({ type: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={say('person')}
          value={state.actor ?? ''}
          maw="16rem"
          data={[
            { value: '', label: say('all') },
            ...names.people.map(({ personId, displayName }) => ({ value: personId, label: displayName })),
          ]}
          onChange={(event) => onChange({ actor: event.currentTarget.value || undefined })}
        />
        <form
          style={{ maxWidth: '100%' }}
          onSubmit={(event) => {
            event.preventDefault();
            onChange({ subject: subject.trim() || undefined });
          }}
        >
          <TextInput
            key={state.subject}
            label={say('subject')}
            placeholder={say('subjectHint')}
            leftSection={<ScanBarcode size={18} aria-hidden />}
            w="20rem"
            maw="100%"
            defaultValue={state.subject ?? ''}
            onChange={(event) => setSubject(event.currentTarget.value)}
            onBlur={() => subject !== (state.subject ?? '') && onChange({ subject: subject.trim() || undefined })}
          />
        </form>
        <Checkbox
          label={say('refusedOnly')}
          checked={state.type === 'refused'}
          onChange={(event) => onChange({ type: event.currentTarget.checked ? 'refused' : undefined })}
          mb={10}
        />
      </Group>
      <Group gap="sm">
        <PeriodChoice value={period} onChange={(next) => onChange({ ...next })} />
        {isSearch && (
          <Button
            variant="subtle"
            h={44}
            onClick={() =>
              onChange({ type: undefined, actor: undefined, subject: undefined, from: undefined, to: undefined })
            }
          >
            {say('clear')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Found({ search, subject }: { search: LogSearch; subject: string | undefined }) {
  const say = useAuditWords();
  const found = useLogSearch(search, true);
  const records = found.data?.pages.flatMap(({ items }) => items) ?? [];
  if (found.error instanceof Refused && found.error.problem.code === 'not_found')
    return <Empty title={say('none')}>{say('subjectUnknown')}</Empty>;
  if (found.isError) return <ReadFailed onRetry={() => void found.refetch()} />;
  if (found.isPending) return <Waiting />;
  if (records.length === 0) return <Empty title={say('none')}>{say('noneHint')}</Empty>;
  return (
    <Stack gap="xs">
      {subject !== undefined && (
        <Text>
          <SiteLink to={`log/story?subject=${encodeURIComponent(subject)}`}>{say('story')}</SiteLink>
        </Text>
      )}
      <RecordList
        label={say('log')}
        titles={{ seq: say('seq'), when: say('when'), what: say('what') }}
        records={records}
        more={found.hasNextPage}
        onEnd={() => void (found.isFetchingNextPage || found.fetchNextPage())}
      />
    </Stack>
  );
}

/** The log from its end to its beginning. What is not there yet shows its number. */
function WholeLog() {
  const say = useAuditWords();
  const { timeZone } = useSite();
  const size = useLogSize();
  const [shown, setShown] = useState<readonly [number, number]>([0, 30]);
  const onShown = useCallback((first: number, last: number) => setShown([first, last]), []);
  const rows = useWholeLog(size, shown);
  const columns: Column<LogRow>[] = [
    { key: 'seq', title: say('seq'), width: '5.5rem', numeric: true, wideOnly: true, cell: ({ seq }) => seq },
    {
      key: 'when',
      title: say('when'),
      width: 'minmax(7rem, 14rem)',
      cell: ({ record }) => (
        <Text span size="sm" c="dimmed">
          {record ? dateTime(record.recordedAt, timeZone) : say('loading')}
        </Text>
      ),
    },
    {
      key: 'what',
      title: say('what'),
      width: 'minmax(0, 3fr)',
      cell: ({ record }) => (record ? <RecordTold record={record} /> : say('loading')),
    },
  ];
  if (size === undefined) return <Waiting />;
  return (
    <DataList label={say('log')} columns={columns} rows={rows} rowKey={({ seq }) => String(seq)} onShown={onShown} />
  );
}
