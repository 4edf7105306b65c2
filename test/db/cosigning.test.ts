import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { formatAddCheckpoint } from '../../src/domain/log/add-checkpoint.js';
import { encodeUtf8 } from '../../src/domain/log/bytes.js';
import { nextIncarnationOrigin } from '../../src/domain/log/log-origin.js';
import { formatVerifierKey, SIGNATURE_TYPES, verifierKeyOf } from '../../src/domain/log/note-key.js';
import { cosign, signatureLines } from '../../src/domain/log/signed-note.js';
import { numberPath } from '../../src/domain/log/tiles.js';
import { parseTlogPolicy } from '../../src/domain/log/tlog-policy.js';
import { verifyCheckpoint } from '../../src/domain/log/verify-checkpoint.js';
import { LogKeys, signerOf } from '../../src/platform/signer/log-keys.js';
import { verifyFiles } from '../../src/domain/verifier/verify-files.js';
import { RunningCosigning } from '../support/cosigning.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { RawClinic, performer } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';
import { SampleLog, WITNESSES } from '../support/sample-log.js';
import { newSignerFolder, until } from '../support/signer.js';
import { WitnessProcess } from '../support/witness-process.js';

let witnesses: [WitnessProcess, WitnessProcess, WitnessProcess];
let database: TestDatabase;
let app: pg.Client;
let superuser: pg.Client;
let clinic: RawClinic;
let folder: string;
let logVkey: string;
let running: RunningCosigning | undefined;

beforeAll(async () => {
  witnesses = [1, 2, 3].map((n) => new WitnessProcess(`witness.example/${n}`)) as typeof witnesses;
  for (const witness of witnesses) witness.watch();
  await Promise.all(witnesses.map((witness) => witness.start()));
});
afterAll(() => Promise.all(witnesses.map((witness) => witness.dispose())));

beforeEach(async () => {
  database = await createTestDatabase('cosigning');
  app = new pg.Client({ connectionString: database.appUrl });
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await Promise.all([app.connect(), superuser.connect()]);
  await superuser.query('SET search_path = countersign');
  clinic = await RawClinic.open(new RawLog(app, randomUUID()));
  folder = newSignerFolder();
  await LogKeys.make(folder);
  const keys = await LogKeys.open({ folder, fromEnvironment: undefined });
  const [signer] = keys?.signersOf(clinic.log.origin) ?? [];
  logVkey = new SampleLog(clinic.log.origin, signer?.privateKey).vkey;
  for (const witness of witnesses) witness.watch(logVkey);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await stop();
  await Promise.all([app?.end(), superuser?.end()]);
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Two of three, each asked where `urls` says; where it says nothing, it is not asked. */
function policyText(urls: readonly (string | undefined)[], vkeys = witnesses.map(({ vkey }) => vkey)): string {
  const lines = vkeys.map((vkey, i) => `witness W${i + 1} ${vkey} ${urls[i] ?? ''}\n`);
  return `log ${logVkey}\n${lines.join('')}group outside 2 W1 W2 W3\nquorum outside\n`;
}

const urls = () => witnesses.map(({ url }) => url);

async function start(policy = policyText(urls())): Promise<RunningCosigning> {
  const policyFile = join(folder, 'policy-of-test.txt');
  writeFileSync(policyFile, policy);
  return (running = await RunningCosigning.start({ ...database, folder, policyFile }));
}

const stop = async () => {
  await running?.stop();
  running = undefined;
};

const act = () => clinic.log.append({ type: 'note', actors: [performer(clinic.ids.nurse)] });
const size = async () => (await clinic.log.place()).seq;

/** The newest checkpoint as it is shown, and how many witnesses stand under it. */
async function newest(): Promise<{ size: number; note: string; cosigners: number } | undefined> {
  const { rows } = await superuser.query<{ size: number; note: string; cosigners: number }>(
    'SELECT size::int, note, cosigners FROM cosigned_checkpoint WHERE site_id = $1 ORDER BY size DESC LIMIT 1',
    [clinic.log.siteId],
  );
  return rows[0];
}

const cosignedAll = (cosigners: number) => async () => {
  const found = await newest();
  return found !== undefined && found.size === (await size()) && found.cosigners >= cosigners;
};

async function alarms(): Promise<string[]> {
  const { rows } = await superuser.query<{ kind: string }>('SELECT kind FROM alarm ORDER BY kind');
  return rows.map(({ kind }) => kind);
}

/** A witness that does what it should not. */
async function badWitness(
  answer: (body: string, response: ServerResponse) => void,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => answer(body, response));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/deep/prefix/` };
}

/** Who a witness that misbehaves is, and the key it is known by. */
const badSigner = (n: number) => ({ name: `bad.example/${n}`, privateKey: new Uint8Array(32).fill(60 + n) });
const badKey = (n: number) => formatVerifierKey(verifierKeyOf(badSigner(n), SIGNATURE_TYPES.cosignatureV1));

describe('heads are confirmed by witnesses outside', () => {
  test('and are shown with their cosignatures, which anybody verifies', async () => {
    const { cosigning } = await start();
    const told: number[] = [];
    cosigning.onWitnessed((head) => told.push(head.size));
    await until(cosignedAll(3));
    for (let i = 0; i < 3; i += 1) await act();
    await until(cosignedAll(3));
    const { note, size: confirmed } = (await newest()) as { note: string; size: number };
    const policy = parseTlogPolicy(policyText([]));
    expect(verifyCheckpoint({ checkpoint: note, policy }).cosigners.map(({ name }) => name)).toEqual([
      'W1',
      'W2',
      'W3',
    ]);
    await until(() => told.includes(confirmed));
    await until(() => cosigning.state.unwitnessed.length === 0);
    expect(cosigning.state).toMatchObject({
      status: 'collecting',
      degraded: false,
      witnesses: [1, 2, 3].map((n) => ({ name: `W${n}`, problem: undefined })),
    });
  });

  test('and lie outside with them: the head once more in its folder, and the checkpoint beside the tiles', async () => {
    await start();
    await until(cosignedAll(3));
    const confirmed = await size();
    const head = join(folder, 'heads', clinic.log.origin, 'heads', numberPath(confirmed));
    const published = join(folder, 'tiles', clinic.log.origin);
    await until(() => existsSync(`${head}.witnessed`));
    const policy = parseTlogPolicy(policyText([]));
    const verified = (file: string) => verifyCheckpoint({ checkpoint: readFileSync(file), policy });
    expect(verified(`${head}.witnessed`).size).toBe(confirmed);
    expect(() => verified(head)).toThrow('no quorum');
    await until(() => readFileSync(join(published, 'checkpoint'), 'utf8').includes('witness.example/1'));
    expect(verified(join(published, 'checkpoint')).size).toBe(confirmed);
  });

  test('a witness that is down, and one that was down for long, holds up nobody', async () => {
    const [first, second] = witnesses;
    await first.kill();
    const policy = () => policyText([first.url, second.url, witnesses[2].url]);
    await start(policy());
    await until(cosignedAll(2));
    expect(running?.cosigning.state.witnesses[0]).toMatchObject({
      name: 'W1',
      problem: expect.stringContaining('ECONNREFUSED'),
    });
    await second.kill();
    await act();
    await until(async () => (await newest())?.size === (await size()));
    await until(() => (running?.cosigning.state.unwitnessed.length ?? 0) > 0);
    expect((await newest())?.cosigners).toBeLessThan(2);
    await stop();
    await Promise.all([first.start(), second.start()]);
    await start(policy());
    // What was signed while they were away is collected after a start, though the log has not grown since.
    await until(cosignedAll(3));
    await until(() => running?.cosigning.state.unwitnessed.length === 0);
  });

  test('after five minutes people are told, once, and health says so; care and signing go on', async () => {
    const { cosigning } = await start(policyText([]));
    await until(async () => (await newest())?.size === (await size()));
    await act();
    expect(cosigning.state.degraded).toBe(false);
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + 5 * 60_000);
    await until(async () => (await alarms()).includes('head_unwitnessed'));
    expect(cosigning.state).toMatchObject({ degraded: true, unwitnessed: [{ origin: clinic.log.origin }] });
    await act();
    await until(async () => (await newest())?.size === (await size()));
    expect(await alarms()).toEqual(['head_unwitnessed']);
  });

  test('slow, endless, lying and unknowing witnesses are named, and the others are enough', async () => {
    const endless = await badWitness((_, response) => {
      response.writeHead(200);
      const more = () => response.write('x'.repeat(65536), () => (response.destroyed ? undefined : setImmediate(more)));
      more();
    });
    const asAnother = await badWitness((body, response) => {
      const text = `${body.split('\n\n')[1]}\n`;
      response.end(signatureLines([cosign({ text, signer: WITNESSES.W1, timestamp: 1_790_000_000n })]));
    });
    const forged = await badWitness((_, response) => {
      const [name, keyId] = badKey(2).split('+') as [string, string];
      const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), Buffer.alloc(72, 1)]);
      response.end(`\u2014 ${name} ${bytes.toString('base64')}\n`);
    });
    const ahead = await badWitness((body, response) => {
      const text = `${body.slice(body.indexOf('\n\n') + 2).split('\n\n')[0]}\n`;
      response.end(signatureLines([cosign({ text, signer: badSigner(5), timestamp: 4_000_000_000n })]));
    });
    const silent = await badWitness(() => undefined);
    const moody = await badWitness((_, response) => {
      response.writeHead(409, { 'Content-Type': 'text/x.tlog.size' });
      response.end('1\n');
    });
    const cases = [
      [endless, 'Its answer has no end.'],
      [asAnother, 'No trusted key signed the note.'],
      [forged, 'The signature of bad.example/2 does not verify.'],
      [moody, 'It tells another size each time it is asked.'],
      [silent, 'It did not answer within 5 seconds.'],
      [ahead, 'Its cosignature says a time that is not yet.'],
    ] as const;
    const lines = cases.map(([{ url }], i) => `witness B${i} ${badKey(i)} ${url}\n`).join('');
    await start(policyText([witnesses[0].url, witnesses[1].url]).replace('group', `${lines}group`));
    await act();
    await until(cosignedAll(2));
    await until(() => running?.cosigning.state.unwitnessed.length === 0);
    const problems = () => (running?.cosigning.state.witnesses ?? []).slice(2).map(({ problem }) => problem);
    await until(() => problems().every((problem) => problem !== undefined));
    expect(problems()).toEqual(cases.map(([, reason]) => reason));
    expect((await newest())?.cosigners).toBe(2);
    await stop();
    for (const [{ server }] of cases) {
      server.closeAllConnections();
      server.close();
    }
  });

  test('after a long time with one witness of two, a record is still proved under the head that both confirmed', async () => {
    const { proofs } = await start();
    await until(cosignedAll(3));
    const confirmed = await size();
    const { siteId } = clinic.log;
    const lonely = `SELECT $1::uuid, g FROM generate_series($2::int + 1, $2::int + 300) g`;
    await superuser.query(
      `WITH heads(site_id, size) AS (${lonely}), c AS (INSERT INTO checkpoint
         SELECT site_id, size, $3 || E'\\n' || size || E'\\nAAAA\\n\\n\\u2014 x AAAAAAAA\\n' FROM heads)
       INSERT INTO cosignature SELECT site_id, size, $3, 'w.example', 1, now(), E'\\u2014 w.example AAAAAAAA\\n' FROM heads`,
      [siteId, confirmed, clinic.log.origin],
    );
    expect(await proofs.covering(siteId, 0)).toMatchObject({ size: confirmed, witnessed: true });
    expect(await proofs.covering(siteId, confirmed)).toMatchObject({ size: confirmed + 300, witnessed: false });
    expect(await proofs.covering(siteId, confirmed + 300)).toBeUndefined();
  });

  test('a log that goes on under another name is confirmed under it, and no longer waited for under the old', async () => {
    const { cosigning } = await start(policyText([]));
    await until(() => cosigning.state.unwitnessed.length > 0);
    const { size: previousSize, note } = (await newest()) as { size: number; note: string };
    await clinic.log.beginIncarnation({ previousSize, previousRootHash: note.split('\n')[2] as string });
    const renamed = nextIncarnationOrigin(clinic.log.origin);
    await until(() => cosigning.state.unwitnessed.some(({ origin }) => origin === renamed));
    expect(cosigning.state.unwitnessed.map(({ origin }) => origin)).toEqual([renamed]);
    await stop();
    const keys = await LogKeys.open({ folder, fromEnvironment: undefined });
    const renamedKey = new SampleLog(renamed, keys?.signersOf(renamed)[0]?.privateKey).vkey;
    for (const witness of witnesses) witness.watch(logVkey, renamedKey);
    const again = await start();
    await until(async () => (await newest())?.cosigners === 3);
    await until(() => again.cosigning.state.unwitnessed.length === 0);
    const policy = parseTlogPolicy(policyText([]).replace(logVkey, renamedKey));
    expect(verifyCheckpoint({ checkpoint: (await newest())?.note as string, policy }).origin).toBe(renamed);
  });

  test('a policy that cannot be used is told, and signing goes on', async () => {
    const { cosigning } = await start('quorum nobody\n');
    expect(cosigning.state).toMatchObject({ status: 'policy_unusable', degraded: true });
    await until(async () => (await newest())?.size === (await size()));
    await until(async () => (await newest()) !== undefined);
  });
});

describe('attacks that only witnesses outside see', () => {
  /** The log as it is, in memory with the stolen key of its signer. */
  async function stolen(): Promise<SampleLog> {
    const keys = await LogKeys.open({ folder, fromEnvironment: undefined });
    const generation = keys?.generations[0] as { secret: string };
    const log = new SampleLog(clinic.log.origin, signerOf(generation, clinic.log.origin).privateKey);
    return log;
  }

  const submit = (witness: WitnessProcess, oldSize: number, path: readonly Uint8Array[], checkpoint: string) =>
    fetch(`${witness.url}/add-checkpoint`, {
      method: 'POST',
      body: formatAddCheckpoint({ oldSize, path, checkpoint }),
    });

  test('a stolen log key: the forged head has no quorum, whatever is tried, and does not verify', async () => {
    await start();
    await until(cosignedAll(3));
    const real = (await newest()) as { size: number; note: string };
    await stop();
    const thief = await stolen();
    for (let i = 0; i < real.size + 2; i += 1) thief.append('as the thief would have it');
    const forged = thief.checkpoint(real.size + 2, []);
    for (const witness of witnesses) {
      expect((await submit(witness, 0, [], forged)).status).toBe(409);
      expect((await submit(witness, real.size, thief.path(real.size), forged)).status).toBe(422);
      expect((await submit(witness, real.size, [], thief.checkpoint(real.size, []))).status).toBe(422);
    }
    const policy = { name: 'policy', bytes: encodeUtf8(policyText([])) };
    const judged = (note: string) => verifyFiles([policy, { name: 'head', bytes: encodeUtf8(note) }]);
    expect(judged(real.note)).toMatchObject({ outcome: 'verified' });
    expect(judged(forged)).toMatchObject({ outcome: 'notVerified', code: 'quorumNotMet' });
    // One witness that plays along is not enough of three, and the cosignatures of the real head do not fit the forged one.
    const accomplice = cosign({
      text: `${forged.split('\n\n')[0]}\n`,
      signer: WITNESSES.W1,
      timestamp: 1_790_000_000n,
    });
    expect(judged(forged + signatureLines([accomplice]))).toMatchObject({ code: 'quorumNotMet' });
    const lifted = real.note
      .slice(real.note.indexOf('\n\n') + 2)
      .split('\n')
      .slice(1)
      .join('\n');
    expect(judged(forged + lifted)).toMatchObject({ outcome: 'notVerified', code: 'badSignature' });
  });

  test('two stories for two witnesses: neither has a quorum, and our signer is told of the other', async () => {
    await start(policyText([witnesses[0].url]));
    await until(cosignedAll(1));
    await stop();
    const thief = await stolen();
    const ours = await size();
    for (let i = 0; i < ours + 3; i += 1) thief.append('as told to the inspector');
    expect((await submit(witnesses[1], 0, [], thief.checkpoint(ours + 3, []))).status).toBe(200);
    await start();
    await until(async () => (await alarms()).includes('witness_saw_more'));
    expect(running?.cosigning.state.witnesses[1]).toMatchObject({ problem: `It saw ${ours + 3} records before.` });
    // Once ours is the longer one, the witness says that the stories differ.
    for (let i = 0; i < 6; i += 1) await act();
    await until(async () => (await alarms()).includes('witness_disagrees'), 20_000);
    // The third witness keeps to our story: two of three still confirm it, and none the other.
    await until(cosignedAll(2), 20_000);
  });

  test('a witness whose memory was set back is found out by the log', async () => {
    await start();
    await until(cosignedAll(3));
    await stop();
    await witnesses[0].kill();
    rmSync(join(witnesses[0].folder, 'cosigned'), { recursive: true });
    await witnesses[0].start();
    await act();
    await start();
    await until(async () => (await alarms()).includes('witness_forgot'));
  });
});

describe('cosignatures in the database', () => {
  test('only the signer adds one, as one line under a head that is there', async () => {
    await start();
    await until(cosignedAll(3));
    await stop();
    const signer = new pg.Client({ connectionString: database.signerUrl });
    await signer.connect();
    const insert = (line: string, at: number) =>
      signer.query(`INSERT INTO countersign.cosignature VALUES ($1, $2, $3, 'w.example', 1, now(), $4)`, [
        clinic.log.siteId,
        at,
        clinic.log.origin,
        line,
      ]);
    const head = (await newest())?.size as number;
    const line = '\u2014 w.example AAAA\n';
    try {
      for (const bad of [line.slice(0, -1), `${line}${line}`, `x\n${line}`, 'nothing\n', line.replace('w.', 'v.')])
        await expect(insert(bad, head)).rejects.toMatchObject({ constraint: 'cosignature_is_one_line' });
      await expect(insert(line, head + 1)).rejects.toMatchObject({ constraint: 'cosignature_of_checkpoint' });
      await insert(line, head);
      await expect(insert(line, head)).rejects.toMatchObject({ constraint: 'cosignature_pk' });
    } finally {
      await signer.end();
    }
  });
});

test('the keys the witnesses are known by are those in the policy', () => {
  expect(parseTlogPolicy(policyText([])).witnesses.map(({ key }) => formatVerifierKey(key))).toEqual(
    witnesses.map(({ vkey }) => vkey),
  );
  expect(readFileSync(join(witnesses[0].folder, 'policy.txt'), 'utf8')).toContain(logVkey);
});
