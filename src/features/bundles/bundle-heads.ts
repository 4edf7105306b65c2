import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { formatTlogPolicy } from '../../domain/log/format-policy.js';
import { LogProofs, type CoveringHead } from '../../platform/audit/log-proofs.js';
import { Cosigning } from '../../platform/cosigning/cosigning.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { publicKeysFileOf, readPublicKeys } from '../../platform/signer/public-keys.js';
import { Signer } from '../../platform/signer/signer.js';

const PATIENCE_MS = 5000;
const POLL_MS = 200;

/** Finds the signed head that a bundle is proved under, and the policy that goes with it. */
@Injectable()
export class BundleHeads {
  constructor(
    private readonly proofs: LogProofs,
    private readonly signer: Signer,
    private readonly cosigning: Cosigning,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** The best head that covers the record, now. */
  covering({ siteId, seq }: { siteId: string; seq: number }): Promise<CoveringHead | undefined> {
    return this.proofs.covering(siteId, seq);
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

  /**
   * As text (c2sp.org/tlog-policy): the keys of the log, and the witnesses that its operator asks. Whoever trusts nobody has a
   * policy from elsewhere.
   */
  async policyFor({ note }: CoveringHead): Promise<string> {
    const origin = note.slice(0, note.indexOf('\n'));
    const keys = await readPublicKeys(publicKeysFileOf(this.runtime.signerFolder));
    const logs = keys.filter(({ name }) => name === origin).map((key) => ({ key, url: undefined }));
    const { witnesses = [], groups = [], quorum } = this.cosigning.policy ?? {};
    return formatTlogPolicy({ logs, witnesses: [...witnesses], groups: [...groups], quorum });
  }
}
