import type { RecordType } from './record-types.js';
import type { JsonObject, RecordActor, RecordChange, RecordEntry, RecordLine } from './record.js';

/** What an act does when nothing is against it: data, written by the one door and by nothing else. */
export interface Outcome {
  /** The type of the record, where the decision makes it another than the command's: what completes a pending act. */
  readonly type?: RecordType;
  /** When it happened; left out: now, the time of the record. UTC with milliseconds. */
  readonly occurredAt?: string;
  readonly act?: JsonObject;
  /** Present when the act is an entry of the ledger. The intent is filled in by the door. */
  readonly entry?: Omit<RecordEntry, 'intent'>;
  readonly lines?: readonly RecordLine[];
  readonly changes?: readonly RecordChange[];
  /** Those who signed besides the performer. */
  readonly cosigners?: readonly RecordActor[];
  /** Stored sealed, committed to in the record: names, addresses, free text. */
  readonly private?: Readonly<Record<string, string | undefined>>;
  /** Whom or what the record is about, besides its actors, holders and changed rows. */
  readonly subjects?: readonly string[];
  /** What the client is told, besides seq, leafHash and recordedAt. No personal data: it is kept for ever. */
  readonly answer: JsonObject;
  /** 201 unless said. */
  readonly status?: number;
  /** An entry that is the completion of an act opened by somebody else: that person is the performer. */
  readonly performer?: RecordActor;
  /** The digest the signatures were made for, where it is not this request's (a pending waste's own). */
  readonly intent?: string;
  /** The record begins the log's next incarnation, under this origin (`ledger_begin_incarnation`). */
  readonly nextOrigin?: string;
  /** Statements on tables that are not of the ledger (credentials), which must commit with the record. */
  readonly alongside?: readonly { readonly text: string; readonly values: readonly unknown[] }[];
}
