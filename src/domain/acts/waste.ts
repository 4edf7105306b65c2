import { mgFromUg } from '../amounts.js';
import type { JsonObject, RecordChange, RecordLine } from '../ledger/record.js';
import type { Outcome } from '../ledger/outcome.js';
import { signersOf, WITNESS_ATTESTS, type Signer } from '../ledger/signers.js';
import type { LedgerState } from '../ledger/state.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { checkWitnesses } from '../witnesses.js';
import { edgeAmount, movement } from './movement.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { afterTaking, dayOf } from './taking.js';
import { wasteSource, type WasteOf, type WasteSource } from './waste-source.js';

/** Why it is wasted: free text, kept apart as a private value. Refuses `reason_missing`. */
export function checkReason(reason: string): Refusal | undefined {
  return reason.trim() === '' ? refuse('reason_missing', { field: 'reason' }) : undefined;
}

export interface WasteRequest extends WasteOf, OccurrenceGiven {
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
  readonly reason: string;
}

/**
 * An amount is wasted before witnesses who sign at the same terminal (design.md section 1, "Two persons"; day book,
 * `waste`). Refuses, in the day book's order: `unknown_container`, `insufficient_amount`, `exceeds_amount_in_hand`,
 * `witness_missing`, `witness_is_performer`, `witnesses_must_differ`; then what is against a signature, the time, the
 * amount, the session or the container, and `reason_missing`.
 */
export function decideWaste(request: WasteRequest, state: LedgerState): Outcome | Refusal {
  const source = wasteSource(state, request);
  const when = occurrence(state, request);
  const { signers, unknown } = signersOf(state, request.signatureHashes, {
    intent: request.intent,
    meaning: 'witnessed',
    attests: WITNESS_ATTESTS,
  });
  const refusal = firstRefusal(
    'code' in source ? source : undefined,
    'code' in when ? when : undefined,
    checkReason(request.reason),
    checkWasteWitnesses(state, request.performerId, signers),
    unknown,
    ...signers.map((signer) => signer.refusal),
  );
  if (refusal) return refusal;
  if ('code' in source || 'code' in when) throw new Error('a waste was neither refused nor complete');
  const { occurredAt, late, lateReason } = when;
  return {
    ...wasted(state, source, { occurredAt, late }),
    cosigners: signers.filter(({ personId }) => personId !== request.performerId).map(({ actor }) => actor),
    private: { reason: request.reason, lateReason },
  };
}

/** The witnesses of a waste are as many and as different as the site's policy asks (regulations.md section 6). */
function checkWasteWitnesses(
  state: LedgerState,
  performerId: string,
  signers: readonly Pick<Signer, 'personId'>[],
): Refusal | undefined {
  const { wasteWitnesses, performerMayWitness } = state.site.policy;
  return checkWitnesses({
    performerId,
    witnessIds: signers.map(({ personId }) => personId),
    required: wasteWitnesses,
    performerMayCountAsOne: performerMayWitness,
  });
}

/** What a witnessed waste does: the lines, the container it leaves, and what is told. */
export function wasted(
  state: LedgerState,
  source: WasteSource,
  when: { readonly occurredAt: string; readonly late: boolean },
): Outcome & { readonly act: JsonObject } {
  const { session, container, amount, locationId } = source;
  const told = {
    ...(session ? { sessionId: session.sessionId } : {}),
    ...(container ? { containerId: container.row.containerId, container: container.row.label } : {}),
    ...edgeAmount(amount),
  };
  return {
    occurredAt: when.occurredAt,
    act: { from: container ? 'container' : 'in_hand', ...told },
    entry: { locationId, ...(session ? { sessionId: session.sessionId } : {}), late: when.late },
    lines: wasteLines(source),
    changes: container ? [containerChange(state, source, when.occurredAt)] : [],
    subjects: session ? [session.patientId] : [],
    answer: {
      ...told,
      ...(session && !container
        ? { inHandMg: mgFromUg(state.inHandUg(session.sessionId, session.productId) - amount.amountUg) }
        : {}),
      late: when.late,
    },
  };
}

function wasteLines({ container, session, product, amount, locationId }: WasteSource): readonly RecordLine[] {
  return movement({
    from: container
      ? { holder: 'container', id: container.row.containerId, locationId }
      : { holder: 'in_hand', id: session?.sessionId, locationId },
    to: { holder: 'waste', locationId },
    productId: product.productId,
    amount,
  });
}

function containerChange(state: LedgerState, source: WasteSource, occurredAt: string): RecordChange {
  const { container, product, amount } = source;
  if (!container) throw new Error('not from a container');
  const { amountUg } = amount;
  return afterTaking({ container: container.state, product, amountUg, occurredAt, onDate: dayOf(state, occurredAt) });
}
