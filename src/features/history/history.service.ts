import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isEntry } from '../../domain/ledger/record-types.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import type { Access } from '../../platform/access/caller.js';
import { RecordReader } from '../../platform/audit/record-reader.js';
import type { RecordView } from '../../platform/audit/record.dto.js';
import { cursorKey, pageOf, type Page } from '../../platform/http/pagination.js';
import { containerIdOf } from '../../platform/ledger/act-reads.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { EntryDto, NamedDto } from './entries.dto.js';
import type { HistoryQuery } from './history.dto.js';

/** Site, ids. What of them has a name. */
const NAMED = `
  WITH about AS (SELECT DISTINCT unnest($2::uuid[]) AS id)
  SELECT a.id, 'container' AS kind, c.label AS name FROM about a
    JOIN countersign.container c ON c.site_id = $1 AND c.container_id = a.id
  UNION ALL SELECT a.id, 'product', p.code FROM about a JOIN countersign.product p ON p.site_id = $1 AND p.product_id = a.id
  UNION ALL SELECT a.id, 'location', l.code FROM about a
    JOIN countersign.location l ON l.site_id = $1 AND l.location_id = a.id
  UNION ALL SELECT a.id, 'patient', a.id::text FROM about a
    JOIN countersign.patient p ON p.site_id = $1 AND p.patient_id = a.id
  ORDER BY kind, name`;

/** Whole lives, from the log itself: of a container, a session, a patient, and a person's acts. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly source: DataSource,
    private readonly records: RecordReader,
    private readonly ledger: Ledger,
  ) {}

  async ofContainer(siteId: string, labelOrId: string, query: HistoryQuery): Promise<Page<RecordView>> {
    const containerId = await containerIdOf(this.source, siteId, labelOrId);
    if (containerId === undefined) return refuseNow('not_found', { detail: said('no_container') });
    return this.#page(siteId, containerId, query);
  }

  async ofSession(siteId: string, sessionId: string, query: HistoryQuery): Promise<Page<RecordView>> {
    await this.#mustExist('treatment_session', 'session_id', siteId, sessionId);
    return this.#page(siteId, sessionId, query);
  }

  /** Reading what a patient was given is itself an act of the log. */
  async ofPatient({ siteId, actor }: Access, patientId: string, query: HistoryQuery): Promise<Page<RecordView>> {
    await this.#mustExist('patient', 'patient_id', siteId, patientId);
    await this.ledger.post({
      siteId,
      type: 'patient_read',
      actor,
      reads: [],
      decide: () => ({ act: { purpose: 'history', shown: 1 }, subjects: [patientId], answer: {} }),
    });
    return this.#page(siteId, patientId, query);
  }

  ofPerson(siteId: string, personId: string, query: HistoryQuery): Promise<Page<RecordView>> {
    return this.#page(siteId, personId, query);
  }

  /** A record of stock or care with what its ids stand for. Refuses `not_found`, for all other records too. */
  async entry(siteId: string, seq: number): Promise<EntryDto> {
    const found = Number.isSafeInteger(seq) && seq >= 0 ? await this.records.oneWithIds(siteId, seq) : undefined;
    if (!found || !isEntry(found.view)) {
      return refuseNow('not_found', { detail: said('no_record_of_stock') });
    }
    const named: NamedDto[] = await this.source.query(NAMED, [siteId, found.ids]);
    return { ...found.view, named };
  }

  async #page(siteId: string, subjectId: string, query: HistoryQuery): Promise<Page<RecordView>> {
    const [beyond] = cursorKey(query.cursor, 1) ?? [];
    const rows = await this.records.ofSubject({
      siteId,
      subjectId,
      newestFirst: query.first === 'newest',
      from: query.from,
      to: query.to,
      ...(beyond === undefined ? {} : { beyondSeq: Number(beyond) }),
      limit: query.limit + 1,
    });
    return pageOf({ rows, limit: query.limit, keyOf: ({ seq }) => [seq], item: (view) => view });
  }

  async #mustExist(table: 'treatment_session' | 'patient', column: string, siteId: string, id: string): Promise<void> {
    const found: object[] = await this.source.query(
      `SELECT 1 FROM countersign.${table} WHERE site_id = $1 AND ${column} = $2`,
      [siteId, id],
    );
    if (found.length === 0) refuseNow('not_found');
  }
}
