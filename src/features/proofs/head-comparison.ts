import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { encodeBase64 } from '../../domain/log/base64.js';
import { equalBytes } from '../../domain/log/bytes.js';
import { parseCheckpoint, type Checkpoint } from '../../domain/log/checkpoint.js';
import { LogError } from '../../domain/log/log-error.js';
import { verifySignatures } from '../../domain/log/signed-note.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import type { Access } from '../../platform/access/caller.js';
import { Alarms } from '../../platform/alarms/alarms.js';
import { LogProofs } from '../../platform/audit/log-proofs.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { publicKeysFileOf, readPublicKeys } from '../../platform/signer/public-keys.js';
import type { HeadComparison } from './proofs.dto.js';

interface Incarnation {
  readonly fromSeq: number;
  readonly previousOrigin: string;
}

/**
 * Compares the head that a client kept with the log as it is now. Only a head that our own key signed is evidence of
 * anything; one that the log does not begin with is kept in a record and raises an alarm, for it shows two stories.
 */
@Injectable()
export class HeadComparisons {
  constructor(
    private readonly source: DataSource,
    private readonly proofs: LogProofs,
    private readonly alarms: Alarms,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Refuses `request_invalid` for what is no head of this log, signed by its key. */
  async compare({ siteId, caller }: Access, note: string): Promise<HeadComparison> {
    const seen = await this.#signedByUs(note);
    const [head] = (await this.source.query(
      'SELECT origin, size::float8 AS size FROM countersign.site_head WHERE site_id = $1',
      [siteId],
    )) as { origin: string; size: number }[];
    if (!head) return refuseNow('not_found');
    if (seen.origin === head.origin) return this.#against(siteId, { seen, note, size: head.size, by: caller.personId });
    const next = await this.#nextIncarnation(siteId, seen.origin);
    if (!next) return refuseNow('request_invalid', { field: 'checkpoint', detail: said('head_of_other_log') });
    return this.#againstEarlier(siteId, seen, next.fromSeq);
  }

  async #against(
    siteId: string,
    of: { seen: Checkpoint; note: string; size: number; by: string },
  ): Promise<HeadComparison> {
    const { seen, size } = of;
    const newest = await this.proofs.latest(siteId);
    if (seen.size > size) {
      return this.#conflict(siteId, of, `The log has ${size} records; a head that was signed covers ${seen.size}.`);
    }
    const newSize = Math.max(seen.size, newest?.size ?? 0);
    const { path, oldRoot } = await this.proofs.growth(siteId, { oldSize: seen.size, newSize });
    if (!equalBytes(oldRoot, seen.rootHash)) {
      return this.#conflict(siteId, of, `The first ${seen.size} records are not those that were signed.`);
    }
    return {
      consistent: true,
      checkpoint: newest && newest.size >= seen.size ? newest.note : of.note,
      path: path.map(encodeBase64),
    };
  }

  /** A head of an earlier incarnation: of what was kept of it, or of what was lost and declared to be. */
  async #againstEarlier(siteId: string, seen: Checkpoint, declaredSeq: number): Promise<HeadComparison> {
    const newest = await this.proofs.latest(siteId);
    const newSize = newest?.size ?? 0;
    const grown = seen.size <= declaredSeq && seen.size <= newSize;
    const growth = grown ? await this.proofs.growth(siteId, { oldSize: seen.size, newSize }) : undefined;
    if (newest && growth && equalBytes(growth.oldRoot, seen.rootHash)) {
      return { consistent: true, checkpoint: newest.note, path: growth.path.map(encodeBase64), declaredSeq };
    }
    const detail = 'Entries that this head covers were lost, and two people declared it: the log goes on as another.';
    return { consistent: false, detail, declaredSeq };
  }

  async #conflict(siteId: string, of: { note: string; by: string }, detail: string): Promise<HeadComparison> {
    const evidence = { checkpoint: of.note, personId: of.by };
    const evidenceSeq = await this.alarms.raise({ siteId, kind: 'head_conflict', detail, evidence, by: 'heads' });
    return { consistent: false, detail, ...(evidenceSeq === undefined ? {} : { evidenceSeq }) };
  }

  async #signedByUs(note: string): Promise<Checkpoint> {
    try {
      const seen = parseCheckpoint(note);
      const keys = await readPublicKeys(publicKeysFileOf(this.runtime.signerFolder));
      verifySignatures({ note: seen.note, keys: keys.filter(({ name }) => name === seen.origin) });
      return seen;
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      return refuseNow('request_invalid', {
        field: 'checkpoint',
        detail: said('head_not_ours', { why: error.message }),
      });
    }
  }

  async #nextIncarnation(siteId: string, origin: string): Promise<Incarnation | undefined> {
    const [next] = (await this.source.query(
      `SELECT from_seq::float8 AS "fromSeq", previous_origin AS "previousOrigin" FROM countersign.log_incarnation
       WHERE site_id = $1 AND previous_origin = $2`,
      [siteId, origin],
    )) as Incarnation[];
    return next;
  }
}
