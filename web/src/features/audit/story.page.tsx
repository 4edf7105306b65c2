import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import { useSite } from '../../access/site.js';
import { containerOf } from '../../api/reads.js';
import { dateTime } from '../../i18n/format.js';
import { newestOf } from '../../paper/exported.js';
import { PaperHead } from '../../paper/paper-head.js';
import { PaperTable } from '../../paper/paper-table.js';
import { InspectionLink } from '../../records/inspection-link.js';
import { RecordList } from '../../records/record-list.js';
import { useRecordWords, type RecordView } from '../../records/record-words.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useUrlState } from '../../ui/url-state.js';
import { useStory } from './story-reading.js';
import { useLogSize } from './log-reading.js';
import { useAuditWords } from './words.js';

const IS_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** A vial's or a session's whole story: all records about it, to read and to print. */
export function StoryPage() {
  const say = useAuditWords();
  const [{ subject = '' }] = useUrlState(['subject']);
  const story = useStory(subject);
  const size = useLogSize();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = story;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const records = story.data?.pages.flatMap(({ items }) => items) ?? [];
  const label = useVialLabel(subject);
  const title = say('storyOf', {
    what: label === undefined ? say('storyOfSession') : say('storyOfVial', { label }),
  });
  const newest = newestOf(records);
  const whole = story.data !== undefined && !hasNextPage;
  return (
    <Page
      title={title}
      lead={say('storyLead')}
      actions={
        <>
          <InspectionLink of={{ kind: label === undefined ? 'session' : 'container', subject: label ?? subject }} />
          <Button
            variant="default"
            disabled={!whole}
            leftSection={<Printer size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {say('print')}
          </Button>
        </>
      }
    >
      <PaperHead {...(newest ? { upTo: newest } : {})} />
      {size !== undefined && <Text className="only-print">{say('printed', { size })}</Text>}
      {story.isError && <ReadFailed onRetry={() => void story.refetch()} />}
      {story.isPending && <Waiting />}
      {whole && records.length === 0 && <Empty title={say('none')}>{say('subjectUnknown')}</Empty>}
      {records.length > 0 && (
        <>
          <Text role="status" className="no-print">
            {whole ? say('storyWhole', { count: records.length }) : say('storyReading', { count: records.length })}
          </Text>
          <RecordList
            label={title}
            titles={{ seq: say('seq'), when: say('when'), what: say('what') }}
            records={records}
            onPaper={false}
          />
          <OnPaper title={title} records={records} />
        </>
      )}
    </Page>
  );
}

/** On paper each record has its number, both its times, its words, and everybody who signed with what it meant. */
function OnPaper({ title, records }: { title: string; records: readonly RecordView[] }) {
  const say = useAuditWords();
  const words = useRecordWords();
  const { timeZone } = useSite();
  return (
    <PaperTable
      label={title}
      rows={records}
      columns={[
        { key: 'seq', title: say('seq'), numeric: true, cell: ({ seq }) => seq },
        { key: 'occurred', title: say('occurredAt'), cell: ({ occurredAt }) => dateTime(occurredAt, timeZone) },
        { key: 'recorded', title: say('recordedAt'), cell: ({ recordedAt }) => dateTime(recordedAt, timeZone) },
        { key: 'what', title: say('what'), cell: (record) => words(record) },
        {
          key: 'who',
          title: say('signatures'),
          cell: ({ actors }) =>
            actors.map(({ displayName, meaning }) => `${displayName}: ${say(`meaning_${meaning}`)}`).join('; '),
        },
      ]}
    />
  );
}

/** A label stands for itself; an id may be a vial's. */
function useVialLabel(subject: string): string | undefined {
  const { siteId } = useSite();
  const isId = IS_ID.test(subject);
  const { data } = useQuery({ ...containerOf(siteId, subject), enabled: isId, retry: false });
  return isId ? data?.label : subject;
}
