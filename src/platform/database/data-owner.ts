import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity.js';

/** The process that started the database of a cluster folder, and answers for stopping it. */
interface Owner {
  pid: number;
  identity: string;
}

const ownerFile = (folder: string): string => join(folder, 'owner');

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

const isAlive = (owner: Owner): boolean => processIdentity(owner.pid) === owner.identity;

/** Takes the file of a dead owner away; if a living one replaced it in between, puts that one back. */
function removeStale(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    const found = readOwner(aside);
    if (found && isAlive(found)) linkSync(aside, file);
  } catch {
    // Another start removed it first; the next attempt to link decides.
  }
  rmSync(aside, { force: true });
}

/**
 * Makes this process the owner of the cluster folder, or returns the process id of the living one. The claim of a process
 * that is gone is taken over, so that `kill -9` never blocks the next start. The file appears whole or not at all.
 */
export function claimOwnership(folder: string): { heldBy?: number } {
  const file = ownerFile(folder);
  const mine = `${file}.${process.pid}`;
  const owner: Owner = { pid: process.pid, identity: processIdentity(process.pid) ?? 'alive' };
  writeFileSync(mine, JSON.stringify(owner), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(mine, file);
        return {};
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const present = readOwner(file);
      if (present && isAlive(present)) return { heldBy: present.pid };
      removeStale(file);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Gives the claim of this process up. */
export function releaseOwnership(folder: string): void {
  rmSync(ownerFile(folder), { force: true });
}
