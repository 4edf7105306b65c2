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

/** What is signed, as the ledger takes it. */
export function statementOf({ act, key: idempotencyKey, body }: ToSign) {
  return { act, idempotencyKey, body };
}

export async function signOne(params: Params, body: Request): Promise<Signature> {
  const { token, ...who } = await answer(api.POST('/api/v1/sites/{siteId}/signatures', { params, body }));
  return { ...who, tokens: [token] };
}

export async function signTogether(
  params: Params,
  { act, together }: ToSignTogether,
  credentials: { username: string; password: string; totp?: string },
): Promise<Signature> {
  const acts = together.map(({ key: idempotencyKey, body }) => ({ idempotencyKey, body }));
  const { items } = await answer(
    api.POST('/api/v1/sites/{siteId}/signatures/together', { params, body: { act, acts, ...credentials } }),
  );
  const [first] = items;
  if (!first) throw new Error('nothing was signed');
  const { personId, displayName, expiresAt } = first;
  return { personId, displayName, expiresAt, tokens: items.map(({ token }) => token) };
}
