import { gs1CheckDigit } from './gs1-check-digit.js';

/** The parts of a National Drug Code as they were written; texts, because their zeros and their lengths matter. */
export interface NdcSegments {
  labeler: string;
  product: string;
  package: string;
}

/** Lengths of the three segments. The 10-digit forms are today's, 5-4-2 is HIPAA's, 6-x-x are FDA's to come. */
export type NdcFormat = '4-4-2' | '5-3-2' | '5-4-1' | '5-4-2' | '6-3-2' | '6-4-1' | '6-4-2';

type TenDigitFormat = '4-4-2' | '5-3-2' | '5-4-1';

/** One reading of ten digits without hyphens. */
export interface NdcCandidate {
  format: TenDigitFormat;
  hyphenated: string;
  ndc11: string;
  ndc12: string;
}

export type NdcResult =
  | {
      valid: true;
      format: NdcFormat | '5-4-2 (HIPAA, assumed)';
      segments: NdcSegments;
      /** HIPAA's 5-4-2 without hyphens; null where a six-digit labeler has none. */
      ndc11: string | null;
      /** Digits that came without hyphens are given hyphens in their own length only: 11 here, 12 below. */
      ndc11Hyphenated?: string;
      /** Why there is no `ndc11`. */
      ndc11Note?: string;
      /** FDA's 6-4-2 (from 2033-03-07) without hyphens. */
      ndc12: string;
      ndc12Hyphenated?: string;
      /** Present for the 10-digit forms alone, whose hyphens say which code it is: the digits do not. */
      ndc10Digits?: string;
      /** The GTIN-14 of one sales unit: indicator 0, `03`, the ten digits, check digit. */
      gtin14Each?: string;
      warning?: string;
    }
  | { valid: false; reason: 'format' | 'segment_lengths' }
  | { valid: false; reason: 'ambiguous_10_digit'; candidates: NdcCandidate[] };

const TEN_DIGIT_FORMATS: readonly TenDigitFormat[] = ['4-4-2', '5-3-2', '5-4-1'];
const OTHER_FORMATS: readonly string[] = ['5-4-2', '6-3-2', '6-4-1', '6-4-2'] satisfies NdcFormat[];

const NO_NDC11 = 'a 6-digit labeler that does not start with 0 has no HIPAA 5-4-2 form';
const ELEVEN_DIGITS_WARNING =
  'an 11-digit unhyphenated value could also be a future FDA 6-3-2 or 6-4-1; keep the source system with it';

/**
 * Reads an NDC with hyphens (10, 11 or 12 digits) or without (11 digits as HIPAA's 5-4-2, with a warning; 12 as FDA's
 * 6-4-2), blanks around it allowed (regulations.md 9.1). Ten digits without hyphens are three different codes: refused,
 * with all three, for a catalogue or a person to choose. Never throws for any text.
 */
export function parseNdc(text: string): NdcResult {
  const ndc = text.trim();
  if (/^\d+-\d+-\d+$/.test(ndc)) return fromHyphenated(ndc);
  if (!/^\d{10,12}$/.test(ndc)) return { valid: false, reason: 'format' };
  if (ndc.length === 10) return { valid: false, reason: 'ambiguous_10_digit', candidates: ndcCandidates(ndc) };
  if (ndc.length === 12) return { ...withForms(cut(ndc, '6-4-2'), '6-4-2'), ndc11Hyphenated: undefined };
  const assumed = withForms(cut(ndc, '5-4-2'), '5-4-2');
  return { ...assumed, ndc12Hyphenated: undefined, format: '5-4-2 (HIPAA, assumed)', warning: ELEVEN_DIGITS_WARNING };
}

/**
 * The three codes that ten digits can be, in the order 4-4-2, 5-3-2, 5-4-1; also what a GTIN's ten digits can be.
 * Throws `RangeError` for anything but ten digits.
 */
export function ndcCandidates(tenDigits: string): NdcCandidate[] {
  if (!/^\d{10}$/.test(tenDigits)) throw new RangeError('an NDC without hyphens has ten digits');
  return TEN_DIGIT_FORMATS.map((format) => {
    const segments = cut(tenDigits, format);
    const { labeler, product, package: pack } = padded(segments, 5);
    const ndc11 = `${labeler}${product}${pack}`;
    return { format, hyphenated: hyphenated(segments), ndc11, ndc12: `0${ndc11}` };
  });
}

/** The GTIN-14 of one sales unit of a 10-digit NDC (indicator 0). Throws `RangeError` for anything but ten digits. */
export function gtin14Each(tenDigits: string): string {
  if (!/^\d{10}$/.test(tenDigits)) throw new RangeError('a GTIN holds an NDC of ten digits');
  const body = `003${tenDigits}`;
  return `${body}${gs1CheckDigit(body)}`;
}

function fromHyphenated(ndc: string): NdcResult {
  const [labeler, product, pack] = ndc.split('-') as [string, string, string];
  const segments = { labeler, product, package: pack };
  const format = `${labeler.length}-${product.length}-${pack.length}`;
  if (TEN_DIGIT_FORMATS.some((known) => known === format)) {
    const ndc10Digits = `${labeler}${product}${pack}`;
    return { ...withForms(segments, format as NdcFormat), ndc10Digits, gtin14Each: gtin14Each(ndc10Digits) };
  }
  if (!OTHER_FORMATS.includes(format)) return { valid: false, reason: 'segment_lengths' };
  return withForms(segments, format as NdcFormat);
}

function withForms(segments: NdcSegments, format: NdcFormat) {
  const ndc12Hyphenated = hyphenated(padded(segments, 6));
  const ndc12 = ndc12Hyphenated.replaceAll('-', '');
  const long = { valid: true as const, format, segments, ndc12, ndc12Hyphenated };
  // Six digits of labeler have five only when the first is the zero that padding would have put there.
  if (!ndc12.startsWith('0')) return { ...long, ndc11: null, ndc11Note: NO_NDC11 };
  return { ...long, ndc11: ndc12.slice(1), ndc11Hyphenated: ndc12Hyphenated.slice(1) };
}

function cut(digits: string, format: NdcFormat): NdcSegments {
  const [labeler, product] = format.split('-').map(Number) as [number, number];
  return {
    labeler: digits.slice(0, labeler),
    product: digits.slice(labeler, labeler + product),
    package: digits.slice(labeler + product),
  };
}

function padded(segments: NdcSegments, labelerLength: 5 | 6): NdcSegments {
  return {
    labeler: segments.labeler.padStart(labelerLength, '0'),
    product: segments.product.padStart(4, '0'),
    package: segments.package.padStart(2, '0'),
  };
}

function hyphenated(segments: NdcSegments): string {
  return `${segments.labeler}-${segments.product}-${segments.package}`;
}
