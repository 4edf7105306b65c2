// How much processor time an act takes: a figure that a busy machine distorts far less than its clock does. Linux only.
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const MS_PER_TICK = 10;

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [utime, stime, cutime, cstime] = fields.slice(11, 15).map(Number);
    return { parent: Number(fields[1]), own: (utime + stime) * MS_PER_TICK, reaped: (cutime + cstime) * MS_PER_TICK };
  } catch {
    return undefined;
  }
}

/** Milliseconds that a process and its children, living and gone, have computed. Undefined where there is no /proc. */
export function cpuMs(pid) {
  if (!existsSync('/proc/self/stat')) return undefined;
  const root = statOf(pid);
  if (!root) return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(name))
    .filter((stat) => stat?.parent === pid)
    .reduce((sum, stat) => sum + stat.own, root.own + root.reaped);
}
