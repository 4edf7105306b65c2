import { useSyncExternalStore } from 'react';
import { answer, api, setCsrfToken, whenLoggedOut } from '../api/client.js';
import { LineLost, Refused } from '../api/problem.js';
import { queryClient } from '../api/queries.js';
import type { components } from '../api/schema.gen.js';
import { begun, endOnServer, inTurn, isEnding } from './ending.js';

export type Me = components['schemas']['MeAnswer'];
export type SiteOfMe = components['schemas']['SiteOfMe'];
export type Permission = SiteOfMe['permissions'][number];

/** Who may come back to a locked screen, and where they were. */
export interface Away {
  readonly personId: string;
  readonly username: string;
  readonly displayName: string;
  readonly path: string;
}

/** `asking` until the ledger has said who holds this browser's cookie. */
export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'nobody'; readonly ended?: boolean }
  | { readonly state: 'locked'; readonly away: Away }
  | { readonly state: 'in'; readonly me: Me };

let session: Session = { state: 'asking' };
const listeners = new Set<() => void>();

function become(next: Session): void {
  if (next.state !== 'in') {
    setCsrfToken(undefined);
    // What one person read is not there for the next.
    queryClient.clear();
  }
  session = next;
  for (const listener of listeners) listener();
}

export function currentSession(): Session {
  return session;
}

/** Whose drafts are at hand; of a locked screen still its owner's. */
export function currentPersonId(): string {
  if (session.state === 'in') return session.me.personId;
  return session.state === 'locked' ? session.away.personId : '';
}

export function useSession(): Session {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentSession);
}

/** Who is logged in. Only below the shell, which shows nothing to nobody. */
export function useMe(): Me {
  const now = useSession();
  if (now.state !== 'in') throw new Error('a page for nobody asked who is logged in');
  return now.me;
}

/** Asks the ledger who holds this browser's cookie. A session that was ended while the ledger could not hear of it is not taken up. */
export async function findSession(): Promise<void> {
  try {
    const me = await answer(api.GET('/api/v1/auth/me'));
    if (!isEnding()) return enter(me);
    become({ state: 'nobody' });
    void endOnServer(me.csrfToken);
  } catch (error) {
    if (error instanceof Refused) become({ state: 'nobody' });
    else if (error instanceof LineLost) become({ state: 'unreachable' });
    else throw error;
  }
}

export interface Given {
  readonly username: string;
  readonly password: string;
  readonly totp?: string;
}

/** Throws Refused (`invalid_credentials`, `second_factor_required`, `too_many_requests`) and LineLost. */
export async function logIn(given: Given): Promise<void> {
  await inTurn(async () => enter(await answer(api.POST('/api/v1/auth/login', { body: { ...given, kind: 'cookie' } }))));
}

/** Somebody has proved who they are, by whatever means: the page is theirs. */
export function enter(me: Me): void {
  begun();
  setCsrfToken(me.csrfToken);
  rememberOnDevice(me);
  become({ state: 'in', me });
}

/** Reads again who one is: after roles or a second factor have changed. */
export async function refreshMe(): Promise<void> {
  if (session.state === 'in') enter(await answer(api.GET('/api/v1/auth/me')));
}

/**
 * Hides the page at once, whether or not the ledger can hear, and ends the session there, so that whoever takes the device has
 * nothing; drafts stay in memory for their owner.
 */
export function lock(): void {
  if (session.state !== 'in') return;
  const { personId, username, displayName, csrfToken } = session.me;
  const path = location.pathname + location.search;
  become({ state: 'locked', away: { personId, username, displayName, path } });
  void endOnServer(csrfToken);
}

export function logOut(): void {
  if (session.state !== 'in') return;
  const { csrfToken } = session.me;
  become({ state: 'nobody' });
  void endOnServer(csrfToken);
}

/** Ends every session of the person, on every device. Throws Refused and LineLost. */
export async function logOutEverywhere(): Promise<void> {
  await api.POST('/api/v1/auth/logout-everywhere');
  become({ state: 'nobody' });
}

/** The lock is lifted by somebody else, who starts clean. */
export function leaveLock(): void {
  if (session.state === 'locked') become({ state: 'nobody' });
}

whenLoggedOut(() => {
  if (session.state !== 'in') return;
  const { personId, username, displayName } = session.me;
  const path = location.pathname + location.search;
  become({ state: 'locked', away: { personId, username, displayName, path } });
});

const DEVICE_KEY = 'countersign.people';

export interface OnDevice {
  readonly username: string;
  readonly displayName: string;
}

/** Staff who logged in on this device, the last first: for a quick change of person. No patient, no secret. */
export function peopleOnDevice(): readonly OnDevice[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(DEVICE_KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as OnDevice[]).slice(0, 6) : [];
  } catch {
    return [];
  }
}

export function forgetOnDevice(username: string): void {
  const others = peopleOnDevice().filter((one) => one.username !== username);
  localStorage.setItem(DEVICE_KEY, JSON.stringify(others));
}

function rememberOnDevice({ username, displayName }: Me): void {
  const others = peopleOnDevice().filter((one) => one.username !== username);
  localStorage.setItem(DEVICE_KEY, JSON.stringify([{ username, displayName }, ...others].slice(0, 6)));
}
