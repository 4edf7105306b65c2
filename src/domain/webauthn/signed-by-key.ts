import { evidenceOf } from '../ledger/evidence.js';
import { changedRows, type JsonObject, type RecordBody, type RecordChange } from '../ledger/record.js';
import { decodeBase64 } from '../log/base64.js';
import { checkAssertion, type Assertion, type AssertionAsked } from './assertion.js';
import { confirmedIntent } from './confirmed.js';
import { intentOfList } from './intent-of-list.js';

/** How an actor's method reads who signed with a key of their own. */
export const SIGNED_BY_KEY = 'signature:passkey';

/** The row of `passkey_signature`: all that is needed to check a signature again, without us. Bytes are base64. */
export interface KeySignature {
  /** The signature it is the answer for; of the acts of a list, the first of theirs, all of which the record makes. */
  readonly signatureId: string;
  readonly passkeyId: string;
  readonly personId: string;
  /** What the key answered to: the intent of the act, or `intentOfList` of the acts. */
  readonly intent: string;
  readonly publicKey: string;
  readonly rpId: string;
  readonly deviceBound: boolean;
  /** How often the key had signed; 0 where it does not count. */
  readonly signCount: number;
  readonly authenticatorData: string;
  readonly clientData: string;
  readonly assertion: string;
}

/**
 * The evidence of a signature by key: unlike that of a password it can be computed again by anybody who has the record of
 * the signature, so that an act's actor, who carries it, commits to the authenticator's very answer.
 */
export function keyEvidence(of: KeySignature): string {
  const { signatureId, passkeyId, personId, intent, authenticatorData, clientData, assertion } = of;
  return evidenceOf({
    signature: signatureId,
    passkey: passkeyId,
    person: personId,
    method: SIGNED_BY_KEY,
    intent,
    authenticatorData,
    clientData,
    assertion,
  });
}

/** A good answer of a key, and the signatures it makes: one, or those of a list. */
export interface CheckedKeySignature {
  readonly signed: KeySignature;
  readonly signatureIds: readonly string[];
}

/**
 * Checks the signatures by key that a record makes, from its bytes alone: each belongs to a signature and the signer the
 * record names, for the same intent, or to all signatures of the record, where it answers to the list of their intents; and the
 * authenticator's answer is that of the key. Gives the good ones and a sentence for each thing that is wrong; a record that says
 * a key signed and holds no answer of one is wrong too. Never throws, whatever shape the record has.
 */
export function checkKeySignatures(body: RecordBody): {
  readonly good: readonly CheckedKeySignature[];
  readonly wrong: readonly string[];
} {
  const rows = rowsOf(body);
  if (!rows) return { good: [], wrong: ['what it changes cannot be read'] };
  const signatures = rows.filter(({ table }) => table === 'signature');
  const answers = rows.filter(({ table }) => table === 'passkey_signature') as unknown as KeySignature[];
  const good: CheckedKeySignature[] = [];
  const wrong: string[] = [];
  const answered = new Set<unknown>();
  for (const signed of answers) {
    const made = madeBy(signed, signatures);
    for (const { signatureId } of made) answered.add(signatureId);
    const against = whatIsWrongWith(signed, made);
    if (against === undefined) good.push({ signed, signatureIds: made.map(({ signatureId }) => String(signatureId)) });
    else wrong.push(`the key's signature ${signed.signatureId}: ${against}`);
  }
  for (const { method, signatureId } of signatures) {
    if (method === SIGNED_BY_KEY && !answered.has(signatureId))
      wrong.push(`the signature ${String(signatureId)} says that a key signed, and no answer of a key is there`);
  }
  wrong.push(...againstConfirmation(body, rows));
  return { good, wrong };
}

/** Where an account is changed, who confirmed it with a key did so in this very record, and confirmed what it says. */
function* againstConfirmation(body: RecordBody, rows: readonly RecordChange[]): Generator<string> {
  const intent = confirmedIntent(body, rows);
  if (intent === undefined) return;
  const signatures = rows.filter(({ table }) => table === 'signature');
  for (const signature of signatures)
    if (signature.intent !== intent) yield `the signature ${String(signature.signatureId)} confirms something else`;
  for (const { id, meaning, method, evidence, signatureId } of body.actors.slice(1)) {
    const said = { signatureId, personId: id, meaning, method, evidence };
    const made = signatures.some((row) => Object.entries(said).every(([column, value]) => row[column] === value));
    if (method === SIGNED_BY_KEY && !made)
      yield `${id} is said to have confirmed it with a key, and no answer is there`;
  }
}

function rowsOf({ changes = [] }: RecordBody): RecordChange[] | undefined {
  try {
    return changedRows(changes).map((row) => ({ ...row }));
  } catch {
    return undefined;
  }
}

/** The signature an answer names, where it answers to its intent; otherwise it can only answer to all of the record's. */
function madeBy(signed: KeySignature, signatures: readonly JsonObject[]): readonly JsonObject[] {
  const own = signatures.find(({ signatureId }) => signatureId === signed.signatureId);
  if (!own) return [];
  return own.intent === signed.intent ? [own] : signatures;
}

function whatIsWrongWith(signed: KeySignature, made: readonly JsonObject[]): string | undefined {
  const [first] = made;
  if (!first) return 'it is of no signature of this record';
  if (made.some(({ method }) => method !== SIGNED_BY_KEY)) return 'the signature was not made with a key';
  const isOfList = first.intent !== signed.intent;
  if (made.some(({ personId }) => personId !== signed.personId) || (isOfList && listOf(made) !== signed.intent))
    return 'the signature is of another person or another act';
  if (isOfList && made.some(({ meaning }) => meaning !== 'checked')) return 'a list is only checked, never witnessed';
  const bytes = bytesOf(signed);
  if (!bytes) return 'a field is not base64';
  const evidence = keyEvidence(signed);
  if (made.some((signature) => signature.evidence !== evidence)) return 'the evidence is not the hash of this answer';
  const says = checkAssertion(bytes.answer, bytes.asked);
  if ('wrong' in says) return says.wrong;
  if (says.deviceBound !== signed.deviceBound) return 'whether the key is bound to its device is said otherwise';
  if (says.signCount !== signed.signCount) return 'how often the key has signed is said otherwise';
  return undefined;
}

function listOf(signatures: readonly JsonObject[]): string | undefined {
  try {
    return intentOfList(signatures.map(({ intent }) => String(intent)));
  } catch {
    return undefined;
  }
}

function bytesOf(signed: KeySignature): { answer: Assertion; asked: AssertionAsked } | undefined {
  const { intent, publicKey, rpId, authenticatorData, clientData, assertion } = signed;
  const texts = [signed.signatureId, signed.passkeyId, signed.personId, rpId];
  if (texts.some((text: unknown) => typeof text !== 'string')) return undefined;
  try {
    return {
      answer: {
        authenticatorData: decodeBase64(authenticatorData),
        clientData: decodeBase64(clientData),
        signature: decodeBase64(assertion),
      },
      asked: { challenge: decodeBase64(intent), publicKey: decodeBase64(publicKey), rpId },
    };
  } catch {
    return undefined;
  }
}
