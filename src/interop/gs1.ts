import type { CivilDate } from '../domain/civil-date.js';
import { readGs1Date } from './gs1-dates.js';
import { readBracketed, readElementString, type Gs1Element, type Gs1Failure } from './gs1-elements.js';

/**
 * What legal data lacks. A lost separator is legal data: a short serial number then swallows expiry and lot, and these
 * warnings are all that shows it (regulations.md 0.8).
 */
export type Gs1Warning =
  'missing_gtin' | 'gtin_has_no_embedded_ndc' | 'missing_serial' | 'missing_expiry' | 'missing_lot';

/** What a GTIN says when it holds an NDC. */
interface EmbeddedNdc {
  /** The ten digits, without the hyphens that would say which NDC it is; null where the GTIN holds none. */
  ndc10Digits: string | null;
  /** First digit of the GTIN. */
  indicator?: string;
  /** Indicator 0 is one sales unit, 1 to 8 a higher pack of it, 9 a variable measure. */
  packageLevel?: 'each' | 'higher' | 'variable_measure';
}

export interface Gs1Reading extends Partial<EmbeddedNdc> {
  ok: true;
  /** As the scanner sent it; absent where it sent none. */
  symbologyId?: string;
  /** In the order of the text, repeats included. */
  elements: Gs1Element[];
  /** The value of (01). */
  gtin?: string;
  /** From (17). */
  expiryDate?: CivilDate;
  /** False where the label gives only the month and `expiryDate` is its last day. */
  expiryDayGiven?: boolean;
  warnings: Gs1Warning[];
}

export type Gs1Result = Gs1Reading | Gs1Failure;

// GS1 DataMatrix, GS1-128, GS1 DataBar, GS1 QR: the symbols whose content is elements (regulations.md 9.2).
const GS1_SYMBOLOGIES = new Set([']d2', ']C1', ']e0', ']Q3']);

/** Whether a text is in the typed form, `(01)...`. */
export function isBracketed(text: string): boolean {
  return text.trimStart().startsWith('(');
}

/**
 * Reads GS1 data: an element string from a scanner, with or without symbology identifier, FNC1 as GS; or the typed form
 * with brackets (regulations.md 9.2). `referenceYear`, the year of reading, decides the century of dates. That (10),
 * (17) and (21) stand without (01) is a warning and no refusal: GS1 asks for the pair on the package, which may spread
 * it over two symbols. Never throws for any text; `RangeError` for a reference year outside 1000 to 9899.
 */
export function parseGs1(text: string, options: { referenceYear: number }): Gs1Result {
  if (isBracketed(text)) return interpret(readBracketed(text, options), options);
  if (!text.startsWith(']')) return interpret(readElementString(text, options), options);
  const symbologyId = text.slice(0, 3);
  if (!GS1_SYMBOLOGIES.has(symbologyId)) return { ok: false, error: 'not_gs1_symbology', symbologyId };
  return interpret(readElementString(text.slice(3), options), { ...options, symbologyId });
}

/** The value of the first element with this identifier. */
export function elementValue(elements: readonly Gs1Element[], ai: string): string | undefined {
  return elements.find(([found]) => found === ai)?.[1];
}

function interpret(
  read: { ok: true; elements: Gs1Element[] } | Gs1Failure,
  { referenceYear, symbologyId }: { referenceYear: number; symbologyId?: string },
): Gs1Result {
  if (!read.ok) return read;
  const { elements } = read;
  const gtin = elementValue(elements, '01');
  const ndc = gtin === undefined ? undefined : embeddedNdc(gtin);
  const expiry = elementValue(elements, '17');
  const expiryDate = expiry === undefined ? undefined : readGs1Date(expiry, { referenceYear });
  const warnings: Gs1Warning[] = [
    ...(gtin === undefined ? (['missing_gtin'] as const) : []),
    ...(ndc?.ndc10Digits === null ? (['gtin_has_no_embedded_ndc'] as const) : []),
    ...(elementValue(elements, '21') === undefined ? (['missing_serial'] as const) : []),
    ...(expiry === undefined ? (['missing_expiry'] as const) : []),
    ...(elementValue(elements, '10') === undefined ? (['missing_lot'] as const) : []),
  ];
  return {
    ok: true,
    ...(symbologyId !== undefined && { symbologyId }),
    elements,
    ...(gtin !== undefined && { gtin }),
    ...ndc,
    ...(expiryDate?.ok && { expiryDate: expiryDate.date, expiryDayGiven: expiryDate.dayGiven }),
    warnings,
  };
}

// US drugs: indicator, `03`, the ten digits of the NDC, check digit (regulations.md 9.2).
function embeddedNdc(gtin: string): EmbeddedNdc {
  const match = /^(\d)03(\d{10})\d$/.exec(gtin);
  if (!match) return { ndc10Digits: null };
  const [, indicator, ndc10Digits] = match as unknown as [string, string, string];
  return { ndc10Digits, indicator, packageLevel: packageLevelOf(indicator) };
}

function packageLevelOf(indicator: string): 'each' | 'higher' | 'variable_measure' {
  if (indicator === '0') return 'each';
  return indicator === '9' ? 'variable_measure' : 'higher';
}
