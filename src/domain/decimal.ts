/** An exact decimal: units / 10^scale. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const UNSIGNED_DECIMAL = /^(0|[1-9]\d{0,11})(?:\.(\d{1,6}))?$/;

/** Reads digits with at most six decimals, unsigned, in no other form. Gives undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = typeof text === 'string' ? UNSIGNED_DECIMAL.exec(text) : null;
  if (!match) return undefined;
  const decimals = match[2] ?? '';
  return { units: BigInt(`${match[1]}${decimals}`), scale: decimals.length };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** a / b rounded half up to `scale` decimals; both unsigned, b not zero. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  const numerator = a.units * 10n ** BigInt(b.scale + scale);
  const denominator = b.units * 10n ** BigInt(a.scale);
  return { units: (2n * numerator + denominator) / (2n * denominator), scale };
}

/** All its decimals: `0.80`. */
export function fixedText({ units, scale }: Decimal): string {
  const digits = units.toString().padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Without trailing zeros: `0.8`. */
export function shortText(value: Decimal): string {
  const text = fixedText(value);
  return value.scale === 0 ? text : text.replace(/\.?0+$/, '');
}
