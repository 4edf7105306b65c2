import { ugFromMg, ulFromMl } from '../amounts.js';
import type { RecordActor, RecordBody, RecordLine } from '../ledger/record.js';
import { columnTime, ENTRY_SHAPE, rowText, SIGNATURE_SHAPE } from './row-text.js';

/** A line as the bytes give it: one holder, integers, before any balance. */
export interface ProjectedLine {
  readonly lineNo: number;
  readonly kind: string;
  readonly holderId: string;
  readonly productId: string;
  readonly locationId: string;
  readonly personId: string;
  readonly amountUg: number;
  readonly volumeUl: number | undefined;
  readonly deviceCount: number | undefined;
}

/** An id as the database writes it. */
export const uuid = (id: string): string => id.toLowerCase();
const uuidOr = (id: string | undefined): string | undefined => id?.toLowerCase();

/**
 * The lines of a record in their order: several holders under `ids` are as many lines; a holder outside is its kind, for
 * the product. This is migrations/0008 `post_entry` said again, in another language.
 */
export function projectLines(body: RecordBody): ProjectedLine[] {
  const performer = uuid(actor(body, 0).id);
  const lines: ProjectedLine[] = [];
  for (const line of body.lines ?? []) {
    for (const holderId of line.ids?.length ? line.ids : [line.productId]) {
      lines.push({ lineNo: lines.length, ...projectLine(line, holderId, performer) });
    }
  }
  return lines;
}

function projectLine(line: RecordLine, holderId: string, performer: string): Omit<ProjectedLine, 'lineNo'> {
  return {
    kind: line.holder,
    holderId: uuid(holderId),
    productId: uuid(line.productId),
    locationId: uuid(line.locationId),
    personId: uuidOr(line.personId) ?? performer,
    amountUg: ugFromMg(line.amountMg, { allowNegative: true }),
    volumeUl: line.volumeMl === undefined ? undefined : ulFromMl(line.volumeMl, { allowNegative: true }),
    deviceCount: line.deviceCount,
  };
}

/** The row of `entry`, as text. `recordedAt` is the record's own column, to the microsecond, which entry repeats. */
export function projectEntry(body: RecordBody, recordedAt: string): string | undefined {
  const { entry } = body;
  if (!entry) return undefined;
  return rowText(ENTRY_SHAPE, [
    body.seq,
    body.type,
    columnTime(body.occurredAt),
    recordedAt,
    uuid(actor(body, 0).id),
    uuid(entry.locationId),
    uuidOr(entry.sessionId),
    entry.late ?? false,
    entry.intent,
    entry.reversesSeq,
  ]);
}

/** The rows of `entry_signature`, as text, by person. */
export function projectSignatures(body: RecordBody): string[] {
  const { entry } = body;
  if (!entry) return [];
  return [...body.actors]
    .map((one) => ({ ...one, id: uuid(one.id) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) =>
      rowText(SIGNATURE_SHAPE, [
        body.seq,
        one.id,
        one.role,
        one.meaning,
        one.method,
        one.evidence,
        entry.intent,
        uuidOr(one.signatureId),
        one.signedSeq ?? body.seq,
      ]),
    );
}

export function actor(body: RecordBody, nth: number): RecordActor {
  const found = body.actors[nth];
  if (!found) throw new TypeError('the record names nobody who did it');
  return found;
}
