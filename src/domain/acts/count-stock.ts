import { mgFromUg, mlFromUl } from '../amounts.js';
import { checkOpen } from '../container.js';
import { countOpenVial, countSealed } from '../count.js';
import { containerState, findContainer, productFacts } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { JsonObject, RecordChange } from '../ledger/record.js';
import type { LedgerState } from '../ledger/state.js';
import { measure, type EdgeQuantity, type MeasuredAmount } from '../product.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { secondPerson } from './second-person.js';

export type CountMethod = 'exact' | 'estimated' | 'measured';

interface CountRequest extends OccurrenceGiven {
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
  readonly countId: string;
  /** The id a discrepancy would get. */
  readonly discrepancyId: string;
  readonly method: CountMethod;
}

export interface CountSealedRequest extends CountRequest {
  readonly locationId: string;
  readonly productId: string;
  readonly countedContainers: number;
}

export interface CountOpenRequest extends CountRequest {
  /** Label or id of an open container. */
  readonly container: string;
  readonly quantity: EdgeQuantity;
}

/** What was found beside what the book says: known to nobody before the count is signed. */
interface Found {
  readonly productId: string;
  readonly locationId: string;
  readonly bookUg: number;
  readonly countedUg: number;
  readonly varianceUg: number;
  readonly isDiscrepancy: boolean;
  /** Columns of the count that only one of its two kinds has. */
  readonly columns: JsonObject;
  readonly varianceContainers?: number;
  readonly containerId?: string;
}

/**
 * Sealed containers of a product at a location are counted blind (daybook/README.md, `count`; regulations.md section
 * 4). Moves no stock; a difference opens a discrepancy. Refuses what is wrong with the second person or the time, and
 * `unknown_reference`. No refusal says anything of the book.
 */
export function decideCountSealed(request: CountSealedRequest, state: LedgerState): Outcome | Refusal {
  const product = state.find('product', 'productId', request.productId);
  const location = state.find('location', 'locationId', request.locationId);
  const signed = signing(request, state);
  const refusal = firstRefusal(
    signed.refusal,
    product ? undefined : refuse('unknown_reference', { field: 'productId' }),
    location ? undefined : refuse('unknown_reference', { field: 'locationId' }),
  );
  if (refusal) return refusal;
  if (!product || !location) throw new Error('a count was neither refused nor complete');
  const { productId, labelAmountUg: labelUg } = product;
  const { locationId } = location;
  const stock = state.rows('stock').find((row) => row.locationId === locationId && row.productId === productId);
  if (!stock) throw new Error('a count did not read the stock it counts');
  const { countedContainers } = request;
  const counted = countSealed({ countedContainers, bookContainers: stock.sealedContainers, labelUg });
  return recorded(request, state, signed, {
    ...counted,
    productId,
    locationId,
    bookUg: stock.sealedContainers * labelUg,
    countedUg: countedContainers * labelUg,
    columns: {
      countedContainers,
      bookContainers: stock.sealedContainers,
      varianceContainers: counted.varianceContainers,
    },
  });
}

/**
 * What is left in an open vial is measured, or the devices in an open carton counted, blind. Moves no stock; more than
 * the USP excess above the book or the site's tolerance below it opens a discrepancy. Refuses as the count of sealed
 * containers does, and `unknown_container`, `container_not_open`, what is wrong with the amount.
 */
export function decideCountOpen(request: CountOpenRequest, state: LedgerState): Outcome | Refusal {
  const row = findContainer(state, request.container);
  const product = row && state.find('product', 'productId', row.productId);
  const measured = product && measure(productFacts(product), request.quantity, { allowZero: true });
  const signed = signing(request, state);
  const refusal = firstRefusal(
    row ? undefined : refuse('unknown_container', { field: 'container' }),
    signed.refusal,
    measured && 'code' in measured ? inRequest(measured) : undefined,
    row && checkOpen(containerState(state, row)),
  );
  if (refusal) return refusal;
  if (!row || !measured || 'code' in measured) throw new Error('a count was neither refused nor complete');
  const { shortageTolerancePercent } = state.site.policy;
  const container = containerState(state, row);
  const counted = countOpenVial({ ...container, shortageTolerancePercent, measuredUg: measured.amountUg });
  return recorded(request, state, signed, {
    ...counted,
    productId: row.productId,
    locationId: row.locationId,
    bookUg: container.bookUg,
    countedUg: measured.amountUg,
    containerId: row.containerId,
    columns: { containerId: row.containerId, ...measuredColumns(measured) },
  });
}

type Signed = ReturnType<typeof signing>;

function signing(request: CountRequest, state: LedgerState) {
  const when = occurrence(state, request);
  const second = secondPerson(state, { ...request, required: state.site.policy.secondPersonFor.count });
  const refusal = firstRefusal(second.refusal, 'code' in when ? when : undefined);
  return { when: 'code' in when ? undefined : when, cosigners: second.cosigners, refusal };
}

function recorded(request: CountRequest, state: LedgerState, signed: Signed, found: Found): Outcome {
  const { when, cosigners } = signed;
  if (!when) throw new Error('a count has a time');
  const { countId, discrepancyId, method } = request;
  const { productId, locationId, containerId } = found;
  const figures = {
    bookMg: mgFromUg(found.bookUg),
    countedMg: mgFromUg(found.countedUg),
    varianceMg: mgFromUg(found.varianceUg),
    withinTolerance: !found.isDiscrepancy,
  };
  const told = {
    countId,
    productId,
    locationId,
    method,
    ...found.columns,
    ...figures,
    ...(found.isDiscrepancy ? { discrepancyId } : {}),
  };
  return {
    occurredAt: when.occurredAt,
    act: told,
    entry: { locationId, late: when.late },
    changes: [
      {
        table: 'stock_count',
        countId,
        locationId,
        productId,
        method,
        ...found.columns,
        ...figures,
        countedBy: request.performerId,
        countedAt: when.occurredAt,
      },
      ...(found.isDiscrepancy ? [discrepancyOf(request, state, found, when.occurredAt)] : []),
    ],
    cosigners,
    private: { lateReason: when.lateReason },
    subjects: containerId ? [containerId] : [],
    answer: told,
  };
}

function discrepancyOf(request: CountRequest, state: LedgerState, found: Found, openedAt: string): RecordChange {
  const { productId, locationId, containerId, varianceUg, varianceContainers } = found;
  return {
    table: 'discrepancy',
    discrepancyId: request.discrepancyId,
    kind: 'count',
    productId,
    locationId,
    ...(containerId === undefined ? {} : { containerId }),
    varianceMg: mgFromUg(varianceUg),
    ...(varianceContainers === undefined ? {} : { varianceContainers }),
    status: 'open',
    openedBy: request.performerId,
    openedAt,
    openedSeq: state.seq,
  };
}

function measuredColumns({ volumeUl, deviceCount }: MeasuredAmount): JsonObject {
  return {
    ...(volumeUl === undefined ? {} : { measuredMl: mlFromUl(volumeUl) }),
    ...(deviceCount === undefined ? {} : { measuredDeviceCount: deviceCount }),
  };
}

function inRequest(refusal: Refusal): Refusal {
  return refusal.field === 'volumeMl' ? { ...refusal, field: 'measuredVolumeMl' } : refusal;
}
