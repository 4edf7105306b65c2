import type { ContainerLifeState } from '../container.js';
import type { Role } from '../roles.js';
import type { SitePolicy } from '../site-policy.js';

/** Rows of the tables that follow the log, as the door hands them to a rule: columns in camelCase, amounts in integers. */
export interface SiteRow {
  id: string;
  kind: 'organisation' | 'clinic';
  name: string;
  deaNumber: string | null;
  address: string | null;
  timeZone: string;
  policy: SitePolicy;
}

export interface ContainerRow {
  containerId: string;
  label: string;
  serial: string | null;
  receiptId: string;
  productId: string;
  lotId: string;
  locationId: string;
  state: ContainerLifeState;
  labelAmountUg: number;
  overfillAllowanceUg: number;
  expiresOn: string;
  openedAt: string | null;
  openedOn: string | null;
  beyondUseOn: string | null;
  reservedForPatientId: string | null;
  seq: number;
}

export interface ProductRow {
  productId: string;
  code: string;
  name: string;
  ndc: string;
  ndc11: string;
  gtin: string | null;
  form: 'injection' | 'nasal_device' | 'solid';
  dosing: 'single_dose' | 'multi_dose';
  strengthUgPerMl: number | null;
  containerVolumeUl: number | null;
  devicesPerContainer: number | null;
  deviceAmountUg: number | null;
  labelAmountUg: number;
  overfillAllowanceUg: number;
  beyondUseDays: number | null;
  active: boolean;
}

export interface LocationRow {
  locationId: string;
  code: string;
  name: string;
  active: boolean;
}

export interface SupplierRow {
  supplierId: string;
  name: string;
  deaNumber: string;
  address: string;
  /** Null: in use. */
  active: boolean | null;
}

export interface PrescriberRow {
  prescriberId: string;
  name: string;
  deaNumber: string | null;
  npi: string | null;
  personId: string | null;
  active: boolean;
}

export interface PatientRow {
  patientId: string;
  /** The record whose private values are the patient's name, address and date of birth. */
  privateSeq: number;
  active: boolean;
}

export interface ReceiptRow {
  receiptId: string;
  supplierId: string;
  invoice: string;
  invoicedCount: number;
  countedCount: number;
  productId: string;
  lotId: string;
  locationId: string;
  receivedAt: string;
}

export interface LotRow {
  lotId: string;
  productId: string;
  lotNumber: string;
  expiresOn: string;
}

export interface SessionRow {
  sessionId: string;
  patientId: string;
  prescriberId: string;
  productId: string;
  locationId: string;
  nurseId: string;
  route: string;
  orderedUg: number;
  status: 'open' | 'ended';
  startedAt: string;
  firstDoseAt: string | null;
  lastDoseAt: string | null;
  observeUntil: string | null;
  dischargedAt: string | null;
  dischargedEarly: boolean;
  /** In all; null before the first dose. */
  givenUg: number | null;
  endedAt: string | null;
  seq: number;
}

export interface PendingWasteRow {
  pendingWasteId: string;
  sessionId: string | null;
  containerId: string | null;
  productId: string;
  locationId: string;
  amountUg: number;
  volumeUl: number | null;
  deviceCount: number | null;
  openedBy: string;
  openedAt: string;
  openedSeq: number;
  status: 'pending' | 'complete' | 'withdrawn';
}

/** A signature given to a pending waste; `seq` is the record in which it was given. */
export interface PendingWasteSignatureRow {
  signatureId: string;
  pendingWasteId: string;
  personId: string;
  role: string;
  method: string;
  evidence: string;
  attests: string[];
  signedAt: string;
  seq: number;
}

export interface PersonRow {
  personId: string;
  username: string;
  displayName: string;
  disabled: boolean;
}

export interface RoleGrantRow {
  grantId: string;
  personId: string;
  role: Role;
  validFrom: string;
  validUntil: string | null;
  withdrawnAt: string | null;
  grantedBy: string;
}

export interface SignatureRow {
  signatureId: string;
  personId: string;
  meaning: 'witnessed' | 'checked' | 'approved';
  method: string;
  intent: string;
  act: string;
  attests: string[];
  tokenHash: string;
  evidence: string;
  madeAt: string;
  expiresAt: string;
}

/** A patient as an erasure finds them: what may be destroyed, and since when it has been kept for how long. */
export interface ErasableRow {
  patientId: string;
  lastAt: string;
  retentionYears: number;
  /** Records about the patient that have private values, with the names of these. */
  records: { seq: number; names: string[] }[];
}

export interface PasskeyRow {
  passkeyId: string;
  personId: string;
  credentialHash: string;
  publicKey: string;
  algorithm: number;
  aaguid: string;
  rpId: string;
  deviceBound: boolean;
  addedAt: string;
  removedAt: string | null;
}

export interface HolderRow {
  kind: string;
  holderId: string;
  productId: string;
  balanceUg: number;
  floorUg: number | null;
  ceilingUg: number | null;
}

/** Who stands behind a signature, with the roles they hold at the site at the time of the act. */
export interface SignerRow {
  signatureId: string;
  personId: string;
  displayName: string;
  roles: string[];
  disabled: boolean;
  used: boolean;
}

export interface LineRow {
  lineNo: number;
  kind: string;
  holderId: string;
  productId: string;
  locationId: string;
  personId: string;
  amountUg: number;
  volumeUl: number | null;
  deviceCount: number | null;
}

export interface EntryRow {
  seq: number;
  type: string;
  performerId: string;
  locationId: string;
  sessionId: string | null;
  reversesSeq: number | null;
  reversedBySeq: number | null;
  occurredAt: string;
  lines: LineRow[];
}

/** A later act, not reversed itself, on a container that an entry was about. */
export interface LaterEntryRow {
  ofSeq: number;
  seq: number;
  type: string;
}

/** What still is of a location, a product or a prescriber: containers that hold something or may, and open sessions. */
export interface ReferenceUseRow {
  id: string;
  containers: number;
  sessions: number;
}

export interface StockRow {
  locationId: string;
  productId: string;
  sealedContainers: number;
}

/** Something the program found that a person must look into. */
export interface AlarmRow {
  alarmId: string;
  kind: string;
  detail: string;
  raisedAt: string;
  closedAt: string | null;
  closedBy: string | null;
}

/** A key of the log besides its first, and any that signs no more. */
export interface LogKeyRow {
  logKeyId: string;
  vkey: string;
  addedAt: string;
  retiredAt: string | null;
}

/** From its record on the log has another origin. */
export interface LogIncarnationRow {
  incarnationId: string;
  number: number;
  origin: string;
  fromSeq: number;
  previousOrigin: string;
  previousSize: number;
  previousRootHash: string;
}
