import { concatBytes, decodeUtf8 } from '../log/bytes.js';
import { LogError } from '../log/log-error.js';
import type { TlogPolicy } from '../log/tlog-policy.js';
import { BundleVerifier, type VerifyOptions } from './bundle-verifier.js';
import type { BundleVerdict } from './verdict.js';

const NEWLINE = 0x0a;

/**
 * Verifies an inspection bundle: what it proves, or everything that is wrong with it. `policy` is the verifier's own
 * (c2sp.org/tlog-policy); undefined uses the one in the bundle, and then says that its keys were not compared. Never throws.
 */
export function verifyBundle(
  bytes: Uint8Array,
  policy: TlogPolicy | undefined,
  options: VerifyOptions = {},
): BundleVerdict {
  const reader = new BundleReader(policy, options);
  reader.push(bytes);
  return reader.end();
}

/** The same for a file that comes in pieces and is never held whole. */
export class BundleReader {
  readonly #verifier: BundleVerifier;
  #rest: Uint8Array[] = [];
  #broken = false;

  constructor(policy: TlogPolicy | undefined, options: VerifyOptions = {}) {
    this.#verifier = new BundleVerifier(policy, options);
  }

  push(bytes: Uint8Array): void {
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.#line([...this.#rest, bytes.subarray(start, end)]);
      this.#rest = [];
      start = end + 1;
    }
    if (start < bytes.length) this.#rest.push(bytes.slice(start));
  }

  end(): BundleVerdict {
    const whole = this.#rest.length === 0;
    if (!whole) this.#line(this.#rest);
    return this.#verifier.end({ whole });
  }

  #line(parts: readonly Uint8Array[]): void {
    if (this.#broken) return;
    try {
      this.#verifier.line(decodeUtf8(parts.length === 1 ? (parts[0] as Uint8Array) : concatBytes(...parts)));
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      this.#broken = true;
      this.#verifier.notText();
    }
  }
}
