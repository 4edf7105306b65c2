import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeBase64 } from '../../src/domain/log/base64.js';
import { strToU8, zipSync } from 'fflate';
import { clinicLog, VIAL } from '../domain/bundle/clinic-log.js';
import { SampleLog } from '../support/sample-log.js';

type Vector = { name: string; policy: string; ok: boolean } & (
  | { kind: 'proof'; leafHash: string; proof: string }
  | { kind: 'checkpoint'; checkpoint: string }
  | { kind: 'consistency'; old: string; new: string; path?: string }
);

const vectors = JSON.parse(readFileSync('test/vectors/log-vectors.json', 'utf8')) as Vector[];
let folder: string;
let program: string;

beforeAll(() => {
  // Away from the tree: whatever the file needs beside itself, it would not find.
  folder = mkdtempSync(join(tmpdir(), 'countersign-verify-'));
  program = join(folder, 'countersign-verify.mjs');
  cpSync(resolve('dist/countersign-verify.mjs'), program);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

function run(args: readonly string[]): Promise<Ran> {
  return new Promise((settle) => {
    // No environment and an empty folder to stand in.
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: {} });
    let [out, errors] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    child.on('close', (code) => settle({ code, out, errors }));
  });
}

let files = 0;
function put(content: string | Uint8Array): string {
  const name = `given-${(files += 1)}`;
  writeFileSync(join(folder, name), content);
  return name;
}

function questionOf(vector: Vector): string[] {
  const policy = ['--policy', put(vector.policy)];
  if (vector.kind === 'proof') return [put(vector.proof), '--leaf-hash', vector.leafHash, ...policy];
  if (vector.kind === 'checkpoint') return [put(vector.checkpoint), ...policy];
  return [put(vector.old), put(vector.new), '--path', put(vector.path ?? ''), ...policy];
}

describe('dist/countersign-verify.mjs', () => {
  test('is one file that imports nothing but files, hashes, inflating and options of Node.js', () => {
    const text = readFileSync(program, 'utf8');
    const imported = [...text.matchAll(/^import\b.*?from\s*["'](.+?)["'];$/gm)].map(([, name]) => name);
    expect(imported.sort()).toEqual(['node:crypto', 'node:fs', 'node:util', 'node:zlib']);
    expect(imported.every((name) => builtinModules.includes(String(name).slice('node:'.length)))).toBe(true);
    expect(text).not.toMatch(/\bimport\s*\(|\brequire\s*\(|\bfetch\s*\(|\bWebSocket\b|\beval\b|\bnew Function\b/);
    expect(text).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('knows no clock and no randomness', () => {
    const text = readFileSync(program, 'utf8');
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b|\bhrtime\b|\bMath\.random\b|\brandom(?:Bytes|UUID|Int|FillSync)\b/;
    expect('at(Date.now())').toMatch(impure);
    expect(text).not.toMatch(impure);
  });

  test('accepts and refuses what log-vectors.json says it must, by its exit code', async () => {
    expect(vectors).toHaveLength(75);
    const wrong: string[] = [];
    for (let i = 0; i < vectors.length; i += 4) {
      await Promise.all(
        vectors.slice(i, i + 4).map(async (vector) => {
          const { code, out, errors } = await run(questionOf(vector));
          const right = code === (vector.ok ? 0 : 1) && out.startsWith(vector.ok ? 'VERIFIED\n' : 'NOT VERIFIED (');
          if (!right || errors !== '') wrong.push(`${vector.kind} ${vector.name}: ${code} ${out} ${errors}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
  });

  test('reads an exported log, piece by piece', async () => {
    const log = SampleLog.of(2000);
    const exported = log.exported();
    expect(exported.length).toBeGreaterThan(1024 * 1024);
    const policy = put(log.policy());
    const good = await run([put(exported), '--policy', policy]);
    expect(good).toMatchObject({ code: 0, errors: '' });
    expect(good.out).toContain('All 2000 records of the log are here');
    const changed = exported.replace('spilled, the 1500th time', 'spilled, the 1501th time');
    expect(changed).not.toBe(exported);
    expect(await run([put(changed), '--policy', policy])).toMatchObject({
      code: 1,
      out: expect.stringContaining('NOT VERIFIED (privateValueDiffers)\n'),
    });
  });

  test('reads an inspection bundle, and the zip folder that it was sent in', async () => {
    const log = clinicLog();
    log.export({ kind: 'container', subjectId: VIAL }, { names: {} });
    const policy = put(log.policyText);
    const bundle = log.bundle([1, 5, 6, 12]);
    // Of another policy in the folder nothing is believed.
    const packed = (text: string) =>
      zipSync({ 'a/records.bundle': strToU8(text), 'a/policy.txt': strToU8('quorum none\n') });
    const zip = Buffer.from(packed(bundle));
    const plain = await run([put(bundle), '--policy', policy]);
    expect(plain).toMatchObject({ code: 0, errors: '' });
    expect(await run([put(zip), '--policy', policy])).toEqual(plain);
    const stored = zipSync({ 'records.bundle': [strToU8(bundle), { level: 0 }] });
    expect(await run([put(stored), '--policy', policy])).toEqual(plain);
    expect((await run([put(packed(log.bundle([1, 6, 12]))), '--policy', policy])).out).toMatch(
      /^NOT VERIFIED \(records_missing\)\n.*number 2 is missing/,
    );
    const flipped = (at: number) => put(Buffer.from(zip.map((byte, i) => (i === at ? byte ^ 16 : byte))));
    const bomb = zipSync({ 'records.bundle': new Uint8Array(100_000_000) });
    const unusable = [flipped(50), flipped(500), put(zip.subarray(0, -100)), put(bomb), put(zipSync({}))];
    for (const name of unusable) {
      const { code, out, errors } = await run([name, '--policy', policy]);
      expect([code, errors, /^CANNOT BE USED \(\w+\)\n {2}\S/.test(out), /^\s+at /m.test(out)]).toEqual([
        2,
        '',
        true,
        false,
      ]);
    }
    // Two questions at once, or none to hold it against.
    expect((await run([put(zip), put(bundle), '--policy', policy])).code).toBe(2);
    expect((await run([put(zip)])).out).toContain('(policyMissing)');
  });

  test('audits a log from the folder of its static files', async () => {
    const log = SampleLog.of(300);
    const policy = put(log.policy());
    for (const [path, content] of log.tiles()) {
      mkdirSync(join(folder, 'tiles', path, '..'), { recursive: true });
      writeFileSync(join(folder, 'tiles', path), content);
    }
    expect(await run(['tiles', '--policy', policy])).toMatchObject({
      code: 0,
      out: expect.stringContaining('All 300 entries of the log are in the folder'),
    });
    rmSync(join(folder, 'tiles/tile/entries/000'));
    expect(await run(['tiles', '--policy', policy])).toMatchObject({
      code: 1,
      out: expect.stringContaining('tile/entries/000 is not there.'),
    });
  });

  test('says in JSON what it says in words', async () => {
    const log = SampleLog.of(4);
    const args = [
      put(log.proof(2)),
      '--leaf-hash',
      encodeBase64(log.leaves[2] as Uint8Array),
      '--policy',
      put(log.policy()),
    ];
    const { code, out } = await run([...args, '--json']);
    expect(code).toBe(0);
    const verdict = JSON.parse(out) as { outcome: string; sentences: string[] };
    expect(verdict.outcome).toBe('verified');
    expect((await run(args)).out).toBe(`VERIFIED\n${verdict.sentences.map((line) => `  ${line}\n`).join('')}`);
  });

  test('what it cannot use is exit code 2 and a sentence, never a stack', async () => {
    const policy = put(SampleLog.of(1).policy());
    const questions = [
      [],
      ['--policy', policy],
      ['nowhere', '--policy', policy],
      [put('nothing known\n'), '--policy', policy],
      [put(''), '--policy', policy],
      [put(SampleLog.of(1).checkpoint()), '--policy', 'nowhere'],
      [put(SampleLog.of(1).checkpoint()), '--policy', put('log\n')],
      ['--wrong'],
      ['--json', '--wrong'],
      ['--policy'],
    ];
    for (const question of questions) {
      const { code, out, errors } = await run(question);
      expect([question, code, errors]).toEqual([question, 2, '']);
      expect(out).toMatch(question.includes('--json') ? /^\{"outcome":"unusable"/ : /^CANNOT BE USED \(\w+\)\n {2}\S/);
      expect(out).not.toMatch(/^\s+at /m);
    }
  });

  test('a tampered file is exit code 1 or 2, and never a stack', async () => {
    const log = SampleLog.of(6);
    const policy = put(log.policy());
    const files = [log.proof(3), log.checkpoint(), log.exported()];
    for (const content of files) {
      const bytes = Buffer.from(content);
      for (let i = 0; i < 8; i += 1) {
        const flipped = Buffer.from(bytes);
        const at = Math.floor((bytes.length * (i + 0.5)) / 8);
        flipped[at] = (flipped[at] as number) ^ (1 << i);
        const leaf = content === files[0] ? ['--leaf-hash', encodeBase64(log.leaves[3] as Uint8Array)] : [];
        const { code, out, errors } = await run([put(flipped), ...leaf, '--policy', policy]);
        expect([1, 2]).toContain(code);
        expect(errors).toBe('');
        expect(out).not.toMatch(/^\s+at /m);
      }
    }
  });

  test('--help tells the exit codes', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('exit code: 0 verified') });
  });
});
