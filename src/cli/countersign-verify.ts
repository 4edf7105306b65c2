import { closeSync, createReadStream, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createInflateRaw } from 'node:zlib';
import { BundleCheck } from '../domain/verifier/bundle-verdict.js';
import { fileKind, HEAD_BYTES, type FileKind } from '../domain/verifier/file-kind.js';
import { LogExportCheck } from '../domain/verifier/log-export.js';
import { verifyTileFolder } from '../domain/verifier/tile-folder.js';
import { readPolicy } from '../domain/verifier/trusted-policy.js';
import { judge, UnusableInput, verdictOf, verdictOfError, type Verdict } from '../domain/verifier/verdict.js';
import { verifyFiles, type GivenFile } from '../domain/verifier/verify-files.js';
import type { Sentence } from '../domain/verifier/words/sentences.js';
import { findBundleInZip, refuse, ZippedContent, type ZippedFile } from '../domain/verifier/zip.js';

// The program `countersign-verify`: built into one file, dist/countersign-verify.mjs, out of src/domain and nothing else
// (scripts/build-verifier.mjs). It opens the files it is given, and no connection; it writes nothing but its verdict.

const USAGE = `usage: countersign-verify FILE... --policy POLICY [options]

Says whether what the files claim about a log is proved, by the policy alone. Needs no network and no database.
What a file is, is found out by itself:

  x.tlog-proof          with --record RECORD [--salt BASE64], or with --leaf-hash BASE64: the record is in the log
  a checkpoint          the head of a log is vouched for
  two checkpoints       with --path FILE: the newer log begins with all of the older
  an exported log       every record is there, at its place, unchanged
  a folder of tiles     the same of a log's static files (c2sp.org/tlog-tiles), without what the records say
  an inspection bundle  (records.bundle, or the zip folder as it was sent) its records are in the log, and none of what
                        was chosen is missing

  --policy FILE         whom to believe: logs, witnesses and quorum (c2sp.org/tlog-policy)
  --record FILE         the record that the proof is about: its exact bytes, or a disclosure that holds its salt too
  --salt BASE64         the salt of the record
  --leaf-hash BASE64    instead of a record: the leaf hash that was kept when it was written
  --path FILE           the consistency path between two checkpoints, one hash a line; left out where they are equal
  --json                the verdict as JSON

exit code: 0 verified, 1 not verified (the reason is printed), 2 the input cannot be used`;

const EXIT_CODES: Readonly<Record<Verdict['outcome'], number>> = { verified: 0, notVerified: 1, unusable: 2 };
const WORDS: Readonly<Record<Verdict['outcome'], string>> = {
  verified: 'VERIFIED',
  notVerified: 'NOT VERIFIED',
  unusable: 'CANNOT BE USED',
};
/** Larger files are read only where they are exported logs or inspection bundles, which are read piece by piece. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

const OPTIONS = {
  policy: { type: 'string' },
  record: { type: 'string' },
  salt: { type: 'string' },
  'leaf-hash': { type: 'string' },
  path: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Judges what the arguments name, prints the verdict, and gives the exit code. Never throws. */
async function verifyMain(args: readonly string[]): Promise<number> {
  let asJson = args.includes('--json');
  let verdict: Verdict;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    asJson = values.json ?? false;
    verdict = await verdictOn(values, positionals);
  } catch (error) {
    // Wrong options, and whatever nobody thought of: it is never taken for verified, and no stack is shown.
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'an unknown error';
    const said = [`${reason}`, 'See countersign-verify --help.'].map((text) => ({ key: 'detail', text }) as const);
    verdict = verdictOf('unusable', said, 'badOption');
  }
  console.log(asJson ? json(verdict) : text(verdict));
  return EXIT_CODES[verdict.outcome];
}

type Values = Partial<Record<'policy' | 'record' | 'salt' | 'leaf-hash' | 'path', string>>;

async function verdictOn(values: Values, names: readonly string[]): Promise<Verdict> {
  try {
    const [only, ...more] = names;
    if (only !== undefined && more.length === 0 && values.policy !== undefined) {
      const policy = read(values.policy);
      if (isFolder(only))
        return judge(() => verifyTileFolder((path) => readIfThere(`${only}/${path}`), readPolicy(policy)));
      const kind = beginningOf(only);
      if (kind === 'log') return judge(() => verifyLogFile(only, policy));
      if (kind === 'bundle') return verifyBundleFile(only, policy);
      if (kind === 'zip') return await verifyZip(only, policy);
    }
    return verifyFiles(filesOf(values, names), {
      ...(values.salt === undefined ? {} : { salt: values.salt }),
      ...(values['leaf-hash'] === undefined ? {} : { leafHash: values['leaf-hash'] }),
    });
  } catch (error) {
    return verdictOfError(error);
  }
}

function filesOf({ policy, record, path }: Values, names: readonly string[]): GivenFile[] {
  const told: [string | undefined, FileKind][] = [
    [policy, 'policy'],
    [record, 'record'],
    [path, 'path'],
  ];
  return [
    ...names.map((name) => ({ name, bytes: read(name) })),
    ...told.flatMap(([name, kind]) => (name === undefined ? [] : [{ name, bytes: read(name), kind }])),
  ];
}

function verifyLogFile(name: string, policy: Uint8Array): Sentence[] {
  const log = new LogExportCheck(readPolicy(policy));
  for (const piece of piecesOf(name, PIECE_BYTES)) log.take(piece);
  return log.finish();
}

function verifyBundleFile(name: string, policy: Uint8Array): Verdict {
  const bundle = new BundleCheck(readPolicy(policy));
  for (const piece of piecesOf(name, PIECE_BYTES)) bundle.take(piece);
  return bundle.finish();
}

/** The bundle in the zip folder that an inspector gets; whatever else lies in it is not looked at. */
async function verifyZip(name: string, policy: Uint8Array): Promise<Verdict> {
  const bundle = new BundleCheck(readPolicy(policy));
  const file = findBundle(name);
  const content = new ZippedContent(file);
  for await (const piece of unpacked(name, file)) {
    content.take(piece);
    bundle.take(piece);
  }
  content.finish();
  return bundle.finish();
}

function findBundle(name: string): ZippedFile {
  const descriptor = opened(name, () => openSync(name, 'r'));
  try {
    const search = findBundleInZip(opened(name, () => statSync(name).size));
    let step = search.next();
    while (!step.done) {
      const piece = new Uint8Array(step.value.length);
      const { from } = step.value;
      const count = opened(name, () => readSync(descriptor, piece, 0, piece.length, from));
      step = search.next(piece.subarray(0, count));
    }
    return step.value;
  } finally {
    closeSync(descriptor);
  }
}

async function* unpacked(name: string, { from, compressedSize, deflated }: ZippedFile): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(name, { start: from, end: from + compressedSize - 1 });
  if (!deflated) return yield* packed as AsyncIterable<Uint8Array>;
  const inflate = createInflateRaw();
  packed.on('error', (error) => inflate.destroy(error));
  try {
    yield* packed.pipe(inflate) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_') !== true) throw error;
    refuse('damaged');
  }
  if (inflate.bytesWritten !== compressedSize) refuse('damaged');
}

function isFolder(name: string): boolean {
  return opened(name, () => statSync(name).isDirectory());
}

function readIfThere(name: string): Uint8Array | undefined {
  return existsSync(name) ? read(name) : undefined;
}

function beginningOf(name: string): FileKind | undefined {
  for (const piece of piecesOf(name, HEAD_BYTES)) return fileKind(piece);
  return undefined;
}

function read(name: string): Uint8Array {
  return opened(name, () => {
    if (statSync(name).size > MAX_FILE_BYTES) throw new UnusableInput('unreadable', { key: 'tooLarge', name });
    return readFileSync(name);
  });
}

function* piecesOf(name: string, length: number): Generator<Uint8Array> {
  const file = opened(name, () => openSync(name, 'r'));
  try {
    for (;;) {
      const piece = new Uint8Array(length);
      const count = opened(name, () => readSync(file, piece));
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

/** What the system says of a file that cannot be read, as a sentence about the input. */
function opened<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    const reason = String((error as NodeJS.ErrnoException).code);
    throw new UnusableInput('unreadable', { key: 'unreadable', name, reason });
  }
}

/** For programs: the outcome, its code, and the sentences in English. */
function json({ outcome, code, sentences }: Verdict): string {
  return JSON.stringify({ outcome, code, sentences });
}

/** The verdict first, and what it rests on below. */
function text({ outcome, code, sentences }: Verdict): string {
  const reason = code === undefined ? '' : ` (${code})`;
  return [`${WORDS[outcome]}${reason}`, ...sentences.map((sentence) => `  ${sentence}`)].join('\n');
}

process.exitCode = await verifyMain(process.argv.slice(2));
