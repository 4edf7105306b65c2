import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Keys that live outside the database: whoever has the database alone can read no patient and forge no token. */
export interface Secrets {
  /** Seals private values and authenticator secrets. */
  readonly vaultKey: Buffer;
  /** Makes tokens that can be given again to the same caller without being stored. */
  readonly tokenKey: Buffer;
  /** Passwords of the database's log-in roles. */
  readonly rolePasswords: Readonly<Record<LoginRole, string>>;
}

export const LOGIN_ROLES = [
  'countersign_migrate',
  'countersign_app',
  'countersign_signer',
  'countersign_auditor',
] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

interface Stored {
  vaultKey: string;
  tokenKey: string;
  rolePasswords: Record<LoginRole, string>;
}

/**
 * Reads the secrets file, or makes it (mode 0600) on the first start. Losing it loses every patient's name for good:
 * it belongs into the backup of keys, never into the backup of the database.
 */
export async function loadSecrets(file: string): Promise<Secrets> {
  const stored = (await readStored(file)) ?? (await makeStored(file));
  return {
    vaultKey: Buffer.from(stored.vaultKey, 'base64'),
    tokenKey: Buffer.from(stored.tokenKey, 'base64'),
    rolePasswords: stored.rolePasswords,
  };
}

async function readStored(file: string): Promise<Stored | undefined> {
  try {
    const stored = JSON.parse(await readFile(file, 'utf8')) as Partial<Stored>;
    if (!stored.vaultKey || !stored.tokenKey || !stored.rolePasswords) throw new Error('A key is missing.');
    return stored as Stored;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EACCES') {
      throw new Error(
        `The secrets file ${file} is not open to this user: start Countersign as the user who made it, or set COUNTERSIGN_DATA to a folder of your own.`,
        { cause: error },
      );
    }
    if (code === 'ENOTDIR') throw notWritable(dirname(file), error);
    throw new Error(`The secrets file ${file} cannot be read; restore it from your backup of keys.`, { cause: error });
  }
}

async function makeStored(file: string): Promise<Stored> {
  const password = () => randomBytes(24).toString('base64url');
  const stored: Stored = {
    vaultKey: randomBytes(32).toString('base64'),
    tokenKey: randomBytes(32).toString('base64'),
    rolePasswords: Object.fromEntries(LOGIN_ROLES.map((role) => [role, password()])) as Record<LoginRole, string>,
  };
  await makeFolder(dirname(file));
  // 'wx' and fsync: two starts at once make one file, and a crash leaves a whole one or none.
  let handle;
  try {
    handle = await open(file, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notWritable(dirname(file), error);
    return (await readStored(file)) as Stored;
  }
  await handle.writeFile(JSON.stringify(stored, null, 2));
  await handle.sync();
  await handle.close();
  await chmod(file, 0o600);
  return stored;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function notWritable(folder: string, cause: unknown): Error {
  const { code } = cause as NodeJS.ErrnoException;
  return new Error(
    `The data folder ${folder} cannot be written (${code}): set COUNTERSIGN_DATA to a folder that you may write.`,
    { cause },
  );
}
