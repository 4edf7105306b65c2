import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { formatReceiptCode } from '../../domain/log/receipt-code.js';
import { LogProofs } from '../../platform/audit/log-proofs.js';
import { recordBody } from '../../platform/audit/record-view.js';
import { cursorKey, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import type { ActReceipt } from './proofs.dto.js';

interface OwnRecord {
  readonly seq: number;
  readonly record: Buffer;
  readonly leaf_hash: Buffer;
}

/** Records that a person did or signed, newest first: their own part in a log. */
const OWN = `SELECT r.seq::float8 AS seq, r.record, r.leaf_hash FROM countersign.record_subject s
  JOIN countersign.audit_record r ON r.site_id = s.site_id AND r.seq = s.seq
  WHERE s.site_id = $1 AND s.subject_id = $2::uuid AND ($3::bigint IS NULL OR s.seq < $3)
    AND convert_from(r.record, 'UTF8')::jsonb @> jsonb_build_object('actors', jsonb_build_array(jsonb_build_object('id', $2::text)))
  ORDER BY s.seq DESC LIMIT $4`;

/** Receipts of a person's own acts. */
@Injectable()
export class ReceiptsReader {
  constructor(
    private readonly source: DataSource,
    private readonly proofs: LogProofs,
  ) {}

  async page(siteId: string, personId: string, query: PageQuery): Promise<Page<ActReceipt>> {
    const [before] = cursorKey(query.cursor, 1) ?? [];
    const signed = (await this.proofs.latest(siteId))?.size ?? 0;
    const rows: OwnRecord[] = await this.source.query(OWN, [siteId, personId, before ?? null, query.limit + 1]);
    return pageOf({
      rows,
      limit: query.limit,
      keyOf: ({ seq }) => [seq],
      item: (row) => receiptOf(row, { siteId, personId, signed }),
    });
  }

  /** Whether the person did or signed this record. */
  async isOwn(of: { siteId: string; personId: string; seq: number }): Promise<boolean> {
    const rows: OwnRecord[] = await this.source.query(OWN, [of.siteId, of.personId, of.seq + 1, 1]);
    return rows[0]?.seq === of.seq;
  }
}

function receiptOf(row: OwnRecord, of: { siteId: string; personId: string; signed: number }): ActReceipt {
  const { origin, seq, type, occurredAt, recordedAt, actors } = recordBody(row.record);
  return {
    seq,
    type,
    meaning: actors.find(({ id }) => id === of.personId)?.meaning ?? 'performed',
    occurredAt,
    recordedAt,
    leafHash: row.leaf_hash.toString('base64'),
    code: formatReceiptCode({ origin, seq, leafHash: row.leaf_hash }),
    proved: of.signed > seq,
    proof: `/api/v1/sites/${of.siteId}/log/${seq}/proof`,
  };
}
