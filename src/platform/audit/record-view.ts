import type { JsonObject, RecordBody, RecordLine } from '../../domain/ledger/record.js';

/** Somebody who signed a record, by name: what stood beside a signature on paper. */
export interface ActorView {
  readonly personId: string;
  readonly displayName: string;
  readonly role: string;
  readonly meaning: string;
  readonly method: string;
  readonly evidence: string;
  readonly attests?: readonly string[];
  readonly signatureId?: string;
  /** When this person signed: the act itself for who did it. */
  readonly signedAt: string;
  /** The earlier record in which the signature was given. */
  readonly signedSeq?: number;
}

/** One record of the log for a reader. All of it is read from the record's own bytes, but for names and texts. */
export interface RecordView {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** Entered later than the site's policy allows without a reason; shows for ever. */
  readonly late: boolean;
  readonly actors: readonly ActorView[];
  readonly act?: JsonObject;
  readonly locationId?: string;
  readonly sessionId?: string;
  readonly intent?: string;
  readonly lines?: readonly RecordLine[];
  readonly refusal?: RecordBody['refusal'];
  readonly reversesSeq?: number;
  /** The entry that undid this one. */
  readonly reversedBySeq?: number;
  readonly subjects?: readonly string[];
  /** Free text given with the act, opened for the reader: why it was wasted, why it is late. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** What is not in a record's bytes and belongs beside them. */
export interface BesideRecord {
  readonly displayNames: ReadonlyMap<string, string>;
  readonly reversedBySeq: number | undefined;
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
    late: entry?.late ?? act?.late === true,
    actors: body.actors.map(({ id: personId, ...actor }) => ({
      personId,
      displayName: beside.displayNames.get(personId) ?? personId,
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
    ...(subjects ? { subjects } : {}),
    ...(Object.keys(beside.texts).length > 0 ? { texts: beside.texts } : {}),
  };
}
