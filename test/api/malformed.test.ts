import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import { Organisation } from '../support/organisation.js';

describe('requests that no form of a field catches', () => {
  let org: Organisation;
  let nurse: Api;
  let siteId: string;

  beforeAll(async () => {
    org = await Organisation.start('malformed');
    siteId = await org.site();
    nurse = await org.as(await org.person('rn1', { siteId, role: 'nurse' }));
  });

  afterAll(() => org.stop());

  const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

  test.each([
    ['containers', [1, 2]],
    ['containers', ['\u0000', 'x']],
    ['products', ['\u0000']],
    ['sessions/unbalanced', ['2026-99-99T00:00:00Z', 'x']],
  ])('a forged cursor of %s: %j', async (list, key) => {
    const { status, body } = await nurse.get(`/sites/${siteId}/${list}?cursor=${cursor(key)}`);
    expect([status, body.code, body.field]).toEqual([400, 'request_invalid', 'cursor']);
  });

  test('a value the database cannot take', async () => {
    const { status, body } = await nurse.get(`/sites/${siteId}/containers/%00`);
    expect([status, body.code]).toEqual([400, 'request_invalid']);
  });

  test('a user name with a character that text may not hold', async () => {
    const { status, body } = await org.api.send('POST', '/auth/login', { username: '\u0000', password: 'x' });
    expect([status, body.code]).toEqual([400, 'request_invalid']);
  });

  test('an id in the address that is none is named', async () => {
    const { status, body } = await nurse.get(`/sites/${siteId}/patients/nobody`);
    expect([status, body.code, body.field]).toEqual([400, 'request_invalid', 'patientId']);
  });

  test.each([
    ['application/json', '{"a":', 'The body is not valid JSON.'],
    ['application/x-www-form-urlencoded', 'a=b', 'Send JSON with Content-Type: application/json.'],
    ['text/plain', '{}', 'Send JSON with Content-Type: application/json.'],
  ])('a body of %s: %s', async (type, text, detail) => {
    const response = await fetch(`${org.server.url}/api/v1/sites/${siteId}/sessions`, {
      method: 'POST',
      headers: { ...nurse.headers, 'content-type': type, 'idempotency-key': 'malformed-body' },
      body: text,
    });
    expect(await response.json()).toMatchObject({ status: 400, code: 'request_invalid', detail });
  });
});
