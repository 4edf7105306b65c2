import { Button, Code, Group, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { useAsking } from '../../access/use-asking.js';
import { useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { answer, api } from '../../api/client.js';
import { Refused } from '../../api/problem.js';
import { dateTime } from '../../i18n/format.js';
import { save } from '../../paper/exported.js';
import { PaperHead } from '../../paper/paper-head.js';
import { InspectionLink } from '../../records/inspection-link.js';
import { RecordLink, SiteLink } from '../../records/record-link.js';
import { useRecordWords, type RecordView } from '../../records/record-words.js';
import { CautionNote, Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { Facts } from './facts.js';
import { Lines } from './lines.js';
import { useNamed, useRecord, type LogRecord, bytesOf } from './record-reading.js';
import { Signatures } from './signatures.js';
import { useAuditWords } from './words.js';
import { useFacts } from './record-facts.js';
import { PrivateValues } from './record-private.js';
import { Section } from './section.js';

/** One record: in words, then what it says, what moved, who signed, where it stands in the log, and its exact bytes. */
export function RecordPage() {
  const { seq } = useParams({ strict: false }) as { seq: string };
  const say = useAuditWords();
  const words = useRecordWords();
  const read = useRecord(Number(seq));
  const record = read.data;
  const gone = read.error instanceof Refused;
  const title = say('record', { seq });
  return (
    <Page
      title={title}
      lead={record && words(record)}
      actions={
        <>
          <InspectionLink of={{ kind: 'record', seq: Number(seq) }} />
          <Button variant="default" leftSection={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
            {say('print')}
          </Button>
        </>
      }
    >
      <PaperHead {...(record ? { upTo: record } : {})} />
      <Around seq={Number(seq)} />
      {gone && <Empty title={say('noRecord')} action={<SiteLink to="log">{say('backToLog')}</SiteLink>} />}
      {read.isError && !gone && <ReadFailed onRetry={() => void read.refetch()} />}
      {read.isPending && <Waiting />}
      {record && <Told record={record} />}
    </Page>
  );
}

function Around({ seq }: { seq: number }) {
  const say = useAuditWords();
  return (
    <Group component="nav" aria-label={say('log')} className="no-print" gap="lg">
      <SiteLink to="log">{say('backToLog')}</SiteLink>
      {seq > 0 && <SiteLink to={`log/${seq - 1}`}>{say('previous')}</SiteLink>}
      <SiteLink to={`log/${seq + 1}`}>{say('next')}</SiteLink>
    </Group>
  );
}

function Told({ record }: { record: LogRecord }) {
  const say = useAuditWords();
  const { timeZone } = useSite();
  const named = useNamed(record);
  return (
    <Stack gap="xl">
      <Notes record={record} timeZone={timeZone} />
      <Section title={say('fields')}>
        <Facts facts={useFacts(record)} />
      </Section>
      {record.lines && record.lines.length > 0 && (
        <Section title={say('lines')} lead={say('linesLead')}>
          <Lines lines={record.lines} named={named} />
        </Section>
      )}
      <Section title={say('signatures')}>
        <Signatures actors={record.actors} />
      </Section>
      <PrivateValues record={record} />
      <Section title={say('place')}>
        <Facts
          facts={[
            { name: say('number'), value: record.seq },
            { name: say('leaf'), value: <Code style={{ overflowWrap: 'anywhere' }}>{record.leafHash}</Code> },
          ]}
        />
        <Proof seq={record.seq} />
      </Section>
      <Section title={say('bytes')} lead={say('bytesLead')}>
        <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {bytesOf(record.bytes)}
        </Code>
      </Section>
    </Stack>
  );
}

/** The proof that the record is in the log, to keep and to verify elsewhere. */
function Proof({ seq }: { seq: number }) {
  const say = useAuditWords();
  const { siteId } = useSite();
  const asking = useAsking();
  const download = async () => {
    const params = { path: { siteId, seq } };
    const text = await asking.ask(() =>
      answer(api.GET('/api/v1/sites/{siteId}/log/{seq}/proof', { params, parseAs: 'text' })),
    );
    if (text !== undefined) save({ name: `record-${seq}.tlog-proof`, text: String(text), type: 'text/plain' });
  };
  return (
    <Stack gap="sm" align="flex-start" className="no-print">
      <ActNotes
        act={{ problem: asking.problem, waiting: asking.lost, again: () => void download(), sending: asking.busy }}
      />
      <Button
        variant="default"
        leftSection={<Download size={18} aria-hidden />}
        loading={asking.busy}
        onClick={() => void download()}
      >
        {say('proof')}
      </Button>
    </Stack>
  );
}

/** What changes how the record is to be read: it is late, it takes something back, it was taken back. */
export function Notes({ record, timeZone }: { record: RecordView; timeZone: string }) {
  const say = useAuditWords();
  const { late, occurredAt, recordedAt, reversesSeq, reversedBySeq } = record;
  return (
    <>
      {late && (
        <CautionNote>
          {say('late', { happened: dateTime(occurredAt, timeZone), recorded: dateTime(recordedAt, timeZone) })}
        </CautionNote>
      )}
      {reversesSeq !== undefined && (
        <CautionNote>
          <RecordLink seq={reversesSeq}>{say('takesBack', { seq: reversesSeq })}</RecordLink>
        </CautionNote>
      )}
      {reversedBySeq !== undefined && (
        <CautionNote>
          <RecordLink seq={reversedBySeq}>{say('takenBack', { seq: reversedBySeq })}</RecordLink>
        </CautionNote>
      )}
    </>
  );
}
