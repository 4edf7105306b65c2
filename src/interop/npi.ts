/** What the arithmetic says about a National Provider Identifier. It proves form only, never an active enumeration. */
export type NpiResult =
  | { valid: true; /** Ten digits. */ normalized: string }
  | { valid: false; reason: 'format' | 'first_digit' }
  | { valid: false; reason: 'checksum'; expectedCheckDigit: string };

// What the prefix 80840 of health cards adds to the Luhn sum (regulations.md 9.4).
const PREFIX_SUM = 24;

/** Reads an NPI, with blanks around it allowed: ten digits, the first 1 or 2, Luhn over 80840 and the NPI. Never throws. */
export function parseNpi(text: string): NpiResult {
  const normalized = text.trim();
  if (!/^\d{10}$/.test(normalized)) return { valid: false, reason: 'format' };
  if (!/^[12]/.test(normalized)) return { valid: false, reason: 'first_digit' };
  const expectedCheckDigit = npiCheckDigit(normalized.slice(0, 9));
  if (normalized[9] !== expectedCheckDigit) return { valid: false, reason: 'checksum', expectedCheckDigit };
  return { valid: true, normalized };
}

/** The check digit for the first nine digits of an NPI. Throws `RangeError` for anything but nine digits. */
export function npiCheckDigit(nineDigits: string): string {
  if (!/^\d{9}$/.test(nineDigits)) throw new RangeError('an NPI check digit is made from nine digits');
  const sum = [...nineDigits].reduce((total, character, at) => {
    const digit = Number(character);
    if (at % 2 === 1) return total + digit;
    return total + (digit > 4 ? 2 * digit - 9 : 2 * digit);
  }, PREFIX_SUM);
  return String((10 - (sum % 10)) % 10);
}
