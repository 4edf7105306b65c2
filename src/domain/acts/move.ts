import { checkMove } from '../container.js';
import { mgFromUg } from '../amounts.js';
import { containerState, findContainer } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { RecordLine } from '../ledger/record.js';
import type { ContainerRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { firstRefusal, isRefusal, refusalIn, refuse, type Refusal } from '../refusal.js';
import { fullMeasure } from './full-measure.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { secondPerson } from './second-person.js';

export interface Move extends OccurrenceGiven {
  /** Label or id. */
  readonly container: string;
  readonly toLocationId: string;
  readonly note?: string;
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
}

/**
 * A sealed container goes to another location of the site, checked by a second person (daybook/README.md, `move`;
 * regulations.md section 4). Must see the container, its product, the location and the signatures.
 * Refuses, the first that applies: `second_person_is_performer`, `unknown_container`, `second_person_missing`, what is
 * against the signature, `occurred_in_future`, `late_entry_needs_reason`, `container_not_sealed`, `same_location`,
 * `unknown_reference`.
 */
export function move(act: Move): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const { policy } = state.site;
    const second = secondPerson(state, { ...act, required: policy.secondPersonFor.move });
    const occurred = occurrence(state, act);
    const container = findContainer(state, act.container);
    const to = state.find('location', 'locationId', act.toLocationId);
    const refusal = firstRefusal(
      second.refusal,
      refusalIn(occurred),
      container
        ? checkMove({ container: containerState(state, container), toLocationId: act.toLocationId })
        : refuse('unknown_container', { field: 'container' }),
      to?.active ? undefined : refuse('unknown_reference', { field: 'toLocationId' }),
    );
    if (refusal || isRefusal(occurred) || !container) return refusal as Refusal;
    const { containerId, label, locationId: fromLocationId } = container;
    const { toLocationId } = act;
    return {
      occurredAt: occurred.occurredAt,
      act: { container: label, fromLocationId, toLocationId },
      entry: { locationId: toLocationId, late: occurred.late },
      lines: linesOf(state, container, toLocationId),
      changes: [{ table: 'container', containerId, locationId: toLocationId }],
      cosigners: second.cosigners,
      private: { note: act.note, lateReason: occurred.lateReason },
      answer: { containerId, label, fromLocationId, toLocationId, late: occurred.late },
    };
  };
}

/** The whole book amount leaves one place and arrives at the other, in the same container. */
function linesOf(state: LedgerState, container: ContainerRow, toLocationId: string): RecordLine[] {
  const { containerId, productId, locationId } = container;
  const product = state.find('product', 'productId', productId);
  const line = (at: string, sign: 1 | -1): RecordLine => ({
    holder: 'container',
    ids: [containerId],
    productId,
    locationId: at,
    amountMg: mgFromUg(sign * state.bookUg(containerId)),
    ...fullMeasure(product, sign),
  });
  return [line(locationId, -1), line(toLocationId, 1)];
}
