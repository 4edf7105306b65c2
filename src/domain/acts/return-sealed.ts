import { findContainer } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { ContainerRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { containerAndHand } from './container-and-hand.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { secondPerson } from './second-person.js';
import { checkFreeInHand, openSession } from './session-facts.js';
import { wholeOf } from './take.js';

export interface ReturnRequest extends OccurrenceGiven {
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
  readonly sessionId: string;
  /** Label or id. */
  readonly container: string;
  /** The entry by which this container was last taken out, if any; read with what came later on the container. */
  readonly takeSeq: number | undefined;
}

/**
 * A container that was taken out comes back to its place, sealed and tamper-intact, which a second person has checked
 * (regulations.md section 4). What was once drawn up never goes back. Refuses `second_person_is_performer`,
 * `unknown_container`, `exceeds_amount_in_hand`, what is wrong with the second person, the time or the session, and
 * `container_not_sealed` for all that is not this session's unopened container.
 */
export function decideReturn(request: ReturnRequest, state: LedgerState): Outcome | Refusal {
  const row = findContainer(state, request.container);
  const when = occurrence(state, request);
  const { session, refusal: sessionRefusal } = openSession(state, request.sessionId);
  const second = secondPerson(state, { ...request, required: state.site.policy.secondPersonFor.return });
  const amount = row && wholeOf(row, state.find('product', 'productId', row.productId));
  const refusal = firstRefusal(
    second.refusal,
    row ? undefined : refuse('unknown_container', { field: 'container' }),
    session && amount && checkFreeInHand(state, { session, amountUg: amount.amountUg, field: 'container' }),
    'code' in when ? when : undefined,
    sessionRefusal,
    row && checkTakenFor(state, row, request),
  );
  if (refusal) return refusal;
  if (!row || !session || !amount || 'code' in when) throw new Error('a return was neither refused nor complete');
  const moved = containerAndHand({ state, container: row, session, amount, when, into: 'container' });
  return {
    ...moved,
    changes: [{ table: 'container', containerId: row.containerId, state: 'sealed' }],
    cosigners: second.cosigners,
    answer: { ...moved.answer, containerState: 'sealed' },
  };
}

function checkTakenFor(state: LedgerState, container: ContainerRow, request: ReturnRequest): Refusal | undefined {
  if (container.state !== 'taken') {
    return refuse('container_not_sealed', {
      detail: said('not_out_unopened', { container: container.label }),
      field: 'container',
    });
  }
  const take = state.find('entry', 'seq', request.takeSeq);
  const isLast = !state.rows('later_entry').some((later) => later.ofSeq === request.takeSeq);
  if (take?.type === 'take' && take.reversedBySeq === null && take.sessionId === request.sessionId && isLast) {
    return undefined;
  }
  return refuse('container_not_sealed', {
    detail: said('out_for_other_session', { container: container.label }),
    field: 'container',
  });
}
