import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formatAddCheckpoint } from '../../src/domain/log/add-checkpoint.js';
import { parseVerifierKey } from '../../src/domain/log/note-key.js';
import { formatNote, parseNote, signText, verifySignatures } from '../../src/domain/log/signed-note.js';
import { SampleLog } from '../support/sample-log.js';
import { WitnessProcess } from '../support/witness-process.js';

const ROOT = 'qUDSYXXiN3R9zxRDST2xjvyVSumTcZFm5DhzSLMoRJQ=';

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

async function post(url: string, body: string | Uint8Array<ArrayBuffer>): Promise<Answer> {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

/** A request as a log sends it. */
const asked = (log: SampleLog, oldSize: number, size = log.leaves.length) =>
  formatAddCheckpoint({ oldSize, path: log.path(oldSize, size), checkpoint: log.checkpoint(size, []) });

function signedBy(log: SampleLog, text: string): string {
  return formatNote({
    text,
    signatures: [signText({ text, signer: { name: log.origin, privateKey: log.privateKey } })],
  });
}

describe('countersign witness', () => {
  let witness: WitnessProcess;
  let logs = 0;

  beforeAll(async () => {
    witness = new WitnessProcess();
    witness.watch();
    await witness.start();
  });

  afterAll(() => witness.dispose());

  /** A log the witness watches from now on and has not seen. */
  function newLog(size: number): SampleLog {
    logs += 1;
    const log = new SampleLog(`clinic.example/countersign/site/${logs}`, new Uint8Array(32).fill(100 + logs));
    for (let i = 0; i < size; i += 1) log.append();
    watched.push(log.vkey);
    witness.watch(...watched);
    return log;
  }
  const watched: string[] = [];

  test('init makes a key that only its owner may read, once', () => {
    expect(parseVerifierKey(witness.vkey)).toMatchObject({ name: 'witness.example/one', type: 4 });
    const file = join(witness.folder, 'witness.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^PRIVATE\+KEY\+witness\.example\/one\+[0-9a-f]{8}\+\S{44}\n$/);
    expect(witness.command(['key']).stdout).toBe(`${witness.vkey}\n`);
    expect(witness.command(['init', '--name', 'another'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is a witness'),
    });
    expect(witness.command(['key']).stdout).toBe(`${witness.vkey}\n`);
  });

  test('200: cosigns a first head and each that grows out of it, and serves the last one', async () => {
    const log = newLog(9);
    for (const [old, size] of [
      [0, 0],
      [0, 3],
      [3, 3],
      [3, 4],
      [4, 9],
    ] as const) {
      const { status, type, body } = await post(witness.url, asked(log, old, size));
      expect([status, type]).toEqual([200, 'text/plain; charset=utf-8']);
      expect(body).toMatch(/^\u2014 witness\.example\/one \S+\n$/);
      const { text } = parseNote(log.checkpoint(size, []));
      const [cosignature] = verifySignatures({
        note: parseNote(`${text}\n${body}`),
        keys: [parseVerifierKey(witness.vkey)],
      });
      expect(Math.abs(Number(cosignature?.timestamp) - Date.now() / 1000)).toBeLessThan(30);
      const served = await fetch(
        `${witness.url}/${Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(log.origin))).toString('hex')}/checkpoint`,
      );
      expect(await served.text()).toBe(log.checkpoint(size, []) + body);
    }
  });

  test('409: another size than the one it cosigned last, and tells that', async () => {
    const log = newLog(9);
    expect(await post(witness.url, asked(log, 4))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '0\n' });
    await post(witness.url, asked(log, 0, 5));
    expect(await post(witness.url, asked(log, 0, 9))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '5\n' });
    expect(await post(witness.url, asked(log, 0, 3))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '5\n' });
    expect(await post(witness.url, asked(log, 3, 5))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '5\n' });
  });

  test('404: a log it does not watch', async () => {
    expect(await post(witness.url, asked(SampleLog.of(1), 0))).toMatchObject({ status: 404 });
  });

  test('403: no signature of the log, or one that fails', async () => {
    const log = newLog(3);
    const thief = new SampleLog(log.origin, new Uint8Array(32).fill(99));
    thief.append();
    expect(await post(witness.url, asked(thief, 0))).toMatchObject({ status: 403 });
    const { text, signatures } = parseNote(log.checkpoint(3, []));
    const wrong = signatures.map((line) => ({ ...line, signature: line.signature.map((byte) => byte ^ 1) }));
    const request = (signed: typeof signatures) => `old 0\n\n${formatNote({ text, signatures: signed })}`;
    expect(await post(witness.url, request(wrong))).toMatchObject({ status: 403 });
    expect(await post(witness.url, request([...signatures, ...wrong]))).toMatchObject({ status: 403 });
    const stranger = parseNote(thief.checkpoint()).signatures;
    expect(await post(witness.url, request([...stranger, ...signatures]))).toMatchObject({ status: 200 });
  });

  test('400: what is no request', async () => {
    const log = newLog(5);
    const good = asked(log, 0);
    const bad = [
      '',
      'old 0\n',
      good.replace('old 0', 'old 00'),
      good.replace('old', 'new'),
      good.replace('old 0', 'old 0 '),
      good.slice(0, -1),
      good.replaceAll('\n', '\r\n'),
      good.replace('old 0\n', `old 0\n${`${ROOT}\n`.repeat(64)}`),
      good.replace('old 0\n', 'old 0\nAAAA\n'),
    ];
    for (const body of bad) expect([body, (await post(witness.url, body)).status]).toEqual([body, 400]);
    expect(await post(witness.url, Buffer.from([0xff, 0xfe]))).toMatchObject({ status: 400 });
    expect(await post(witness.url, good.replace('old 0', 'old 6'))).toMatchObject({ status: 400 });
    expect(await post(witness.url, good)).toMatchObject({ status: 200 });
  });

  test('422: a proof that proves nothing, a fork, an empty tree that is not', async () => {
    const log = newLog(9);
    const empty = signedBy(log, `${log.origin}\n0\n${ROOT}\n`);
    expect(await post(witness.url, `old 0\n\n${empty}`)).toMatchObject({ status: 422 });
    expect(await post(witness.url, asked(log, 0).replace('old 0\n', `old 0\n${ROOT}\n`))).toMatchObject({
      status: 422,
    });
    await post(witness.url, asked(log, 0, 4));
    const rewritten = log.cut(2);
    for (let i = 0; i < 7; i += 1) rewritten.append('another story');
    expect(await post(witness.url, asked(rewritten, 4))).toMatchObject({ status: 422 });
    expect(await post(witness.url, asked(log, 4).replace(/^old 4\n.*\n/, 'old 4\n'))).toMatchObject({ status: 422 });
    expect(await post(witness.url, asked(rewritten, 4, 4))).toMatchObject({ status: 422 });
    const kept = readdirSync(join(witness.folder, 'conflicts'));
    expect(kept).toHaveLength(1);
    const [fork] = readdirSync(join(witness.folder, 'conflicts', kept[0] as string));
    expect(readFileSync(join(witness.folder, 'conflicts', kept[0] as string, fork as string), 'utf8')).toBe(
      rewritten.checkpoint(4, []),
    );
    expect(await post(witness.url, asked(log, 4))).toMatchObject({ status: 200 });
  });

  test('413, 405, 404: bounded, and nothing else to ask', async () => {
    expect((await post(witness.url, 'x'.repeat(65 * 1024))).status).toBe(413);
    expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${witness.url}/`)).status).toBe(404);
    expect((await fetch(`${witness.url}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404);
    expect((await fetch(`${witness.url}/${'0'.repeat(64)}/../../witness.key`)).status).toBe(404);
  });

  test('of many who ask at once from one size, only one story goes on', async () => {
    const log = newLog(4);
    await post(witness.url, asked(log, 0, 4));
    const stories = Array.from({ length: 12 }, (_, i) => {
      const story = log.cut(4);
      for (let n = 0; n <= i % 3; n += 1) story.append(`story ${i}`);
      return story;
    });
    const answers = await Promise.all(stories.map((story) => post(witness.url, asked(story, 4))));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  test('kill -9 at any moment: what was answered is remembered', async () => {
    const log = newLog(60);
    let cosigned = 0;
    for (let round = 0; round < 4; round += 1) {
      let killed: Promise<void> | undefined;
      for (let size = cosigned + 1; size <= 60; size += 1) {
        const { status } = await post(witness.url, asked(log, cosigned, size)).catch(() => ({ status: 0 }));
        if (status !== 200) break;
        cosigned = size;
        // In the middle of one of the next.
        killed ??= new Promise((done) => setTimeout(() => void witness.kill().then(done), 3 + 7 * round));
      }
      await (killed ?? witness.kill());
      await witness.start();
      // It may have cosigned one head more than it could answer; never one less.
      const { status, body } = await post(witness.url, asked(log, 60, 60));
      const remembered = status === 200 ? 60 : Number(body);
      expect(remembered).toBeGreaterThanOrEqual(cosigned);
      cosigned = remembered;
    }
    const fork = new SampleLog(log.origin, log.privateKey);
    for (let i = 0; i < 60; i += 1) fork.append('another story');
    expect(cosigned).toBeGreaterThan(0);
    expect(await post(witness.url, asked(fork, 0))).toMatchObject({ status: 409 });
    expect(await post(witness.url, asked(fork, cosigned))).toMatchObject({ status: 422 });
  });

  test('there is one witness to a folder, and it stops when it is asked', async () => {
    await expect(startAgain()).rejects.toThrow(/is the witness in .* already/);
    expect(await witness.stop()).toBe(0);
    await witness.start();

    async function startAgain(): Promise<unknown> {
      const { status, stderr } = witness.command(['serve', '--port', '0']);
      if (status !== 0) throw new Error(stderr);
      return status;
    }
  });

  test('a memory that another hand changed is not believed', async () => {
    const log = newLog(3);
    await post(witness.url, asked(log, 0));
    await witness.stop();
    const folder = join(witness.folder, 'cosigned');
    const name = readdirSync(folder).find((file) =>
      readFileSync(join(folder, file), 'utf8').startsWith(`${log.origin}\n`),
    ) as string;
    const note = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), note.replace('\n3\n', '\n2\n'));
    await expect(witness.start()).rejects.toThrow(/is not a head that this witness cosigned/);
    writeFileSync(join(folder, name), note);
    await witness.start();
  });

  test('a key that others may read is not used, and a broken policy does not stop a running witness', async () => {
    const log = newLog(2);
    writeFileSync(join(witness.folder, 'policy.txt'), 'nonsense\n');
    expect(await post(witness.url, asked(log, 0))).toMatchObject({ status: 404 });
    witness.watch(...watched);
    expect(await post(witness.url, asked(log, 0))).toMatchObject({ status: 200 });
    await witness.stop();
    chmodSync(join(witness.folder, 'witness.key'), 0o644);
    await expect(witness.start()).rejects.toThrow(/Others than its owner may read/);
    chmodSync(join(witness.folder, 'witness.key'), 0o600);
    await witness.start();
  });
});
