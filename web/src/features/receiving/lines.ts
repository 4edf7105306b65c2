import { isCivilDate } from '../../../../src/domain/civil-date.js';
import { ndcCandidates } from '../../../../src/interop/ndc.js';
import { readScan, type Scan } from '../../../../src/interop/read-scan.js';

/** One lot of a delivery on its way to being a receipt. It keeps its own key, so that a lock or a lost line cannot double it. */
export interface Line {
  /** Idempotency key of its receipt. */
  readonly key: string;
  readonly productId: string;
  /** The first package that was scanned; absent where somebody typed. */
  readonly scan?: string;
  readonly lotNumber: string;
  readonly expiresOn: string;
  /** What the code lacked and somebody has to read off the package. */
  readonly asked: readonly ('lotNumber' | 'expiresOn')[];
  readonly serials: readonly string[];
  readonly counted: number;
  /** As typed from the invoice. */
  readonly invoiced: string;
  readonly recorded?: Recorded;
}

export interface Recorded {
  readonly receiptId: string;
  readonly seq: number;
  readonly differs: boolean;
}

/** What identifies a product of the site to a scanner. */
export interface KnownProduct {
  readonly productId: string;
  readonly ndc: string;
  readonly gtin?: string;
  readonly active: boolean;
}

/** What one scan came to, for the person to see at once. */
export type Said =
  | { readonly is: 'added'; readonly line: Line; readonly serial?: string; readonly isNew: boolean }
  | { readonly is: 'twice'; readonly serial: string; readonly line: Line }
  | { readonly is: 'received_before'; readonly serial: string; readonly label: string }
  | { readonly is: 'unknown_product'; readonly gtin: string; readonly ndc10Digits: string | null }
  | { readonly is: 'unreadable'; readonly error: string };

const GTIN = /^[0-9]{8}$|^[0-9]{12,14}$/;
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;

/** A package that was scanned into the delivery: the lines as they are now, and what is to be said. Never throws. */
export function scanInto(
  lines: readonly Line[],
  text: string,
  of: { readonly products: readonly KnownProduct[]; readonly referenceYear: number; readonly newKey: () => string },
): { readonly lines: readonly Line[]; readonly said: Said } {
  const bare = text.replace(SYMBOLOGY, '').trim();
  const read = readScan(GTIN.test(bare) ? `(01)${bare.padStart(14, '0')}` : text, of);
  if (!read.ok) return { lines, said: { is: 'unreadable', error: read.error } };
  const product = productOf(read, of.products);
  if (!product) return { lines, said: { is: 'unknown_product', gtin: read.gtin, ndc10Digits: read.ndc10Digits } };
  const { serial } = read;
  const holder = serial === undefined ? undefined : lines.find((line) => isOf(line, product, serial));
  if (holder && serial !== undefined) return { lines, said: { is: 'twice', serial, line: holder } };
  const known = lines.find((line) => isSameLot(line, product, read));
  const line = known ? added(known, serial) : begun(text, product, read, of.newKey());
  return {
    lines: known ? lines.map((one) => (one === known ? line : one)) : [...lines, line],
    said: { is: 'added', line, isNew: !known, ...(serial === undefined ? {} : { serial }) },
  };
}

/** The lines without a package that turned out to have been received before. */
export function withoutSerial(lines: readonly Line[], serial: string): readonly Line[] {
  return lines
    .map((line) =>
      line.serials.includes(serial)
        ? { ...line, serials: line.serials.filter((one) => one !== serial), counted: line.counted - 1 }
        : line,
    )
    .filter(({ counted, recorded, scan }) => counted > 0 || recorded !== undefined || scan === undefined);
}

/** By GTIN; else a product without one whose NDC the code can hold, if there is exactly one: as the server does it. */
function productOf(scan: Scan, products: readonly KnownProduct[]): KnownProduct | undefined {
  const active = products.filter((one) => one.active);
  const byGtin = active.find(({ gtin }) => gtin === scan.gtin);
  if (byGtin || scan.ndc10Digits === null) return byGtin;
  const candidates = ndcCandidates(scan.ndc10Digits).map(({ hyphenated }) => hyphenated);
  const byNdc = active.filter(({ gtin, ndc }) => gtin === undefined && candidates.includes(ndc));
  return byNdc.length === 1 ? byNdc[0] : undefined;
}

function isOf(line: Line, product: KnownProduct, serial: string): boolean {
  return line.productId === product.productId && line.serials.includes(serial);
}

function isSameLot(line: Line, { productId }: KnownProduct, { lotNumber, expiresOn }: Scan): boolean {
  if (line.recorded || line.productId !== productId) return false;
  const sameLot = lotNumber === undefined ? line.asked.includes('lotNumber') : line.lotNumber === lotNumber;
  const sameDay = expiresOn === undefined ? line.asked.includes('expiresOn') : line.expiresOn === expiresOn;
  return sameLot && sameDay;
}

function added(line: Line, serial: string | undefined): Line {
  return {
    ...line,
    counted: line.counted + 1,
    serials: serial === undefined ? line.serials : [...line.serials, serial],
  };
}

function begun(scan: string, { productId }: KnownProduct, read: Scan, key: string): Line {
  const { lotNumber, expiresOn, serial } = read;
  return {
    key,
    productId,
    scan,
    lotNumber: lotNumber ?? '',
    expiresOn: expiresOn ?? '',
    asked: [
      ...(lotNumber === undefined ? (['lotNumber'] as const) : []),
      ...(expiresOn === undefined ? (['expiresOn'] as const) : []),
    ],
    serials: serial === undefined ? [] : [serial],
    counted: 1,
    invoiced: '',
  };
}

/** A line without a code. */
export function typedLine(productId: string, key: string): Line {
  return {
    key,
    productId,
    lotNumber: '',
    expiresOn: '',
    asked: ['lotNumber', 'expiresOn'],
    serials: [],
    counted: 0,
    invoiced: '',
  };
}

/** What is still needed before a line can be signed. */
export function missingOf({
  lotNumber,
  expiresOn,
  invoiced,
}: Line): readonly ('lotNumber' | 'expiresOn' | 'invoiced')[] {
  return [
    ...(lotNumber.trim() === '' ? (['lotNumber'] as const) : []),
    ...(isCivilDate(expiresOn) ? [] : (['expiresOn'] as const)),
    ...(/^\d{1,6}$/.test(invoiced) ? [] : (['invoiced'] as const)),
  ];
}

/** Fewer days than this until the lot expires are worth a word: it may go back. */
const SHORT_DATED_DAYS = 90;

/** What to say of a lot's last day. Days are civil dates. */
export function freshness(expiresOn: string, today: string): 'expired' | 'short' | 'good' | undefined {
  if (!isCivilDate(expiresOn)) return undefined;
  const days = (Date.parse(`${expiresOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000;
  if (days < 0) return 'expired';
  return days < SHORT_DATED_DAYS ? 'short' : 'good';
}

/** What the receipt of a line says, besides what all lines of the delivery share. */
export function bodyOf({ productId, scan, lotNumber, expiresOn, serials, counted, invoiced }: Line) {
  return {
    invoicedCount: Number(invoiced),
    countedCount: counted,
    productId,
    lotNumber: lotNumber.trim(),
    expiresOn,
    ...(scan === undefined ? {} : { scan }),
    // The ledger takes serials of all containers of a line or of none.
    ...(serials.length > 0 && serials.length === counted ? { serials: [...serials] } : {}),
  };
}
