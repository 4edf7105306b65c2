import type { KeySignature } from '../webauthn/signed-by-key.js';
import type {
  AlarmRow,
  ContainerRow,
  EntryRow,
  ErasableRow,
  HolderRow,
  LaterEntryRow,
  LocationRow,
  LogIncarnationRow,
  LogKeyRow,
  LotRow,
  PasskeyRow,
  PatientRow,
  PendingWasteRow,
  PersonRow,
  PrescriberRow,
  PendingWasteSignatureRow,
  ProductRow,
  ReceiptRow,
  RoleGrantRow,
  SessionRow,
  SignatureRow,
  SignerRow,
  SiteRow,
  StockRow,
  SupplierRow,
} from './rows.js';

/** What a read names: rows of one table by their id, or by another column the table can be looked up by. */
export interface Read {
  readonly table: string;
  readonly column?: string;
  readonly values: readonly string[];
}

/** Tables a rule can ask for, and the shape of their rows. Others come as unknown rows through `rows`. */
export interface KnownRows {
  person: PersonRow;
  role_grant: RoleGrantRow;
  container: ContainerRow;
  product: ProductRow;
  location: LocationRow;
  lot: LotRow;
  supplier: SupplierRow;
  prescriber: PrescriberRow;
  patient: PatientRow;
  receipt: ReceiptRow;
  treatment_session: SessionRow;
  pending_waste: PendingWasteRow;
  pending_waste_signature: PendingWasteSignatureRow;
  signature: SignatureRow;
  passkey: PasskeyRow;
  erasable: ErasableRow;
  passkey_signature: KeySignature;
  entry: EntryRow;
  stock: StockRow;
  pending_of_session: PendingWasteRow;
  pending_of_container: PendingWasteRow;
  later_entry: LaterEntryRow;
  alarm: AlarmRow;
  log_key: LogKeyRow;
  log_incarnation: LogIncarnationRow;
}

export interface LoadedState {
  readonly seq: number;
  readonly origin: string;
  /** The time the record will carry, in UTC with milliseconds. */
  readonly recordedAt: string;
  readonly site: SiteRow | null;
  readonly rows: Readonly<Record<string, readonly object[]>>;
  readonly holders: readonly HolderRow[];
  readonly signers: readonly SignerRow[];
}

/** What an act sees while it is decided: locked, as of its own place in the log. */
export class LedgerState {
  constructor(private readonly loaded: LoadedState) {}

  get seq(): number {
    return this.loaded.seq;
  }

  get origin(): string {
    return this.loaded.origin;
  }

  get recordedAt(): string {
    return this.loaded.recordedAt;
  }

  /** The site. Throws for the first record of a new log, which makes it. */
  get site(): SiteRow {
    if (!this.loaded.site) throw new Error('the first record of a log has no site yet');
    return this.loaded.site;
  }

  get signers(): readonly SignerRow[] {
    return this.loaded.signers;
  }

  /** All rows of a table that were asked for and exist. */
  rows<K extends keyof KnownRows>(table: K): readonly KnownRows[K][];
  rows<T extends object>(table: string): readonly T[];
  rows(table: string): readonly object[] {
    return this.loaded.rows[table] ?? [];
  }

  /** The row whose field has this value, or undefined when it was not found. */
  find<K extends keyof KnownRows, F extends keyof KnownRows[K]>(
    table: K,
    field: F,
    value: KnownRows[K][F] | undefined,
  ): KnownRows[K] | undefined {
    return value === undefined ? undefined : this.rows(table).find((row) => row[field] === value);
  }

  /** Book amount of a container in µg; may be negative, down to the overfill allowance. */
  bookUg(containerId: string): number {
    return this.#balanceUg('container', containerId);
  }

  /** What is in hand for a session, in µg, of one product. */
  inHandUg(sessionId: string, productId: string): number {
    return this.#balanceUg('in_hand', sessionId, productId);
  }

  /** Every product in hand for a session with its amount in µg, zero left out. */
  inHand(sessionId: string): readonly { productId: string; amountUg: number }[] {
    return this.loaded.holders
      .filter((holder) => holder.kind === 'in_hand' && holder.holderId === sessionId && holder.balanceUg !== 0)
      .map(({ productId, balanceUg }) => ({ productId, amountUg: balanceUg }));
  }

  /** The row of a holder with its bounds, if it has ever held anything. */
  holder(kind: string, holderId: string, productId?: string): HolderRow | undefined {
    return this.loaded.holders.find(
      (row) =>
        row.kind === kind && row.holderId === holderId && (productId === undefined || row.productId === productId),
    );
  }

  #balanceUg(kind: string, holderId: string, productId?: string): number {
    return this.holder(kind, holderId, productId)?.balanceUg ?? 0;
  }
}
