import { randomInt } from 'node:crypto';
import { deaCheckDigit } from '../../src/interop/dea-number.js';

/** A registration that no other site of a test has: a registration is of one site. */
export function newDeaNumber(): string {
  const digits = String(randomInt(1_000_000)).padStart(6, '0');
  return `FE${digits}${deaCheckDigit(digits)}`;
}
