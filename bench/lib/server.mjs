// The real program, as `npm start` runs it, against the bench's database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const startWithinMs = 60_000;

/** Starts `serve`; answers `{ url, pid, setupToken, stop }` when it listens. `nodeOptions`: for a profiler. */
export async function startServer({ database, nodeOptions = [] }) {
  const child = spawn(process.execPath, [...nodeOptions, main, 'serve', '--port', '0'], {
    env: {
      ...process.env,
      DATABASE_URL: database.adminUrl,
      COUNTERSIGN_DATA: database.dataFolder,
      COUNTERSIGN_REQUEST_LOG: 'off',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  const deadline = performance.now() + startWithinMs;
  const address = () => /ready at (http:\/\/[0-9.:]+)/.exec(printed)?.[1];
  const setup = () => /\/setup\/#([\w-]+)\n/.exec(printed)?.[1];
  while (!address() || !setup()) {
    if (child.exitCode !== null) throw new Error(`the server ended at its start:\n${printed}`);
    if (performance.now() > deadline) throw new Error(`the server did not start:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    url: address(),
    pid: child.pid,
    setupToken: setup(),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
