import { Alert, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Download, Eye, Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useAsking } from '../../access/use-asking.js';
import { useMay, useSite } from '../../access/site.js';
import { ActNotes } from '../../acts/act-notes.js';
import { answer, api } from '../../api/client.js';
import { Refused } from '../../api/problem.js';
import { dateTime } from '../../i18n/format.js';
import { save } from '../../paper/exported.js';
import { PaperHead } from '../../paper/paper-head.js';
import { InspectionLink } from '../../records/inspection-link.js';
import { useNames } from '../../records/names.js';
import { SiteLink } from '../../records/record-link.js';
import { refusalTitle, useRecordWords, useTypeWords } from '../../records/record-words.js';
import { CautionNote, Empty, ReadFailed, Waiting } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import en from './strings.en.js';
import { Facts, type Fact } from './facts.js';
import { Lines } from './lines.js';
import { openPrivate, useNamed, useRecord, type LogRecord } from './record-reading.js';
import { Signatures } from './signatures.js';
import { useAuditWords } from './words.js';

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
      <PaperHead />
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
      <Private record={record} />
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

export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {lead !== undefined && <Text c="dimmed">{lead}</Text>}
      {children}
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
function Notes({ record, timeZone }: { record: LogRecord; timeZone: string }) {
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
          <SiteLink to={`log/${reversesSeq}`}>{say('takesBack', { seq: reversesSeq })}</SiteLink>
        </CautionNote>
      )}
      {reversedBySeq !== undefined && (
        <CautionNote>
          <SiteLink to={`log/${reversedBySeq}`}>{say('takenBack', { seq: reversedBySeq })}</SiteLink>
        </CautionNote>
      )}
    </>
  );
}

/** Of an act's fields, those that the record has a place of its own for. */
const ALREADY_TOLD: readonly string[] = ['sessionId', 'locationId', 'late'];

function useFacts(record: LogRecord): readonly Fact[] {
  const say = useAuditWords();
  const typeWords = useTypeWords();
  const names = useNames();
  const { timeZone } = useSite();
  const { refusal, act = {}, texts = {}, locationId, sessionId } = record;
  const facts: Fact[] = [
    { name: say('occurredAt'), value: dateTime(record.occurredAt, timeZone) },
    { name: say('recordedAt'), value: dateTime(record.recordedAt, timeZone) },
  ];
  if (refusal) {
    facts.push({ name: say('tried'), value: typeWords(refusal.of) });
    facts.push({ name: say('why'), value: `${refusalTitle(refusal.code)} (${refusal.code})` });
    if (refusal.field !== undefined) facts.push({ name: say('field'), value: refusal.field });
  }
  if (locationId !== undefined) facts.push({ name: say('location'), value: names.of(locationId) });
  if (sessionId !== undefined)
    facts.push({
      name: say('session'),
      value: (
        <Group gap="lg">
          <SiteLink to={`sessions/${sessionId}`}>{say('toSession')}</SiteLink>
          <SiteLink to={`log/story?subject=${sessionId}`}>{say('story')}</SiteLink>
        </Group>
      ),
    });
  for (const [key, value] of Object.entries(act)) {
    if (ALREADY_TOLD.includes(key)) continue;
    const name = Object.hasOwn(en, `fact_${key}`) ? say(`fact_${key}` as 'fact_from') : key;
    facts.push({ name, value: factOf(key, value, { nameOf: names.of, timeZone }) });
  }
  for (const [key, value] of Object.entries(texts))
    facts.push({ name: say(`text_${key}` as 'text_reason'), value: String(value) });
  return facts;
}

/** A field of the act as it stands in the record, with links where it names a vial, a delivery or a discrepancy. */
function factOf(
  key: string,
  value: unknown,
  { nameOf, timeZone }: { nameOf: (id: string) => string; timeZone: string },
): ReactNode {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (key === 'container') return <SiteLink to={`containers/${encodeURIComponent(text)}`}>{text}</SiteLink>;
  if (key === 'receiptId') return <SiteLink to={`deliveries/${text}`}>{text}</SiteLink>;
  if (key === 'discrepancyId') return <SiteLink to={`discrepancies/${text}`}>{text}</SiteLink>;
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return dateTime(text, timeZone);
  return key.endsWith('Id') ? nameOf(text) : text.replaceAll('_', ' ');
}

/** Private values, for who may read patients: sealed until asked for. */
function Private({ record }: { record: LogRecord }) {
  const say = useAuditWords();
  const may = useMay();
  const { siteId } = useSite();
  const asking = useAsking();
  const [opened, setOpened] = useState<Readonly<Record<string, string>>>();
  if (!may('patient:read') || !bytesOf(record.bytes).includes('"private":{')) return null;
  const open = async () => {
    const values = await asking.ask(() => openPrivate(siteId, record.seq));
    if (values) setOpened(values);
  };
  return (
    <Section title={say('private')}>
      {opened ? (
        <Facts
          facts={Object.entries(opened).map(([key, value]) => ({ name: say(`text_${key}` as 'text_reason'), value }))}
        />
      ) : (
        <Alert color="petrol" variant="light" icon={<Eye aria-hidden />} className="no-print">
          <Stack gap="sm" align="flex-start">
            <Text>{say('privateLead')}</Text>
            <ActNotes
              act={{ problem: asking.problem, waiting: asking.lost, again: () => void open(), sending: asking.busy }}
            />
            <Button variant="default" onClick={() => void open()} loading={asking.busy}>
              {say('privateShow')}
            </Button>
          </Stack>
        </Alert>
      )}
    </Section>
  );
}

function bytesOf(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
