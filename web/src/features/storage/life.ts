import { mgFromUg, ugFromMg } from '../../../../src/domain/amounts.js';
import type { components } from '../../api/schema.gen.js';

export type RecordView = components['schemas']['RecordView'];

const KINDS = [
  'receipt',
  'move',
  'draw',
  'take',
  'return',
  'waste',
  'count',
  'close_out',
  'reversal',
  'refused',
  'book_read',
] as const;
export type MomentKind = (typeof KINDS)[number] | 'any';

/** One thing that happened to a container, as its life shows it. No moment says what is left: counts are blind. */
export interface Moment {
  readonly seq: number;
  readonly kind: MomentKind;
  readonly at: string;
  readonly who: string;
  readonly signers: readonly string[];
  readonly late: boolean;
  /** What came (plus) or went (minus), in mg; absent where nothing did. */
  readonly amountMg?: string;
  readonly volumeMl?: string;
  /** Its part of the label amount, 0 to 1: how high it stands in the picture. */
  readonly part: number;
  readonly sessionId?: string;
  readonly refusal?: string;
  readonly reversedBySeq?: number;
  readonly reversesSeq?: number;
  readonly fromLocationId?: string;
  readonly toLocationId?: string;
  readonly agrees?: boolean;
  readonly texts: readonly string[];
}

/** The life of a container out of its records, in their order. */
export function momentsOf(records: readonly RecordView[], containerId: string, labelAmountMg: string): Moment[] {
  return records.map((record) => momentOf(record, containerId, labelAmountMg));
}

function momentOf(record: RecordView, containerId: string, labelAmountMg: string): Moment {
  const [performer, ...signers] = record.actors;
  const kind = KINDS.find((one) => one === record.type) ?? 'any';
  const changeUg = kind === 'move' ? 0 : changeOf(record, containerId);
  const line = record.lines?.find((one) => one.ids?.includes(containerId));
  const { fromLocationId, toLocationId, withinTolerance } = (record.act ?? {}) as Record<string, unknown>;
  return {
    seq: record.seq,
    kind,
    at: record.occurredAt,
    who: performer?.displayName ?? '',
    signers: signers.map(({ displayName }) => displayName),
    late: record.late,
    ...(changeUg === 0 ? {} : { amountMg: mgFromUg(changeUg) }),
    ...(changeUg === 0 || line?.volumeMl === undefined ? {} : { volumeMl: line.volumeMl }),
    part: Math.min(1, Math.abs(changeUg) / Math.max(1, ugFromMg(labelAmountMg))),
    ...(record.sessionId === undefined ? {} : { sessionId: record.sessionId }),
    ...(record.refusal === undefined ? {} : { refusal: record.refusal.detail ?? record.refusal.code }),
    ...(record.reversedBySeq === undefined ? {} : { reversedBySeq: record.reversedBySeq }),
    ...(record.reversesSeq === undefined ? {} : { reversesSeq: record.reversesSeq }),
    ...(typeof fromLocationId === 'string' ? { fromLocationId } : {}),
    ...(typeof toLocationId === 'string' ? { toLocationId } : {}),
    ...(typeof withinTolerance === 'boolean' ? { agrees: withinTolerance } : {}),
    texts: Object.values(record.texts ?? {}),
  };
}

/** What an entry did to the book of the container, in µg. */
function changeOf({ lines }: RecordView, containerId: string): number {
  return (lines ?? [])
    .filter(({ holder, ids }) => holder === 'container' && ids?.includes(containerId))
    .reduce((sum, { amountMg }) => sum + ugFromMg(amountMg, { allowNegative: true }), 0);
}
