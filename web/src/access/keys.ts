import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.gen.js';
import { inTurn } from './ending.js';
import { enter } from './session.js';

type Question = components['schemas']['KeyQuestionAnswer'];
export type Assertion = components['schemas']['AssertionBody'];
export type Attestation = components['schemas']['AttestationBody'];

/** Why no key answered: the person broke it off or none was at hand; the key is enrolled already; the address has no keys. */
export type NoKey = 'broken_off' | 'known' | 'address';
export type KeyAnswer<T> = { readonly answer: T } | { readonly none: NoKey };

/** Whether keys can be used on this page: the browser knows them, and its address is a name and not a number. */
export function keysWork(): boolean {
  return isSecureContext && typeof PublicKeyCredential === 'function' && /[a-z]/.test(location.hostname);
}

/** Asks a key of whoever is there; the browser shows its own dialog. */
export async function askKey(question: Question): Promise<KeyAnswer<Assertion>> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return answered(() => startAuthentication({ optionsJSON: question as never }) as Promise<unknown>);
}

/** Makes a new key on an authenticator of whoever is there. */
export async function makeKey(options: object): Promise<KeyAnswer<Attestation>> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return answered(() => startRegistration({ optionsJSON: options as never }) as Promise<unknown>);
}

/** Opens a session with a key: of the person named, or of whomever the key knows. Gives why, where no key answered. */
export async function logInWithKey(username?: string): Promise<NoKey | undefined> {
  const question = await answer(
    api.POST('/api/v1/auth/webauthn/options', { body: username === undefined ? {} : { username } }),
  );
  const key = await askKey(question);
  if ('none' in key) return key.none;
  const body = { assertion: key.answer, kind: 'cookie' } as const;
  await inTurn(async () => enter(await answer(api.POST('/api/v1/auth/webauthn/login', { body }))));
  return undefined;
}

async function answered<T>(ask: () => Promise<unknown>): Promise<KeyAnswer<T>> {
  try {
    return { answer: (await ask()) as T };
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return { none: 'known' };
    if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') return { none: 'address' };
    if (name === 'NotAllowedError' || name === 'AbortError' || name === 'WebAuthnError') return { none: 'broken_off' };
    throw error;
  }
}
