import { refuse, type Refusal } from '../../src/domain/refusal.js';
import { type Permission, ROLES, roleMay } from '../../src/domain/roles.js';
import type { Row } from './daybook.js';

const PERMISSIONS: Readonly<Record<string, Permission>> = {
  receipt: 'receipt:record',
  move: 'move:record',
  session: 'session:record',
  draw: 'session:record',
  give: 'session:record',
  waste: 'wastage:record',
  close_out: 'closeout:record',
  count: 'count:record',
};

// The table of roles has no permission for these yet; who does them stands in daybook/README.md, "Rows".
const DONE_BY: Readonly<Record<string, readonly string[]>> = {
  breakage: ['pharmacist', 'nurse'],
  quarantine: ['pharmacist'],
  send_out: ['pharmacist'],
  resolve: ['compliance_officer'],
};

export function checkPermission(event: string, role: string | undefined): Refusal | undefined {
  const permission = PERMISSIONS[event];
  const known = ROLES.find((one) => one === role);
  const may = permission
    ? known !== undefined && roleMay(known, permission)
    : DONE_BY[event]?.includes(role as string) === true;
  return may ? undefined : refuse('not_permitted');
}

/** Two characters, six digits, and the check digit: first, third and fifth plus twice the others, last digit. */
export function checkDea(number: string): Refusal | undefined {
  const digits = /^[A-Z][A-Z9](\d{7})$/.exec(number)?.[1]?.split('').map(Number);
  if (!digits) return refuse('invalid_dea_number');
  const [a, b, c, d, e, f, check] = digits as [number, number, number, number, number, number, number];
  return (a + c + e + 2 * (b + d + f)) % 10 === check ? undefined : refuse('invalid_dea_number');
}

/** The lot and expiry of a `]d2` scan of the product, in the fixed order that day books have. */
export function scanned(row: Row, gtin: string): Refusal | { lot: string; expiresOn: string } {
  const match = /^\]d201(\d{14})17(\d{2})(\d{2})(\d{2})10(.{1,20})$/.exec(row.scan as string);
  if (!match) return refuse('invalid_barcode');
  const [, code, year, month, day, lot] = match as unknown as [string, string, string, string, string, string];
  const sum = [...code].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  if (sum % 10 !== 0 || code !== gtin) return refuse('invalid_barcode');
  return { lot, expiresOn: `20${year}-${month}-${day}` };
}
