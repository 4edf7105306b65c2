/**
 * Amounts are integers inside: mass in µg, volume in µL. At the edges they are decimal strings in mg and mL. Nothing
 * here rounds: a text or a product that has no exact integer is an AmountError (design.md section 1, "Amounts").
 */

/** Largest magnitude of a mass (µg) or volume (µL): a tonne, a million litres; its products still fit a bigint column. */
export const MAX_AMOUNT = 1_000_000_000_000;

const THOUSAND = 1000n;
const EDGE_DECIMAL = /^(-?)(0|[1-9]\d{0,12})(?:\.(\d{1,3}))?$/;

export type AmountErrorCode = 'amount_invalid' | 'amount_not_exact';

/** An amount that is not written as one (`amount_invalid`), or has no exact integer (`amount_not_exact`). */
export class AmountError extends Error {
  constructor(
    readonly code: AmountErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'AmountError';
  }
}

export interface SignOptions {
  /** Book amounts, variances and suspense may be negative; what a person measures may not. */
  readonly allowNegative?: boolean;
}

/**
 * µg of a decimal text in mg: `"37.5"` is 37500. Digits with at most three decimals; no `+`, exponent, space, leading
 * zero, `1.` or `.5`. Throws AmountError `amount_invalid`.
 */
export function ugFromMg(text: string, options: SignOptions = {}): number {
  return thousandthsFrom(text, 'mg', options);
}

/** The shortest decimal text in mg of an amount in µg: `"37.5"`, `"-0.5"`, `"0"`. Throws AmountError `amount_invalid`. */
export function mgFromUg(amountUg: number): string {
  return textOfThousandths(amountUg, 'µg');
}

/** µL of a decimal text in mL, in the form and with the errors of `ugFromMg`. */
export function ulFromMl(text: string, options: SignOptions = {}): number {
  return thousandthsFrom(text, 'mL', options);
}

/** The shortest decimal text in mL of a volume in µL. Throws AmountError `amount_invalid`. */
export function mlFromUl(volumeUl: number): string {
  return textOfThousandths(volumeUl, 'µL');
}

/**
 * Mass in a volume: µL x µg/mL / 1000, exactly (daybook/README.md, "mg = mL x strength").
 * Throws AmountError `amount_not_exact` when that is no whole number of µg, `amount_invalid` when beyond the limit.
 */
export function ugOfVolume(of: { volumeUl: number; strengthUgPerMl: number }): number {
  const strength = strengthOf(of.strengthUgPerMl);
  const product = BigInt(checked(of.volumeUl, 'µL')) * strength;
  if (product % THOUSAND !== 0n) {
    throw new AmountError(
      'amount_not_exact',
      `${mlFromUl(of.volumeUl)} mL of ${mgFromUg(of.strengthUgPerMl)} mg/mL is no whole number of µg`,
    );
  }
  return checked(Number(product / THOUSAND), 'µg');
}

/**
 * Volume that holds a mass: µg x 1000 / (µg/mL), exactly.
 * Throws AmountError `amount_not_exact` when that is no whole number of µL, `amount_invalid` when beyond the limit.
 */
export function volumeOfUg(of: { amountUg: number; strengthUgPerMl: number }): number {
  const strength = strengthOf(of.strengthUgPerMl);
  const product = BigInt(checked(of.amountUg, 'µg')) * THOUSAND;
  if (product % strength !== 0n) {
    throw new AmountError(
      'amount_not_exact',
      `${mgFromUg(of.amountUg)} mg of ${mgFromUg(of.strengthUgPerMl)} mg/mL is no whole number of µL`,
    );
  }
  return checked(Number(product / strength), 'µL');
}

function thousandthsFrom(text: unknown, unit: 'mg' | 'mL', options: SignOptions): number {
  const match = typeof text === 'string' ? EDGE_DECIMAL.exec(text) : null;
  if (!match) {
    throw new AmountError('amount_invalid', `not an amount in ${unit} with at most three decimals: ${quoted(text)}`);
  }
  const [, sign, whole, decimals = ''] = match as unknown as [string, string, string, string | undefined];
  const magnitude = Number(whole) * 1000 + Number(decimals.padEnd(3, '0'));
  if (sign === '-' && (magnitude === 0 || options.allowNegative !== true)) {
    throw new AmountError('amount_invalid', `an amount in ${unit} is not negative: ${quoted(text)}`);
  }
  if (magnitude > MAX_AMOUNT)
    throw new AmountError('amount_invalid', `too large an amount in ${unit}: ${quoted(text)}`);
  return sign === '-' ? -magnitude : magnitude;
}

function textOfThousandths(value: number, unit: 'µg' | 'µL'): string {
  const magnitude = Math.abs(checked(value, unit));
  const whole = Math.trunc(magnitude / 1000);
  const decimals = String(magnitude % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

function checked(value: number, unit: 'µg' | 'µL'): number {
  if (!Number.isSafeInteger(value) || Math.abs(value) > MAX_AMOUNT) {
    throw new AmountError('amount_invalid', `not a usable whole number of ${unit}: ${String(value)}`);
  }
  return value;
}

function strengthOf(strengthUgPerMl: number): bigint {
  if (!Number.isSafeInteger(strengthUgPerMl) || strengthUgPerMl <= 0 || strengthUgPerMl > MAX_AMOUNT) {
    throw new AmountError('amount_invalid', `not a usable strength in µg/mL: ${String(strengthUgPerMl)}`);
  }
  return BigInt(strengthUgPerMl);
}

// Echoes of a caller's text are cut: they go into messages and logs.
function quoted(text: unknown): string {
  const shown = JSON.stringify(text) ?? String(text);
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
