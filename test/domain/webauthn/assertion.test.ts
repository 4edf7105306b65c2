import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { checkAssertion, isOriginOf } from '../../../src/domain/webauthn/assertion.js';
import { readCoseKey } from '../../../src/domain/webauthn/cose-key.js';
import { checkKeySignatures, keyEvidence, SIGNED_BY_KEY } from '../../../src/domain/webauthn/signed-by-key.js';
import { SoftAuthenticator, type Lies } from '../../support/authenticator.js';

const challenge = createHash('sha256').update('what is signed').digest();
const asked = { challenge: challenge.toString('base64url') };

function check(authenticator: SoftAuthenticator, lies: Lies = {}, change: object = {}) {
  const { response } = authenticator.get(asked, lies);
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  return checkAssertion(
    {
      authenticatorData: bytes(response.authenticatorData),
      clientData: bytes(response.clientDataJSON),
      signature: bytes(response.signature),
    },
    { challenge, rpId: 'localhost', publicKey: authenticator.cosePublicKey, ...change },
  );
}

describe('the answer of an authenticator', () => {
  test.each(['ES256', 'EdDSA', 'RS256'] as const)('by a key of %s', (kind) => {
    const bound = new SoftAuthenticator({ kind, deviceBound: true });
    expect(check(bound)).toEqual({
      origin: 'http://localhost:8080',
      signCount: 1,
      deviceBound: true,
      backedUp: false,
    });
    expect(check(new SoftAuthenticator({ kind }))).toMatchObject({ signCount: 0, deviceBound: false, backedUp: true });
    expect(check(bound, { spoil: true })).toEqual({ wrong: 'the signature is not that of the key' });
    expect(check(bound, {}, { publicKey: new SoftAuthenticator({ kind }).cosePublicKey })).toHaveProperty('wrong');
  });

  const LIES: [string, Lies, string][] = [
    ['to another question', { challenge: Buffer.alloc(32).toString('base64url') }, 'it signs something else'],
    ['to the making of a key', { type: 'webauthn.create' }, 'it answers another question than who is there'],
    ['at another page', { origin: 'https://localhost.example' }, 'it was given at https://localhost.example'],
    ['inside another page', { crossOrigin: true }, 'it was asked for inside a page of somebody else'],
    ['for another domain', { rpId: 'evil.example' }, 'the authenticator answered for another domain'],
    ['without a look at the person', { userVerified: false }, 'the authenticator did not verify the person'],
    [
      'of a key that is bound and backed up',
      { backupEligible: false, backedUp: true },
      'a key that is bound to its device says that it is backed up',
    ],
  ];
  test.each(LIES)('%s is refused', (_, lies, wrong) => {
    expect(check(new SoftAuthenticator(), lies)).toEqual({ wrong });
  });

  test('each of its bytes counts, and none of them makes it fail otherwise than by refusing', () => {
    const authenticator = new SoftAuthenticator();
    const { response } = authenticator.get(asked);
    for (const field of ['authenticatorData', 'clientDataJSON', 'signature'] as const) {
      const whole = Buffer.from(response[field], 'base64url');
      for (let at = 0; at <= whole.length; at += 1) {
        // Flipped, and cut short there.
        const flipped = Buffer.from(whole);
        if (at < whole.length) flipped[at]! ^= 0x01;
        for (const bytes of at < whole.length
          ? [flipped, whole.subarray(0, at)]
          : [Buffer.concat([whole, Buffer.of(0)])]) {
          const given = { ...response, [field]: bytes.toString('base64url') };
          const result = checkAssertion(
            {
              authenticatorData: Buffer.from(given.authenticatorData, 'base64url'),
              clientData: Buffer.from(given.clientDataJSON, 'base64url'),
              signature: Buffer.from(given.signature, 'base64url'),
            },
            { challenge, rpId: 'localhost', publicKey: authenticator.cosePublicKey },
          );
          expect({ field, at, result }).toHaveProperty('result.wrong');
        }
      }
    }
  });

  test('a page below the domain is the domain’s, one beside it is not', () => {
    expect(isOriginOf('https://ledger.clinic.example', 'clinic.example')).toBe(true);
    expect(isOriginOf('https://clinic.example:8443', 'clinic.example')).toBe(true);
    expect(isOriginOf('https://evilclinic.example', 'clinic.example')).toBe(false);
    expect(isOriginOf('http://clinic.example', 'clinic.example')).toBe(false);
    expect(isOriginOf('https://clinic.example/path', 'clinic.example')).toBe(false);
    expect(isOriginOf('http://localhost:1', 'localhost')).toBe(true);
  });
});

describe('a public key in COSE', () => {
  const { cosePublicKey } = new SoftAuthenticator();

  test.each([
    ['cut short', cosePublicKey.subarray(0, -1)],
    ['with something after it', Buffer.concat([cosePublicKey, Buffer.of(0)])],
    ['of no map', Buffer.of(0x01)],
    ['of another curve', Buffer.from(cosePublicKey.toString('hex').replace('2001', '2002'), 'hex')],
    ['of another algorithm', Buffer.from(cosePublicKey.toString('hex').replace('0326', '0327'), 'hex')],
    ['with a label twice', Buffer.concat([Buffer.of(0xa6), cosePublicKey.subarray(1), Buffer.of(0x01, 0x02)])],
    ['of nothing', Buffer.alloc(0)],
    ['with a length it does not have', Buffer.of(0xa1, 0x01, 0x59, 0xff, 0xff, 0x00)],
  ])('%s is none', (_, bytes) => {
    expect(() => readCoseKey(bytes)).toThrow(TypeError);
  });
});

describe('a record that says a key signed', () => {
  const authenticator = new SoftAuthenticator({ deviceBound: true });
  const { response } = authenticator.get(asked);
  const standard = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  const key = {
    signatureId: 's1',
    passkeyId: 'k1',
    personId: 'p1',
    intent: challenge.toString('base64'),
    publicKey: authenticator.cosePublicKey.toString('base64'),
    rpId: 'localhost',
    deviceBound: true,
    signCount: 1,
    authenticatorData: standard(response.authenticatorData),
    clientData: standard(response.clientDataJSON),
    assertion: standard(response.signature),
  };
  const signature = { signatureId: 's1', personId: 'p1', intent: key.intent, method: SIGNED_BY_KEY };
  const record = (ofKey: object, ofSignature: object = {}) => {
    const answer = { ...key, ...ofKey };
    return checkKeySignatures({
      changes: [
        { table: 'signature', ...signature, evidence: keyEvidence(answer), ...ofSignature },
        { table: 'passkey_signature', ...answer },
      ],
    } as never);
  };

  test('holds all that is needed to check it', () => {
    expect(record({})).toEqual({
      good: [{ signed: { table: 'passkey_signature', ...key }, signatureIds: ['s1'] }],
      wrong: [],
    });
  });

  test.each([
    ['another act', { intent: Buffer.alloc(32).toString('base64') }, {}],
    [
      'another act, said of both',
      { intent: Buffer.alloc(32).toString('base64') },
      { intent: Buffer.alloc(32).toString('base64') },
    ],
    ['another person', { personId: 'p2' }, {}],
    ['another evidence', {}, { evidence: 'x' }],
    ['a password', {}, { method: 'signature:password' }],
    ['another signature', { signatureId: 's2' }, {}],
    ['a key that may leave its device', { deviceBound: false }, {}],
    ['another count', { signCount: 2 }, {}],
    ['bytes that are none', { assertion: '?' }, {}],
    ['another key', { publicKey: new SoftAuthenticator().cosePublicKey.toString('base64') }, {}],
  ])('is wrong with %s', (_, ofKey, ofSignature) => {
    const { good, wrong } = record(ofKey, ofSignature);
    expect(good).toEqual([]);
    expect(wrong.length).toBeGreaterThan(0);
  });

  test('is wrong without the answer', () => {
    expect(checkKeySignatures({ changes: [{ table: 'signature', ...signature }] } as never).wrong).toEqual([
      'the signature s1 says that a key signed, and no answer of a key is there',
    ]);
  });
});
