import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordBody } from '../../domain/ledger/record.js';
import { subjectsOf } from '../../domain/ledger/subjects.js';
import { Vault } from '../crypto/vault.js';
import { privateContext, type PrivateValue } from '../ledger/recording.js';
import { recordBody, recordView } from './record-view.js';
import type { RecordView } from './record.dto.js';

/** Free text that belongs to an act. Nobody's name, address or date of birth is ever opened by reading a history. */
const TEXTS: ReadonlySet<string> = new Set(['reason', 'lateReason', 'earlyReason', 'note', 'indication']);

interface StoredRecord {
  readonly seq: string;
  readonly record: Buffer;
  readonly leaf_hash: Buffer;
  readonly private_values: Buffer | null;
  readonly erased_by: string | null;
}

/** A part of the history of a subject: from one end of the log, or on from a place in it. */
export interface HistoryPage {
  readonly siteId: string;
  readonly subjectId: string;
  readonly newestFirst: boolean;
  /** Records beyond this one, in the direction of reading. */
  readonly beyondSeq?: number;
  /** Recorded at this moment or later, and before that one. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
}

/** Reads records as people see them: from their bytes, with the names, texts and reversals that belong beside them. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly source: DataSource,
    private readonly vault: Vault,
  ) {}

  /** One record of a site's log, or undefined when there is none of that number. */
  async one(siteId: string, seq: number): Promise<RecordView | undefined> {
    const [view] = await this.#views(siteId, await this.#stored(siteId, [seq]));
    return view;
  }

  /** One record with the ids of all it is about and of where it was, as its own bytes say. */
  async oneWithIds(siteId: string, seq: number): Promise<{ view: RecordView; ids: readonly string[] } | undefined> {
    const stored = await this.#stored(siteId, [seq]);
    const [view] = await this.#views(siteId, stored);
    if (!view) return undefined;
    const body = recordBody((stored[0] as StoredRecord).record);
    const places = [body.entry?.locationId, ...(body.lines ?? []).map(({ locationId }) => locationId)];
    return { view, ids: [...subjectsOf(body), ...places.filter((id) => id !== undefined)] };
  }

  /** Records of a site's log by their numbers, in the order asked for. */
  async ofSeqs(siteId: string, seqs: readonly number[]): Promise<RecordView[]> {
    const stored = new Map((await this.#stored(siteId, seqs)).map((row) => [Number(row.seq), row]));
    return this.#views(
      siteId,
      seqs.flatMap((seq) => stored.get(seq) ?? []),
    );
  }

  /** The records about a subject (a container, a session, a patient, a person …): one range of an index. */
  async ofSubject(page: HistoryPage): Promise<RecordView[]> {
    const { siteId, subjectId, newestFirst, beyondSeq, from, to, limit } = page;
    const found: { seq: string }[] = await this.source.query(
      `SELECT s.seq FROM countersign.record_subject s
       WHERE s.site_id = $1 AND s.subject_id = $2 AND ($3::bigint IS NULL OR s.seq ${newestFirst ? '<' : '>'} $3)
         AND ($5::timestamptz IS NULL AND $6::timestamptz IS NULL OR EXISTS (
           SELECT FROM countersign.audit_record r WHERE r.site_id = s.site_id AND r.seq = s.seq
             AND ($5 IS NULL OR r.recorded_at >= $5) AND ($6 IS NULL OR r.recorded_at < $6)))
       ORDER BY s.seq ${newestFirst ? 'DESC' : 'ASC'} LIMIT $4`,
      [siteId, subjectId, beyondSeq ?? null, limit, from ?? null, to ?? null],
    );
    return this.ofSeqs(
      siteId,
      found.map(({ seq }) => Number(seq)),
    );
  }

  #stored(siteId: string, seqs: readonly number[]): Promise<StoredRecord[]> {
    return this.source.query(
      `SELECT r.seq, r.record, r.leaf_hash, s.private_values,
              CASE WHEN s.private_values IS NULL THEN countersign.erased_by(r.site_id, r.seq) END AS erased_by
       FROM countersign.audit_record r
       JOIN countersign.audit_secret s ON s.site_id = r.site_id AND s.seq = r.seq
       WHERE r.site_id = $1 AND r.seq = ANY ($2::bigint[])`,
      [siteId, seqs],
    );
  }

  async #views(siteId: string, stored: readonly StoredRecord[]): Promise<RecordView[]> {
    const read = stored.map((row) => ({ row, body: recordBody(row.record) }));
    const displayNames = await this.#displayNames(read.map(({ body }) => body));
    const reversals = await this.#reversals(
      siteId,
      read.map(({ body }) => body.seq),
    );
    return read.map(({ row, body }) =>
      recordView(body, {
        leafHash: row.leaf_hash,
        displayNames,
        reversedBySeq: reversals.get(body.seq),
        erasedBySeq: row.erased_by === null ? undefined : Number(row.erased_by),
        texts: this.#texts(siteId, body.seq, row.private_values),
      }),
    );
  }

  async #displayNames(bodies: readonly RecordBody[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(bodies.flatMap(({ actors }) => actors.map(({ id }) => id)))];
    const rows: { person_id: string; display_name: string }[] = await this.source.query(
      'SELECT person_id, display_name FROM countersign.person WHERE person_id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ person_id, display_name }) => [person_id, display_name]));
  }

  async #reversals(siteId: string, seqs: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const rows: { reverses_seq: string; seq: string }[] = await this.source.query(
      'SELECT reverses_seq, seq FROM countersign.entry WHERE site_id = $1 AND reverses_seq = ANY ($2::bigint[])',
      [siteId, seqs],
    );
    return new Map(rows.map(({ reverses_seq, seq }) => [Number(reverses_seq), Number(seq)]));
  }

  #texts(siteId: string, seq: number, sealed: Buffer | null): Record<string, string> {
    if (!sealed) return {};
    const values = JSON.parse(this.vault.open(sealed, privateContext(siteId, seq))) as PrivateValue[];
    return Object.fromEntries(values.filter(({ name }) => TEXTS.has(name)).map(({ name, value }) => [name, value]));
  }
}
