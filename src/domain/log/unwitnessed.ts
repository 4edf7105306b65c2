/** A head that was signed, and when, in milliseconds of some clock. */
interface SignedAt {
  readonly size: number;
  readonly atMs: number;
}

/** Of one log: up to which size enough witnesses confirmed it, and the heads signed since, oldest first. */
export interface Witnessing {
  readonly witnessedSize: number;
  readonly pending: readonly SignedAt[];
}

export const NOTHING_SIGNED: Witnessing = { witnessedSize: 0, pending: [] };

/** How long a head may stand without its quorum before people are told. */
export const UNWITNESSED_PATIENCE_MS = 5 * 60_000;
/** While no witness answers a head comes every second; between the oldest and the newest, some can be forgotten. */
const MOST_PENDING = 1000;

/** A head was signed. */
export function headSigned(state: Witnessing, head: SignedAt): Witnessing {
  if (head.size <= (state.pending.at(-1)?.size ?? state.witnessedSize)) return state;
  const pending = [...state.pending, head];
  if (pending.length > MOST_PENDING) pending.splice(1, 1);
  return { ...state, pending };
}

/** Enough witnesses confirmed the head of this size: it, and every smaller one that it grew out of. */
export function headWitnessed(state: Witnessing, size: number): Witnessing {
  if (size <= state.witnessedSize) return state;
  return { witnessedSize: size, pending: state.pending.filter((head) => head.size > size) };
}

/** For how many milliseconds there has been a head that too few confirmed; 0 where there is none. */
export function unwitnessedMs({ pending }: Witnessing, nowMs: number): number {
  return pending[0] ? Math.max(0, nowMs - pending[0].atMs) : 0;
}
