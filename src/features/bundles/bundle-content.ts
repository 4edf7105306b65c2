import type { DataSource } from 'typeorm';
import { BUNDLE_RECORD_TYPE, NAMES, type BundleRecord, type DisclosedValue } from '../../domain/bundle/format.js';
import type { RecordBody } from '../../domain/ledger/record.js';
import { encodeBase64 } from '../../domain/log/base64.js';
import type { LogProofs } from '../../platform/audit/log-proofs.js';
import { recordBody } from '../../platform/audit/record-view.js';
import type { Vault } from '../../platform/crypto/vault.js';
import { privateContext, type PrivateValue } from '../../platform/ledger/recording.js';
import type { Bounds, RecordedExport } from './bundle-range.js';

/** Records read and proved at a time: what an export holds in memory, however long it is. */
const PAGE = 200;

interface StoredRecord {
  readonly seq: string;
  readonly record: Buffer;
  readonly salt: Buffer;
  readonly private_values: Buffer | null;
}

/** Reads records with their proofs to the head of `size` records. */
export class BundleContent {
  constructor(
    private readonly stands: { readonly source: DataSource; readonly vault: Vault; readonly proofs: LogProofs },
    private readonly of: RecordedExport,
    private readonly size: number,
  ) {}

  /** The record that the export is, with the names it commits to. */
  async export(): Promise<BundleRecord> {
    const [record] = await this.#proved([this.of.seq], (name) => name === NAMES);
    return record as BundleRecord;
  }

  /** The records chosen and those beside them (sorted), in the order of the log. */
  async *records(bounds: Bounds, beside: readonly number[]): AsyncGenerator<readonly BundleRecord[]> {
    const everything = this.of.shown === 'everything';
    const left = [...beside];
    for (let after = bounds.first - 1; ;) {
      const page = await this.#chosenAfter(after, bounds.last);
      const last = page.at(-1);
      const until = page.length < PAGE || last === undefined ? Infinity : last;
      const cut = left.findIndex((seq) => seq > until);
      const others = left.splice(0, cut < 0 ? left.length : cut);
      const seqs = [...page, ...others].sort((a, b) => a - b);
      for (let at = 0; at < seqs.length; at += PAGE) yield this.#proved(seqs.slice(at, at + PAGE), () => everything);
      if (until === Infinity) return;
      after = until;
    }
  }

  async #chosenAfter(after: number, last: number): Promise<number[]> {
    const { siteId, seq, selection } = this.of;
    const { subjectId } = selection;
    const rows = (await this.stands.source.query(
      subjectId === undefined
        ? 'SELECT seq FROM countersign.audit_record WHERE site_id = $1 AND seq > $2 AND seq <= $3 AND seq < $4 ORDER BY seq LIMIT $5'
        : `SELECT seq FROM countersign.record_subject
           WHERE site_id = $1 AND seq > $2 AND seq <= $3 AND seq < $4 AND subject_id = $6 ORDER BY seq LIMIT $5`,
      [siteId, after, last, seq, PAGE, ...(subjectId === undefined ? [] : [subjectId])],
    )) as { seq: string }[];
    return rows.map((row) => Number(row.seq));
  }

  async #proved(seqs: readonly number[], mayShow: (name: string) => boolean): Promise<BundleRecord[]> {
    const { siteId } = this.of;
    const [rows, paths] = await Promise.all([
      this.#stored(seqs),
      this.stands.proofs.inclusions(siteId, { seqs, size: this.size }),
    ]);
    const pathOf = new Map(seqs.map((seq, at) => [seq, paths[at] ?? []]));
    return rows.map((row) => {
      const seq = Number(row.seq);
      const record = recordBody(row.record);
      const shown = this.#opened(seq, row.private_values).filter(
        ({ name }) => mayShow(name) && !isOlderNames(record, name, this.of.seq),
      );
      return {
        record,
        salt: row.salt.toString('base64'),
        path: (pathOf.get(seq) ?? []).map(encodeBase64),
        ...(shown.length > 0 ? { private: shown } : {}),
      };
    });
  }

  #stored(seqs: readonly number[]): Promise<StoredRecord[]> {
    return this.stands.source.query(
      `SELECT r.seq, r.record, s.salt, s.private_values FROM countersign.audit_record r
       JOIN countersign.audit_secret s ON s.site_id = r.site_id AND s.seq = r.seq
       WHERE r.site_id = $1 AND r.seq = ANY ($2::bigint[]) ORDER BY r.seq`,
      [this.of.siteId, seqs],
    );
  }

  #opened(seq: number, sealed: Buffer | null): DisclosedValue[] {
    if (!sealed) return [];
    const values = JSON.parse(this.stands.vault.open(sealed, privateContext(this.of.siteId, seq))) as PrivateValue[];
    return values.map(({ name, salt, value }) => ({ name, salt, value }));
  }
}

/** Names that an earlier export gave: a long list that says nothing about what is exported now. */
function isOlderNames(record: RecordBody, name: string, exportSeq: number): boolean {
  return name === NAMES && record.type === BUNDLE_RECORD_TYPE && record.seq !== exportSeq;
}
