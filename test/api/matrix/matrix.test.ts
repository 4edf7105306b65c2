import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES, roleMay, type Role } from '../../../src/domain/roles.js';
import { addMember, addSite, send, setUp, type Member } from '../../support/clinic.js';
import { createTestDatabase, withClient, type TestDatabase } from '../../support/database.js';
import { startServer, type RunningServer } from '../../support/server.js';
import { ROUTES, type Route } from './routes.js';

/**
 * Every route x every role x (own site, other site), and x (no session, expired session, disabled person). What is
 * expected comes from routes.ts, which people write, and from the domain's table of roles; never from the guard itself.
 * The body is empty: who is let through is then refused for the body or finds nothing, and that is how we know.
 */
let database: TestDatabase;
let server: RunningServer;
let siteId: string;
let otherSiteId: string;
const members = new Map<Role, Member>();
let expired: Member;
let disabled: Member;
let documented: string[];

beforeAll(async () => {
  database = await createTestDatabase('matrix');
  server = await startServer({ databaseUrl: database.superuserUrl });
  const admin = await setUp(server);
  siteId = await addSite(server.url, admin);
  otherSiteId = await addSite(server.url, admin, 'Other Ketamine Clinic');
  for (const role of ROLES) {
    members.set(role, await addMember(server.url, { admin, siteId, username: `m.${role}`, roles: [role] }));
  }
  // These two hold every role, so that nothing but the session or the person can stand in their way.
  expired = await addMember(server.url, { admin, siteId, username: 'm.expired', roles: ROLES });
  disabled = await addMember(server.url, { admin, siteId, username: 'm.disabled', roles: ROLES });
  await expireSessionsOf(expired);
  await send(server.url, {
    method: 'POST',
    path: `/people/${disabled.personId}/disable`,
    token: admin.token,
    body: {},
  });
  documented = await routesOfTheDocument();
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

async function expireSessionsOf(member: Member): Promise<void> {
  const past = `UPDATE countersign.auth_session SET last_seen_at = last_seen_at - interval '3 days',
    created_at = created_at - interval '3 days', expires_at = expires_at - interval '3 days' WHERE person_id = $1`;
  await withClient(database.superuserUrl, (client) => client.query(past, [member.personId]));
}

async function routesOfTheDocument(): Promise<string[]> {
  const document = (await (await fetch(`${server.url}/api/docs-json`)).json()) as { paths: Record<string, object> };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')}`),
  );
}

/** The path with the site in its place and other ids that nothing has. */
function pathOf(route: Route, site: string): string {
  return route.path
    .replace('{siteId}', site)
    .replace(/\{seq\}/g, '999999')
    .replace(/\{[^}]+\}/g, () => randomUUID());
}

async function attempt(route: Route, site: string, token?: string) {
  const { method } = route;
  const answer = await send(server.url, {
    method,
    path: pathOf(route, site),
    ...(token ? { token } : {}),
    ...(method === 'GET' ? {} : { body: {} }),
  });
  return { status: answer.status, code: answer.body.code as string | undefined };
}

const DENIED = { status: 403, code: 'not_permitted' };
const NOBODY = { status: 401, code: 'not_authenticated' };

const guarded = ROUTES.filter((route) => route.requires !== 'public');
const ofSites = guarded.filter((route) => route.requires !== 'self');

function allowed(route: Route, role: Role, at: 'own' | 'other'): boolean {
  if (route.requires === 'public' || route.requires === 'self') return true;
  if (route.at === 'organisation') return false;
  if (!roleMay(role, route.requires)) return false;
  return route.at === 'any' || at === 'own';
}

test('the list of routes is the one that is served', () => {
  expect([...documented].sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
});

describe.each(ofSites.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  test.each(ROLES.flatMap((role) => [[role, 'own'] as const, [role, 'other'] as const]))(
    '%s at %s site',
    async (role, at) => {
      const token = members.get(role)!.token;
      const answer = await attempt(route, at === 'own' ? siteId : otherSiteId, token);
      if (allowed(route, role, at)) expect([401, 403]).not.toContain(answer.status);
      else expect(answer).toEqual(DENIED);
    },
  );

  test('at a site that does not exist', async () => {
    const answer = await attempt(route, randomUUID(), members.get('nurse')!.token);
    if (allowed(route, 'nurse', 'other')) expect([401, 403]).not.toContain(answer.status);
    else expect(answer).toEqual(DENIED);
  });
});

describe.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  test('without a session, with a made-up one, an expired one, and as a disabled person', async () => {
    for (const token of [undefined, 'made-up-token-of-nobody', expired.token, disabled.token]) {
      expect(await attempt(route, siteId, token)).toEqual(NOBODY);
    }
  });
});
