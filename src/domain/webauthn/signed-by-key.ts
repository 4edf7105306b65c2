import { evidenceOf } from '../ledger/evidence.js';
import { changedRows, type JsonObject, type RecordBody, type RecordChange } from '../ledger/record.js';
import { decodeBase64 } from '../log/base64.js';
import { checkAssertion, type Assertion, type AssertionAsked } from './assertion.js';

/** How an actor's method reads who signed with a key of their own. */
export const SIGNED_BY_KEY = 'signature:passkey';

/** The row of `passkey_signature`: all that is needed to check a signature again, without us. Bytes are base64. */
export interface KeySignature {
  readonly signatureId: string;
  readonly passkeyId: string;
  readonly personId: string;
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

/** A good signature by key. */
export interface CheckedKeySignature {
  readonly signed: KeySignature;
}

/**
 * Checks the signatures by key that a record makes, from its bytes alone: each belongs to the signature and the signer the
 * record names, for the same intent, and the authenticator's answer is that of the key. Gives the good ones and a sentence
 * for each thing that is wrong; a record that says a key signed and holds no answer of one is wrong too. Never throws,
 * whatever shape the record has.
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
  for (const signed of answers) {
    const signature = signatures.find(({ signatureId }) => signatureId === signed.signatureId);
    const result = signature ? checkOne(signed, signature) : 'it is of no signature of this record';
    if (typeof result === 'string') wrong.push(`the key's signature ${signed.signatureId}: ${result}`);
    else good.push(result);
  }
  for (const { method, signatureId } of signatures) {
    if (method === SIGNED_BY_KEY && !answers.some((one) => one.signatureId === signatureId))
      wrong.push(`the signature ${String(signatureId)} says that a key signed, and no answer of a key is there`);
  }
  return { good, wrong };
}

function rowsOf({ changes = [] }: RecordBody): RecordChange[] | undefined {
  try {
    return changedRows(changes).map((row) => ({ ...row }));
  } catch {
    return undefined;
  }
}

function checkOne(signed: KeySignature, signature: JsonObject): CheckedKeySignature | string {
  if (signature.method !== SIGNED_BY_KEY) return 'the signature was not made with a key';
  if (signature.personId !== signed.personId || signature.intent !== signed.intent)
    return 'the signature is of another person or another act';
  const bytes = bytesOf(signed);
  if (!bytes) return 'a field is not base64';
  if (signature.evidence !== keyEvidence(signed)) return 'the evidence is not the hash of this answer';
  const says = checkAssertion(bytes.answer, bytes.asked);
  if ('wrong' in says) return says.wrong;
  if (says.deviceBound !== signed.deviceBound) return 'whether the key is bound to its device is said otherwise';
  if (says.signCount !== signed.signCount) return 'how often the key has signed is said otherwise';
  return { signed };
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
