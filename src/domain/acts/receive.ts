import { mgFromUg } from '../amounts.js';
import type { Outcome } from '../ledger/outcome.js';
import type { RecordChange, RecordLine } from '../ledger/record.js';
import type { LedgerState } from '../ledger/state.js';
import { isPast, localDate } from '../local-date.js';
import { encodeUtf8 } from '../log/bytes.js';
import { MAX_RECORD_BYTES } from '../log/canonical-json.js';
import { said } from '../refusal-details.js';
import { firstRefusal, isRefusal, refusalIn, refuse, type Refusal } from '../refusal.js';
import { fullMeasure } from './full-measure.js';
import { occurrence, type Occurred } from './occurrence.js';
import { checkReceipt, type ReceivedAs } from './receipt-checks.js';
import type { Receipt } from './receipt.js';
import { secondPerson, type SecondPersonFound } from './second-person.js';

/**
 * Sealed containers of one lot arrive, counted against the invoice by two persons (daybook/README.md, `receipt`;
 * regulations.md sections 1.3, 4). What is counted is booked; a difference from the invoice opens a discrepancy, which
 * moves no stock. A lot already expired may arrive: it is flagged, and no draw from it will pass.
 * Refuses, the first that applies: `invalid_dea_number`, `invalid_barcode`, `second_person_is_performer`,
 * `second_person_missing`, what is against the signature, `occurred_in_future`, `late_entry_needs_reason`,
 * `too_many_containers`, `serial_already_received`, `label_already_used`, `lot_conflict`, `unknown_reference`,
 * `already_exists`; before them `request_invalid` where a list has not the counted number.
 */
export function receive(receipt: Receipt): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const second = secondPerson(state, { ...receipt, required: state.site.policy.secondPersonFor.receipt });
    const occurred = occurrence(state, receipt);
    const as = checkReceipt(state, receipt);
    const refusal = firstRefusal(refusalIn(as), second.refusal, refusalIn(occurred));
    if (refusal || isRefusal(as) || isRefusal(occurred)) return refusal as Refusal;
    const outcome = outcomeOf({ state, receipt, as, occurred, second });
    return fitsRecord(outcome)
      ? outcome
      : refuse('too_many_containers', { detail: said('receipt_too_large'), field: 'countedCount' });
  };
}

/** What a record says besides the act: place, times, the actors and their evidence, commitments, running numbers. */
const BESIDES_BYTES = 1400;

/** Long names in another script take more bytes than letters: what would not fit is refused, not broken off. */
function fitsRecord({ act, entry, lines, changes, subjects }: Outcome): boolean {
  const bytes = encodeUtf8(JSON.stringify({ act, entry, lines, changes, subjects }));
  return bytes.length + BESIDES_BYTES <= MAX_RECORD_BYTES;
}

interface Accepted {
  readonly state: LedgerState;
  readonly receipt: Receipt;
  readonly as: ReceivedAs;
  readonly occurred: Occurred;
  readonly second: SecondPersonFound;
}

function outcomeOf(accepted: Accepted): Outcome {
  const { receipt, as, occurred, second } = accepted;
  const { receiptId, invoicedCount, countedCount, locationId } = receipt;
  const { gtin, scannedSerial, lotNumber, expiresOn } = as.package;
  const ids = idsOf(accepted);
  const warnings = warningsOf(accepted);
  const varianceContainers = countedCount - invoicedCount;
  const isDiscrepancy = varianceContainers !== 0;
  const discrepancyId = isDiscrepancy ? receipt.newDiscrepancyId : undefined;
  return {
    occurredAt: occurred.occurredAt,
    act: { receiptId, invoicedCount, countedCount, lotNumber, expiresOn, gtin, scannedSerial, warnings },
    entry: { locationId, late: occurred.late },
    lines: linesOf(accepted),
    changes: [
      ...newSupplier(accepted),
      ...newLot(accepted),
      receiptChange(accepted),
      ...containerChanges(accepted),
      ...(isDiscrepancy ? [discrepancyChange(accepted, varianceContainers)] : []),
    ],
    cosigners: second.cosigners,
    private: { note: receipt.note, lateReason: occurred.lateReason },
    subjects: [ids.supplierId, ids.lotId],
    answer: {
      receiptId,
      ...ids,
      productId: as.product.productId,
      lotNumber,
      expiresOn,
      containers: receipt.labels.map((label, nth) => ({ containerId: receipt.containerIds[nth], label })),
      warnings,
      late: occurred.late,
      discrepancyId,
    },
  };
}

function idsOf({ receipt, as }: Accepted): { supplierId: string; lotId: string } {
  const { supplier } = receipt;
  return {
    supplierId: as.supplier?.supplierId ?? ('newSupplierId' in supplier ? supplier.newSupplierId : supplier.supplierId),
    lotId: as.lot?.lotId ?? receipt.newLotId,
  };
}

/** What the scan lacks, and what the person should look at again. */
function warningsOf({ state, receipt, as, occurred }: Accepted): string[] {
  const { supplier } = receipt;
  const today = localDate(occurred.occurredAt, state.site.timeZone);
  const differs =
    'name' in supplier &&
    as.supplier !== undefined &&
    (as.supplier.name !== supplier.name || as.supplier.address !== supplier.address);
  return [
    ...as.package.warnings,
    ...(isPast(today, as.package.expiresOn) ? ['expired_on_arrival'] : []),
    ...(differs ? ['supplier_known_by_other_details'] : []),
  ];
}

function linesOf({ receipt, as }: Accepted): RecordLine[] {
  const { countedCount, containerIds, locationId } = receipt;
  const { product } = as;
  const { productId, labelAmountUg } = product;
  if (countedCount === 0) return [];
  return [
    {
      holder: 'supplier',
      productId,
      locationId,
      amountMg: mgFromUg(-countedCount * labelAmountUg),
      ...fullMeasure(product, -countedCount),
    },
    {
      holder: 'container',
      ids: containerIds,
      productId,
      locationId,
      amountMg: mgFromUg(labelAmountUg),
      ...fullMeasure(product, 1),
    },
  ];
}

function newSupplier({ receipt, as }: Accepted): RecordChange[] {
  const { supplier } = receipt;
  if (as.supplier || !('name' in supplier)) return [];
  const { newSupplierId: supplierId, name, deaNumber, address } = supplier;
  return [{ table: 'supplier', supplierId, name, deaNumber: deaNumber as string, address }];
}

function newLot({ receipt, as }: Accepted): RecordChange[] {
  const { productId, lotNumber, expiresOn } = as.package;
  return as.lot ? [] : [{ table: 'lot', lotId: receipt.newLotId, productId, lotNumber, expiresOn }];
}

function receiptChange(accepted: Accepted): RecordChange {
  const { receiptId, invoice, invoicedCount, countedCount, locationId } = accepted.receipt;
  return {
    table: 'receipt',
    receiptId,
    ...idsOf(accepted),
    invoice,
    invoicedCount,
    countedCount,
    productId: accepted.as.product.productId,
    locationId,
    receivedAt: accepted.occurred.occurredAt,
  };
}

/** All containers in one change: a hundred of them, named one by one, would not fit a record. */
function containerChanges(accepted: Accepted): RecordChange[] {
  const { receipt, as } = accepted;
  const { receiptId, locationId, labels, containerIds, serials, reservedForPatientId, countedCount } = receipt;
  const { productId, labelAmountUg, overfillAllowanceUg } = as.product;
  if (countedCount === 0) return [];
  return [
    {
      table: 'container',
      receiptId,
      productId,
      lotId: idsOf(accepted).lotId,
      locationId,
      state: 'sealed',
      labelAmountMg: mgFromUg(labelAmountUg),
      overfillAllowanceMg: mgFromUg(overfillAllowanceUg),
      expiresOn: as.package.expiresOn,
      reservedForPatientId,
      each: { containerId: containerIds, label: labels, ...(serials ? { serial: serials } : {}) },
    },
  ];
}

function discrepancyChange({ state, receipt, as }: Accepted, varianceContainers: number): RecordChange {
  const { productId, labelAmountUg } = as.product;
  return {
    table: 'discrepancy',
    discrepancyId: receipt.newDiscrepancyId,
    kind: 'receipt',
    productId,
    locationId: receipt.locationId,
    varianceMg: mgFromUg(varianceContainers * labelAmountUg),
    varianceContainers,
    status: 'open',
    openedBy: receipt.performerId,
    openedAt: state.recordedAt,
    openedSeq: state.seq,
  };
}
