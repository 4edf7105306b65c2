import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { signEd25519, publicKeyOf, verifyEd25519 } from '../../../src/domain/log/ed25519.js';
import { sha256 } from '../../../src/domain/log/sha256.js';
import type { PublicKey } from '../../../src/domain/webauthn/cose-key.js';
import { isKeySignature } from '../../../src/domain/webauthn/key-signature.js';
import { verifyEd25519 as inPage } from '../../../web/verify/ed25519.js';
import { isKeySignature as keyInPage } from '../../../web/verify/key-signature.js';
import { sha256 as hashInPage } from '../../../web/verify/sha256.js';

/** What stands in for node:crypto in verify.html says the same as what it stands in for. */
describe('in a browser', () => {
  test('SHA-256 of parts of every length is the same', () => {
    for (let length = 0; length < 200; length += 7) {
      const parts = [randomBytes(length), randomBytes(length % 5), randomBytes(3)];
      expect(hashInPage(...parts)).toEqual(sha256(...parts));
    }
    expect(hashInPage()).toEqual(sha256());
  });

  test('Ed25519 takes what is signed and nothing that was changed', () => {
    for (let round = 0; round < 5; round += 1) {
      const privateKey = randomBytes(32);
      const of = { publicKey: publicKeyOf(privateKey), message: randomBytes(round * 40) };
      const signature = signEd25519({ privateKey, message: of.message });
      expect(inPage({ ...of, signature })).toBe(true);
      for (let at = 0; at < 64; at += 9) {
        const changed = Uint8Array.from(signature, (byte, nth) => (nth === at ? byte ^ 1 : byte));
        expect([inPage({ ...of, signature: changed }), verifyEd25519({ ...of, signature: changed })]).toEqual([
          false,
          false,
        ]);
      }
      expect(inPage({ ...of, message: randomBytes(9), signature })).toBe(false);
      expect(inPage({ ...of, signature: signature.subarray(1) })).toBe(false);
    }
  });

  const KINDS: readonly (readonly [PublicKey['algorithm'], () => { publicKey: KeyObject; privateKey: KeyObject }])[] = [
    [-7, () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    [-8, () => generateKeyPairSync('ed25519')],
    [-257, () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ];

  test.each(KINDS)('a key of algorithm %i signs, and nothing changed is taken', (algorithm, make) => {
    const { publicKey, privateKey } = make();
    const key = { algorithm, jwk: publicKey.export({ format: 'jwk' }) } as PublicKey;
    for (let round = 0; round < 8; round += 1) {
      const message = randomBytes(50 + round);
      const signature = new Uint8Array(sign(algorithm === -8 ? null : 'sha256', message, privateKey));
      expect(keyInPage({ key, message, signature })).toBe(true);
      const changed = Uint8Array.from(signature, (byte, at) => (at === 10 + round ? byte ^ 4 : byte));
      const other = { key, message, signature: changed };
      expect([keyInPage(other), isKeySignature(other)]).toEqual([false, false]);
      expect(keyInPage({ key, message: randomBytes(8), signature })).toBe(false);
      expect(keyInPage({ key, message, signature: signature.subarray(0, 20) })).toBe(false);
    }
  });

  test('the page that is built holds all of them, and nothing of Node.js', () => {
    const page = readFileSync('dist/web/verify.html', 'utf8');
    expect(page).not.toMatch(/node:crypto|createPublicKey|__vite-browser-external/);
  });
});
