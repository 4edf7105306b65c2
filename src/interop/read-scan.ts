import type { CivilDate } from '../domain/civil-date.js';
import type { Gs1Failure } from './gs1-elements.js';
import { elementValue, parseGs1, type Gs1Warning } from './gs1.js';

/** What receiving takes from a scan. */
export interface Scan {
  ok: true;
  /** GTIN-14, check digit verified. */
  gtin: string;
  /** The ten digits of the NDC without hyphens, for `ndcCandidates` and the catalogue; null where the GTIN has none. */
  ndc10Digits: string | null;
  packageLevel?: 'each' | 'higher' | 'variable_measure';
  /** The NDC of (715), as it stands there: where twelve digits will be, which do not fit a GTIN. */
  nationalNumber?: string;
  /** Case-sensitive, as printed. */
  lotNumber?: string;
  /** Last day of use; the last of the month where the label gives no day. */
  expiresOn?: CivilDate;
  serial?: string;
  /** To be shown to the person: a missing lot or expiry may mean that the scanner lost a separator. */
  warnings: Gs1Warning[];
}

export type ScanResult = Scan | Gs1Failure | { ok: false; error: 'missing_gtin'; warnings: Gs1Warning[] };

/**
 * Reads what a scanner or a person put into one field at receiving: `parseGs1`, and a GTIN must be there. The line end
 * that scanners append is dropped. Never throws for any text; `RangeError` for a reference year outside 1000 to 9899.
 */
export function readScan(text: string, options: { referenceYear: number }): ScanResult {
  const reading = parseGs1(text.replace(/[\r\n\t]+$/, ''), options);
  if (!reading.ok) return reading;
  const { elements, gtin, ndc10Digits = null, packageLevel, expiryDate, warnings } = reading;
  if (gtin === undefined) return { ok: false, error: 'missing_gtin', warnings };
  const [nationalNumber, lotNumber, serial] = ['715', '10', '21'].map((ai) => elementValue(elements, ai));
  return {
    ok: true,
    gtin,
    ndc10Digits,
    ...(packageLevel !== undefined && { packageLevel }),
    ...(nationalNumber !== undefined && { nationalNumber }),
    ...(lotNumber !== undefined && { lotNumber }),
    ...(expiryDate !== undefined && { expiresOn: expiryDate }),
    ...(serial !== undefined && { serial }),
    warnings,
  };
}
