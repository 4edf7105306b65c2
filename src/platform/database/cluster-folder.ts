import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { systemFolder } from './postgres-binaries.js';
import { type Account, canEnter } from './unprivileged-account.js';

const pointerFile = (dataFolder: string): string => join(dataFolder, 'postgres.location');

/**
 * The folder that holds the database of `dataFolder`, if there is one. Where it had to be put elsewhere, a file says so: the
 * answer stays the same when the rights of the folders above change later, and never turns into a second, empty database.
 */
export function findClusterFolder(dataFolder: string): string | undefined {
  const pointer = pointerFile(dataFolder);
  if (existsSync(pointer)) {
    const folder = readFileSync(pointer, 'utf8').trim();
    if (existsSync(folder)) return folder;
    throw new Error(
      `${pointer} says that the database is in ${folder}, which is not there: restore it, or remove ${pointer} to begin with an empty database.`,
    );
  }
  const folder = join(dataFolder, 'postgres');
  return existsSync(folder) ? folder : undefined;
}

function makeDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
  } catch (error) {
    throw new Error(
      `The data folder ${dataFolder} cannot be made (${(error as NodeJS.ErrnoException).code}): set COUNTERSIGN_DATA to a folder that you may write.`,
      { cause: error },
    );
  }
}

function makeFor(account: Account | undefined, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/**
 * Makes the folder for a new database, owned by `account` (ourselves when undefined) and closed to all others: inside the
 * data folder, or, where root's database account cannot enter that, in /var/lib/countersign under a name of its own.
 */
export function makeClusterFolder(options: {
  dataFolder: string;
  account: Account | undefined;
  log: (line: string) => void;
}): string {
  const { dataFolder, account, log } = options;
  makeDataFolder(dataFolder);
  if (!account) return makeFor(undefined, join(dataFolder, 'postgres'));
  // The data folder itself is ours: it may be passed through, not listed. Those above it are not ours to open.
  chmodSync(dataFolder, statSync(dataFolder).mode | 0o011);
  if (canEnter(account, dataFolder)) return makeFor(account, join(dataFolder, 'postgres'));
  const name = `${basename(dirname(dataFolder))}-${randomBytes(4).toString('hex')}`;
  mkdirSync(systemFolder, { recursive: true });
  chmodSync(systemFolder, 0o755);
  const folder = makeFor(account, join(systemFolder, name));
  writeFileSync(pointerFile(dataFolder), `${folder}\n`);
  log(`The database is kept in ${folder}, because user ${account.name}, whom it runs as, cannot enter ${dataFolder}.`);
  return folder;
}
