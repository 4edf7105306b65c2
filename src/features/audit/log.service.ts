import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { roleMay } from '../../domain/roles.js';
import type { Access } from '../../platform/access/caller.js';
import { PrivateValues, type PrivateValuesOfRecord } from '../../platform/audit/private-values.js';
import { RecordReader } from '../../platform/audit/record-reader.js';
import type { RecordView } from '../../platform/audit/record.dto.js';
import { cursorKey, pageOf, type Page } from '../../platform/http/pagination.js';
import { containerIdOf } from '../../platform/ledger/act-reads.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { LogRecord } from './audit.answers.js';
import type { LogQuery } from './audit.dto.js';
import { logQuery } from './log.sql.js';

/** Reads a site's log. */
@Injectable()
export class LogService {
  constructor(
    private readonly source: DataSource,
    private readonly records: RecordReader,
    private readonly privateValues: PrivateValues,
    private readonly ledger: Ledger,
  ) {}

  async page(siteId: string, query: LogQuery): Promise<Page<RecordView>> {
    const [beyond = query.beyondSeq] = cursorKey(query.cursor, 1) ?? [];
    const subjectId = query.subject === undefined ? undefined : await this.#subjectId(siteId, query.subject);
    const newestFirst = query.first === 'newest';
    const { sql, params } = logQuery({ ...query, siteId, subjectId, beyond, newestFirst });
    const found: { seq: string }[] = await this.source.query(sql, params);
    const rows = await this.records.ofSeqs(
      siteId,
      found.map(({ seq }) => Number(seq)),
    );
    return pageOf({ rows, limit: query.limit, keyOf: ({ seq }) => [seq], item: (view) => view });
  }

  /** `sealed` leaves private values closed, and no reading is recorded. Refuses `not_found`. */
  async one(access: Access, seq: number, { sealed = false } = {}): Promise<LogRecord> {
    const { siteId } = access;
    const view = Number.isSafeInteger(seq) && seq >= 0 ? await this.records.one(siteId, seq) : undefined;
    if (!view) return refuseNow('not_found', { detail: said('no_record') });
    const [row] = (await this.source.query(
      'SELECT record FROM countersign.audit_record WHERE site_id = $1 AND seq = $2',
      [siteId, seq],
    )) as { record: Buffer }[];
    const opened = sealed ? undefined : await this.#opened(access, view);
    return {
      ...view,
      bytes: row!.record.toString('base64'),
      ...(opened ? { private: opened } : {}),
    };
  }

  /** A label names a container; anything else has an id. Refuses `not_found` for what is neither. */
  async #subjectId(siteId: string, labelOrId: string): Promise<string> {
    const containerId = await containerIdOf(this.source, siteId, labelOrId);
    if (containerId !== undefined) return containerId;
    if (isUuid(labelOrId)) return labelOrId;
    return refuseNow('not_found', { field: 'subject', detail: said('no_container') });
  }

  /** Reading what is private is an act of the log, recorded before it is shown. */
  async #opened(access: Access, view: RecordView): Promise<PrivateValuesOfRecord | undefined> {
    const { siteId, actor, caller } = access;
    const mayRead = (caller.roles.get(siteId) ?? []).some((role) => roleMay(role, 'patient:read'));
    const values = mayRead ? (await this.privateValues.of(siteId, [view.seq])).get(view.seq) : undefined;
    if (!values) return undefined;
    await this.ledger.post({
      siteId,
      type: 'patient_read',
      actor,
      reads: [],
      decide: () => ({
        act: { purpose: 'log', recordSeq: view.seq, shown: Object.keys(values).length },
        ...(view.subjects ? { subjects: view.subjects } : {}),
        answer: {},
      }),
    });
    return values;
  }
}
