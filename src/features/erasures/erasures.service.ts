import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, erasePatient, readsOfErasure } from '../../domain/acts/erase-patient.js';
import { localDate } from '../../domain/local-date.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import type { Access } from '../../platform/access/caller.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { signatureReads } from '../../platform/ledger/act-reads.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { ErasableDto, ErasureDto } from './erasures.dto.js';

interface Found {
  readonly found: readonly {
    readonly last_at: string;
    readonly retention_years: number;
    readonly records: readonly { readonly names: readonly string[] }[];
  }[];
  readonly time_zone: string;
  readonly now: Date;
}

@Injectable()
export class ErasuresService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  erase(act: ActContext, { patientId, basis }: ErasureDto): Promise<Posted> {
    const { intent, signatureHashes } = act;
    const performerId = act.caller.personId;
    const of = { erasureId: uuidv7(), patientId, basis, performerId, intent, signatureHashes };
    return this.ledger.post({
      ...requested(act),
      type: 'patient_erased',
      reads: [...readsOfErasure(of), signatureReads(signatureHashes)],
      decide: erasePatient(of),
    });
  }

  /** What an erasure would destroy, and from when on it may. Shows nothing of the patient. Refuses `not_found`. */
  async erasable({ siteId }: Access, patientId: string): Promise<ErasableDto> {
    const [row] = (await this.source.query(
      `SELECT countersign.state_read_erasable($1, 'patient_id', ARRAY[$2::text]) AS found, s.time_zone, countersign.ledger_clock() AS now
       FROM countersign.site s WHERE s.site_id = $1 AND s.id = $1`,
      [siteId, patientId],
    )) as Found[];
    const found = row?.found[0];
    if (!row || !found) return refuseNow('not_found', { detail: said('no_patient'), field: 'patientId' });
    const { last_at: lastAt, retention_years: retentionYears, records } = found;
    const erasableFrom = dayOf({ lastAt, retentionYears }, row.time_zone);
    return {
      patientId,
      lastRecordAt: new Date(lastAt).toISOString(),
      retentionYears,
      erasableFrom,
      allowed: localDate(row.now.toISOString(), row.time_zone) >= erasableFrom,
      recordCount: records.length,
      valueCount: records.reduce((sum, { names }) => sum + names.length, 0),
    };
  }
}
