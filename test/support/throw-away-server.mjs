// A PostgreSQL for one run of tests or of the bench, in a folder of its own; and the sweep of what killed runs left.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../scripts/lib/is-alive.mjs';

const testSettings = { max_connections: '300', log_min_messages: 'fatal', max_wal_size: '4GB' };
const prefix = 'countersign-test-';

/** Removes the folders of runs whose process is gone; others' folders, which this user may not remove, stay. */
function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : NaN;
    if (!pid || isAlive(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Not ours.
    }
  }
}

/**
 * Starts the server; `{ superuserUrl, dataFolder, pid, stop }`, where stop also removes its folder. Tests need no safety against
 * power failure; the bench measures what it costs (`durable`).
 */
export async function startThrowAwayServer({ durable = false, settings = testSettings } = {}) {
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/database/embedded-postgres.js');
  sweep();
  const dataFolder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const server = await startEmbeddedPostgres({
    dataFolder,
    log: (line) => console.error(line),
    durable,
    settings,
  });
  return {
    superuserUrl: server.superuserUrl,
    dataFolder,
    pid: server.pid,
    async stop() {
      await server.stop();
      for (const folder of [server.folder, dataFolder]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A name that no other run on the same server uses. */
export const runName = () => `countersign_test_${process.pid}_${randomBytes(3).toString('hex')}`;
