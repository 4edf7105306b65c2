import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES, roleMay, type Role } from '../../../src/domain/roles.js';
import type { Api } from '../../support/api.js';
import { Organisation } from '../../support/organisation.js';
import { ROUTES, type Route } from './routes.js';

/**
 * Every route x every role x (own site, other site), and x (no session, expired session, disabled person). What is
 * expected comes from routes.ts, which people write, and from the domain's table of roles; never from the guard itself.
 * The body is empty: who is let through is then refused for the body or finds nothing, and that is how we know.
 */
let clinics: Organisation;
let siteId: string;
let otherSiteId: string;
const as = new Map<Role, Api>();
let nobodies: [string, Api][];
let documented: string[];

beforeAll(async () => {
  clinics = await Organisation.start('matrix');
  siteId = await clinics.site();
  otherSiteId = await clinics.site();
  for (const role of ROLES) as.set(role, await member(`m-${role}`, [role]));

  // These two hold whatever roles one person may, so that only the session or the person stands in their way.
  const expired = await member('m-expired', ['nurse', 'pharmacist', 'prescriber']);
  const disabled = await member('m-disabled', ['administrator', 'compliance_officer']);
  await expireEverySessionOf('m-expired');
  await disable('m-disabled');
  nobodies = [
    ['nobody', clinics.api],
    ['a made-up session', clinics.api.bearer('made-up-token-of-nobody-at-all-0123456789')],
    ['an expired session', expired],
    ['a disabled person', disabled],
  ];
  documented = await routesOfTheDocument();
}, 120_000);

afterAll(() => clinics?.stop());

async function member(username: string, roles: readonly Role[]): Promise<Api> {
  const person = await clinics.person(username);
  const until = new Date(Date.now() + 86_400_000).toISOString();
  for (const role of roles) await clinics.grant(person, { siteId, role, ...(role === 'inspector' ? { until } : {}) });
  return clinics.as(person);
}

async function expireEverySessionOf(username: string): Promise<void> {
  const { rowCount } = await clinics.superuser.query(
    `UPDATE auth_session s SET created_at = created_at - interval '3 days', last_seen_at = last_seen_at - interval '3 days',
       expires_at = expires_at - interval '3 days'
     FROM person p WHERE p.person_id = s.person_id AND p.username = $1`,
    [username],
  );
  expect(rowCount).toBe(1);
}

async function disable(username: string): Promise<void> {
  const { rows } = await clinics.superuser.query('SELECT person_id FROM person WHERE username = $1', [username]);
  expect((await clinics.admin.post(`/people/${rows[0].person_id}/disable`)).status).toBe(201);
}

async function routesOfTheDocument(): Promise<string[]> {
  const document = (await (await fetch(`${clinics.server.url}/api/docs-json`)).json()) as {
    paths: Record<string, object>;
  };
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

async function attempt(route: Route, site: string, api: Api) {
  const path = pathOf(route, site);
  const { status, body } = route.method === 'GET' ? await api.get(path) : await api.post(path);
  return { status, code: body.code };
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
      const answer = await attempt(route, at === 'own' ? siteId : otherSiteId, as.get(role)!);
      if (allowed(route, role, at)) expect([401, 403]).not.toContain(answer.status);
      else expect(answer).toEqual(DENIED);
    },
  );

  test('at a site that does not exist', async () => {
    const answer = await attempt(route, randomUUID(), as.get('nurse')!);
    if (allowed(route, 'nurse', 'other')) expect([401, 403]).not.toContain(answer.status);
    else expect(answer).toEqual(DENIED);
  });
});

describe.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  test('without a session, with a made-up one, an expired one, and as a disabled person', async () => {
    for (const [who, api] of nobodies) expect([who, await attempt(route, siteId, api)]).toEqual([who, NOBODY]);
  });
});
