/** What the arithmetic says about a DEA registration number. It proves form only, never an active registration. */
export type DeaNumberResult =
  | {
      valid: true;
      /** Two characters and seven digits, upper case, without suffix. */
      normalized: string;
      /** What an institution adds after a hyphen for one practitioner (21 CFR 1301.22(c)). */
      suffix?: string;
      /** Passes, but is no number that is ever issued (all digits equal): somebody filled the field. */
      placeholderWarning?: true;
      /** Passes, but is a published example with one digit changed by five, which the check digit cannot see. */
      checksumCollision?: true;
    }
  | { valid: false; reason: 'format' | 'registrant_type' }
  | { valid: false; reason: 'checksum'; expectedCheckDigit: string };

type Parts = [type: string, second: string, digits: string, given: string, suffix: string | undefined];

const SHAPE = /^([A-Z])([A-Z9])(\d{6})(\d)(?:-([A-Z0-9]+))?$/i;

// First letters in the public list of registrant types. Chemical handlers, whose numbers begin with a digit, hold no
// controlled substances.
const REGISTRANT_TYPES = new Set('ABCDEFGHJKLMPQRSTUX');

const PUBLISHED_EXAMPLES = ['AB1234563', 'AP5836727'];

/**
 * Reads a DEA registration number, in any case and with blanks around it. Form, then registrant type, then check digit:
 * the units digit of (d1+d3+d5) + 2(d2+d4+d6) (regulations.md 9.4). Never throws for any text.
 */
export function parseDeaNumber(text: string): DeaNumberResult {
  const match = SHAPE.exec(text.trim());
  if (!match) return { valid: false, reason: 'format' };
  // Upper case only now: before, a letter of another alphabet could turn into one of these.
  const [type, second, digits, given, suffix] = match.slice(1).map((part) => part?.toUpperCase()) as Parts;
  if (!REGISTRANT_TYPES.has(type)) return { valid: false, reason: 'registrant_type' };
  const expected = deaCheckDigit(digits);
  if (given !== expected) return { valid: false, reason: 'checksum', expectedCheckDigit: expected };
  const normalized = `${type}${second}${digits}${given}`;
  return {
    valid: true,
    normalized,
    ...(suffix !== undefined && { suffix }),
    ...(new Set(digits + given).size === 1 && { placeholderWarning: true as const }),
    ...(PUBLISHED_EXAMPLES.some((example) => differsByFiveInOneDigit(example, normalized)) && {
      checksumCollision: true as const,
    }),
  };
}

/** The check digit for the first six digits of a DEA number. Throws `RangeError` for anything but six digits. */
export function deaCheckDigit(sixDigits: string): string {
  if (!/^\d{6}$/.test(sixDigits)) throw new RangeError('a DEA check digit is made from six digits');
  const [d1, d2, d3, d4, d5, d6] = [...sixDigits].map(Number) as [number, number, number, number, number, number];
  return String((d1 + d3 + d5 + 2 * (d2 + d4 + d6)) % 10);
}

// Only the doubled digits can hide a change of five, and both numbers have already passed the check.
function differsByFiveInOneDigit(example: string, number: string): boolean {
  const changed = [...example].flatMap((character, at) => (character === number[at] ? [] : [at]));
  const [at] = changed;
  if (at === undefined || changed.length !== 1) return false;
  return Math.abs(Number(example[at]) - Number(number[at])) === 5;
}
