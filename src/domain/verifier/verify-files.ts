import { BundleCheck } from './bundle-verdict.js';
import { fileKind, type FileKind } from './file-kind.js';
import { LogExportCheck } from './log-export.js';
import { readShownRecord } from './shown-record.js';
import { readPolicy, type TrustedPolicy } from './trusted-policy.js';
import { judge, UnusableInput, verdictOfError, type Verdict } from './verdict.js';
import type { Sentence } from './words/sentences.js';
import { verifyGrowth, verifyHead, verifyHeads } from './verify-heads.js';
import { readHash, verifyProof, type LeafGiven } from './verify-proof.js';

/** A file somebody wants judged. `kind`: where they said what it is. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind?: FileKind;
}

/** What else a person can say: base64, as typed. */
export interface GivenBeside {
  readonly salt?: string;
  readonly leafHash?: string;
}

/**
 * Judges files that belong together: a policy, and what it is to be held against: a proof with its record or leaf, a head,
 * two heads with the path between them, a whole log, or an inspection bundle. What each file is, is found out by itself. No clock, no randomness,
 * nothing outside: the same files give the same verdict for ever.
 */
export function verifyFiles(files: readonly GivenFile[], beside: GivenBeside = {}): Verdict {
  try {
    const given = new Files(files);
    const trusted = readPolicy(given.one('policy', 'policyMissing'));
    return given.others('policy') === 'bundle'
      ? verifyOneBundle(given, trusted)
      : judge(() => check(given, trusted, beside));
  } catch (error) {
    return verdictOfError(error);
  }
}

function verifyOneBundle(given: Files, trusted: TrustedPolicy): Verdict {
  const bundle = new BundleCheck(trusted);
  bundle.take(given.one('bundle'));
  return bundle.finish();
}

function check(given: Files, trusted: TrustedPolicy, beside: GivenBeside): readonly Sentence[] {
  const fit = given.others('policy');
  if (fit === 'log') {
    const log = new LogExportCheck(trusted);
    log.take(given.one('log'));
    return log.finish();
  }
  if (fit === 'proof' || fit === 'proof,record')
    return verifyProof({ proof: given.one('proof'), leaf: leafOf(given, beside), trusted });
  if (fit === 'checkpoint') return verifyHead(given.one('checkpoint'), trusted);
  if (fit === 'checkpoint,checkpoint' || fit === 'checkpoint,checkpoint,path') {
    const [a, b] = given.all('checkpoint') as [Uint8Array, Uint8Array];
    return verifyHeads({ heads: [a, b], path: given.all('path')[0] ?? new Uint8Array(), trusted });
  }
  if (fit === 'checkpoint,consistency')
    return verifyGrowth({ older: given.one('checkpoint'), growth: given.one('consistency'), trusted });
  if (fit === '') throw new UnusableInput('nothingToVerify', { key: 'nothingToVerify' });
  throw new UnusableInput('filesDoNotFit', { key: 'filesDoNotFit', kinds: fit.split(',') as FileKind[] });
}

function leafOf(given: Files, { salt, leafHash }: GivenBeside): LeafGiven {
  const record = given.all('record')[0];
  if (record && leafHash !== undefined) throw new UnusableInput('filesDoNotFit', { key: 'recordOrLeaf' });
  if (record) return { record: readShownRecord(record, salt === undefined ? undefined : readHash(salt, 'salt')) };
  if (leafHash !== undefined) return { leafHash: readHash(leafHash, 'leafHash') };
  throw new UnusableInput('leafMissing', { key: 'leafMissing' });
}

/** The files by kind. */
class Files {
  readonly #files: { kind: FileKind; bytes: Uint8Array }[];

  constructor(files: readonly GivenFile[]) {
    this.#files = files.map(({ name, bytes, kind: said }) => {
      const kind = said ?? fileKind(bytes);
      if (kind === undefined) throw new UnusableInput('unknownKind', { key: 'unknownKind', name });
      return { kind, bytes };
    });
  }

  all(kind: FileKind): Uint8Array[] {
    return this.#files.filter((file) => file.kind === kind).map(({ bytes }) => bytes);
  }

  one(kind: FileKind, ifNone: 'policyMissing' | 'filesDoNotFit' = 'filesDoNotFit'): Uint8Array {
    const [bytes, another] = this.all(kind);
    if (bytes === undefined)
      throw new UnusableInput(ifNone, ifNone === 'policyMissing' ? { key: 'policyMissing' } : { key: 'needed', kind });
    if (another !== undefined) throw new UnusableInput('filesDoNotFit', { key: 'onlyOne', kind });
    return bytes;
  }

  /** The kinds of all files but this, sorted, with commas between. */
  others(kind: FileKind): string {
    return this.#files
      .map((file) => file.kind)
      .filter((other) => other !== kind)
      .sort()
      .join();
  }
}
