import { mgFromUg } from '../amounts.js';
import { closeOut, type CloseOut } from '../close-out.js';
import { checkOpen } from '../container.js';
import { containerState, findContainer, productFacts } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { RecordChange, RecordLine } from '../ledger/record.js';
import type { ContainerRow, ProductRow } from '../ledger/rows.js';
import { signersOf, WITNESS_ATTESTS } from '../ledger/signers.js';
import type { LedgerState } from '../ledger/state.js';
import { measure, type MeasuredAmount } from '../product.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { checkWitnesses } from '../witnesses.js';
import { edgeAmount, movement, type End } from './movement.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { pendingFromContainerUg } from './session-facts.js';

export interface CloseOutRequest extends OccurrenceGiven {
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
  /** Label or id. */
  readonly container: string;
  readonly measuredVolumeMl: string;
  /** The id a discrepancy would get. */
  readonly discrepancyId: string;
}

/**
 * An open vial has given its last drop: the book is brought to what was measured, which is nothing (daybook/README.md,
 * `close_out`; regulations.md section 8). A gain comes from overfill, a small shortage is one, a larger one is held in
 * suspense by a discrepancy; where book and measure agree no stock moves. Refuses `unknown_container`,
 * `witness_missing`, `witness_is_performer`, `witnesses_must_differ`; then what is against a signature, the time or the
 * amount, `container_not_open`, `container_not_empty`.
 */
export function decideCloseOut(request: CloseOutRequest, state: LedgerState): Outcome | Refusal {
  const row = findContainer(state, request.container);
  const product = row && state.find('product', 'productId', row.productId);
  const measured = product && measuredVolume(product, request.measuredVolumeMl);
  const when = occurrence(state, request);
  const { signers, unknown } = signersOf(state, request.signatureHashes, {
    intent: request.intent,
    meaning: 'witnessed',
    attests: WITNESS_ATTESTS,
  });
  const { closeOutWitnesses, shortageTolerancePercent } = state.site.policy;
  const refusal = firstRefusal(
    row ? undefined : refuse('unknown_container', { field: 'container' }),
    checkWitnesses({
      performerId: request.performerId,
      witnessIds: signers.map(({ personId }) => personId),
      required: closeOutWitnesses,
      performerMayCountAsOne: false,
    }),
    unknown,
    ...signers.map((signer) => signer.refusal),
    'code' in when ? when : undefined,
    measured && 'code' in measured ? measured : undefined,
    row && checkOpen(containerState(state, row)),
    measured && 'amountUg' in measured && measured.amountUg > 0
      ? refuse('container_not_empty', { field: 'measuredVolumeMl' })
      : undefined,
    row && pendingFromContainerUg(state, row.containerId) > 0
      ? refuse('container_not_empty', {
          detail: said('waits_to_be_witnessed', { container: row.label }),
          field: 'container',
        })
      : undefined,
  );
  if (refusal) return refusal;
  if (!row || !product || !measured || 'code' in measured || 'code' in when) {
    throw new Error('a close-out was neither refused nor complete');
  }
  const closed = closeOut({ ...containerState(state, row), shortageTolerancePercent, measuredUg: measured.amountUg });
  const told = {
    containerId: row.containerId,
    container: row.label,
    varianceMg: mgFromUg(closed.varianceUg),
    percentOfLabel: closed.percentOfLabel,
    class: closed.class,
    ...(closed.class === 'discrepancy' ? { discrepancyId: request.discrepancyId } : {}),
  };
  return {
    occurredAt: when.occurredAt,
    act: { ...told, measured: edgeAmount(measured) },
    entry: { locationId: row.locationId, late: when.late },
    lines: linesOf({ row, product, closed, discrepancyId: request.discrepancyId }),
    changes: [
      { table: 'container', containerId: row.containerId, state: 'empty' },
      ...(closed.class === 'discrepancy'
        ? [discrepancyOf({ state, row, closed, request, openedAt: when.occurredAt })]
        : []),
    ],
    cosigners: signers.map(({ actor }) => actor),
    private: { lateReason: when.lateReason },
    answer: { ...told, bookMg: mgFromUg(state.bookUg(row.containerId)), containerState: 'empty' },
  };
}

function measuredVolume(product: ProductRow, measuredVolumeMl: string): MeasuredAmount | Refusal {
  const measured = measure(productFacts(product), { volumeMl: measuredVolumeMl }, { allowZero: true });
  if (!('code' in measured)) return measured;
  return { ...measured, field: 'measuredVolumeMl' };
}

function linesOf(of: {
  row: ContainerRow;
  product: ProductRow;
  closed: CloseOut;
  discrepancyId: string;
}): readonly RecordLine[] {
  const { row, product, closed, discrepancyId } = of;
  const { productId, locationId } = row;
  if (closed.class === 'exact') return [];
  const vial: End = { holder: 'container', id: row.containerId, locationId };
  const amount = measure(productFacts(product), { amountMg: mgFromUg(Math.abs(closed.varianceUg)) });
  if ('code' in amount) throw new Error('a variance is an amount');
  const other: End =
    closed.class === 'overfill_gain'
      ? { holder: 'overfill', locationId }
      : closed.class === 'close_out_shortage'
        ? { holder: 'close_out_shortage', locationId }
        : { holder: 'suspense', id: discrepancyId, locationId };
  const [from, to] = closed.varianceUg > 0 ? [other, vial] : [vial, other];
  return movement({ from, to, productId, amount });
}

function discrepancyOf(of: {
  state: LedgerState;
  row: ContainerRow;
  closed: CloseOut;
  request: CloseOutRequest;
  openedAt: string;
}): RecordChange {
  const { state, row, closed, request, openedAt } = of;
  return {
    table: 'discrepancy',
    discrepancyId: request.discrepancyId,
    kind: 'close_out',
    productId: row.productId,
    locationId: row.locationId,
    containerId: row.containerId,
    varianceMg: mgFromUg(closed.varianceUg),
    status: 'open',
    openedBy: request.performerId,
    openedAt,
    openedSeq: state.seq,
  };
}
