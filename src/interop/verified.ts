import { said } from '../domain/refusal-details.js';
import { refuse, type Refusal } from '../domain/refusal.js';
import { parseDeaNumber } from './dea-number.js';
import { ndcCandidates, parseNdc } from './ndc.js';
import { parseNpi } from './npi.js';
import { readScan } from './read-scan.js';

/** A DEA number in its one form (upper case, no suffix), or `invalid_dea_number` in the field it came from. */
export function verifiedDeaNumber(text: string, field: string): string | Refusal {
  const read = parseDeaNumber(text);
  if (read.valid) return read.normalized;
  const kind = ({ format: 'dea_form', registrant_type: 'dea_registrant_type', checksum: 'dea_checksum' } as const)[
    read.reason
  ];
  return refuse('invalid_dea_number', { detail: said(kind), field });
}

/** An NPI of ten digits, or `invalid_npi`. */
export function verifiedNpi(text: string, field: string): string | Refusal {
  const read = parseNpi(text);
  if (read.valid) return read.normalized;
  const kind = ({ format: 'npi_form', first_digit: 'npi_first_digit', checksum: 'npi_checksum' } as const)[read.reason];
  return refuse('invalid_npi', { detail: said(kind), field });
}

export interface VerifiedNdc {
  /** With its hyphens, in the form it has on the package. */
  readonly ndc: string;
  /** HIPAA's 5-4-2 without hyphens: one text for each code, whatever form it came in. */
  readonly ndc11: string;
}

/** An NDC, or `invalid_ndc`: unreadable, three codes at once (ten digits without hyphens), or without 11-digit form. */
export function verifiedNdc(text: string, field: string): VerifiedNdc | Refusal {
  const read = parseNdc(text);
  if (!read.valid) {
    const detail =
      read.reason === 'ambiguous_10_digit'
        ? said('ndc_ambiguous', { candidates: read.candidates.map(({ hyphenated }) => hyphenated).join(', ') })
        : undefined;
    return refuse('invalid_ndc', { detail, field });
  }
  if (read.ndc11 === null) return refuse('invalid_ndc', { detail: said('ndc_without_11_digits'), field });
  const { labeler, product, package: pack } = read.segments;
  return { ndc: `${labeler}-${product}-${pack}`, ndc11: read.ndc11 };
}

/** Whether ten digits out of a GTIN can be this NDC: their hyphens are not in the barcode. */
export function isNdcOfDigits(ndc11: string, ndc10Digits: string): boolean {
  return ndcCandidates(ndc10Digits).some((candidate) => candidate.ndc11 === ndc11);
}

/** A GTIN-14 whose check digit is right and which holds the NDC, or `invalid_barcode`. */
export function verifiedGtin(text: string, of: { ndc11: string | undefined; field: string }): string | Refusal {
  const { ndc11, field } = of;
  const gtin = text.trim();
  // The year decides the century of dates alone, and there is none.
  const read = /^\d{14}$/.test(gtin) ? readScan(`(01)${gtin}`, { referenceYear: 2026 }) : undefined;
  if (!read?.ok) {
    return refuse('invalid_barcode', { detail: said('gtin_form'), field });
  }
  if (ndc11 === undefined) return gtin;
  if (read.ndc10Digits !== null && isNdcOfDigits(ndc11, read.ndc10Digits)) return gtin;
  return refuse('invalid_barcode', { detail: said('gtin_other_ndc'), field });
}
