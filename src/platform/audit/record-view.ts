import type { RecordBody } from '../../domain/ledger/record.js';
import { encodeBase64 } from '../../domain/log/base64.js';
import { SYSTEM_ID } from '../../domain/ledger/system-actor.js';
import type { RecordView } from './record.dto.js';

/** What is not in a record's bytes and belongs beside them. */
export interface BesideRecord {
  readonly leafHash: Uint8Array;
  readonly displayNames: ReadonlyMap<string, string>;
  readonly reversedBySeq: number | undefined;
  readonly erasedBySeq?: number | undefined;
  readonly texts: Readonly<Record<string, string>>;
}

/** The body of a record from its exact bytes. */
export function recordBody(bytes: Uint8Array): RecordBody {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as RecordBody;
}

/** A record for a reader. Somebody whose name is not known any more keeps their id. */
export function recordView(body: RecordBody, beside: BesideRecord): RecordView {
  const { seq, id, type, occurredAt, recordedAt, act, entry, lines, refusal, subjects } = body;
  return {
    seq,
    id,
    type,
    occurredAt,
    recordedAt,
    leafHash: encodeBase64(beside.leafHash),
    late: entry?.late ?? act?.late === true,
    actors: body.actors.map(({ id: personId, ...actor }) => ({
      personId,
      displayName: beside.displayNames.get(personId) ?? (personId === SYSTEM_ID ? 'Countersign' : personId),
      signedAt: recordedAt,
      ...actor,
    })),
    ...(act ? { act } : {}),
    ...(entry ? { locationId: entry.locationId, intent: entry.intent } : {}),
    ...(entry?.sessionId === undefined ? {} : { sessionId: entry.sessionId }),
    ...(lines ? { lines } : {}),
    ...(refusal ? { refusal } : {}),
    ...(entry?.reversesSeq === undefined ? {} : { reversesSeq: entry.reversesSeq }),
    ...(beside.reversedBySeq === undefined ? {} : { reversedBySeq: beside.reversedBySeq }),
    ...(beside.erasedBySeq === undefined ? {} : { erasedBySeq: beside.erasedBySeq }),
    ...(subjects ? { subjects } : {}),
    ...(Object.keys(beside.texts).length > 0 ? { texts: beside.texts } : {}),
  };
}
