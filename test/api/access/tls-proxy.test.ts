import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newPassword, Organisation } from '../../support/organisation.js';

let organisation: Organisation;

beforeAll(async () => {
  organisation = await Organisation.start('proxy', { COUNTERSIGN_TLS_PROXY: 'true' });
});
afterAll(() => organisation.stop());

describe('behind the operator’s proxy', () => {
  test('the cookie is for this host over TLS alone, and no cookie by the plain name counts', async () => {
    const { username, password } = organisation.administrator;
    const { headers } = await organisation.api.send('POST', '/auth/login', { username, password });
    const [cookie] = headers.getSetCookie();
    expect(cookie!.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
    const [, token] = /^__Host-countersign=([^;]+)/.exec(cookie!)!;
    const me = (name: string) => organisation.api.with({ cookie: `${name}=${token}` }).get('/auth/me');
    expect((await me('__Host-countersign')).status).toBe(200);
    expect((await me('countersign')).status).toBe(401);
  });

  test('an address is the one the proxy saw, whatever the client wrote before it', async () => {
    const guess = (i: number, seenByProxy: string) =>
      organisation.api
        .with({ 'x-forwarded-for': `10.0.0.${i}, ${seenByProxy}` })
        .send('POST', '/auth/login', { username: `sprayed-${i}`, password: newPassword() });
    for (let i = 0; i < 25; i++) expect((await guess(i, '203.0.113.7')).status).toBe(401);
    expect((await guess(25, '203.0.113.7')).status).toBe(429);
    expect((await guess(26, '203.0.113.8')).status).toBe(401);
  });
});
