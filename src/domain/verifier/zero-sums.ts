import type { RecordBody } from '../ledger/record.js';
import { projectLines } from '../verify/projection.js';
import { NotVerified } from './verdict.js';

/**
 * Double entry, asked of a record's bytes alone: the lines of each product sum to zero. Gives how many lines there are. What an entry of
 * a kind may move is not asked: a verifier handed out today must be able to read the log of tomorrow. Throws LogError `badExport`.
 */
export function requireZeroSums(body: RecordBody): number {
  if (!body.entry) return 0;
  const lines = linesOf(body);
  const sums = new Map<string, number>();
  for (const { productId, amountUg } of lines) sums.set(productId, (sums.get(productId) ?? 0) + amountUg);
  for (const [product, sum] of sums) {
    if (sum !== 0) throw new NotVerified('badExport', { key: 'sumNotZero', seq: body.seq, product, sum });
  }
  return lines.length;
}

function linesOf(body: RecordBody): ReturnType<typeof projectLines> {
  try {
    return projectLines(body);
  } catch {
    throw new NotVerified('badExport', { key: 'linesUnreadable', seq: body.seq });
  }
}
