import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { JsonObject, RecordActor } from '../../domain/ledger/record.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { checkSite } from '../../platform/audit/checker.js';
import { PrivateValues } from '../../platform/audit/private-values.js';
import { recordBody } from '../../platform/audit/record-view.js';
import type { Verdict } from '../../platform/audit/verdict.js';
import { Vault } from '../../platform/crypto/vault.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import { signedOutsideOf } from '../../platform/signer/signed-outside.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import type { VerificationDto } from './audit.answers.js';

const STARTED = 'verification_started';
const ENDED = 'verification';

/**
 * Verifications asked for over the interface. That one was asked for and what it came to are records of the log it checked;
 * how far it is, is not.
 */
@Injectable()
export class VerificationService {
  readonly #log = new Logger(VerificationService.name);
  /** Verification id → its site and how far it is. */
  readonly #running = new Map<string, { siteId: string; done: number; size: number }>();

  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly privateValues: PrivateValues,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Answers as soon as it is recorded that somebody asked. One at a time for each site. */
  async start(act: ActContext): Promise<Posted> {
    const verificationId = uuidv7();
    const posted = await this.ledger.post({
      ...requested(act),
      type: STARTED,
      reads: [],
      decide: () => ({ act: { verificationId }, subjects: [verificationId], answer: { verificationId } }),
    });
    if (!posted.replayed) {
      this.#running.set(verificationId, { siteId: act.siteId, done: 0, size: 0 });
      void this.#after(act.siteId, verificationId).then(() => this.#run(verificationId, act));
    }
    return posted;
  }

  /** Refuses `not_found` for an id that nobody asked for at this site. */
  async one(siteId: string, verificationId: string): Promise<VerificationDto> {
    const running = this.#running.get(verificationId);
    if (running?.siteId === siteId) {
      return { verificationId, status: 'running', done: running.done, size: running.size };
    }
    const rows = (await this.source.query(
      `SELECT r.seq, r.type, r.record FROM countersign.record_subject s
       JOIN countersign.audit_record r ON r.site_id = s.site_id AND r.seq = s.seq
       WHERE s.site_id = $1 AND s.subject_id = $2 AND r.type = ANY ($3) ORDER BY r.seq DESC LIMIT 1`,
      [siteId, verificationId, [STARTED, ENDED]],
    )) as { seq: string; type: string; record: Buffer }[];
    const row = rows[0];
    if (!row) return refuseNow('not_found', { detail: said('no_verification') });
    if (row.type === STARTED) return { verificationId, status: 'interrupted' };
    const seq = Number(row.seq);
    const texts = (await this.privateValues.of(siteId, [seq])).get(seq) ?? {};
    return { ...recordBody(row.record).act, ...texts, verificationId, status: statusOf(row.record), seq };
  }

  // Ids are in the order of time: those that were asked for earlier end first.
  async #after(siteId: string, verificationId: string): Promise<void> {
    const before = [...this.#running].filter(([id, { siteId: of }]) => of === siteId && id < verificationId);
    while (before.some(([id]) => this.#running.has(id))) await new Promise((resolve) => setTimeout(resolve, 250));
  }

  async #run(verificationId: string, act: ActContext): Promise<void> {
    const { siteId, actor } = act;
    const place = this.#running.get(verificationId);
    try {
      const verdict = await this.#check(siteId, (done, size) => {
        if (place) Object.assign(place, { done, size });
      });
      await this.#record(siteId, actor, { verificationId, ...resultOf(verdict) }, verdict.first?.reason);
    } catch (error) {
      this.#log.error(`verification ${verificationId} failed: ${(error as Error).message}`);
      await this.#record(siteId, actor, { verificationId, failed: true }, undefined).catch(() => undefined);
    } finally {
      this.#running.delete(verificationId);
    }
  }

  async #check(siteId: string, onProgress: (done: number, size: number) => void): Promise<Verdict> {
    // A connection of its own: it reads for as long as it takes, and none of the pool's is kept from the others.
    const client = new pg.Client({
      connectionString: this.runtime.appUrl,
      application_name: 'countersign verification',
    });
    await client.connect();
    try {
      const signed = await signedOutsideOf(this.runtime.signerFolder);
      return await checkSite(client, siteId, { vault: this.vault, onProgress, ...(signed ? { signed } : {}) });
    } finally {
      await client.end();
    }
  }

  async #record(siteId: string, actor: RecordActor, result: JsonObject, reason: string | undefined): Promise<void> {
    const verificationId = String(result.verificationId);
    await this.ledger.post({
      siteId,
      type: ENDED,
      actor,
      idempotencyKey: `verification.${verificationId}`,
      requestDigest: createHash('sha256').update(verificationId).digest(),
      reads: [],
      // What was found in a table may be anything, so it is kept sealed.
      decide: () => ({ act: result, subjects: [verificationId], private: { reason }, answer: {} }),
    });
  }
}

function resultOf({
  verified,
  records,
  rootHash,
  milliseconds,
  recordsPerSecond,
  findings,
  first,
}: Verdict): JsonObject {
  const wrong = first && { seq: first.seq, kind: first.kind, table: first.table };
  return { verified, records, rootHash, milliseconds, recordsPerSecond, findings, first: wrong };
}

const statusOf = (record: Buffer): 'done' | 'failed' => (recordBody(record).act?.failed === true ? 'failed' : 'done');
