import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/domain/roles.js';
import type { RunningServer } from './server.js';

export const PASSWORD = 'a-lantern-and-nine-geese';

/** What an answer says; a test knows which shape it expects. */
export type Body = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, or the text where it is none. */
  readonly body: Body;
}

/** Somebody of the clinic, logged in as a program (bearer). */
export interface Member {
  readonly personId: string;
  readonly username: string;
  readonly token: string;
}

/** Sends one request. A write gets an idempotency key of its own unless one is given. */
export async function send(
  url: string,
  request: {
    method?: string;
    path: string;
    token?: string;
    body?: unknown;
    key?: string;
    headers?: Record<string, string>;
  },
): Promise<Answer> {
  const method = request.method ?? (request.body === undefined ? 'GET' : 'POST');
  const response = await fetch(`${url}/api/v1${request.path}`, {
    method,
    headers: {
      ...(request.token ? { Authorization: `Bearer ${request.token}` } : {}),
      ...(method === 'GET' ? {} : { 'Idempotency-Key': request.key ?? randomUUID() }),
      ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return { text };
  }
}

/** Sends a write that must succeed; fails the test with the problem otherwise. */
export async function mustSend<T = Body>(url: string, request: Parameters<typeof send>[1]): Promise<T> {
  const { status, body } = await send(url, request);
  if (status >= 300) throw new Error(`${request.path}: ${status} ${JSON.stringify(body)}`);
  return body as T;
}

export async function logIn(url: string, username: string): Promise<string> {
  const body = { username, password: PASSWORD, kind: 'bearer' };
  return (await mustSend(url, { path: '/auth/login', body })).token as string;
}

/** The first administrator, through the one-time link that the server printed. */
export async function setUp(server: RunningServer): Promise<Member> {
  const token = /setup\/?#(?:token=)?([A-Za-z0-9_-]+)/.exec(server.output())?.[1];
  if (!token) throw new Error(`no link to create the administrator:\n${server.output()}`);
  const body = {
    token,
    organisationName: 'Test Clinics',
    username: 'adm1',
    displayName: 'Ada Morgan',
    password: PASSWORD,
  };
  const { personId } = await mustSend(server.url, { path: '/setup', body });
  return { personId: personId as string, username: 'adm1', token: await logIn(server.url, 'adm1') };
}

export async function addSite(url: string, admin: Member, name = 'Example Ketamine Clinic'): Promise<string> {
  const body = {
    name,
    deaNumber: 'FE3541263',
    address: '1 Clinic Plaza, Springfield, IL 62701',
    timeZone: 'America/Chicago',
  };
  return (await mustSend(url, { path: '/sites', token: admin.token, body })).siteId as string;
}

/** A person with an account, with these roles at the site, logged in. */
export async function addMember(
  url: string,
  of: { admin: Member; siteId: string; username: string; roles: readonly Role[]; until?: string },
): Promise<Member> {
  const { admin, siteId, username } = of;
  const person = await mustSend(url, {
    path: '/people',
    token: admin.token,
    body: { username, displayName: `Person ${username}` },
  });
  await mustSend(url, { path: '/auth/accept-invitation', body: { token: person.token, password: PASSWORD } });
  for (const role of of.roles) {
    const until = of.until ?? (role === 'inspector' ? new Date(Date.now() + 86_400_000).toISOString() : undefined);
    const body = { personId: person.personId, role, ...(until ? { until } : {}) };
    await mustSend(url, { path: `/sites/${siteId}/roles`, token: admin.token, body });
  }
  return { personId: person.personId as string, username, token: await logIn(url, username) };
}

/** A signature of `signer` for an act that `performer` will send under `key`: its token. */
export async function signFor(
  url: string,
  of: { siteId: string; performer: Member; signer: Member; act: string; key: string; body: object; meaning: string },
): Promise<string> {
  const attests = of.meaning === 'witnessed' ? ['label', 'volume', 'act'] : [];
  const { siteId, performer, signer, act, key, body, meaning } = of;
  const request = { act, idempotencyKey: key, body, meaning, attests, username: signer.username, password: PASSWORD };
  return (await mustSend(url, { path: `/sites/${siteId}/signatures`, token: performer.token, body: request }))
    .token as string;
}

/** An act signed by others, at one terminal: each signs for exactly this body and key. */
export async function sendSigned(
  url: string,
  of: {
    siteId: string;
    performer: Member;
    signers: readonly Member[];
    act: string;
    body: object;
    meaning: string;
    key?: string;
  },
): Promise<Answer> {
  const key = of.key ?? randomUUID();
  const signatures = await Promise.all(of.signers.map((signer) => signFor(url, { ...of, signer, key })));
  return send(url, {
    path: `/sites/${of.siteId}/${of.act}`,
    token: of.performer.token,
    key,
    body: { ...of.body, signatures },
  });
}
