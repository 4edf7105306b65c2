import { type Api, done } from './api.js';
import type { SoftAuthenticator } from './authenticator.js';
import type { Person } from './organisation.js';

type Question = { challenge: string };

/** Enrols a key of somebody in their session: with another key of theirs, or by password and whoever vouches. */
export async function enrolKey(
  api: Api,
  person: Person,
  key: SoftAuthenticator,
  of: { voucher?: Person; by?: SoftAuthenticator; name?: string } = {},
): Promise<{ passkeyId: string }> {
  const confirmation = of.by ? { assertion: of.by.get(await confirmationOf(api)) } : { password: person.password };
  const { options } = await done(api.send('POST', '/auth/passkeys/options', confirmation));
  const attestation = key.create(options as Question);
  const voucher = of.voucher && { username: of.voucher.username, password: of.voucher.password };
  const body = await done(api.send('POST', '/auth/passkeys', { name: of.name ?? 'a key', attestation, voucher }));
  return { passkeyId: String(body.passkeyId) };
}

async function confirmationOf(api: Api): Promise<Question> {
  return (await done(api.send('POST', '/auth/passkeys/confirmation', {}))) as unknown as Question;
}

/** The interface as whoever has the key, in a new session. */
export async function logInWithKey(api: Api, key: SoftAuthenticator): Promise<Api> {
  const asked = (await done(api.send('POST', '/auth/webauthn/options', {}))) as unknown as Question;
  const body = await done(api.send('POST', '/auth/webauthn/login', { assertion: key.get(asked), kind: 'bearer' }));
  return api.bearer(String(body.token));
}
