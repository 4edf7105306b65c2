// PostgreSQL's own load generator, the measure for what the same statements cost without us.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { summary } from './statistics.mjs';

export const HOW_TO_GET_PGBENCH =
  'pgbench is missing, so nothing is compared with it. On Debian: apt-get install postgresql-15 (it need not be running).';

/** Where pgbench is: on the PATH, or where Debian puts it. Undefined when it is not there. */
export function findPgbench() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file));
}

/**
 * Runs `script` with `clients`, prepared statements, as the log-in of `url`; what happens in the first `warmUp` seconds
 * (each connection plans each statement once) does not count, the `seconds` after it do. `variables` are pgbench's `-D`.
 * Answers with the summary; throws with what pgbench said when any transaction failed.
 */
export async function pgbench({ binary, url, script, clients, warmUp, seconds, variables = {} }) {
  const folder = mkdtempSync(join(process.env.TMPDIR ?? '/tmp', 'countersign-pgbench-'));
  try {
    writeFileSync(join(folder, 'script.sql'), script);
    const { hostname, port, pathname, username, password } = new URL(url);
    const args = [
      ...['-n', '-M', 'prepared', '-c', clients, '-j', 1, '-T', warmUp + seconds],
      ...['-f', 'script.sql', '-l', '--log-prefix=log'],
      ...Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
      ...['-h', hostname, '-p', port, '-U', decodeURIComponent(username), pathname.slice(1)],
    ];
    const env = { ...process.env, PGPASSWORD: decodeURIComponent(password) };
    const { code, output } = await run(binary, args.map(String), { cwd: folder, env });
    if (code !== 0 || !/number of failed transactions: 0 /.test(output)) throw new Error(`pgbench failed:\n${output}`);
    const done = readdirSync(folder)
      .filter((name) => name.startsWith('log.'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n').map(transaction));
    const from = done.reduce((first, { endMs, tookMs }) => Math.min(first, endMs - tookMs), Infinity) + warmUp * 1000;
    const counted = done.filter(({ endMs }) => endMs >= from && endMs < from + seconds * 1000);
    return summary(
      counted.map(({ tookMs }) => tookMs),
      seconds,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A row of pgbench's log: client, number, microseconds, script, and when it ended. */
function transaction(row) {
  const [, , took, , seconds, microseconds] = row.split(' ').map(Number);
  return { tookMs: took / 1000, endMs: seconds * 1000 + microseconds / 1000 };
}

function run(command, args, options) {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', fail);
    child.on('close', (code) => settle({ code, output }));
  });
}
