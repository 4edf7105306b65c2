import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from '../../../src/domain/log/base64.js';
import { publicKeyOf, signEd25519, verifyEd25519 } from '../../../src/domain/log/ed25519.js';
import { LogError } from '../../../src/domain/log/log-error.js';
import {
  formatVerifierKey,
  parseVerifierKey,
  SIGNATURE_TYPES,
  verifierKeyOf,
} from '../../../src/domain/log/note-key.js';
import { cosign, formatNote, parseNote, signText, verifySignatures } from '../../../src/domain/log/signed-note.js';

const unhex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const refusedAs = (code: string) => expect.objectContaining({ name: 'LogError', code });
const signerOf = (name: string, fill: number) => ({ name, privateKey: new Uint8Array(32).fill(fill) });

// The example of c2sp.org/signed-note, "Example".
const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const NOTE = `This is an example message.

\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

describe('Ed25519, RFC 8032 section 7.1', () => {
  test.each([
    [
      'TEST 1',
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      'TEST 2',
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
  ])('%s', (_name, privateHex, publicHex, messageHex, signatureHex) => {
    const [privateKey, publicKey] = [unhex(privateHex), unhex(publicHex)];
    const [message, signature] = [unhex(messageHex), unhex(signatureHex)];
    expect(publicKeyOf(privateKey)).toEqual(publicKey);
    expect(signEd25519({ privateKey, message })).toEqual(signature);
    expect(verifyEd25519({ publicKey, message, signature })).toBe(true);
    expect(verifyEd25519({ publicKey, message: Uint8Array.of(1), signature })).toBe(false);
  });

  test('a key or signature that is none is false, not an error', () => {
    const message = Uint8Array.of(1);
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });
    fc.assert(fc.property(key, signature, (publicKey, s) => !verifyEd25519({ publicKey, message, signature: s })));
    expect(verifyEd25519({ publicKey: new Uint8Array(31), message, signature: new Uint8Array(64) })).toBe(false);
    expect(verifyEd25519({ publicKey: new Uint8Array(32), message, signature: new Uint8Array(63) })).toBe(false);
    expect(() => signEd25519({ privateKey: new Uint8Array(31), message })).toThrow(refusedAs('badKeyFormat'));
  });
});

describe('verifier keys', () => {
  test('the example of the spec is read and written', () => {
    const key = parseVerifierKey(VKEY);
    expect(key).toMatchObject({ name: 'example.com/foo', keyId: 0x530d903a, type: 1 });
    expect(formatVerifierKey(key)).toBe(VKEY);
  });

  test.each([
    ['a key ID that is not that of the key', VKEY.replace('530d903a', '530d903b'), 'badKeyFormat'],
    ['a key ID in capitals', VKEY.replace('530d903a', '530D903A'), 'badKeyFormat'],
    ['another name', VKEY.replace('foo', 'fop'), 'badKeyFormat'],
    ['a space in the name', VKEY.replace('foo', 'f o'), 'badKeyFormat'],
    ['a no-break space in the name', VKEY.replace('foo', 'f\u00a0o'), 'badKeyFormat'],
    ['no name', VKEY.replace('example.com/foo', ''), 'badKeyFormat'],
    ['two parts', 'example.com/foo+530d903a', 'badKeyFormat'],
    ['base64 without padding', `${VKEY}A`, 'badBase64'],
    ['a short public key', 'a+00000000+AQID', 'badKeyFormat'],
    ['ECDSA', 'a+00000000+AgID', 'unsupportedKeyType'],
    ['ML-DSA-44', 'a+00000000+BgID', 'unsupportedKeyType'],
    ['nothing', '', 'badKeyFormat'],
  ])('refuses %s', (_what, vkey, code) => {
    expect(() => parseVerifierKey(vkey)).toThrow(refusedAs(code));
  });
});

describe('notes', () => {
  test('the example of the spec verifies and is written as it is read', () => {
    const note = parseNote(NOTE);
    expect(note.text).toBe('This is an example message.\n');
    const [signature] = verifySignatures({ note, keys: [parseVerifierKey(VKEY)] });
    expect(signature).toMatchObject({ key: { name: 'example.com/foo' }, timestamp: undefined });
    expect(formatNote(note)).toBe(NOTE);
  });

  test('the text may hold empty lines: the last one separates', () => {
    for (const text of ['a\n\nb\n', '\n', 'a\n\n', '\u2014 a b\n', '\ufeffa\n']) {
      const note = parseNote(formatNote({ text, signatures: [signText({ text, signer: signerOf('k', 1) })] }));
      expect(note.text).toBe(text);
      expect(verifySignatures({ note, keys: [verifierKeyOf(signerOf('k', 1), SIGNATURE_TYPES.ed25519)] })).toHaveLength(
        1,
      );
    }
  });

  const sig = NOTE.split('\n')[2] as string;
  test.each([
    ['no signature', 'text\n\n', 'badNote'],
    ['no empty line', `text\n${sig}\n`, 'badNote'],
    ['no newline at the end', `text\n\n${sig}`, 'badNote'],
    ['an empty line at the end', `text\n\n${sig}\n\n`, 'badNote'],
    ['something else among the signatures', `text\n\n${sig}\nx\n`, 'badNote'],
    ['a hyphen for the dash', `text\n\n${sig.replace('\u2014', '-')}\n`, 'badNote'],
    ['two spaces', `text\n\n${sig.replace(' U', '  U')}\n`, 'badBase64'],
    ['a plus in the name', `text\n\n${sig.replace('foo', 'f+o')}\n`, 'badNote'],
    ['a Unicode space in the name', `text\n\n${sig.replace('foo', 'f\u2003o')}\n`, 'badNote'],
    ['no name', `text\n\n${sig.replace('example.com/foo', '')}\n`, 'badNote'],
    ['a signature of the key ID alone', 'text\n\n\u2014 a AAAAAA==\n', 'badNote'],
    ['base64 without padding', `text\n\n${sig.slice(0, -1)}\n`, 'badBase64'],
    ['base64 with stray bits', `text\n\n${sig.replace('aQM=', 'aQN=')}\n`, 'badBase64'],
    ['a tab', `te\txt\n\n${sig}\n`, 'badNote'],
    ['a carriage return', `text\r\n\n${sig}\n`, 'badNote'],
    ['a lone surrogate', `te\ud800xt\n\n${sig}\n`, 'badNote'],
    ['101 signatures', `text\n\n${`${sig}\n`.repeat(101)}`, 'tooLarge'],
    ['more than a megabyte', `${'x'.repeat(1_000_001)}\n\n${sig}\n`, 'tooLarge'],
  ])('refuses %s', (_what, note, code) => {
    expect(() => parseNote(note)).toThrow(refusedAs(code));
  });

  test('refuses bytes that are not UTF-8, takes 100 signatures', () => {
    expect(() => parseNote(Uint8Array.of(0xff, 10, 10))).toThrow(refusedAs('notUtf8'));
    expect(parseNote(`text\n\n${`${sig}\n`.repeat(100)}`).signatures).toHaveLength(100);
  });

  test('formatNote writes nothing that parseNote refuses', () => {
    const signature = { name: 'k', keyId: 1, signature: new Uint8Array(64) };
    const format = (text: string, changed = {}) => formatNote({ text, signatures: [{ ...signature, ...changed }] });
    expect(parseNote(format('a\n')).signatures).toEqual([signature]);
    expect(() => format('a')).toThrow(refusedAs('badNote'));
    expect(() => format('a\tb\n')).toThrow(refusedAs('badNote'));
    expect(() => format('a\n', { name: 'k l' })).toThrow(LogError);
    expect(() => formatNote({ text: 'a\n', signatures: [] })).toThrow(refusedAs('badNote'));
  });

  test('throws nothing but LogError', () => {
    const noteLike = fc.array(fc.constantFrom('\n', '\u2014 ', 'k', ' ', 'AAAAAAAA', '=', '+', 'é'), { maxLength: 14 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 30 }),
          noteLike.map((parts) => parts.join('')),
        ),
        (input) => {
          try {
            parseNote(input);
          } catch (error) {
            expect(error).toBeInstanceOf(LogError);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('verifySignatures', () => {
  const text = 'text\n';
  const [alice, bob] = [signerOf('alice', 1), signerOf('bob', 2)];
  const keyOf = (signer: typeof alice) => verifierKeyOf(signer, SIGNATURE_TYPES.ed25519);
  const byAlice = signText({ text, signer: alice });
  const byBob = signText({ text, signer: bob });
  const broken = { ...byBob, signature: byBob.signature.map((b, i) => (i === 9 ? b ^ 4 : b)) };

  test('ignores unknown keys, also with a known name or a known ID but not both', () => {
    const keys = [keyOf(alice)];
    const strangers = [broken, { ...byAlice, keyId: 7 }, { ...byAlice, name: 'carol' }];
    expect(verifySignatures({ note: { text, signatures: [...strangers, byAlice] }, keys })).toHaveLength(1);
    const unsigned = () => verifySignatures({ note: { text, signatures: strangers }, keys });
    expect(unsigned).toThrow(refusedAs('noKnownSignature'));
  });

  test('refuses the whole note if one signature of a known key fails, even beside a good one of the same key', () => {
    const keys = [keyOf(alice), keyOf(bob)];
    for (const signatures of [
      [byAlice, broken],
      [broken, byAlice],
      [byBob, broken],
    ]) {
      expect(() => verifySignatures({ note: { text, signatures }, keys })).toThrow(refusedAs('badSignature'));
    }
  });

  test('counts a key once however often it signed', () => {
    const note = { text, signatures: [byAlice, byAlice, byAlice] };
    expect(verifySignatures({ note, keys: [keyOf(alice)] })).toHaveLength(1);
  });

  test('of two cosignatures by one key, takes the first', () => {
    const key = verifierKeyOf(alice, SIGNATURE_TYPES.cosignatureV1);
    const signatures = [5n, 9n].map((timestamp) => cosign({ text, signer: alice, timestamp }));
    expect(verifySignatures({ note: { text, signatures }, keys: [key] })).toEqual([{ key, timestamp: 5n }]);
  });

  test('a cosignature says when, and is none for another time, text or type of key', () => {
    const key = verifierKeyOf(alice, SIGNATURE_TYPES.cosignatureV1);
    const signature = cosign({ text, signer: alice, timestamp: 1679315147n });
    const verify = (of: string, s = signature, keys = [key]) =>
      verifySignatures({ note: { text: of, signatures: [s] }, keys });
    expect(verify(text)).toEqual([{ key, timestamp: 1679315147n }]);
    expect(() => verify('texts\n')).toThrow(refusedAs('badSignature'));
    const later = signature.signature.map((b, i) => (i === 7 ? b + 1 : b));
    expect(() => verify(text, { ...signature, signature: later })).toThrow(refusedAs('badSignature'));
    expect(() => verify(text, { ...signature, signature: later.subarray(8) })).toThrow(refusedAs('badSignature'));
    expect(() => verify(text, signature, [keyOf(alice)])).toThrow(refusedAs('noKnownSignature'));
    expect(keyOf(alice).keyId).not.toBe(key.keyId);
  });

  test('a cosignature time is at most 2^63 - 1', () => {
    const key = verifierKeyOf(alice, SIGNATURE_TYPES.cosignatureV1);
    const last = cosign({ text, signer: alice, timestamp: 2n ** 63n - 1n });
    expect(verifySignatures({ note: { text, signatures: [last] }, keys: [key] })[0]?.timestamp).toBe(2n ** 63n - 1n);
    for (const timestamp of [2n ** 63n, -1n]) {
      expect(() => cosign({ text, signer: alice, timestamp })).toThrow(refusedAs('badSignature'));
    }
    // Signed rightly, but for a time that the spec does not allow.
    const message = Buffer.from(`cosignature/v1\ntime ${2n ** 63n}\n${text}`);
    const signature = Buffer.concat([
      unhex('8000000000000000'),
      signEd25519({ privateKey: alice.privateKey, message }),
    ]);
    const note = { text, signatures: [{ ...last, signature }] };
    expect(() => verifySignatures({ note, keys: [key] })).toThrow(refusedAs('badSignature'));
  });
});

describe('base64', () => {
  test('takes its own writing, and no other spelling of the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(bytes);
        for (const other of [`${text}=`, ` ${text}`, `${text}\n`, text.replace(/=+$/, '')]) {
          if (other !== text) expect(() => decodeBase64(other)).toThrow(refusedAs('badBase64'));
        }
      }),
    );
    for (const text of ['A', 'AB==', 'AAB=', '_-==', 'A A=', 'é'])
      expect(() => decodeBase64(text)).toThrow(refusedAs('badBase64'));
  });
});
