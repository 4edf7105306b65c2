import type { RecordBody } from '../ledger/record.js';
import { LogError } from '../log/log-error.js';
import { projectLines } from '../verify/projection.js';

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
    if (sum !== 0)
      throw new LogError(
        'badExport',
        `Record ${body.seq}: the lines of product ${product} sum to ${sum} µg, not to zero.`,
      );
  }
  return lines.length;
}

function linesOf(body: RecordBody): ReturnType<typeof projectLines> {
  try {
    return projectLines(body);
  } catch {
    throw new LogError('badExport', `Record ${body.seq}: its lines cannot be read.`);
  }
}
