/**
 * The GS1 check digit that follows `digits`: weights 3, 1, 3 ... from the right (regulations.md 9.2), the same for a
 * GTIN, an SSCC, a GLN. Throws `RangeError` for anything but one or more digits.
 */
export function gs1CheckDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError('a GS1 check digit is made from digits');
  const sum = [...digits].reduceRight(
    (total, digit, at) => total + Number(digit) * ((digits.length - at) % 2 === 1 ? 3 : 1),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}
