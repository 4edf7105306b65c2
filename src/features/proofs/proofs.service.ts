import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { formatVerifierKey } from '../../domain/log/note-key.js';
import { said } from '../../domain/refusal-details.js';
import { RefusedError, refuse, refuseNow } from '../../domain/refusal.js';
import { roleMay } from '../../domain/roles.js';
import type { Access } from '../../platform/access/caller.js';
import { LogProofs } from '../../platform/audit/log-proofs.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { publicKeysFileOf, readPublicKeys } from '../../platform/signer/public-keys.js';
import type { LogKeysAnswer } from './proofs.dto.js';
import { ReceiptsReader } from './receipts.reader.js';

/** Signed heads and the proofs against them. */
@Injectable()
export class ProofsService {
  constructor(
    private readonly proofs: LogProofs,
    private readonly receipts: ReceiptsReader,
    private readonly ledger: Ledger,
    private readonly source: DataSource,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** The newest signed note. Refuses `not_found` before the first. */
  async checkpoint(siteId: string): Promise<string> {
    const checkpoint = await this.proofs.latest(siteId);
    return checkpoint?.note ?? refuseNow('not_found', { detail: said('no_head_yet') });
  }

  /**
   * The `.tlog-proof` of a record, for whoever may read the log and for whose own act it is. Refuses `not_permitted` to
   * others, `proof_not_yet` while no signed head covers it.
   */
  async proof(access: Access, seq: number): Promise<string> {
    if (!Number.isSafeInteger(seq) || seq < 0) refuseNow('not_found', { detail: said('no_record') });
    await this.#requireReader(access, seq);
    const proof = await this.proofs.proofOf(access.siteId, seq);
    return proof ?? refuseNow('proof_not_yet');
  }

  /** The public keys that have signed heads of the log as it is named now. Refuses `not_found` for no log. */
  async keys(siteId: string): Promise<LogKeysAnswer> {
    const [head] = (await this.source.query('SELECT origin FROM countersign.site_head WHERE site_id = $1', [
      siteId,
    ])) as {
      origin: string;
    }[];
    if (!head) return refuseNow('not_found', { detail: said('no_site') });
    const keys = await readPublicKeys(publicKeysFileOf(this.runtime.signerFolder));
    return { origin: head.origin, vkeys: keys.filter(({ name }) => name === head.origin).map(formatVerifierKey) };
  }

  async #requireReader({ siteId, caller, actor }: Access, seq: number): Promise<void> {
    const roles = caller.roles.get(siteId) ?? [];
    if (roles.some((role) => roleMay(role, 'log:read'))) return;
    if (await this.receipts.isOwn({ siteId, personId: caller.personId, seq })) return;
    const refusal = refuse('not_permitted', {
      detail: said('act_of_other'),
    });
    // An address may name a site that is not there: that leaves no record, as it has no log.
    await this.ledger.recordRefusedAttempt({ siteId, type: 'proof_read', actor }, refusal).catch(() => undefined);
    throw new RefusedError(refusal);
  }
}
