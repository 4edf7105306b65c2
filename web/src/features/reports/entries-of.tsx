import { Group, Stack, Text, Title } from '@mantine/core';
import { isEntry } from '../../../../src/domain/ledger/record-types.js';
import { useMay } from '../../access/site.js';
import { RecordList } from '../../records/record-list.js';
import { SiteLink } from '../../records/record-link.js';
import { Waiting } from '../../ui/notes.js';
import { levelOf, type ReconciliationState } from './drill.js';
import { useEntries, type ReconciliationPage } from './reading.js';
import { ENTRIES } from './entries-behind.js';
import { searchOf } from './step-link.js';
import { useReportWords } from './words.js';

/** The entries behind a vial's, a session's or a person's figures: the last step before a record and its signatures. */
export function EntriesOf({ state, period }: { state: ReconciliationState; period: ReconciliationPage['period'] }) {
  const say = useReportWords();
  const may = useMay();
  const subject = state.containerId ?? state.sessionId;
  const { containerId, sessionId, personId } = state;
  const read = useEntries({ containerId, sessionId, personId }, period);
  if (!['container', 'session', 'person'].includes(levelOf(state))) return null;
  const all = read.data?.pages.flatMap(({ items }) => items) ?? [];
  const records = may('log:read') ? all : all.filter(isEntry);
  return (
    <Stack gap="xs" id={ENTRIES}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {say('entries')}
        </Title>
        {subject !== undefined && may('log:read') && (
          <SiteLink to={`log/story${searchOf({ subject })}`}>{say('wholeLife')}</SiteLink>
        )}
      </Group>
      {read.isPending && <Waiting />}
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
