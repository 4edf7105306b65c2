import type { CivilDate } from '../civil-date.js';
import type { Refusal } from '../refusal.js';
import type { OccurrenceGiven } from './occurrence.js';

/** The most containers one record can name, with their labels and serials. */
export const MAX_CONTAINERS_PER_RECEIPT = 100;

/** Who sent it: one known by id, or what the invoice says, found or made by its DEA number. */
export type SupplierGiven =
  | { readonly supplierId: string }
  | {
      /** For the case that the site does not know the number yet. */
      readonly newSupplierId: string;
      readonly name: string;
      /** Verified before, or the refusal that came of it. */
      readonly deaNumber: string | Refusal;
      readonly address: string;
    };

/** What the package says, scanned or typed. */
export interface PackageGiven {
  readonly productId: string;
  /** Case-sensitive, as printed. */
  readonly lotNumber: string;
  readonly expiresOn: CivilDate;
  /** What was scanned, for the record. */
  readonly gtin?: string;
  readonly scannedSerial?: string;
  /** What the scan lacks (regulations.md 0.8): shown to the person and kept. */
  readonly warnings: readonly string[];
}

/** Containers of one lot arrive at a location (regulations.md sections 1.3 and 4, `receipt`). */
export interface Receipt extends OccurrenceGiven {
  readonly receiptId: string;
  readonly supplier: SupplierGiven;
  readonly invoice: string;
  readonly invoicedCount: number;
  /** What is really there: so many containers are booked. */
  readonly countedCount: number;
  readonly locationId: string;
  /** The package, or the refusal that reading it came to. */
  readonly package: PackageGiven | Refusal;
  readonly labels: readonly string[];
  readonly containerIds: readonly string[];
  readonly serials?: readonly string[];
  /** Stock for one patient never changes patient (regulations.md section 4, invariant 7). */
  readonly reservedForPatientId?: string;
  readonly note?: string;
  /** For the case that the site does not know the lot yet. */
  readonly newLotId: string;
  /** For the case that counted is not invoiced. */
  readonly newDiscrepancyId: string;
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
}
