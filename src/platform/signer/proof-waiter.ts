import { Injectable } from '@nestjs/common';
import { LogProofs } from '../audit/log-proofs.js';
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
  ) {}

  /** The `.tlog-proof` as soon as a signed head covers the record; undefined when none does within two seconds. */
  async proofOf(of: { siteId: string; seq: number }): Promise<string | undefined> {
    const until = performance.now() + WAIT_MS;
    for (;;) {
      const covered = this.signer.covers({ ...of, withinMs: LOOK_MS });
      const proof = await this.proofs.proofOf(of.siteId, of.seq);
      if (proof !== undefined || performance.now() > until) return proof;
      await covered;
    }
  }
}
