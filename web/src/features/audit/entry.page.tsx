import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import { Refused } from '../../api/problem.js';
import type { components } from '../../api/schema.gen.js';
import { PaperHead } from '../../paper/paper-head.js';
import { useRecordWords } from '../../records/record-words.js';
import { Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { Facts } from './facts.js';
import { Lines } from './lines.js';
import { useFacts } from './record-facts.js';
import { Notes } from './record.page.js';
import { Section } from './section.js';
import { Signatures } from './signatures.js';
import { useAuditWords } from './words.js';

/** A record of stock or care, for who sees stock and not the log: what moved, who did it, who signed, what was said of it. */
export function EntryPage() {
  const { seq } = useParams({ strict: false }) as { seq: string };
  const say = useAuditWords();
  const words = useRecordWords();
  const { siteId } = useSite();
  const read = useQuery({
    queryKey: ['entry-shown', siteId, seq],
    queryFn: () => {
      const params = { path: { siteId, seq: Number(seq) } };
      return answer(api.GET('/api/v1/sites/{siteId}/entries/{seq}', { params }));
    },
  });
  const gone = read.error instanceof Refused;
  return (
    <Page
      title={say('record', { seq })}
      lead={read.data && words(read.data)}
      actions={
        <Button variant="default" leftSection={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
          {say('print')}
        </Button>
      }
    >
      <PaperHead {...(read.data ? { upTo: read.data } : {})} />
      {gone && <Empty title={say('noEntry')}>{say('noEntryHint')}</Empty>}
      {read.isError && !gone && <ReadFailed onRetry={() => void read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data && <Told entry={read.data} />}
    </Page>
  );
}

function Told({ entry }: { entry: components['schemas']['EntryDto'] }) {
  const say = useAuditWords();
  const { timeZone } = useSite();
  return (
    <>
      <Notes record={entry} timeZone={timeZone} />
      <Section title={say('fields')}>
        <Facts facts={useFacts(entry)} />
      </Section>
      {entry.lines && entry.lines.length > 0 && (
        <Section title={say('lines')} lead={say('linesLead')}>
          <Lines lines={entry.lines} named={entry.named} />
        </Section>
      )}
      <Section title={say('signatures')}>
        <Signatures actors={entry.actors} />
      </Section>
    </>
  );
}
