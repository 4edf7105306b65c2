import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { parseCheckpoint } from '../../src/domain/log/checkpoint.js';
import { leafHash } from '../../src/domain/log/commitment.js';
import { numberPath, parseEntryBundle, rootFromTiles, tilePath } from '../../src/domain/log/tiles.js';
import { webhookSignature } from '../../src/platform/outside/heads-webhook.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { RawClinic, performer } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';
import { RunningSigner, newSignerFolder, until } from '../support/signer.js';

let database: TestDatabase;
let app: pg.Client;
let clinic: RawClinic;
let folder: string;
let running: RunningSigner | undefined;

beforeEach(async () => {
  database = await createTestDatabase('outside');
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  clinic = await RawClinic.open(new RawLog(app, randomUUID()));
  folder = newSignerFolder();
});
afterEach(async () => {
  await stop();
  await app?.end();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (env: NodeJS.ProcessEnv = {}) =>
  (running = await RunningSigner.start({ ...database, folder, env }));
const stop = async () => {
  await running?.stop();
  running = undefined;
};
const note = () => clinic.log.append({ type: 'note', actors: [performer(clinic.ids.nurse)] });
const size = async () => (await clinic.log.place()).seq;
const tiles = (path: string) => join(folder, 'tiles', clinic.log.origin, path);
const head = (of: number) => join(folder, 'heads', clinic.log.origin, 'heads', numberPath(of));
const published = () =>
  existsSync(tiles('checkpoint')) ? parseCheckpoint(readFileSync(tiles('checkpoint'))) : undefined;
const untilOut = () => until(async () => published()?.size === (await size()));
const read = (path: string) => (existsSync(tiles(path)) ? new Uint8Array(readFileSync(tiles(path))) : undefined);

/** As an auditor does, with files alone. */
function rootOfFiles(): { root: Uint8Array; size: number } {
  const { size: of, rootHash } = published()!;
  expect(rootFromTiles(of, (tile) => read(tilePath(tile)))).toEqual(rootHash);
  return { root: rootHash, size: of };
}

test('heads, tiles and entries come out as the log grows, and an auditor reads the same root from files alone', async () => {
  await start();
  await untilOut();
  for (let at = 0; at < 300; at += 1) await note();
  await untilOut();
  const { size: of } = rootOfFiles();
  expect(readFileSync(head(of), 'utf8')).toBe(readFileSync(tiles('checkpoint'), 'utf8'));

  const entries = [0, 1].flatMap((n) => {
    const width = Math.min(256, of - n * 256);
    return parseEntryBundle(read(tilePath({ level: 'entries', n, width }))!);
  });
  const leaves = Buffer.concat(entries.map((entry) => leafHash(entry)));
  const tilesOfLeaves = [0, 1].map((n) => read(tilePath({ level: 0, n, width: Math.min(256, of - n * 256) }))!);
  expect(leaves.equals(Buffer.concat(tilesOfLeaves))).toBe(true);
  expect(Buffer.from(entries[7]!).toString()).toMatch(
    new RegExp(`^countersign-entry/v1\n${clinic.log.origin}\n7\n[A-Za-z0-9+/]{43}=\n$`),
  );
  expect(readdirSync(tiles('tile/0'))).toEqual(expect.arrayContaining(['000', '001.p']));
  // The partial tiles of a tile that is full by now go after the checkpoint that needs them no more.
  await until(async () => !existsSync(tiles('tile/0/000.p')));
});

test('a head is written once; a crash before the checkpoint, or half a tile, is made up for', async () => {
  await start();
  await untilOut();
  const first = await size();
  await stop();
  const written = statSync(head(first));
  rmSync(tiles('checkpoint'));
  writeFileSync(`${tiles(`tile/0/000.p/${first}`)}.new`, 'half');
  rmSync(tiles(`tile/0/000.p/${first}`));
  rmSync(join(folder, 'heads-outside.json'));
  await start();
  await untilOut();
  rootOfFiles();
  const again = statSync(head(first));
  expect([again.mtimeMs, again.ino]).toEqual([written.mtimeMs, written.ino]);
});

test('a head torn by a crash stays, and the whole one goes beside it', async () => {
  await start();
  await untilOut();
  await stop();
  const of = await size();
  writeFileSync(head(of), 'clinic.exam');
  rmSync(join(folder, 'heads-outside.json'));
  await start();
  await until(() => existsSync(`${head(of)}.again`) && readFileSync(`${head(of)}.again`, 'utf8').endsWith('=\n'));
  expect(parseCheckpoint(readFileSync(`${head(of)}.again`)).size).toBe(of);
});

test('a head of another root that lies outside already is two stories: evidence and an alarm', async () => {
  const of = await size();
  const other = `${clinic.log.origin}\n${of}\n${Buffer.alloc(32, 1).toString('base64')}\n\n— x ${Buffer.alloc(70).toString('base64')}\n`;
  mkdirSync(join(head(of), '..'), { recursive: true });
  writeFileSync(head(of), other);
  await start();
  const alarms = () => app.query('SELECT kind FROM countersign.alarm WHERE site_id = $1', [clinic.log.siteId]);
  await until(async () => (await alarms()).rows.length > 0);
  expect((await alarms()).rows).toEqual([{ kind: 'head_conflict' }]);
  expect(readFileSync(head(of), 'utf8')).toBe(other);
});

test('a folder that cannot be written: an alarm, the log is signed on, and later all heads are there', async () => {
  const blocked = join(folder, 'blocked');
  writeFileSync(blocked, 'a file where the folder should be');
  await start({ COUNTERSIGN_HEADS: join(blocked, 'heads') });
  const alarms = () => app.query('SELECT kind FROM countersign.alarm WHERE site_id = $1', [clinic.log.siteId]);
  await until(async () => (await alarms()).rows.length > 0);
  expect((await alarms()).rows).toEqual([{ kind: 'heads_not_outside' }]);
  await note();
  await until(async () => {
    const { rows } = await app.query('SELECT max(size)::int AS size FROM countersign.checkpoint WHERE site_id = $1', [
      clinic.log.siteId,
    ]);
    return rows[0].size === (await size());
  });
  rmSync(blocked);
  await until(() => existsSync(join(blocked, 'heads', clinic.log.origin, 'heads')), 15_000);
  await until(() => readdirSync(join(blocked, 'heads', clinic.log.origin, 'heads')).length >= 2, 15_000);
});

test('the newest heads are sent once a day, signed, and not again after a start', async () => {
  const letters: { body: string; signature: string }[] = [];
  let answer = 500;
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      letters.push({ body, signature: String(request.headers['countersign-signature']) });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
  const { port } = receiver.address() as AddressInfo;
  const secret = 'a secret of twenty characters and more';
  const env = { COUNTERSIGN_HEADS_WEBHOOK: `http://127.0.0.1:${port}/`, COUNTERSIGN_HEADS_WEBHOOK_SECRET: secret };
  try {
    await start(env);
    await until(() => letters.length === 1);
    await until(() => running?.webhook.failing === true);
    await stop();
    answer = 204;
    await note();
    await start(env);
    await until(() => existsSync(join(folder, 'heads-sent.json')));
    expect(running?.webhook.failing).toBe(false);
    await stop();
    await note();
    await start(env);
    await untilOut();
    expect(letters).toHaveLength(2);
    const [, { body, signature }] = letters as [unknown, { body: string; signature: string }];
    const seconds = Number(/^t=(\d+),/.exec(signature)?.[1]);
    expect(signature).toBe(webhookSignature({ secret, seconds, body }));
    expect((JSON.parse(body) as { heads: string[] }).heads.map((head) => parseCheckpoint(head).origin)).toEqual([
      clinic.log.origin,
    ]);
  } finally {
    receiver.close();
  }
});

test('`off` writes nothing', async () => {
  await start({ COUNTERSIGN_HEADS: 'off', COUNTERSIGN_TILES: 'off' });
  await until(() => existsSync(join(folder, 'signed-heads.json')));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(readdirSync(folder).filter((name) => ['heads', 'tiles'].includes(name))).toEqual([]);
  chmodSync(folder, 0o700);
});
