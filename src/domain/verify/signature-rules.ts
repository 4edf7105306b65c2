import type { JsonObject, RecordActor, RecordBody } from '../ledger/record.js';
import { jcs } from '../log/jcs.js';
import { actor, uuid } from './projection.js';
import type { States } from './states.js';

/** When a pending waste got a signature: the record, and its time in ms. */
export interface PendingSigned {
  readonly seq: number;
  readonly recordedMs: number;
}

export interface SignatureFacts {
  readonly states: States;
  /** Signatures that an entry has used. */
  readonly used: Set<string>;
  readonly pendingSigned: ReadonlyMap<string, PendingSigned>;
}

/**
 * What is wrong with the signatures of an entry: one performer, each other signer with a signature of their own, made in an
 * earlier record for this very intent with this meaning, method and evidence, fresh when it was used, used once; and as
 * many as the site's policy asked for. Each is a sentence. Marks the signatures as used.
 */
export function* brokenSignatures(facts: SignatureFacts, body: RecordBody): Generator<string> {
  const { entry } = body;
  if (!entry) return;
  const performer = uuid(actor(body, 0).id);
  const signers = new Set<string>();
  let good = 0;
  for (const [nth, signer] of body.actors.entries()) {
    const person = uuid(signer.id);
    if (signers.has(person)) yield `${person} signs twice`;
    signers.add(person);
    if ((signer.meaning === 'performed') !== (nth === 0)) yield `actor ${nth} is ${signer.meaning}`;
    if (signer.meaning === 'performed' && signer.signatureId === undefined) continue;
    const against = whatIsWrong(facts, body, signer);
    if (against) yield `the signature of ${person} ${against}`;
    else if (person !== performer && (body.type !== 'waste' || signer.meaning === 'witnessed')) good += 1;
  }
  const required = requiredSignatures(facts.states, body);
  if (good < required) yield `${required} signatures of others are needed, and ${good} are good`;
}

function whatIsWrong(facts: SignatureFacts, body: RecordBody, signer: RecordActor): string | undefined {
  const id = uuid(signer.signatureId ?? '');
  const row = facts.states.row('signature', id);
  if (!row) return 'was never made';
  if (facts.used.has(id)) return 'has been used before';
  facts.used.add(id);
  const { values } = row;
  if (values.person_id !== uuid(signer.id)) return `was made by ${String(values.person_id)}`;
  if (values.intent !== body.entry?.intent) return 'was made for another act';
  if (values.meaning !== signer.meaning) return `means ${String(values.meaning)}, not ${signer.meaning}`;
  if (values.method !== signer.method || values.evidence !== signer.evidence) return 'has other evidence';
  if (values.attests !== jcs(signer.attests ?? [])) return 'attests something else';
  return notFresh(facts, body, signer, { id, madeIn: row.seq, expiresMs: Number(values.expires_at) / 1000 });
}

function notFresh(
  facts: SignatureFacts,
  body: RecordBody,
  signer: RecordActor,
  made: { readonly id: string; readonly madeIn: number; readonly expiresMs: number },
): string | undefined {
  const signedSeq = signer.signedSeq ?? body.seq;
  let usedMs = Date.parse(body.recordedAt);
  if (signedSeq !== body.seq) {
    const pending = facts.pendingSigned.get(made.id);
    if (pending?.seq !== signedSeq) return `was not given in record ${signedSeq}`;
    usedMs = pending.recordedMs;
  }
  if (made.madeIn >= signedSeq) return `was made in record ${made.madeIn}, after it was used`;
  return usedMs > made.expiresMs ? 'had expired' : undefined;
}

/** How many others must sign, by the site's policy as of this record (migrations/0007, `required_signatures`). */
function requiredSignatures(states: States, body: RecordBody): number {
  for (const [, site] of states.rows('site')) {
    const policy = parsed(String(site.values.policy));
    const second = policy.secondPersonFor as Readonly<Record<string, boolean>> | undefined;
    switch (body.type) {
      case 'waste':
        return Math.max(1, Number(policy.wasteWitnesses) - (policy.performerMayWitness === true ? 1 : 0));
      case 'close_out':
        return Number(policy.closeOutWitnesses);
      case 'receipt':
      case 'move':
      case 'count':
      case 'return':
        return second?.[body.type] === true ? 1 : 0;
      case 'reversal':
        return 1;
      default:
        return 0;
    }
  }
  return 2;
}

let lastPolicy: { readonly text: string; readonly policy: JsonObject } | undefined;

// A policy changes seldom and is asked of every entry.
function parsed(text: string): JsonObject {
  if (lastPolicy?.text !== text) lastPolicy = { text, policy: JSON.parse(text) as JsonObject };
  return lastPolicy.policy;
}
