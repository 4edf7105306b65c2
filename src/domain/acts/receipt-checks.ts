import type { LotRow, ProductRow, SupplierRow } from '../ledger/rows.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, isRefusal, refusalIn, refuse, type Refusal } from '../refusal.js';
import { supplierReads } from './add-supplier.js';
import { MAX_CONTAINERS_PER_RECEIPT, type PackageGiven, type Receipt } from './receipt.js';

/** What `receive` must see besides the signatures. */
export function receiptReads(receipt: Receipt): Read[] {
  const { supplier, package: given, serials = [], reservedForPatientId } = receipt;
  const package_ = isRefusal(given) ? undefined : given;
  return [
    'supplierId' in supplier ? { table: 'supplier', values: [supplier.supplierId] } : supplierReads(supplier)[0]!,
    { table: 'receipt', values: [receipt.receiptId] },
    { table: 'location', values: [receipt.locationId] },
    { table: 'product', values: package_ ? [package_.productId] : [] },
    { table: 'lot', column: 'lot_number', values: package_ ? [package_.lotNumber] : [] },
    { table: 'container', values: receipt.containerIds },
    { table: 'container', column: 'label', values: receipt.labels },
    { table: 'container', column: 'serial', values: serials },
    { table: 'patient', values: reservedForPatientId === undefined ? [] : [reservedForPatientId] },
  ];
}

export interface ReceivedAs {
  readonly package: PackageGiven;
  readonly product: ProductRow;
  /** Absent: a new one. */
  readonly supplier: SupplierRow | undefined;
  readonly lot: LotRow | undefined;
}

/** What the receipt names, found; or the first thing against it but for the second person and the time. */
export function checkReceipt(state: LedgerState, receipt: Receipt): ReceivedAs | Refusal {
  const { supplier: from, package: given } = receipt;
  const package_ = isRefusal(given) ? undefined : given;
  const product = state.find('product', 'productId', package_?.productId);
  const supplier =
    'supplierId' in from
      ? state.find('supplier', 'supplierId', from.supplierId)
      : state.find('supplier', 'deaNumber', isRefusal(from.deaNumber) ? undefined : from.deaNumber);
  const lot = state
    .rows('lot')
    .find((row) => row.productId === package_?.productId && row.lotNumber === package_?.lotNumber);
  const refusal = firstRefusal(
    'deaNumber' in from ? refusalIn(from.deaNumber) : unknown(supplier, 'supplier.supplierId'),
    supplier && unknown(supplier.active !== false, 'supplier'),
    refusalIn(given),
    package_ && unknown(product?.active, 'productId'),
    unknown(state.find('location', 'locationId', receipt.locationId)?.active, 'locationId'),
    checkPatient(state, receipt.reservedForPatientId),
    state.find('receipt', 'receiptId', receipt.receiptId) && refuse('already_exists', { field: 'receiptId' }),
    lot && package_ && lot.expiresOn !== package_.expiresOn
      ? refuse('lot_conflict', {
          detail: said('lot_expires_otherwise', { lotNumber: lot.lotNumber, expiresOn: lot.expiresOn }),
          field: 'expiresOn',
        })
      : undefined,
    checkNumbers(receipt),
    checkLabels(state, receipt),
    checkSerials(state, receipt, package_?.productId),
    checkIds(state, receipt),
  );
  if (refusal || !package_ || !product) return refusal as Refusal;
  return { package: package_, product, supplier, lot };
}

function unknown(found: unknown, field: string): Refusal | undefined {
  return found ? undefined : refuse('unknown_reference', { field });
}

function checkPatient(state: LedgerState, patientId: string | undefined): Refusal | undefined {
  if (patientId === undefined) return undefined;
  return unknown(state.find('patient', 'patientId', patientId)?.active, 'reservedForPatientId');
}

function checkNumbers({ countedCount, labels, containerIds, serials }: Receipt): Refusal | undefined {
  if (countedCount > MAX_CONTAINERS_PER_RECEIPT) return refuse('too_many_containers', { field: 'countedCount' });
  const lists = { labels, containerIds, ...(serials ? { serials } : {}) };
  const [odd] = Object.entries(lists).filter(([, list]) => list.length !== countedCount);
  if (!odd) return undefined;
  const [field, list] = odd;
  const detail = said('counted_otherwise_listed', { counted: countedCount, field, listed: list.length });
  return refuse('request_invalid', { detail, field });
}

function checkLabels(state: LedgerState, { labels }: Receipt): Refusal | undefined {
  const nth = labels.findIndex((label, at) => labels.indexOf(label) < at || state.find('container', 'label', label));
  return nth === -1 ? undefined : refuse('label_already_used', { field: `labels.${nth}` });
}

/** A serial is one package of one product for ever; that of a reversed receipt never arrived. */
function checkSerials(
  state: LedgerState,
  { serials = [] }: Receipt,
  productId: string | undefined,
): Refusal | undefined {
  const received = new Set(
    state
      .rows('container')
      .filter((row) => row.productId === productId && row.state !== 'void')
      .map((row) => row.serial),
  );
  const nth = serials.findIndex((serial, at) => serials.indexOf(serial) < at || received.has(serial));
  return nth === -1 ? undefined : refuse('serial_already_received', { field: `serials.${nth}` });
}

function checkIds(state: LedgerState, { containerIds }: Receipt): Refusal | undefined {
  const nth = containerIds.findIndex(
    (id, at) => containerIds.indexOf(id) < at || state.find('container', 'containerId', id),
  );
  return nth === -1 ? undefined : refuse('already_exists', { field: `containerIds.${nth}` });
}
