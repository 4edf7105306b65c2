// `npm start`, `npm run demo` and `npm run verify`: prepares, then runs the command-line program with what follows.
// The scripts in package.json begin with `exec`: npm tells a signal only to the shell it started, and that one keeps it.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { quietEnvironment } from './lib/environment.mjs';
import { prepare, root } from './prepare.mjs';

try {
  await prepare({ quiet: true });
} catch (error) {
  console.error(`countersign: ${error.message}`);
  process.exit(1);
}

const main = join(root, 'dist', 'src', 'cli', 'main.js');
const child = spawn(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)], {
  // The fourth is a channel that carries nothing: it closes when this process dies, even by `kill -9`, and the program
  // can then stop ('disconnect') instead of living on, holding the port, with nobody to stop it.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: quietEnvironment(),
});

// Ctrl-C reaches the program from the terminal and once more from here: it must take a repeated signal as one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

// npm killed outright tells nobody. Only under npm: who starts this by itself may well leave it behind on purpose.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}

child.on('error', (error) => {
  console.error(`countersign: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
