import { expect, test } from '@jest/globals';
import { formatReceiptCode, parseReceiptCode } from '../../../src/domain/log/receipt-code.js';

const origin = 'clinic.example/countersign/site/01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const leafHash = Uint8Array.from({ length: 32 }, (_, at) => 255 - at);

test('a code says the record, its leaf and the file, and is read back', () => {
  const fileDigest = new Uint8Array(32).fill(251);
  for (const code of [
    { origin, seq: 42, leafHash },
    { origin, seq: 0, leafHash, fileDigest },
  ]) {
    const text = formatReceiptCode(code);
    expect(text).toMatch(/^countersign:v1:[!-~]+$/);
    expect(parseReceiptCode(text)).toEqual(code);
  }
});

test.each([
  ['another version', (text: string) => text.replace('v1', 'v2')],
  ['a number with a leading zero', (text: string) => text.replace(':42:', ':042:')],
  ['another spelling of the leaf', (text: string) => `${text}=`],
  ['stray bits in the last character', (text: string) => text.replace(/.$/, 'B')],
  ['an origin that is none', (text: string) => text.replace('countersign/site', '../site')],
  ['more than there is', (text: string) => `${text}::x`],
])('refuses %s', (_, change) => {
  const text = formatReceiptCode({ origin, seq: 42, leafHash });
  expect(parseReceiptCode(change(text))).toBeUndefined();
});
