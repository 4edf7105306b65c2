import { bundleReport } from '../bundle/report.js';
import type { BundleVerdict, VerdictState } from '../bundle/verdict.js';
import { BundleReader } from '../bundle/verify-bundle.js';
import type { TrustedPolicy } from './trusted-policy.js';
import { verdictOf, type Verdict } from './verdict.js';
import type { Sentence } from './words/sentences.js';

const OUTCOMES: Readonly<Record<VerdictState, Verdict['outcome']>> = {
  verified: 'verified',
  // Cannot be: whoever verifies here has brought a policy.
  keys_not_compared: 'notVerified',
  not_verified: 'notVerified',
  unusable: 'unusable',
};

/** Reads an inspection bundle piece by piece, and says at the end what it proves. */
export class BundleCheck {
  readonly #reader: BundleReader;

  constructor(private readonly trusted: TrustedPolicy) {
    this.#reader = new BundleReader(trusted.policy);
  }

  take(piece: Uint8Array): void {
    this.#reader.push(piece);
  }

  finish(): Verdict {
    return asVerdict(this.#reader.end(), this.trusted);
  }
}

function asVerdict(found: BundleVerdict, { digest }: TrustedPolicy): Verdict {
  const { problems, proved, sums } = bundleReport(found, 'en');
  const code = found.problems[0]?.code;
  const added = sums.rows.map(([product, holder, inMg, outMg, netMg]) => {
    return `${product}, ${holder}: in ${inMg} mg, out ${outMg} mg, net ${netMg} mg.`;
  });
  const sentences =
    found.state === 'verified'
      ? [...proved.sentences, ...added, `Policy: SHA-256 ${digest}.`]
      : [...problems.sentences];
  // A page words the report of a bundle by itself (domain/bundle/report.ts); this is for whoever reads one line after the other.
  const said = sentences.map((text): Sentence => ({ key: 'detail', text }));
  return verdictOf(OUTCOMES[found.state], said, code);
}
