import { useCallback } from 'react';
import { REFUSALS, type RefusalCode } from '../../../src/domain/refusal-codes.js';
import { REFUSALS_ES } from '../acts/refusals.es.js';
import type { components } from '../api/schema.gen.js';
import { amount } from '../i18n/format.js';
import { currentLanguage, type Say } from '../i18n/strings.js';
import { useNames, type Names } from './names.js';
import en from './strings.en.js';
import { useRecordStrings } from './words.js';

export type RecordView = components['schemas']['RecordView'];
type Strings = Say<typeof en>;

/** Says records in words: who did what to which product, where. Amounts as the record has them, never rounded. */
export function useRecordWords(): (record: RecordView) => string {
  const say = useRecordStrings();
  const names = useNames();
  return useCallback((record) => sentence(record, say, names), [say, names]);
}

/** What a type of record is called; of a route, its address. */
export function useTypeWords(): (type: string) => string {
  const say = useRecordStrings();
  return useCallback((type) => typeWord(type, say), [say]);
}

/** What a refusal says, in the language of the page. */
export function refusalTitle(code: string): string {
  const known = currentLanguage() === 'es' ? REFUSALS_ES[code as RefusalCode]?.title : undefined;
  return known ?? (REFUSALS as Readonly<Record<string, { title: string }>>)[code]?.title ?? code;
}

function typeWord(type: string, say: Strings): string {
  if (Object.hasOwn(en, `type_${type}`)) return say(`type_${type}` as 'type_waste');
  // What was refused before it was known to be an act is named by its address.
  return type.includes(' /') ? say('did_request', { route: type }) : type.replaceAll('_', ' ');
}

function sentence(record: RecordView, say: Strings, names: Names): string {
  const { type, refusal, actors } = record;
  const who = actors[0]?.displayName ?? '';
  if (refusal) return say('did_refused', { who, act: typeWord(refusal.of, say), why: refusalTitle(refusal.code) });
  const key = `did_${type}` as 'did_give';
  if (!Object.hasOwn(en, key)) return say('did_unknown', { who, type: typeWord(type, say) });
  return say(key, valuesOf(record, say, names));
}

function valuesOf(record: RecordView, say: Strings, names: Names): Record<string, string | number> {
  const { actors, lines } = record;
  const act = (record.act ?? {}) as Record<string, unknown>;
  const text = (key: string) => (act[key] === undefined ? '' : String(act[key]));
  const productId = lines?.[0]?.productId ?? text('productId');
  return {
    who: actors[0]?.displayName ?? '',
    others: actors
      .slice(1)
      .map(({ displayName }) => displayName)
      .join(', '),
    amount: amountOf(record, say),
    product: names.of(productId || undefined),
    place: names.of(record.locationId ?? (text('locationId') || undefined)),
    container: text('container'),
    from: names.of(text('fromLocationId') || undefined),
    to: names.of(text('toLocationId') || undefined),
    lot: text('lotNumber'),
    count: Number(act.countedCount ?? 0),
    variance: varianceOf(act, say),
    reverses: String(record.reversesSeq ?? ''),
    report: [text('report'), text('by')].filter(Boolean).join(', '),
    purpose: text('purpose'),
    act: text('act'),
    verdict: verdictOf(act, say),
  };
}

/** What moved, as the first line says it: a record's lines sum to zero, so one side is enough. */
function amountOf({ act, lines }: RecordView, say: Strings): string {
  const line = lines?.[0];
  const mg = line ? line.amountMg.replace('-', '') : String(act?.amountMg ?? act?.orderedMg ?? '');
  if (mg === '') return '';
  const volume = (line?.volumeMl ?? (act?.volumeMl as string | undefined))?.replace('-', '');
  const devices = Math.abs(line?.deviceCount ?? Number(act?.deviceCount ?? 0));
  return [
    amount(mg, 'mg'),
    ...(volume === undefined ? [] : [amount(volume, 'mL')]),
    ...(devices === 0 ? [] : [say('devices', { count: devices })]),
  ].join(' · ');
}

function varianceOf(act: Record<string, unknown>, say: Strings): string {
  const mg = String(act.varianceMg ?? '0');
  return mg === '0' ? say('agrees') : say('differs', { amount: amount(mg, 'mg') });
}

function verdictOf(act: Record<string, unknown>, say: Strings): string {
  if (act.failed === true) return say('notRun');
  return say(act.verified === true ? 'verified' : 'notVerified');
}
