import type { PackageGiven } from '../domain/acts/receipt.js';
import { isCivilDate } from '../domain/civil-date.js';
import { said } from '../domain/refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../domain/refusal.js';
import type { Scan, ScanResult } from './read-scan.js';
import { isNdcOfDigits } from './verified.js';

/** What identifies a product of the site to a scanner. */
export interface ScannedProduct {
  readonly productId: string;
  readonly gtin: string | null;
  readonly ndc11: string;
}

export interface PackageRead {
  /** Absent where nothing was scanned. */
  readonly scan: ScanResult | undefined;
  /** What the person typed: fills what the scan lacks, and must agree with what it says. */
  readonly typed: { readonly productId?: string; readonly lotNumber?: string; readonly expiresOn?: string };
  /** The product that was typed, else the one whose GTIN was scanned, if the site has it. */
  readonly product: ScannedProduct | undefined;
}

/** Whether a scan is of this product: by its GTIN, or by the NDC in the barcode where the product has no GTIN. */
function isScanOf(scan: Scan, product: ScannedProduct): boolean {
  if (product.gtin !== null) return scan.gtin === product.gtin;
  return scan.ndc10Digits !== null && isNdcOfDigits(product.ndc11, scan.ndc10Digits);
}

/**
 * What a package says, scanned, typed, or both. A scan whose lot or expiry is missing (a scanner that lost a separator:
 * regulations.md 0.8) is completed by what is typed, and keeps its warnings.
 * Refuses `invalid_barcode` (unreadable, of another product, not what was typed), `unknown_reference` (no product of the
 * site has this GTIN), `request_invalid` (lot or expiry missing).
 */
export function packageGiven({ scan, typed, product }: PackageRead): PackageGiven | Refusal {
  if (scan && !scan.ok) {
    return refuse('invalid_barcode', { detail: said(`barcode_${scan.error}`), field: 'scan' });
  }
  const productId = typed.productId ?? product?.productId;
  const lotNumber = scan?.lotNumber ?? typed.lotNumber;
  const expiresOn = scan?.expiresOn ?? typed.expiresOn;
  const refusal = firstRefusal(
    scan && product && !isScanOf(scan, product)
      ? refuse('invalid_barcode', {
          detail: said('barcode_other_product', { gtin: scan.gtin }),
          field: 'scan',
        })
      : undefined,
    differs(scan?.lotNumber, typed.lotNumber, 'lotNumber'),
    differs(scan?.expiresOn, typed.expiresOn, 'expiresOn'),
    productId === undefined ? noProduct(scan) : undefined,
    lotNumber === undefined
      ? refuse('request_invalid', { detail: said('lot_missing'), field: 'lotNumber' })
      : undefined,
    expiresOn === undefined || !isCivilDate(expiresOn)
      ? refuse('request_invalid', { detail: said('expiry_missing'), field: 'expiresOn' })
      : undefined,
  );
  if (refusal || productId === undefined || lotNumber === undefined || expiresOn === undefined)
    return refusal as Refusal;
  return {
    productId,
    lotNumber,
    expiresOn,
    ...(scan ? { gtin: scan.gtin } : {}),
    ...(scan?.serial === undefined ? {} : { scannedSerial: scan.serial }),
    warnings: scan?.warnings ?? [],
  };
}

function differs(scanned: string | undefined, typed: string | undefined, field: string): Refusal | undefined {
  if (scanned === undefined || typed === undefined || scanned === typed) return undefined;
  return refuse('invalid_barcode', { detail: said('barcode_other_than_typed', { scanned, typed }), field });
}

function noProduct(scan: Scan | undefined): Refusal {
  if (!scan) return refuse('request_invalid', { detail: said('package_unnamed'), field: 'scan' });
  return refuse('unknown_reference', { detail: said('barcode_unknown_gtin', { gtin: scan.gtin }), field: 'scan' });
}
