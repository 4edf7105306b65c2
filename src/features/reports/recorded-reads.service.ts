import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { JsonObject } from '../../domain/ledger/record.js';
import type { Access } from '../../platform/access/caller.js';
import { recordPatientReads } from '../../platform/audit/patient-reads.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { ReportFile } from './format.js';

/**
 * Reading is an act too: that a report left as a file, and whose patient data somebody saw, are records of the site's
 * log, written before the answer goes out.
 */
@Injectable()
export class RecordedReads {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Records that a report leaves as a file, and answers with its text. The file's digest stands in the record; the
   * record's number and leaf stand in the headers, so that whoever has the paper finds the record and the other way round.
   */
  async exported(access: Access, reply: FastifyReply, of: { file: ReportFile; about: JsonObject }): Promise<string> {
    const { siteId, actor } = access;
    const { name, type, text } = of.file;
    const sha256 = createHash('sha256').update(text).digest('base64');
    const act = { ...of.about, sha256 };
    const posted = await this.ledger.post({
      siteId,
      actor,
      type: 'export',
      reads: [],
      decide: () => ({ act, answer: {} }),
    });
    void reply
      .header('Content-Type', type)
      .header('Content-Disposition', `attachment; filename="${name}"`)
      .header('Repr-Digest', `sha-256=:${sha256}:`)
      .header('Countersign-Record', String(posted.body.seq))
      .header('Countersign-Leaf-Hash', posted.body.leafHash);
    return text;
  }

  /** Records that these patients' data were read. Nobody read is nothing to record. */
  readPatients(access: Access, of: { purpose: string; patientIds: readonly string[] }): Promise<void> {
    return recordPatientReads(this.ledger, access, of);
  }
}
