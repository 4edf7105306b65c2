import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/** What /proc/<pid>/stat says after the name in brackets (which may itself hold brackets and spaces). */
function linuxStat(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/**
 * Names a running process so that another one which later gets the same number is not taken for it: the boot and the
 * start time (elsewhere than on Linux, the start time alone, as `ps` tells it). `undefined`: no such process, or a dead one whose
 * parent has not yet asked for its exit code.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      const fields = linuxStat(pid);
      if (fields[0] === 'Z') return undefined;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
    } catch {
      return undefined;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const told = stdout.trim();
  return told === '' || told.startsWith('Z') ? undefined : told.slice(told.indexOf(' ')).trim();
}

/**
 * True when process `pid` is a PostgreSQL server on the cluster folder `pgdata`. A server makes its cluster folder its
 * working directory, which tells it from a stranger that was given the number of a dead one.
 */
export function isServerOf(pid: number, pgdata: string): boolean {
  if (processIdentity(pid) === undefined) return false;
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgdata);
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes(realpathSync(pgdata));
}
