import type { Outcome } from '../ledger/outcome.js';
import type { RecordActor, RecordChange } from '../ledger/record.js';
import type { PendingWasteRow, PendingWasteSignatureRow } from '../ledger/rows.js';
import { signersOf, WITNESS_ATTESTS, type Signer } from '../ledger/signers.js';
import type { LedgerState } from '../ledger/state.js';
import type { MeasuredAmount } from '../product.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { checkWitnesses } from '../witnesses.js';
import { edgeAmount } from './movement.js';
import { required } from './open-pending-waste.js';
import { wasted } from './waste.js';
import { wasteSource } from './waste-source.js';

/** What the record says that opened a pending waste: read from its bytes. */
export interface OpenedWaste {
  readonly performer: RecordActor;
  readonly intent: string;
  readonly occurredAt: string;
  readonly late: boolean;
}

export interface WitnessPendingWasteRequest {
  readonly pendingWasteId: string;
  /** Who signs now, and the hash of the signature's token. */
  readonly witnessId: string;
  readonly signatureHash: string;
  readonly opened: OpenedWaste;
}

/**
 * A witness of a pending waste signs. The first signatures are recorded and move nothing; the one that completes them
 * is the waste itself, performed by who opened it, at the time they gave. Refuses `not_found`,
 * `pending_waste_closed`, `witness_is_performer`, `witnesses_must_differ`, what is against the signature, and, where it
 * completes, whatever a waste is refused for.
 */
export function decideWitnessPendingWaste(request: WitnessPendingWasteRequest, state: LedgerState): Outcome | Refusal {
  const waste = state.find('pending_waste', 'pendingWasteId', request.pendingWasteId);
  if (!waste) return refuse('not_found', { detail: said('no_pending_waste') });
  const { signers, unknown } = signersOf(state, [request.signatureHash], {
    intent: request.opened.intent,
    meaning: 'witnessed',
    attests: WITNESS_ATTESTS,
  });
  const before = signedRows(state, waste.pendingWasteId);
  const signer = signers[0];
  const refusal = firstRefusal(
    waste.status === 'pending' ? undefined : refuse('pending_waste_closed'),
    checkWitnesses({
      performerId: waste.openedBy,
      witnessIds: [...before.map(({ personId }) => personId), request.witnessId],
      required: 1,
      performerMayCountAsOne: false,
    }),
    unknown,
    signer?.refusal,
    signer && signer.personId !== request.witnessId ? refuse('signature_invalid') : undefined,
  );
  if (refusal) return refusal;
  if (!signer) throw new Error('a signature was neither refused nor found');
  return before.length + 1 < required(state)
    ? witnessed({ state, waste, signer, signatures: before.length + 1 })
    : complete({ state, waste, signer, before, opened: request.opened });
}

function witnessed(of: { state: LedgerState; waste: PendingWasteRow; signer: Signer; signatures: number }): Outcome {
  const { state, waste, signer, signatures } = of;
  const { pendingWasteId, sessionId, containerId } = waste;
  const told = { pendingWasteId, signatures, signaturesRequired: required(state), status: 'pending' };
  return {
    performer: signer.actor,
    act: { ...told, ...edgeAmount(amountOf(waste)) },
    changes: [signatureChange(waste, signer)],
    subjects: [
      pendingWasteId,
      waste.openedBy,
      ...(sessionId ? [sessionId] : []),
      ...(containerId ? [containerId] : []),
    ],
    answer: told,
  };
}

function complete(of: {
  state: LedgerState;
  waste: PendingWasteRow;
  signer: Signer;
  before: readonly PendingWasteSignatureRow[];
  opened: OpenedWaste;
}): Outcome | Refusal {
  const { state, waste, signer, before } = of;
  const { pendingWasteId, openedSeq } = waste;
  const source = wasteSource(state, {
    completes: pendingWasteId,
    ...(waste.sessionId ? { sessionId: waste.sessionId } : {}),
    ...(waste.containerId ? { container: waste.containerId } : {}),
    quantity: edgeAmount(amountOf(waste)),
  });
  if ('code' in source) return source;
  const { performer, intent, occurredAt, late } = of.opened;
  const outcome = wasted(state, source, { occurredAt, late });
  const cosigners = [...before.map(earlierActor), signer.actor];
  return {
    ...outcome,
    type: 'waste',
    performer: { ...performer, signedSeq: openedSeq },
    intent,
    act: { ...outcome.act, pendingWasteId, openedSeq },
    changes: [
      ...(outcome.changes ?? []),
      { table: 'pending_waste', pendingWasteId, status: 'complete' },
      signatureChange(waste, signer),
    ],
    cosigners,
    answer: {
      ...outcome.answer,
      pendingWasteId,
      status: 'complete',
      signatures: cosigners.length,
      signaturesRequired: required(state),
    },
  };
}

/** Who signed in an earlier record, as that record has it. */
function earlierActor(row: PendingWasteSignatureRow): RecordActor {
  const { personId, signatureId, role, method, evidence, attests, seq } = row;
  const signedAt = new Date(row.signedAt).toISOString();
  return { id: personId, role, meaning: 'witnessed', method, evidence, attests, signatureId, signedAt, signedSeq: seq };
}

function signedRows(state: LedgerState, pendingWasteId: string): readonly PendingWasteSignatureRow[] {
  return state.rows('pending_waste_signature').filter((row) => row.pendingWasteId === pendingWasteId);
}

function signatureChange({ pendingWasteId }: PendingWasteRow, { personId, actor }: Signer): RecordChange {
  const { signatureId, role, method, evidence, attests = [], signedAt } = actor;
  const signed = { role, method, evidence, attests, signedAt };
  return { table: 'pending_waste_signature', signatureId, pendingWasteId, personId, ...signed };
}

function amountOf({ amountUg, volumeUl, deviceCount }: PendingWasteRow): MeasuredAmount {
  return {
    amountUg,
    ...(volumeUl === null ? {} : { volumeUl }),
    ...(deviceCount === null ? {} : { deviceCount }),
  };
}
