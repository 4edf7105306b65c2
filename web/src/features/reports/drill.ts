import type { UrlState } from '../../ui/url-state.js';
import type { Dimension, Row } from './figures.js';

/** What an address says of a reconciliation: its period, how it is cut, and of what it is. */
export const RECONCILIATION_KEYS = [
  'from',
  'to',
  'by',
  'locationId',
  'productId',
  'lotId',
  'containerId',
  'sessionId',
  'personId',
] as const;
export type ReconciliationState = UrlState<(typeof RECONCILIATION_KEYS)[number]>;
type PartKey = 'locationId' | 'productId' | 'lotId' | 'containerId' | 'sessionId' | 'personId';

/** Which filters a dimension answers (the ledger refuses the others). */
const FILTERS: Readonly<Record<Dimension, readonly PartKey[]>> = {
  site: ['locationId', 'productId'],
  product: ['locationId', 'productId'],
  location: ['locationId', 'productId'],
  lot: ['productId', 'lotId'],
  container: ['productId', 'lotId', 'containerId'],
  session: ['productId', 'sessionId'],
  person: ['productId', 'personId'],
};

/** What one is looking at, from the whole to the part: the smallest thing that the address names. */
export function levelOf(state: ReconciliationState): Dimension {
  if (state.containerId) return 'container';
  if (state.sessionId) return 'session';
  if (state.personId) return 'person';
  if (state.lotId) return 'lot';
  if (state.productId) return 'product';
  return state.locationId ? 'location' : 'site';
}

/** How the thing one is looking at can be cut; nothing smaller than a vial, a session or a person: these have entries. */
const PARTS: Readonly<Record<Dimension, readonly Dimension[]>> = {
  site: ['location', 'person', 'session', 'lot', 'container'],
  location: [],
  product: ['lot', 'container', 'session', 'person', 'location'],
  lot: ['container'],
  container: [],
  session: [],
  person: [],
};

export function partsOf(state: ReconciliationState): readonly Dimension[] {
  return PARTS[levelOf(state)];
}

/** The dimension of the statement of what one is looking at: columns are products where there are several. */
export function statementOf(state: ReconciliationState): Dimension {
  const level = levelOf(state);
  return level === 'site' || level === 'location' ? 'product' : level;
}

/** The filters of the address that a dimension can answer. */
export function filtersFor(by: Dimension, state: ReconciliationState): Partial<Record<PartKey, string>> {
  return Object.fromEntries(FILTERS[by].flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]])));
}

const ID_OF: Readonly<Record<Dimension, PartKey | undefined>> = {
  site: undefined,
  location: 'locationId',
  product: 'productId',
  lot: 'lotId',
  container: 'containerId',
  session: 'sessionId',
  person: 'personId',
};

/** Where the row of a part leads: the same period, one step closer. A row of a location is of one product there. */
export function closer(by: Dimension, row: Row, state: ReconciliationState): ReconciliationState {
  const key = ID_OF[by];
  const product = row.productId === undefined ? {} : { productId: row.productId };
  return { ...state, ...product, ...(key === undefined ? {} : { [key]: row[key] }), by: undefined };
}

/** The steps from the whole to what one is looking at, each with the state it leads back to. */
export function pathTo(
  state: ReconciliationState,
): readonly { level: Dimension; id?: string; state: ReconciliationState }[] {
  const whole: ReconciliationState = { from: state.from, to: state.to };
  const steps = (['location', 'product', 'lot', 'container', 'session', 'person'] as const).flatMap((level) => {
    const id = state[ID_OF[level] as PartKey];
    return id === undefined ? [] : [{ level, id }];
  });
  let so: ReconciliationState = whole;
  return [
    { level: 'site' as const, state: whole },
    ...steps.map(({ level, id }) => {
      so = { ...so, [ID_OF[level] as PartKey]: id };
      return { level, id, state: so };
    }),
  ];
}

/** What a row of a dimension is called. */
export function nameOf(by: Dimension, row: Row, timeOf: (iso: string) => string): string {
  if (by === 'location') return `${row.locationCode ?? ''} · ${row.productCode ?? ''}`;
  if (by === 'lot') return row.lotNumber ?? '';
  if (by === 'container') return row.containerLabel ?? '';
  if (by === 'session') return row.startedAt === undefined ? (row.sessionId ?? '') : timeOf(row.startedAt);
  if (by === 'person') return row.personName ?? row.personId ?? '';
  return row.productCode ?? '';
}
