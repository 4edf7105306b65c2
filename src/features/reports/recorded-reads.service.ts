import { Injectable } from '@nestjs/common';
import type { JsonObject } from '../../domain/ledger/record.js';
import type { Access } from '../../platform/access/caller.js';
import { Ledger } from '../../platform/ledger/ledger.js';

/** So many ids fit a record with room to spare (16 KiB). */
const PATIENTS_A_RECORD = 200;

/**
 * Reading is an act too: that a report left as a file, and whose patient data somebody saw, are records of the site's
 * log, written before the answer goes out.
 */
@Injectable()
export class RecordedReads {
  constructor(private readonly ledger: Ledger) {}

  /** Records that a report was exported. */
  async exported(access: Access, act: JsonObject): Promise<void> {
    const { siteId, actor } = access;
    await this.ledger.post({ siteId, actor, type: 'export', reads: [], decide: () => ({ act, answer: {} }) });
  }

  /** Records that these patients' data were read. Nobody read is nothing to record. */
  async readPatients(access: Access, of: { purpose: string; patientIds: readonly string[] }): Promise<void> {
    const { siteId, actor } = access;
    const all = [...new Set(of.patientIds)];
    for (let start = 0; start < all.length; start += PATIENTS_A_RECORD) {
      const subjects = all.slice(start, start + PATIENTS_A_RECORD);
      const act = { purpose: of.purpose, shown: subjects.length };
      await this.ledger.post({
        siteId,
        actor,
        type: 'patient_read',
        reads: [],
        decide: () => ({ act, subjects, answer: {} }),
      });
    }
  }
}
