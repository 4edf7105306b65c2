import { INSIDE_HOLDERS, type HolderKind } from '../holders.js';
import type { RecordLine } from '../ledger/record.js';
import type { LineRow } from '../ledger/rows.js';
import { edgeAmount } from './movement.js';

const WITH_ID: ReadonlySet<string> = new Set<HolderKind>(INSIDE_HOLDERS);

/**
 * The lines that undo an entry's: each with the other sign, counted to the person it was counted to. Lines alike are
 * written once with the ids of their holders, so that a receipt of a hundred vials fits a record.
 */
export function mirrored(lines: readonly LineRow[]): readonly RecordLine[] {
  const groups = new Map<string, { line: RecordLine; ids: string[] }>();
  for (const row of lines) {
    const line = mirror(row);
    const key = JSON.stringify(line);
    const group = groups.get(key) ?? { line, ids: [] };
    if (WITH_ID.has(row.kind)) group.ids.push(row.holderId);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ line, ids }) => (ids.length > 0 ? { ...line, ids } : line));
}

function mirror({ kind, productId, locationId, personId, amountUg, volumeUl, deviceCount }: LineRow): RecordLine {
  return {
    holder: kind as HolderKind,
    productId,
    locationId,
    personId,
    ...edgeAmount({
      amountUg: -amountUg,
      ...(volumeUl === null ? {} : { volumeUl: -volumeUl }),
      ...(deviceCount === null ? {} : { deviceCount: -deviceCount }),
    }),
  };
}
