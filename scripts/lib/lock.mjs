// One process at a time may install packages or replace dist/. The lock is a file with the process id of its owner;
// the lock of a process that is gone is taken over, so a `kill -9` never blocks the next start.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './is-alive.mjs';

function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** True when this process now owns the lock. The file appears with its content in one step: nobody reads it half written. */
function tryAcquire(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes the dead owner's file away. Two may try at once: only one rename of that very file succeeds with the dead id in it. */
function removeStale(file, deadPid) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (ownerOf(aside) !== deadPid) {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody took the lock in between; its present owner stays.
    }
  }
  rmSync(aside, { force: true });
}

/** Runs `work` while holding the lock `file`; waits for a living owner, and calls `onWait(pid)` once when it has to. */
export async function withLock(file, work, onWait = () => {}) {
  let told = false;
  while (!tryAcquire(file)) {
    const owner = ownerOf(file);
    if (owner && !isAlive(owner)) removeStale(file, owner);
    else {
      if (!told) onWait(owner);
      told = true;
      await sleep(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
