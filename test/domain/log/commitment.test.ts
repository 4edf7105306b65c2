import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fieldCommitment, leafData, leafHash, recordCommitment } from '../../../src/domain/log/commitment.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const refused = expect.objectContaining({ name: 'LogError', code: 'badCommitmentInput' });
const salt = Uint8Array.from({ length: 32 }, (_, i) => i);

interface Vector {
  name: string;
  kind: string;
  leafDataHex: string;
  leafHash: string;
}
const file = new URL('../../vectors/log-vectors.json', import.meta.url);
const vectors = (JSON.parse(readFileSync(file, 'utf8')) as Vector[]).filter(({ kind }) => kind === 'proof');

describe('commitments are the formulas of docs/audit-log.md', () => {
  test('field: tag, name, newline, salt, value', () => {
    const expected = sha256('countersign-field/v1\n', 'patientName', '\n', salt, 'Zoë');
    expect(hex(fieldCommitment({ name: 'patientName', salt, value: 'Zoë' }))).toBe(expected);
    expect(hex(fieldCommitment({ name: 'patientName', salt, value: Buffer.from('Zoë') }))).toBe(expected);
    // Fixed for ever: computed with `printf ... | sha256sum`.
    expect(expected).toBe('a41cf16d37a7ac5aec7115374bdfb6730b3ff8fd1e55b4e5d2400205bb3ec878');
  });

  test('record: tag, salt, bytes', () => {
    const record = Buffer.from('{"seq":0}');
    expect(hex(recordCommitment({ salt, record }))).toBe(sha256('countersign-commit/v1\n', salt, record));
    expect(hex(recordCommitment({ salt, record }))).toBe(
      '9c49d146f7783ace9d89e39833f7921cdbead48da94c4c249405739c72026412',
    );
  });

  test('leaf data: tag, origin, seq and base64 of the commitment, each with its newline', () => {
    const data = leafData({ origin: 'clinic.example/countersign/site/1', seq: 12, commitment: salt });
    expect(Buffer.from(data).toString()).toBe(
      'countersign-entry/v1\nclinic.example/countersign/site/1\n12\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n',
    );
    expect(hex(leafHash(data))).toBe(sha256(Uint8Array.of(0), data));
  });
});

// The vectors' log has leaves of the same form under a tag of its own, `ledger-entry/v1`.
describe('leaves of log-vectors.json', () => {
  test.each(vectors)('$name: leaf data has this form', ({ leafDataHex }) => {
    const data = Buffer.from(leafDataHex, 'hex').toString();
    const [tag, origin, seq, commitment] = data.split('\n') as [string, string, string, string];
    expect(tag).toBe('ledger-entry/v1');
    const ours = leafData({ origin, seq: Number(seq), commitment: Buffer.from(commitment, 'base64') });
    expect(Buffer.from(ours).toString()).toBe(data.replace('ledger-entry/v1', 'countersign-entry/v1'));
  });

  test.each(vectors.filter(({ name }) => name !== 'node-as-leaf'))('$name: leaf hash', (vector) => {
    expect(Buffer.from(leafHash(Buffer.from(vector.leafDataHex, 'hex'))).toString('base64')).toBe(vector.leafHash);
  });
});

describe('refuses parts that could be read in two ways', () => {
  const leaf = { origin: 'o', seq: 0, commitment: salt };
  test.each([
    ['a short salt', () => fieldCommitment({ name: 'a', salt: salt.subarray(1), value: 'x' })],
    ['a long salt', () => recordCommitment({ salt: new Uint8Array(33), record: salt })],
    ['a field name with a newline', () => fieldCommitment({ name: 'a\nb', salt, value: 'x' })],
    ['no field name', () => fieldCommitment({ name: '', salt, value: 'x' })],
    ['an origin with a newline', () => leafData({ ...leaf, origin: 'a\n1' })],
    ['no origin', () => leafData({ ...leaf, origin: '' })],
    ['a negative seq', () => leafData({ ...leaf, seq: -1 })],
    ['a seq that is no integer', () => leafData({ ...leaf, seq: 0.5 })],
    ['a seq beyond 2^53 - 1', () => leafData({ ...leaf, seq: 2 ** 53 })],
    ['a commitment of another length', () => leafData({ ...leaf, commitment: salt.subarray(1) })],
  ])('%s', (_what, commit) => {
    expect(commit).toThrow(refused);
  });

  test('a lone surrogate in a value', () => {
    expect(() => fieldCommitment({ name: 'a', salt, value: '\udc00' })).toThrow(
      expect.objectContaining({ code: 'badString' }),
    );
  });
});
