import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { confirmationIntent } from '../../../src/domain/webauthn/confirmed.js';
import { checkKeySignatures, keyEvidence } from '../../../src/domain/webauthn/signed-by-key.js';
import { SoftAuthenticator } from '../../support/authenticator.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

test('what is confirmed is hashed with a prefix of its own', () => {
  const link = { type: 'person_invited', id: 'k', performerId: 'a', personId: 'p', removeSecondFactor: true } as const;
  const json = '{"id":"k","performerId":"a","personId":"p","removeSecondFactor":true,"type":"person_invited"}';
  expect(confirmationIntent(link)).toBe(sha256(`countersign-confirmation/v1\n${json}`));
});

describe('a record in which a second person confirmed with a key', () => {
  const key = new SoftAuthenticator({ deviceBound: true });
  const made = { personId: 'p1', credentialHash: 'h', publicKey: 'k', rpId: 'localhost', deviceBound: true };
  const intent = confirmationIntent({ type: 'passkey_added', ...made });
  const { response } = key.get({ challenge: Buffer.from(intent, 'base64').toString('base64url') });
  const standard = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  const answer = {
    signatureId: 's1',
    passkeyId: 'k9',
    personId: 'p2',
    intent,
    publicKey: key.cosePublicKey.toString('base64'),
    rpId: 'localhost',
    deviceBound: true,
    signCount: 1,
    authenticatorData: standard(response.authenticatorData),
    clientData: standard(response.clientDataJSON),
    assertion: standard(response.signature),
  };
  const evidence = keyEvidence(answer);
  const said = { meaning: 'checked', method: 'signature:passkey', evidence, signatureId: 's1' };
  const signature = { table: 'signature', personId: 'p2', intent, ...said };
  const passkey = { table: 'passkey', passkeyId: 'new', ...made };
  const wrong = (change: { passkey?: object; voucher?: object; changes?: object[]; type?: string }) =>
    checkKeySignatures({
      type: change.type ?? 'passkey_added',
      actors: [{ id: 'p1' }, { id: 'p2', ...said, ...change.voucher }],
      changes: change.changes ?? [
        signature,
        { table: 'passkey_signature', ...answer },
        { ...passkey, ...change.passkey },
      ],
    } as never).wrong;

  test('verifies from its bytes alone', () => {
    expect(wrong({})).toEqual([]);
  });

  test.each([
    ['another public key', { passkey: { publicKey: 'another' } }],
    ['another owner', { passkey: { personId: 'p3' } }],
    ['a key that may leave its device', { passkey: { deviceBound: false } }],
    ['another person who is said to have confirmed', { voucher: { id: 'p4' } }],
    ['other evidence of them', { voucher: { evidence: 'x' } }],
    ['another meaning', { voucher: { meaning: 'approved' } }],
    ['no answer at all', { changes: [passkey] }],
    ['nothing that is confirmed', { changes: [signature, { table: 'passkey_signature', ...answer }] }],
    ['what another kind of record says', { type: 'person_invited' }],
  ])('is wrong with %s', (_, change) => {
    expect(wrong(change).length).toBeGreaterThan(0);
  });
});
