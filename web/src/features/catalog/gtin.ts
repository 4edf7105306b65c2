import { readScan } from '../../../../src/interop/read-scan.js';

/** The GTIN of a scanned package; undefined for any other scan. */
export function gtinOf(scan: string): string | undefined {
  const read = readScan(scan, { referenceYear: new Date().getFullYear() });
  return read.ok ? read.gtin : undefined;
}
