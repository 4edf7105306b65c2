import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { formatTlogPolicy } from '../../domain/log/format-policy.js';
import { LogError } from '../../domain/log/log-error.js';
import type { TlogPolicy } from '../../domain/log/tlog-policy.js';
import { verifyCheckpoint } from '../../domain/log/verify-checkpoint.js';
import { Cosigning } from '../../platform/cosigning/cosigning.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { publicKeysFileOf, readPublicKeys } from '../../platform/signer/public-keys.js';
import { Signer } from '../../platform/signer/signer.js';

/** A signed head with the policy that it is to be verified by. */
export interface CoveringHead {
  readonly size: number;
  /** The checkpoint with every cosignature it has. */
  readonly note: string;
  readonly policy: string;
  /** Whether enough witnesses have confirmed it. */
  readonly witnessed: boolean;
}

const PATIENCE_MS = 5000;
const POLL_MS = 200;
/** The newest heads may not be confirmed yet; one a little older may. */
const LOOKED_AT = 20;

/** Finds the signed head under which a record is proved. */
@Injectable()
export class BundleHeads {
  constructor(
    private readonly source: DataSource,
    private readonly signer: Signer,
    private readonly cosigning: Cosigning,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** The newest head that covers the record, one that enough witnesses confirmed before all others. */
  async covering(of: { siteId: string; seq: number }): Promise<CoveringHead | undefined> {
    const rows = (await this.source.query(
      'SELECT size, note FROM countersign.cosigned_checkpoint WHERE site_id = $1 AND size > $2 ORDER BY size DESC LIMIT $3',
      [of.siteId, of.seq, LOOKED_AT],
    )) as { size: string; note: string }[];
    let newest: CoveringHead | undefined;
    for (const { size, note } of rows) {
      const policy = await this.#policy(note.slice(0, note.indexOf('\n')));
      const head = { size: Number(size), note, policy: formatTlogPolicy(policy), witnessed: isWitnessed(note, policy) };
      if (head.witnessed) return head;
      newest ??= head;
    }
    return newest;
  }

  /** The same, waiting for five seconds for one that is signed, and confirmed where the policy asks for it. */
  async awaited(of: { siteId: string; seq: number }): Promise<CoveringHead | undefined> {
    const until = performance.now() + PATIENCE_MS;
    let head = await this.covering(of);
    if (!head) {
      await this.signer.covers({ ...of, withinMs: PATIENCE_MS });
      // Another process may have signed it meanwhile.
      head = await this.covering(of);
    }
    while (head && !head.witnessed && performance.now() < until) {
      await wait(POLL_MS);
      head = await this.covering(of);
    }
    return head;
  }

  /** The keys of this log, and the witnesses that its operator asks. Whoever trusts nobody has a policy from elsewhere. */
  async #policy(origin: string): Promise<TlogPolicy> {
    const keys = await readPublicKeys(publicKeysFileOf(this.runtime.signerFolder));
    const logs = keys.filter(({ name }) => name === origin).map((key) => ({ key, url: undefined }));
    const { witnesses = [], groups = [], quorum } = this.cosigning.policy ?? {};
    return { logs, witnesses: [...witnesses], groups: [...groups], quorum };
  }
}

function isWitnessed(note: string, policy: TlogPolicy): boolean {
  try {
    verifyCheckpoint({ checkpoint: note, policy });
    return true;
  } catch (error) {
    if (error instanceof LogError) return false;
    throw error;
  }
}
