import type { Outcome } from '../ledger/outcome.js';
import type { JsonObject } from '../ledger/record.js';
import type { ReferenceUseRow } from '../ledger/rows.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, isRefusal, refuse, type Refusal } from '../refusal.js';

/** What a site knows besides its stock, which is kept current: the table, and the column that names a row. */
export const REFERENCES = {
  location: 'locationId',
  product: 'productId',
  supplier: 'supplierId',
  prescriber: 'prescriberId',
} as const;
export type ReferenceTable = keyof typeof REFERENCES;

export interface ReferenceChange {
  readonly table: ReferenceTable;
  readonly id: string;
  /** Columns to change; undefined stays. A refusal is what came of verifying one. `active: false` takes it out of use. */
  readonly to: Readonly<Record<string, string | number | boolean | Refusal | undefined>>;
  /** Columns to empty: what was known of it is known no more. */
  readonly clear?: readonly string[] | undefined;
  /** The other row that has this value already, where a value stands once at a site. */
  readonly unique?: { readonly column: string; readonly value: string };
}

/** What `changeReference` must see. */
export function referenceReads({ table, id, unique }: ReferenceChange): Read[] {
  return [
    { table, values: [id] },
    { table: 'reference_use', values: [id] },
    ...(unique ? [{ table, column: unique.column, values: [unique.value] }] : []),
  ];
}

/**
 * Corrects what a site knows of a place, a product or a partner, or takes it out of use and back. Past records keep what
 * they said; what they depend on (a location's code, a product's strength, a supplier's registration) is in no request.
 * Refuses `not_found`, what is wrong with a value, `already_exists`, `still_in_use`, and `request_invalid` where nothing
 * changes.
 */
export function changeReference(change: ReferenceChange): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const { table, id } = change;
    const key = REFERENCES[table];
    const row = state.rows<Record<string, JsonObject[string]>>(table).find((one) => one[key] === id);
    if (!row) return refuse('not_found', { detail: said('no_reference', { table }) });
    const given = Object.entries(change.to).filter(([, value]) => value !== undefined);
    // A supplier that was never taken out of use says nothing of it.
    const was = (column: string) => row[column] ?? (column === 'active' ? true : undefined);
    const changed = given.filter(([column, value]) => was(column) !== value);
    const cleared = (change.clear ?? []).filter((column) => (was(column) ?? null) !== null);
    const refusal = firstRefusal(
      ...given.map(([, value]) => (isRefusal(value) ? value : undefined)),
      checkUnique(state, change),
      change.to.active === false && row.active !== false ? checkUnused(state, change) : undefined,
      checkCleared(change),
      changed.length + cleared.length > 0 ? undefined : refuse('request_invalid', { detail: said('change_empty') }),
    );
    if (refusal) return refusal;
    const to = Object.fromEntries(changed) as JsonObject;
    const before = Object.fromEntries(
      [...changed.map(([column]) => column), ...cleared].flatMap((column) =>
        (was(column) ?? null) === null ? [] : [[column, was(column)]],
      ),
    );
    const emptied = cleared.length === 0 ? {} : { clear: cleared };
    return {
      act: { before },
      changes: [{ table, [key]: id, ...to, ...emptied }],
      answer: { [key]: id, ...to, ...emptied },
    };
  };
}

function checkUnique(state: LedgerState, { table, id, unique }: ReferenceChange): Refusal | undefined {
  if (!unique) return undefined;
  const other = state
    .rows<Record<string, unknown>>(table)
    .some((row) => row[unique.column] === unique.value && row[REFERENCES[table]] !== id);
  return other ? refuse('already_exists', { field: unique.column }) : undefined;
}

function checkCleared({ to, clear = [] }: ReferenceChange): Refusal | undefined {
  const both = clear.find((column) => to[column] !== undefined);
  return both === undefined ? undefined : refuse('request_invalid', { detail: said('set_and_cleared'), field: both });
}

function checkUnused(state: LedgerState, { table, id }: ReferenceChange): Refusal | undefined {
  const use = state.rows<ReferenceUseRow>('reference_use').find((row) => row.id === id);
  if (!use || (use.containers === 0 && use.sessions === 0)) return undefined;
  const by = use.containers > 0 ? 'containers_are_of_it' : 'session_is_of_it';
  return refuse('still_in_use', { detail: said(by, { table }), field: 'active' });
}
