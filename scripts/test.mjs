// `npm test`: prepares, then checks types, lint and format, then runs every test (or, with arguments, only those that jest
// is told to, and no other check). The last line is `N passed, N failed`; the exit code is 0 only if nothing failed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietEnvironment } from './lib/environment.mjs';
import { prepare, root } from './prepare.mjs';

const checks = [
  { name: 'types (tsc)', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'types of the pages', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web'] },
  { name: 'types of verify.html', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web/verify'] },
  { name: 'lint (eslint)', args: ['node_modules/eslint/bin/eslint.js', '.'] },
  {
    name: 'format (prettier)',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
  },
];

let running;
let told;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    told = signal;
    running?.kill(signal);
  });
}

function run(args, env = {}) {
  return new Promise((settle) => {
    running = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: quietEnvironment(env),
    });
    running.on('error', () => settle(false));
    running.on('exit', (code) => {
      if (told) process.exit(128 + constants.signals[told]);
      settle(code === 0);
    });
  });
}

async function runCheck({ name, args }) {
  const started = performance.now();
  const passed = await run(args);
  console.log(`${passed ? 'ok' : 'FAILED'}: ${name}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/** Counts tests as jest reports them. A file that could not be run, or a jest that ran nothing, counts as one failure. */
async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-jest-'));
  const report = join(folder, 'report.json');
  try {
    // --forceExit: a test that left something open must not make the run hang after its result.
    const options = ['--forceExit', '--json', `--outputFile=${report}`];
    const ok = await run(['node_modules/jest/bin/jest.js', ...options, ...args], {
      NODE_OPTIONS:
        `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
    });
    let counts = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
    try {
      counts = JSON.parse(readFileSync(report, 'utf8'));
    } catch {
      console.error('jest ended without a report');
    }
    const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
    const ranNothing = counts.numPassedTests + failed === 0;
    return { passed: counts.numPassedTests, failed: failed || (ok && !ranNothing ? 0 : 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const jestArgs = process.argv.slice(2);
let results;
try {
  await prepare({ quiet: true });
  results = [];
  if (jestArgs.length === 0) for (const check of checks) results.push(await runCheck(check));
  results.push(await runJest(jestArgs));
} catch (error) {
  console.error(`countersign: ${error.message}`);
  results = [{ passed: 0, failed: 1 }];
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
