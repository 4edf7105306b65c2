import type { ContainerLifeState } from '../container.js';
import type { ContainerRow, EntryRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { type Detail, said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';
import { pendingFromContainerUg, pendingFromHandUg } from './session-facts.js';

interface Reversal {
  /** What the container must be in now, and what it is afterwards. */
  readonly from: readonly ContainerLifeState[];
  readonly to: ContainerLifeState;
  /** Later acts on the container that do not rest on this one: draws and wastes add up in any order. */
  readonly bears: readonly string[];
}

/** A punctured vial stays open whatever is reversed; what was never received is void. */
const REVERSALS: Readonly<Record<string, Reversal>> = {
  receipt: { from: ['sealed'], to: 'void', bears: [] },
  move: { from: ['sealed'], to: 'sealed', bears: [] },
  draw: { from: ['open', 'empty'], to: 'open', bears: ['draw', 'waste'] },
  waste: { from: ['open', 'empty'], to: 'open', bears: ['draw', 'waste'] },
  take: { from: ['taken'], to: 'sealed', bears: [] },
  return: { from: ['sealed'], to: 'taken', bears: [] },
  close_out: { from: ['empty'], to: 'open', bears: [] },
  // Touches no container.
  give: { from: [], to: 'open', bears: [] },
};

/** What the entry's containers are after its reversal; undefined where it touches none. */
export function stateAfterReversal(entry: EntryRow): ContainerLifeState | undefined {
  const touches = entry.type === 'close_out' || entry.lines.some(({ kind }) => kind === 'container');
  return touches ? REVERSALS[entry.type]?.to : undefined;
}

/** What the reversal puts into a session's hand, or takes out of it, in µg. */
export function handChangesUg(entry: EntryRow): number {
  const inHand = entry.lines.filter(({ kind }) => kind === 'in_hand');
  return 0 - inHand.reduce((sum, { amountUg }) => sum + amountUg, 0);
}

/**
 * Whether an entry can still be undone: only when nothing later rests on it. Refuses `entry_not_reversible`, saying
 * what stands in the way.
 */
export function checkReversible(state: LedgerState, entry: EntryRow): Refusal | undefined {
  const reversal = REVERSALS[entry.type];
  if (!reversal) return notReversible(said('reverses_no_movement'));
  if (entry.lines.some(({ kind }) => kind === 'suspense')) {
    return notReversible(said('reverses_discrepancy'));
  }
  return checkSession(state, entry) ?? checkContainers(state, entry, reversal);
}

function checkSession(state: LedgerState, entry: EntryRow): Refusal | undefined {
  if (!entry.lines.some(({ kind }) => kind === 'in_hand')) return undefined;
  const session = state.find('treatment_session', 'sessionId', entry.sessionId ?? undefined);
  if (!session) throw new Error('an entry with something in hand and no session');
  const { sessionId, productId } = session;
  if (session.status === 'ended') return notReversible(said('reverses_ended_session'));
  const leftUg = state.inHandUg(sessionId, productId) + handChangesUg(entry);
  if (leftUg < 0) return notReversible(said('reverses_used'));
  if (leftUg < pendingFromHandUg(state, sessionId)) {
    return notReversible(said('reverses_pending'));
  }
  return undefined;
}

function checkContainers(state: LedgerState, entry: EntryRow, reversal: Reversal): Refusal | undefined {
  if (stateAfterReversal(entry) === undefined) return undefined;
  const later = state.rows('later_entry').find((row) => row.ofSeq === entry.seq && !reversal.bears.includes(row.type));
  if (later) return notReversible(said('reverses_rested_on', { seq: later.seq, type: later.type }));
  const changed = state.rows('container').find((row) => isOutOfReach(state, row, reversal));
  return changed && notReversible(said('reverses_changed', { container: changed.label, state: changed.state }));
}

function isOutOfReach(state: LedgerState, row: ContainerRow, reversal: Reversal): boolean {
  const pendingUg = pendingFromContainerUg(state, row.containerId);
  return !reversal.from.includes(row.state) || (reversal.bears.length === 0 && pendingUg > 0);
}

function notReversible(detail: Detail): Refusal {
  return refuse('entry_not_reversible', { detail, field: 'seq' });
}
