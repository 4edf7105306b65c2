import { mgFromUg } from '../amounts.js';
import type { RecordBody } from '../ledger/record.js';
import type { ProjectedLine } from '../verify/projection.js';
import type { DisclosedValue } from './format.js';
import type { SummaryRow } from './verdict.js';

/** A proved record for a reader. */
export function summaryRow(
  body: RecordBody,
  beside: {
    readonly nth: number | undefined;
    readonly lines: readonly ProjectedLine[];
    readonly values: readonly DisclosedValue[];
  },
): SummaryRow {
  const shown = new Set(beside.values.map(({ name }) => name));
  return {
    seq: body.seq,
    nth: beside.nth,
    type: body.type,
    occurredAt: body.occurredAt,
    recordedAt: body.recordedAt,
    late: body.entry?.late ?? body.act?.late === true,
    actors: body.actors.map(({ id, role, meaning, method }) => ({ id, role, meaning, method })),
    lines: beside.lines.map(({ kind, holderId, productId, amountUg }) => ({
      holder: kind,
      holderId,
      productId,
      amountMg: mgFromUg(amountUg),
    })),
    refusal: body.refusal,
    values: beside.values.map(({ name, value }) => ({ name, value })),
    withheld: Object.keys(body.private ?? {}).filter((name) => !shown.has(name)),
  };
}
