import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from '../../platform/database/process-identity.js';

/**
 * Takes a folder for this process: two witnesses on one memory would each cosign what the other must not. Gives what lets it go;
 * a process that was killed holds nothing. Throws one sentence where another has it.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-use');
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(file);
    if (holder?.identity !== undefined && processIdentity(holder.pid) === holder.identity)
      throw new Error(`Process ${holder.pid} is the witness in ${folder} already: there can be only one.`);
    rmSync(file, { force: true });
  }
  throw new Error(`The folder ${folder} cannot be taken: ${file} comes back by itself.`);
}

function holderOf(file: string): { pid: number; identity?: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { pid: number; identity?: string };
  } catch {
    return undefined;
  }
}
