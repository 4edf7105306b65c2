// Everything between a fresh clone and something that can be started: packages, then dist/. Plain Node.js, because it
// runs before any package is there. When nothing has changed it only reads, and takes well under a second.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quietEnvironment } from './lib/environment.mjs';
import { withLock } from './lib/lock.mjs';
import { requireNodeVersion } from './lib/node-version.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const installStamp = join(modules, '.countersign-install');
const dist = join(root, 'dist');
const buildStamp = join(dist, '.stamp');
const lockFile = join(root, '.prepare.lock');

/** What dist/ is made of. A change of any byte here rebuilds it. */
const buildInputs = [
  'src',
  'migrations',
  'web',
  'scripts/build.mjs',
  'scripts/build-verifier.mjs',
  'scripts/build-verify-page.mjs',
  '.swcrc',
  'package-lock.json',
];

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!lstatSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist'].includes(entry.name))
    .flatMap((entry) => filesUnder(join(path, entry.name)))
    .sort();
}

function buildFingerprint() {
  const hash = createHash('sha256');
  for (const file of buildInputs.flatMap((input) => filesUnder(join(root, input)))) {
    hash.update(`${relative(root, file)}\n${sha256(readFileSync(file))}\n`);
  }
  return hash.digest('hex');
}

const lockHash = () => sha256(readFileSync(join(root, 'package-lock.json')));

/** A worktree may link to another checkout's packages: what is installed there is that checkout's business. */
const packagesAreLinked = () => lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** True when somebody ran `npm ci` by hand: npm's own note of what it installed agrees with the lock file. */
function installedByHand() {
  const note = readIfThere(join(modules, '.package-lock.json'));
  if (!note) return false;
  const installed = JSON.parse(note).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || installed[path]?.version === entry.version || (entry.optional && !installed[path]),
  );
}

const packagesAreCurrent = () => packagesAreLinked() || readIfThere(installStamp) === lockHash();
const buildIsCurrent = () => readIfThere(buildStamp) === buildFingerprint();

function install(say) {
  if (!installedByHand()) {
    say('installing packages (npm ci) ...');
    // Development packages too, whatever NODE_ENV says: the compiler is one of them.
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const args = [...npm.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status, error } = spawnSync(npm[0], args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: quietEnvironment(),
    });
    if (error || status !== 0) {
      throw new Error(`npm ci failed (${error?.message ?? `exit code ${status}`}); what it said stands above.`);
    }
  }
  writeFileSync(installStamp, lockHash());
}

/** Builds beside dist/ and renames: a build that fails, or is killed, leaves the last good one in place. */
async function build(say) {
  const started = performance.now();
  const fingerprint = buildFingerprint();
  const fresh = join(root, `dist.new.${process.pid}`);
  const old = join(root, `dist.old.${process.pid}`);
  try {
    const { build: compile } = await import('./build.mjs');
    const count = await compile(fresh);
    writeFileSync(join(fresh, '.stamp'), fingerprint);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
    say(`built ${count} files in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/**
 * Installs the packages of package-lock.json and builds dist/, each only when needed; safe to run twice at once.
 * `quiet` says nothing unless something has to be done. Throws an Error with one sentence when it cannot.
 */
export async function prepare({ quiet = false } = {}) {
  requireNodeVersion();
  const say = (line) => console.error(`countersign: ${line}`);
  if (packagesAreCurrent() && buildIsCurrent()) {
    if (!quiet) say('packages and build are up to date');
    return;
  }
  const waiting = (pid) => say(`waiting for process ${pid}, which is installing or building here ...`);
  await withLock(
    lockFile,
    async () => {
      if (!packagesAreCurrent()) install(say);
      if (!buildIsCurrent()) await build(quiet ? () => {} : say);
    },
    waiting,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await prepare().catch((error) => {
    console.error(`countersign: ${error.message}`);
    process.exit(1);
  });
}
