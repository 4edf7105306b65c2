import { mgFromUg } from '../amounts.js';
import type { SessionRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';
import { checkInHand } from '../session-balance.js';

/** The session of that id, and what is against acting in it: `unknown_session`, `session_ended`. */
export function openSession(
  state: LedgerState,
  sessionId: string,
): { readonly session: SessionRow | undefined; readonly refusal: Refusal | undefined } {
  const session = state.find('treatment_session', 'sessionId', sessionId);
  if (!session) return { session, refusal: refuse('unknown_session', { field: 'sessionId' }) };
  if (session.status === 'ended') return { session, refusal: refuse('session_ended', { field: 'sessionId' }) };
  return { session, refusal: undefined };
}

/** What of a session's hand is opened as waste and waits for its witnesses, in µg; `except` is one not to add. */
export function pendingFromHandUg(state: LedgerState, sessionId: string, except?: string): number {
  const wastes = state.rows('pending_of_session').filter((waste) => waste.pendingWasteId !== except);
  return sumUg(wastes.filter((waste) => waste.sessionId === sessionId && waste.containerId === null));
}

/** What of a container is opened as waste and waits for its witnesses, in µg. */
export function pendingFromContainerUg(state: LedgerState, containerId: string, except?: string): number {
  const wastes = state.rows('pending_of_container').filter((waste) => waste.pendingWasteId !== except);
  return sumUg(wastes.filter((waste) => waste.containerId === containerId));
}

/**
 * Whether an amount can leave the hand of a session. What waits for its witnesses is spoken for: it can only be wasted
 * by them, or freed by withdrawing it. Refuses `exceeds_amount_in_hand`.
 */
export function checkFreeInHand(
  state: LedgerState,
  of: {
    readonly session: SessionRow;
    readonly amountUg: number;
    readonly field?: string;
    /** The pending waste that this completes: it does not stand in its own way. */
    readonly completes?: string;
  },
): Refusal | undefined {
  const { sessionId, productId } = of.session;
  const inHandUg = state.inHandUg(sessionId, productId);
  const pendingUg = pendingFromHandUg(state, sessionId, of.completes);
  const refusal = checkInHand({ inHandUg: inHandUg - pendingUg, amountUg: of.amountUg, field: of.field });
  if (!refusal || pendingUg === 0) return refusal;
  const about = { inHandMg: mgFromUg(inHandUg), pendingMg: mgFromUg(pendingUg), askedMg: mgFromUg(of.amountUg) };
  return refuse(refusal.code, { detail: said('in_hand_less_pending', about), field: refusal.field });
}

function sumUg(wastes: readonly { amountUg: number }[]): number {
  return wastes.reduce((sum, { amountUg }) => sum + amountUg, 0);
}
