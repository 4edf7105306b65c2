import type { ContainerRow, HolderRow, PendingWasteRow, SessionRow } from '../../src/domain/ledger/rows.js';
import type { LedgerState } from '../../src/domain/ledger/state.js';
import type { SitePolicy } from '../../src/domain/site-policy.js';
import { containerRow, holderOf, id, ledgerState, productRow, signed } from './ledger-state.js';

export const NURSE = id(50);
export const SESSION = id(60);
export const PATIENT = id(61);
export const ALL_SEEN = ['label', 'volume', 'act'];

export function sessionRow(of: Partial<SessionRow> = {}): SessionRow {
  return {
    sessionId: SESSION,
    patientId: PATIENT,
    prescriberId: id(62),
    productId: id(20),
    locationId: id(40),
    nurseId: NURSE,
    route: 'intravenous',
    orderedUg: 34_000,
    status: 'open',
    startedAt: '2026-08-31T12:50:00.000Z',
    firstDoseAt: null,
    lastDoseAt: null,
    observeUntil: null,
    dischargedAt: null,
    dischargedEarly: false,
    givenUg: null,
    endedAt: null,
    seq: 9,
    ...of,
  };
}

export function pendingRow(of: Partial<PendingWasteRow> = {}): PendingWasteRow {
  return {
    pendingWasteId: id(70),
    sessionId: SESSION,
    containerId: null,
    productId: id(20),
    locationId: id(40),
    amountUg: 2_000,
    volumeUl: 40,
    deviceCount: null,
    openedBy: NURSE,
    openedAt: '2026-08-31T12:55:00.000Z',
    openedSeq: 10,
    status: 'pending',
    ...of,
  };
}

/** Who signed: `[id(51), id(52)]` are two witnesses with tokens `token-0` and `token-1`. */
export function witnesses(...people: readonly string[]) {
  const made = people.map((personId, nth) =>
    signed({ personId, nth, meaning: 'witnessed', act: 'wastes', attests: [...ALL_SEEN] }),
  );
  return {
    hashes: made.map(({ signature }) => signature.tokenHash),
    signatures: made.map(({ signature }) => signature),
    signers: made.map(({ signer }) => signer),
  };
}

export interface Scene {
  readonly container?: Partial<ContainerRow>;
  readonly bookUg?: number;
  readonly session?: Partial<SessionRow> | null;
  readonly inHandUg?: number;
  readonly pending?: readonly PendingWasteRow[];
  readonly product?: Parameters<typeof productRow>[0];
  readonly rows?: Readonly<Record<string, readonly object[]>>;
  readonly witnesses?: ReturnType<typeof witnesses>;
  readonly policy?: Partial<SitePolicy>;
}

/** A vial of KET50 in a room, a session there that ordered it, and whatever else is given. */
export function scene(of: Scene = {}): LedgerState {
  const container = containerRow(of.container);
  const session = of.session === null ? [] : [sessionRow(of.session ?? {})];
  const hand: HolderRow = {
    kind: 'in_hand',
    holderId: SESSION,
    productId: id(20),
    balanceUg: of.inHandUg ?? 0,
    floorUg: 0,
    ceilingUg: null,
  };
  const pending = of.pending ?? [];
  return ledgerState({
    rows: {
      container: [container],
      product: [productRow(of.product)],
      treatment_session: session,
      pending_waste: pending,
      pending_of_session: pending.filter(({ status }) => status === 'pending'),
      pending_of_container: pending.filter(({ status, containerId }) => status === 'pending' && containerId !== null),
      signature: of.witnesses?.signatures ?? [],
      ...of.rows,
    },
    holders: [holderOf(container, of.bookUg), hand],
    signers: of.witnesses?.signers ?? [],
    ...(of.policy ? { policy: of.policy } : {}),
  });
}
