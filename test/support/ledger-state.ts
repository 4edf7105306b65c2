import type {
  ContainerRow,
  HolderRow,
  ProductRow,
  SignatureRow,
  SignerRow,
  SiteRow,
} from '../../src/domain/ledger/rows.js';
import { LedgerState, type LoadedState } from '../../src/domain/ledger/state.js';
import { DEFAULT_SITE_POLICY, type SitePolicy } from '../../src/domain/site-policy.js';

/** A uuid that is easy to read in a failure: `id(7)` ends in 7. */
export function id(nth: number): string {
  return `01990f6e-0000-7000-8000-${String(nth).padStart(12, '0')}`;
}

export const RECORDED_AT = '2026-08-31T13:00:00.000Z';
export const INTENT = 'aW50ZW50';

/** What an act would be handed by the door: a clinic in Chicago on 31 August 2026, 08:00, and whatever is given. */
export function ledgerState(of: Partial<LoadedState> & { policy?: Partial<SitePolicy> } = {}): LedgerState {
  const { policy, ...loaded } = of;
  const site: SiteRow = {
    id: id(1),
    kind: 'clinic',
    name: 'Example Ketamine Clinic',
    deaNumber: 'FE3541263',
    address: '1 Clinic Plaza, Springfield, IL 62701',
    timeZone: 'America/Chicago',
    policy: { ...DEFAULT_SITE_POLICY, ...policy },
  };
  return new LedgerState({
    seq: 12,
    origin: `clinic.example/countersign/site/${site.id}`,
    recordedAt: RECORDED_AT,
    site,
    rows: {},
    holders: [],
    signers: [],
    ...loaded,
  });
}

/** A signature for `INTENT`, made a minute ago by a nurse, and the person behind it. */
export function signed(
  of: Partial<SignatureRow> & { personId: string; nth?: number },
  behind: Partial<SignerRow> = {},
): { signature: SignatureRow; signer: SignerRow } {
  const { nth = 0, ...given } = of;
  const signatureId = id(900 + nth);
  return {
    signature: {
      signatureId,
      meaning: 'checked',
      method: 'signature:password',
      intent: INTENT,
      act: 'receipts',
      attests: [],
      tokenHash: `token-${nth}`,
      evidence: 'ZXZpZGVuY2U=',
      madeAt: '2026-08-31T12:59:00.000Z',
      expiresAt: '2026-08-31T13:01:00.000Z',
      ...given,
    },
    signer: {
      signatureId,
      personId: given.personId,
      displayName: 'Somebody',
      roles: ['nurse'],
      disabled: false,
      used: false,
      ...behind,
    },
  };
}

export function productRow(of: Partial<ProductRow> = {}): ProductRow {
  return {
    productId: id(20),
    code: 'KET50',
    name: 'Ketamine hydrochloride injection',
    ndc: '0409-2053-10',
    ndc11: '00409205310',
    gtin: '00304092053105',
    form: 'injection',
    dosing: 'multi_dose',
    strengthUgPerMl: 50_000,
    containerVolumeUl: 10_000,
    devicesPerContainer: null,
    deviceAmountUg: null,
    labelAmountUg: 500_000,
    overfillAllowanceUg: 25_000,
    beyondUseDays: 28,
    active: true,
    ...of,
  };
}

export function containerRow(of: Partial<ContainerRow> = {}): ContainerRow {
  return {
    containerId: id(30),
    label: '20260831-0001-01',
    serial: null,
    receiptId: id(31),
    productId: id(20),
    lotId: id(32),
    locationId: id(40),
    state: 'sealed',
    labelAmountUg: 500_000,
    overfillAllowanceUg: 25_000,
    expiresOn: '2028-01-31',
    openedAt: null,
    openedOn: null,
    beyondUseOn: null,
    reservedForPatientId: null,
    seq: 3,
    ...of,
  };
}

export function holderOf(container: ContainerRow, balanceUg = container.labelAmountUg): HolderRow {
  const { containerId, productId, labelAmountUg } = container;
  return { kind: 'container', holderId: containerId, productId, balanceUg, floorUg: 0, ceilingUg: labelAmountUg };
}
