import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Organisation } from '../support/organisation.js';
import { until } from '../support/signer.js';

const TOKEN = randomUUID();
let org: Organisation;

beforeAll(async () => {
  org = await Organisation.start('observed', { COUNTERSIGN_METRICS_TOKEN: TOKEN });
}, 120_000);
afterAll(() => org?.stop());

const metrics = (authorization?: string) =>
  fetch(`${org.server.url}/api/v1/metrics`, { headers: authorization === undefined ? {} : { authorization } });

describe('metrics', () => {
  test.each([undefined, 'Bearer wrong', `bearer ${TOKEN} x`, TOKEN])(
    '%s: there is nothing here',
    async (authorization) => {
      expect((await metrics(authorization)).status).toBe(404);
    },
  );

  test('say what was asked and how the signing is, by patterns of routes', async () => {
    await org.admin.get('/sites/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11/people');
    await until(async () => /heads_signed_total [1-9]/.test(await (await metrics(`Bearer ${TOKEN}`)).text()));
    const answer = await metrics(`Bearer ${TOKEN}`);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    expect(text).toMatch(
      /countersign_requests_total\{method="GET",route="\/api\/v1\/sites\/:siteId\/people",status="200"\} 1/,
    );
    expect(text).toMatch(/countersign_signer_signing 1/);
    expect(text).toMatch(/countersign_heads_signed_total [1-9]/);
    expect(text).not.toContain('01990f6e-7d53');
  });

  test('without a setting nobody reads them', async () => {
    const closed = await Organisation.start('unobserved');
    expect((await fetch(`${closed.server.url}/api/v1/metrics`, { headers: { authorization: 'Bearer ' } })).status).toBe(
      404,
    );
    await closed.stop();
  }, 60_000);
});

describe('the log of requests', () => {
  test('has a line for each: who, what kind, what came of it; no address, no name, no token', async () => {
    const path = `/sites/${org.id}/people?limit=7&cursor=Synthia`;
    const { headers } = org.admin;
    await org.admin.get(path);
    const lines = () =>
      org.server
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{"level"'))
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    await until(() => lines().some(({ route }) => route === '/api/v1/sites/:siteId/people'));
    const line = lines().find(({ route }) => route === '/api/v1/sites/:siteId/people');
    expect(Object.keys(line!).sort()).toEqual([
      'level',
      'method',
      'ms',
      'personId',
      'requestId',
      'route',
      'status',
      'time',
      'what',
    ]);
    expect(line).toMatchObject({ method: 'GET', status: expect.any(Number), personId: org.administrator.personId });
    for (const secret of ['Synthia', 'limit=7', headers.authorization!.slice(7), org.administrator.password, TOKEN])
      expect(org.server.output()).not.toContain(secret);
  });
});

test('health says ok, and no more', async () => {
  const { status, body } = await org.api.get('/health');
  expect([status, body]).toEqual([200, { status: 'ok' }]);
});
