import { CONTAINER_STATES } from '../../domain/container.js';
import { cursorKey } from '../../platform/http/pagination.js';
import type { ContainersQuery } from './storage.dto.js';

const IN_STOCK = ['sealed', 'taken', 'open', 'quarantined'];

/** As container_by_place has it (migrations/0022): the arguments in this order, or no plan takes the index. */
const LAST_DAY = 'least(c.expires_on, c.beyond_use_on)';
export const IN_ORDER = `ORDER BY ${LAST_DAY}, c.label`;

const TODAY = `(SELECT (countersign.ledger_clock() AT TIME ZONE s.time_zone)::date FROM countersign.site s
  WHERE s.site_id = $1 AND s.id = $1)`;

/**
 * The rows of container of one page and one more. Of every place, product and state, of which there are few, the first so many in
 * order; and the first of these. What is of one lot or has one label is little, and is read as it is.
 */
export function containersQuery(siteId: string, query: ContainersQuery): { sql: string; params: unknown[] } {
  const { limit, locationId, productId, lotId, label } = query;
  const params: unknown[] = [siteId];
  const put = (value: unknown) => `$${params.push(value)}`;
  const states = `${put(statesOf(query))}::text[]`;
  const place = [
    ...(locationId === undefined ? [] : [`x.location_id = ${put(locationId)}::uuid`]),
    ...(productId === undefined ? [] : [`x.product_id = ${put(productId)}::uuid`]),
  ];
  const within = daysOf(query, put);
  const page = `${IN_ORDER} LIMIT ${put(limit + 1)}`;
  const and = (conditions: readonly string[]) => conditions.map((one) => ` AND ${one}`).join('');
  if (lotId !== undefined || label !== undefined) {
    const own = [
      ...(lotId === undefined ? [] : [`c.lot_id = ${put(lotId)}::uuid`]),
      ...(label === undefined ? [] : [`c.label = ${put(label)}`]),
    ];
    const of = [...own, ...place.map((one) => one.replace('x.', 'c.')), ...within];
    return {
      sql: `SELECT * FROM countersign.container c WHERE c.site_id = $1 AND c.state = ANY (${states})${and(of)} ${page}`,
      params,
    };
  }
  const sql = `
    SELECT c.* FROM countersign.place_total x CROSS JOIN unnest(${states}) wanted (state)
    CROSS JOIN LATERAL (
      SELECT * FROM countersign.container c
      WHERE c.site_id = x.site_id AND c.location_id = x.location_id AND c.product_id = x.product_id AND c.state = wanted.state
        ${and(within)} ${page}) c
    WHERE x.site_id = $1 AND x.kind = 'container'${and(place)} ${page}`;
  return { sql, params };
}

function statesOf({ show, state }: ContainersQuery): readonly string[] {
  const shown: readonly string[] = show === undefined ? CONTAINER_STATES : IN_STOCK;
  return state === undefined ? shown : shown.filter((one) => one === state);
}

function daysOf(query: ContainersQuery, put: (value: unknown) => string): string[] {
  const { show, expiringBefore, lastDayFrom, cursor } = query;
  const after = cursorKey(cursor, 2);
  return [
    ...(show === 'unusable' ? [`${LAST_DAY} < ${TODAY}`] : []),
    ...(lastDayFrom === undefined ? [] : [`${LAST_DAY} >= ${put(lastDayFrom)}::date`]),
    // Nothing is usable longer than its lot: the first of the two is what the index is read by.
    ...(expiringBefore === undefined
      ? []
      : [`${LAST_DAY} < ${put(expiringBefore)}::date`, `c.expires_on < ${put(expiringBefore)}::date`]),
    ...(after === undefined ? [] : [`(${LAST_DAY}, c.label) > (${put(after[0])}::date, ${put(after[1])}::text)`]),
  ];
}
