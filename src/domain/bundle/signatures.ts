import { changedRows, type RecordActor, type RecordBody } from '../ledger/record.js';
import { checkKeySignatures } from '../webauthn/signed-by-key.js';
import type { Problem } from './verdict.js';

interface Made {
  readonly seq: number;
  readonly row: Readonly<Record<string, unknown>>;
}

/**
 * Each signature used in a record was made in a record of its own before it, by the same person, for this very intent. Those
 * records stand in the bundle beside what was chosen. Where a key signed, its answer stands there and is checked.
 */
export class SignaturesUsed {
  readonly #made = new Map<string, Made>();

  /** Signatures that a proved record makes, and what is wrong with those of keys. */
  *take(body: RecordBody): Generator<Problem> {
    for (const detail of checkKeySignatures(body).wrong) yield { code: 'key_signature_wrong', seq: body.seq, detail };
    for (const row of changedRows(body.changes ?? [])) {
      if (row.table === 'signature') this.#made.set(String(row.signatureId).toLowerCase(), { seq: body.seq, row });
    }
  }

  /** What is wrong with the signatures that a proved record uses. The records that made them came before it. */
  *problems(body: RecordBody): Generator<Problem> {
    if (!body.entry) return;
    for (const actor of body.actors) {
      if (actor.signatureId === undefined) continue;
      const made = this.#made.get(actor.signatureId.toLowerCase());
      if (!made) yield { code: 'signature_record_missing', seq: body.seq, detail: actor.id };
      else if (!isOf(made, actor, body.entry.intent))
        yield { code: 'signature_differs', seq: body.seq, detail: actor.id };
    }
  }
}

function isOf({ row }: Made, actor: RecordActor, intent: string): boolean {
  const { personId, meaning, method, evidence } = row;
  const signed = [String(personId).toLowerCase(), meaning, method, evidence, row.intent];
  return [actor.id.toLowerCase(), actor.meaning, actor.method, actor.evidence, intent].every(
    (said, at) => said === signed[at],
  );
}
