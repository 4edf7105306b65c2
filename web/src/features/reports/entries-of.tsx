import { Group, Stack, Text, Title } from '@mantine/core';
import { useMay } from '../../access/site.js';
import { RecordList } from '../../records/record-list.js';
import { SiteLink } from '../../records/record-link.js';
import { Waiting } from '../../ui/notes.js';
import { levelOf, type ReconciliationState } from './drill.js';
import { useEntries, type ReconciliationPage } from './reading.js';
import { searchOf } from './step-link.js';
import { useReportWords } from './words.js';

/** The entries behind a vial's, a session's or a person's figures: the last step before a record and its signatures. */
export function EntriesOf({ state, period }: { state: ReconciliationState; period: ReconciliationPage['period'] }) {
  const say = useReportWords();
  const may = useMay();
  const subject = state.containerId ?? state.sessionId;
  const about = subject === undefined ? { actor: state.personId } : { subject };
  const mayRead = may('log:read');
  const read = useEntries(mayRead ? { ...about, from: period.from, until: period.until } : {});
  if (!['container', 'session', 'person'].includes(levelOf(state))) return null;
  const records = read.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {say('entries')}
        </Title>
        {subject !== undefined && mayRead && (
          <SiteLink to={`log/story${searchOf({ subject })}`}>{say('wholeLife')}</SiteLink>
        )}
      </Group>
      {!mayRead && <Text>{say('entriesNeedLog')}</Text>}
      {mayRead && read.isPending && <Waiting />}
      {read.data && records.length === 0 && <Text>{say('noEntries')}</Text>}
      {records.length > 0 && (
        <RecordList
          label={say('entries')}
          titles={{ seq: say('entriesTitleSeq'), when: say('entriesTitleWhen'), what: say('entriesTitleWhat') }}
          records={records}
          more={read.hasNextPage}
          onEnd={() => void (read.isFetchingNextPage || read.fetchNextPage())}
        />
      )}
    </Stack>
  );
}
