import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  changePatient,
  patientReads,
  readPatients,
  registerPatient,
  type PatientDetails,
} from '../../domain/acts/patient-details.js';
import { refuseNow } from '../../domain/refusal.js';
import type { Access } from '../../platform/access/caller.js';
import { PrivateValues, type PrivateValuesOfRecord } from '../../platform/audit/private-values.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { listPage } from '../../platform/http/listing.js';
import type { Page, PageQuery } from '../../platform/http/pagination.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import { matcherOf } from './patient-match.js';
import type { PatientDto, PatientListedDto, PatientNamesDto, PatientsFoundDto } from './patients.dto.js';

/** The most patients one search shows. */
const MAX_SHOWN = 20;
/** Opened at once: a clinic's patients are thousands, and each is sealed by itself. */
const CHUNK = 500;

interface PatientRow {
  readonly patient_id: string;
  readonly private_seq: string;
  readonly active: boolean;
}

@Injectable()
export class PatientsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
    private readonly privateValues: PrivateValues,
  ) {}

  register(act: ActContext, details: PatientDetails): Promise<Posted> {
    return this.ledger.post({
      ...requested(act),
      type: 'patient_registered',
      reads: [],
      decide: registerPatient({ ...details, patientId: uuidv7() }),
    });
  }

  change(act: ActContext, of: { patientId: string } & PatientDetails): Promise<Posted> {
    return this.ledger.post({
      ...requested(act),
      type: 'patient_changed',
      reads: patientReads(of.patientId),
      decide: changePatient(of),
    });
  }

  list(siteId: string, page: PageQuery): Promise<Page<PatientListedDto>> {
    return listPage<PatientRow, PatientListedDto>(this.source, {
      sql: 'SELECT patient_id, active FROM countersign.patient WHERE site_id = $1',
      params: [siteId],
      by: { patient_id: 'patient_id' },
      page,
      item: (row) => ({ patientId: row.patient_id, active: row.active }),
    });
  }

  /** One patient's details; that they were read is recorded before they are answered. Refuses `not_found`. */
  async one(access: Access, patientId: string): Promise<PatientDto> {
    const [row] = (await this.source.query(
      'SELECT patient_id, private_seq, active FROM countersign.patient WHERE site_id = $1 AND patient_id = $2',
      [access.siteId, patientId],
    )) as PatientRow[];
    if (!row) return refuseNow('not_found', { field: 'patientId' });
    const opened = await this.privateValues.of(access.siteId, [Number(row.private_seq)]);
    await this.#recordRead(access, { patientIds: [row.patient_id], purpose: 'details' });
    return patientOf(row, opened.get(Number(row.private_seq)));
  }

  /** Who these are, as far as they are patients here; one record names all of them before they are answered. */
  async names(access: Access, patientIds: readonly string[]): Promise<PatientNamesDto> {
    const { siteId } = access;
    const rows = (await this.source.query(
      `SELECT patient_id, private_seq, active FROM countersign.patient
       WHERE site_id = $1 AND patient_id = ANY ($2::uuid[]) ORDER BY patient_id`,
      [siteId, patientIds],
    )) as PatientRow[];
    if (rows.length === 0) return { items: [] };
    const opened = await this.privateValues.of(
      siteId,
      rows.map((row) => Number(row.private_seq)),
    );
    await this.#recordRead(access, { patientIds: rows.map((row) => row.patient_id), purpose: 'names' });
    return {
      items: rows.map((row) => {
        const { patientId, name, birthDate, reference } = patientOf(row, opened.get(Number(row.private_seq)));
        return { patientId, name, birthDate, reference };
      }),
    };
  }

  /** Patients whose details hold all words of the text; who was shown is recorded before it is answered. */
  async search(access: Access, text: string): Promise<PatientsFoundDto> {
    const matches = matcherOf(text);
    const found: PatientDto[] = [];
    for await (const patient of this.#opened(access.siteId)) {
      if (matches(patient)) found.push(patient);
      if (found.length > MAX_SHOWN) break;
    }
    const items = found.slice(0, MAX_SHOWN);
    const patientIds = items.map(({ patientId }) => patientId);
    await this.#recordRead(access, { patientIds, purpose: 'search', searched: text });
    return { items, more: found.length > MAX_SHOWN };
  }

  async *#opened(siteId: string): AsyncGenerator<PatientDto> {
    let after: string | null = null;
    for (;;) {
      const rows = (await this.source.query(
        `SELECT patient_id, private_seq, active FROM countersign.patient
         WHERE site_id = $1 AND active AND ($2::uuid IS NULL OR patient_id > $2) ORDER BY patient_id LIMIT ${CHUNK}`,
        [siteId, after],
      )) as PatientRow[];
      const opened = await this.privateValues.of(
        siteId,
        rows.map((row) => Number(row.private_seq)),
      );
      for (const row of rows) yield patientOf(row, opened.get(Number(row.private_seq)));
      if (rows.length < CHUNK) return;
      after = rows.at(-1)!.patient_id;
    }
  }

  async #recordRead(access: Access, read: Parameters<typeof readPatients>[0]): Promise<void> {
    const { siteId, actor } = access;
    await this.ledger.post({ siteId, actor, type: 'patient_read', reads: [], decide: readPatients(read) });
  }
}

function patientOf(row: PatientRow, values: PrivateValuesOfRecord = {}): PatientDto {
  const { name, address, birthDate, reference } = values;
  return { patientId: row.patient_id, active: row.active, name, address, birthDate, reference };
}
