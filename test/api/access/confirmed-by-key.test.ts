import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkKeySignatures } from '../../../src/domain/webauthn/signed-by-key.js';
import { checkSite } from '../../../src/platform/audit/checker.js';
import { withClient } from '../../../src/platform/database/one-client.js';
import { done, type Answer, type Api, type Body } from '../../support/api.js';
import { SoftAuthenticator } from '../../support/authenticator.js';
import { enrolKey } from '../../support/keys.js';
import { Organisation, type Person } from '../../support/organisation.js';

/** Whoever stands beside somebody that changes an account confirms exactly that with a key of their own. */
let organisation: Organisation;
let site: string;
let witness: Person;
let officer: Person;
const witnessKey = new SoftAuthenticator({ deviceBound: true });
const officerKey = new SoftAuthenticator();

type Question = { challenge: string };

beforeAll(async () => {
  organisation = await Organisation.start('confirmedbykey');
  site = await organisation.site();
  witness = await organisation.person('ma1', { siteId: site, role: 'witness' });
  officer = await organisation.person('com1', { siteId: site, role: 'compliance_officer' });
  await enrolKey(await organisation.as(witness), witness, witnessKey, { voucher: officer });
  await enrolKey(await organisation.as(officer), officer, officerKey, { voucher: witness });
});
afterAll(() => organisation?.stop());

const code = ({ status, body }: Answer<Body>) => `${status} ${body.code ?? ''}`.trim();

async function madeKey(api: Api, { password }: Person, key = new SoftAuthenticator()) {
  const { options } = await done(api.send('POST', '/auth/passkeys/options', { password }));
  return key.create(options as Question);
}

/** Of the first record that is, with what the log proves of it. */
async function newest(type: string) {
  const [record] = (await organisation.records()).filter((one) => String(one.type) === type);
  expect(checkKeySignatures(record as never).wrong).toEqual([]);
  await withClient(organisation.database.appUrl, async (client) =>
    expect(await checkSite(client, organisation.id)).toMatchObject({ verified: true }),
  );
  return record;
}

test('a first key is vouched for with a key, for this key and this person and no other', async () => {
  const person = await organisation.person('rn1', { siteId: site, role: 'nurse' });
  const api = await organisation.as(person);
  const attestation = await madeKey(api, person);
  const ask = (made: object, by = api) =>
    done(by.send('POST', '/auth/passkeys/voucher-options', { attestation: made, username: 'ma1' })) as Promise<never>;
  const enrol = (made: object, assertion: object) =>
    api.send('POST', '/auth/passkeys', { name: 'k', attestation: made, voucher: { assertion } });

  const answer = witnessKey.get(await ask(attestation));
  const other = await madeKey(api, person);
  expect(code(await enrol(other, answer))).toBe('401 invalid_credentials');
  const colleague = await organisation.person('rn2', { siteId: site, role: 'nurse' });
  const theirs = witnessKey.get(await ask(attestation, await organisation.as(colleague)));
  expect(code(await enrol(attestation, theirs))).toBe('401 invalid_credentials');
  const login = (await done(organisation.api.send('POST', '/auth/webauthn/options', {}))) as unknown as Question;
  expect(code(await enrol(attestation, witnessKey.get(login)))).toBe('401 invalid_credentials');
  // The old answer of a key that counts is nothing after it has answered later.
  expect((await enrol(attestation, witnessKey.get(await ask(attestation)))).status).toBe(201);
  expect(await newest('passkey_added')).toMatchObject({
    actors: [{ id: person.personId }, { id: witness.personId, meaning: 'checked', method: 'signature:passkey' }],
    changes: [
      { table: 'signature', personId: witness.personId },
      { table: 'passkey_signature' },
      { table: 'passkey', personId: person.personId },
    ],
  });
});

test('nobody vouches for a key of their own with a key', async () => {
  const admin = organisation.administrator;
  const person = await organisation.person('rn3', { siteId: site, role: 'nurse' });
  const api = await organisation.as(person);
  const adminKey = new SoftAuthenticator();
  await enrolKey(organisation.admin, admin, adminKey);
  const attestation = await madeKey(api, person);
  const asked = (await done(
    api.send('POST', '/auth/passkeys/voucher-options', { attestation }),
  )) as unknown as Question;
  const voucher = { assertion: adminKey.get(asked) };
  expect(code(await api.send('POST', '/auth/passkeys', { name: 'k', attestation, voucher }))).toBe(
    '422 signer_not_eligible',
  );
});

test('a link that takes keys away is approved with a key: this link, of this person, once', async () => {
  const person = await organisation.person('lost1', { siteId: site, role: 'nurse' });
  const other = await organisation.person('lost2', { siteId: site, role: 'nurse' });
  const path = (of: Person) => `/people/${of.personId}/invitations`;
  const ask = (idempotencyKey: string) =>
    done(
      organisation.admin.send('POST', `${path(person)}/options`, { idempotencyKey, username: 'com1' }),
    ) as Promise<never>;
  const invite = (of: Person, key: string, approver: object, removeSecondFactor = true) =>
    organisation.admin.post(path(of), { removeSecondFactor, approver }, key);

  const key = randomUUID();
  const approver = { assertion: officerKey.get(await ask(key)) };
  expect(code(await invite(other, key, approver))).toBe('401 invalid_credentials');
  expect(code(await invite(person, randomUUID(), approver))).toBe('401 invalid_credentials');
  expect(code(await invite(person, key, { assertion: witnessKey.get(await ask(key)) }))).toBe(
    '422 signer_not_eligible',
  );
  const link = await done(invite(person, key, approver));
  expect((await invite(person, key, approver)).body).toEqual(link);
  expect(await newest('person_invited')).toMatchObject({
    act: { personId: person.personId, removeSecondFactor: true },
    actors: [{}, { id: officer.personId, meaning: 'approved', method: 'signature:passkey' }],
    changes: [{ table: 'signature', meaning: 'approved' }, { table: 'passkey_signature' }],
  });
});
