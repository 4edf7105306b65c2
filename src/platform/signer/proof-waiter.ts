import { Injectable } from '@nestjs/common';
import { LogProofs } from '../audit/log-proofs.js';
import { Cosigning } from '../cosigning/cosigning.js';
import { Signer } from './signer.js';

/** How long an answer waits for the head that covers it (`Prefer: wait=proof`). */
export const WAIT_MS = 2000;
/** Another process may be the one that signs: then it is looked for so often. */
const LOOK_MS = 250;

/** Waits for the proof of a record that was just written. */
@Injectable()
export class ProofWaiter {
  constructor(
    private readonly proofs: LogProofs,
    private readonly signer: Signer,
    private readonly cosigning: Cosigning,
  ) {}

  /**
   * The `.tlog-proof` as soon as a signed head covers the record, confirmed by enough witnesses where they answer; after two
   * seconds one by whatever head there is, or undefined.
   */
  async proofOf(of: { siteId: string; seq: number }): Promise<string | undefined> {
    const until = performance.now() + WAIT_MS;
    for (;;) {
      const covered = this.signer.covers({ ...of, withinMs: LOOK_MS });
      const head = await this.proofs.covering(of.siteId, of.seq);
      const over = performance.now() > until;
      if (head && (head.witnessed || over || !this.cosigning.answersFor(of.siteId)))
        return this.proofs.proofUnder(head, of);
      if (over) return undefined;
      await (head ? this.cosigning.confirms({ ...of, withinMs: LOOK_MS }) : covered);
    }
  }
}
