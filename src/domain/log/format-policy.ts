import { formatVerifierKey } from './note-key.js';
import type { TlogPolicy } from './tlog-policy.js';

/** A policy as text, as `parseTlogPolicy` reads it. */
export function formatTlogPolicy({ logs, witnesses, groups, quorum }: TlogPolicy): string {
  const lines = [
    ...logs.map(({ key, url }) => ['log', formatVerifierKey(key), url]),
    ...witnesses.map(({ name, key, url }) => ['witness', name, formatVerifierKey(key), url]),
    ...groups.map(({ name, threshold, members }) => ['group', name, String(threshold), ...members]),
    ['quorum', quorum ?? 'none'],
  ];
  return lines.map((words) => `${words.filter((word) => word !== undefined).join(' ')}\n`).join('');
}
