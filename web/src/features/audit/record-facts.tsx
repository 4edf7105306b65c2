import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMay, useSite } from '../../access/site.js';
import { dateTime } from '../../i18n/format.js';
import { useNames } from '../../records/names.js';
import { SiteLink } from '../../records/record-link.js';
import { refusalTitle, useTypeWords, type RecordView } from '../../records/record-words.js';
import en from './strings.en.js';
import type { Fact } from './facts.js';
import { useAuditWords } from './words.js';

/** Of an act's fields, those that the record has a place of its own for. */
const ALREADY_TOLD: readonly string[] = ['sessionId', 'locationId', 'late'];

/** What the record says of itself, each as a name and a value. */
export function useFacts(record: RecordView): readonly Fact[] {
  const say = useAuditWords();
  const may = useMay();
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
          {may('log:read') && <SiteLink to={`log/story?subject=${sessionId}`}>{say('story')}</SiteLink>}
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
