import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.gen.js';

type Request = components['schemas']['SignatureRequest'];
export type Meaning = Request['meaning'];

/** What others sign: the act's name (the last part of its address), its key, and its body word for word. */
export interface ToSign {
  readonly act: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Several acts of one kind that one person signs with one authentication: each gets a signature of its own. */
export interface ToSignTogether {
  readonly act: components['schemas']['SignaturesTogetherRequest']['act'];
  readonly together: readonly Pick<ToSign, 'key' | 'body'>[];
}

export interface Signature {
  /** One for each act that was signed. */
  readonly tokens: readonly string[];
  readonly personId: string;
  readonly displayName: string;
  readonly expiresAt: string;
}

/** Where the signature is made, and the key of its making: the same key again is the same signature. */
interface Params {
  readonly path: { siteId: string };
  readonly header: { 'Idempotency-Key': string };
}

/** What somebody proves who they are with: what they typed, or what a key of theirs answered. */
type Proof = Pick<Request, 'username' | 'password' | 'totp' | 'assertion'>;
type Question = components['schemas']['KeyQuestionAnswer'];

/** What a key is asked: the digest of exactly this act or list. Without a name, a key that knows its owner. */
export function questionOf(
  siteId: string,
  toSign: ToSign | ToSignTogether,
  username: string | undefined,
): Promise<Question> {
  const params = { path: { siteId } };
  const who = username === undefined ? {} : { username };
  if ('together' in toSign) {
    const body = { ...listOf(toSign), ...who };
    return answer(api.POST('/api/v1/sites/{siteId}/signatures/together/options', { params, body }));
  }
  return answer(
    api.POST('/api/v1/sites/{siteId}/signatures/options', { params, body: { ...statementOf(toSign), ...who } }),
  );
}

/** Signs an act, or each act of a list. `says` is of one act alone: what its signer means and has seen. */
export async function signAs(
  params: Params,
  toSign: ToSign | ToSignTogether,
  says: Pick<Request, 'meaning'> & { readonly attests: NonNullable<Request['attests']> },
  proof: Proof,
): Promise<Signature> {
  if ('together' in toSign) {
    const body = { ...listOf(toSign), ...proof };
    const { items } = await answer(api.POST('/api/v1/sites/{siteId}/signatures/together', { params, body }));
    const [first] = items;
    if (!first) throw new Error('nothing was signed');
    const { personId, displayName, expiresAt } = first;
    return { personId, displayName, expiresAt, tokens: items.map(({ token }) => token) };
  }
  const body = { ...statementOf(toSign), ...says, ...proof };
  const { token, ...who } = await answer(api.POST('/api/v1/sites/{siteId}/signatures', { params, body }));
  return { ...who, tokens: [token] };
}

/** What is signed, as the ledger takes it. */
function statementOf({ act, key: idempotencyKey, body }: ToSign) {
  return { act, idempotencyKey, body };
}

function listOf({ act, together }: ToSignTogether) {
  return { act, acts: together.map(({ key: idempotencyKey, body }) => ({ idempotencyKey, body })) };
}
