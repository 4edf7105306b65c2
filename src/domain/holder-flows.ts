import type { HolderKind } from './holders.js';

/** What one side exchanged with its counterpart in a period, µg. A reversal takes off the direction it reverses. */
export interface Exchanged {
  readonly inUg: number;
  readonly outUg: number;
}

/** Counterpart → what was exchanged with it. `several` where an entry does not say which of its holders met which. */
export type Flows = Partial<Readonly<Record<HolderKind | 'several', Exchanged>>>;

export interface HolderSums {
  readonly openingUg: number;
  readonly flows: Flows;
  /** Read independently of the flows: the identity compares the two. */
  readonly closingUg: number;
}

export interface Identity {
  readonly differenceUg: number;
  readonly holds: boolean;
}

/** The figures of a container, or of all containers of a lot, in µg. Ways out are positive. */
export interface ContainerFigures extends Identity {
  readonly openingBookUg: number;
  readonly receivedUg: number;
  readonly overfillGainUg: number;
  /** Came back unopened from a hand. */
  readonly returnedUg: number;
  readonly drawnUg: number;
  /** Wasted out of the container itself, past no hand. */
  readonly wastedUg: number;
  readonly brokenUg: number;
  readonly destroyedUg: number;
  readonly sentOutUg: number;
  readonly transferredOutUg: number;
  readonly closeOutShortageUg: number;
  readonly toSuspenseUg: number;
  readonly lostUg: number;
  /** Everything else, less what came in the same way: into transit, or an entry of several holders at once. */
  readonly otherUg: number;
  readonly closingBookUg: number;
}

/** The figures of what a session, or a person, had in hand, in µg. Ways out are positive. */
export interface HandFigures extends Identity {
  readonly openingInHandUg: number;
  readonly drawnUg: number;
  readonly administeredUg: number;
  readonly wastedUg: number;
  readonly returnedUg: number;
  readonly brokenUg: number;
  readonly toSuspenseUg: number;
  readonly otherUg: number;
  readonly inHandUg: number;
}

/**
 * book = opening + received + overfill gain + returned - what left (regulations.md section 8, "Vial, running").
 */
export function containerFigures(sums: HolderSums): ContainerFigures {
  const { flows } = sums;
  const into = {
    receivedUg: came(flows.supplier),
    overfillGainUg: came(flows.overfill),
    returnedUg: flows.in_hand?.inUg ?? 0,
  };
  const out = {
    drawnUg: flows.in_hand?.outUg ?? 0,
    wastedUg: left(flows.waste),
    brokenUg: left(flows.breakage),
    destroyedUg: left(flows.destroyed),
    sentOutUg: left(flows.reverse_distributor),
    transferredOutUg: left(flows.other_registrant),
    closeOutShortageUg: left(flows.close_out_shortage),
    toSuspenseUg: left(flows.suspense),
    lostUg: left(flows.loss),
    otherUg: left(flows.in_transit) + left(flows.container) + left(flows.patient) + left(flows.several),
  };
  return {
    openingBookUg: sums.openingUg,
    ...into,
    ...out,
    closingBookUg: sums.closingUg,
    ...identity(sums, into, out),
  };
}

/** in hand = opening + drawn - administered - wasted - returned (regulations.md section 8, "Session"). */
export function handFigures(sums: HolderSums): HandFigures {
  const { flows } = sums;
  const into = { drawnUg: flows.container?.inUg ?? 0 };
  const out = {
    administeredUg: left(flows.patient),
    wastedUg: left(flows.waste),
    returnedUg: flows.container?.outUg ?? 0,
    brokenUg: left(flows.breakage),
    toSuspenseUg: left(flows.suspense),
    otherUg: left(flows.in_hand) + left(flows.in_transit) + left(flows.loss) + left(flows.several),
  };
  return { openingInHandUg: sums.openingUg, ...into, ...out, inHandUg: sums.closingUg, ...identity(sums, into, out) };
}

function left(exchanged: Exchanged | undefined): number {
  return exchanged ? exchanged.outUg - exchanged.inUg : 0;
}

function came(exchanged: Exchanged | undefined): number {
  return exchanged ? exchanged.inUg - exchanged.outUg : 0;
}

function identity(sums: HolderSums, into: Record<string, number>, out: Record<string, number>): Identity {
  const differenceUg = sums.openingUg + total(into) - total(out) - sums.closingUg;
  return { differenceUg, holds: differenceUg === 0 };
}

function total(amounts: Record<string, number>): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}
