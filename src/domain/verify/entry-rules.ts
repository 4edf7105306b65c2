import { mgFromUg } from '../amounts.js';
import type { RecordBody } from '../ledger/record.js';
import type { Balances } from './balances.js';
import type { ProjectedLine } from './projection.js';
import type { States } from './states.js';

type Sign = -1 | 0 | 1;

/** Which holders an act may touch, and in which direction; 0 is both (migrations/0007, `line_flow_allowed`). */
const FLOWS: Readonly<Record<string, Readonly<Record<string, Sign>>>> = {
  receipt: { supplier: -1, container: 1 },
  move: { container: 0 },
  draw: { container: -1, in_hand: 1 },
  take: { container: -1, in_hand: 1 },
  give: { in_hand: -1, patient: 1 },
  waste: { in_hand: -1, container: -1, waste: 1 },
  return: { in_hand: -1, container: 1 },
  close_out: { container: 0, overfill: -1, close_out_shortage: 1, suspense: 1 },
  count: {},
};

/** What an entry breaks by its own lines: its identity, its flow. Each is a sentence. */
export function* brokenByLines(body: RecordBody, lines: readonly ProjectedLine[]): Generator<string> {
  const sums = new Map<string, number>();
  const flows = FLOWS[body.type];
  if (!flows && body.type !== 'reversal') yield `${body.type} is no kind of entry`;
  for (const line of lines) {
    const { lineNo, kind, amountUg, volumeUl, deviceCount } = line;
    sums.set(line.productId, (sums.get(line.productId) ?? 0) + amountUg);
    if (amountUg === 0) yield `line ${lineNo} moves nothing`;
    const flow = flows?.[kind];
    if (flows && (flow === undefined || (flow !== 0 && Math.sign(amountUg) !== flow)))
      yield `line ${lineNo}: a ${body.type} does not move ${mgFromUg(amountUg)} mg at ${kind}`;
    if ([volumeUl, deviceCount].some((other) => other !== undefined && Math.sign(other) !== Math.sign(amountUg)))
      yield `line ${lineNo}: volume or devices go the other way than the amount`;
  }
  for (const [product, sum] of sums)
    if (sum !== 0) yield `the lines of product ${product} sum to ${mgFromUg(sum)} mg, not to zero`;
}

/** Lines of an entry and of its reversal cancel, holder by holder. */
export function isMirror(lines: readonly ProjectedLine[], reversed: readonly ProjectedLine[]): boolean {
  const sums = new Map<string, number>();
  for (const line of [...lines, ...reversed]) {
    const key = [line.kind, line.holderId, line.productId, line.locationId, line.personId].join('|');
    sums.set(key, (sums.get(key) ?? 0) + line.amountUg);
  }
  return [...sums.values()].every((sum) => sum === 0);
}

/** What a container's book may be in its state, in µg (migrations/0005, `container_floor_ug`, `container_ceiling_ug`). */
function containerBounds(states: States, containerId: string): { floorUg: number; ceilingUg: number } | undefined {
  const row = states.row('container', containerId)?.values;
  if (!row) return undefined;
  const label = Number(row.label_amount_ug);
  switch (row.state) {
    case 'sealed':
      return { floorUg: label, ceilingUg: label };
    case 'open':
    case 'quarantined':
      return { floorUg: -Number(row.overfill_allowance_ug), ceilingUg: label };
    default:
      return { floorUg: 0, ceilingUg: 0 };
  }
}

/** What a holder may have, in µg; undefined: anything. */
export function boundsOf(
  states: States,
  holder: { readonly kind: string; readonly holderId: string },
): { floorUg: number | undefined; ceilingUg: number | undefined } {
  if (holder.kind === 'container')
    return containerBounds(states, holder.holderId) ?? { floorUg: undefined, ceilingUg: undefined };
  const hand = holder.kind === 'in_hand' || holder.kind === 'in_transit';
  return { floorUg: hand ? 0 : undefined, ceilingUg: undefined };
}

/** Which of the holders a record touched are outside their bounds after it, and which containers nobody knows. */
export function* brokenBounds(
  states: States,
  balances: Balances,
  touched: Iterable<{ readonly kind: string; readonly holderId: string; readonly productId: string }>,
): Generator<string> {
  for (const { kind, holderId, productId } of touched) {
    const balanceUg = balances.holder(kind, holderId, productId)?.balanceUg;
    if (balanceUg === undefined) continue;
    const container = kind === 'container' ? states.row('container', holderId)?.values : undefined;
    if (kind === 'container' && container?.product_id !== productId) {
      yield `there is no container ${holderId} of product ${productId}`;
      continue;
    }
    const { floorUg, ceilingUg } = boundsOf(states, { kind, holderId });
    const has = `${kind} ${holderId} has ${mgFromUg(balanceUg)} mg`;
    if (floorUg !== undefined && balanceUg < floorUg) yield `${has}, below its floor of ${mgFromUg(floorUg)}`;
    if (ceilingUg !== undefined && balanceUg > ceilingUg) yield `${has}, above its ceiling of ${mgFromUg(ceilingUg)}`;
  }
}
