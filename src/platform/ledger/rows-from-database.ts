import type { LoadedState } from '../../domain/ledger/state.js';

/** A row as PostgreSQL's to_jsonb gives it, with its columns in camelCase. Nested values are left as they are. */
function camelCaseRow(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [camelCase(column), value]));
}

function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** What `ledger_load` answers when nothing stands in the way (migrations/0008). */
export interface LoadAnswer {
  readonly seq: number;
  readonly origin: string;
  readonly recordedAt: string;
  readonly site: object | null;
  readonly rows: Readonly<Record<string, readonly object[]>>;
  readonly holders: readonly object[];
  readonly signers: readonly object[];
}

/** What `ledger_load` answered, in the shape the domain reads. */
export function loadedState(answer: LoadAnswer): LoadedState {
  const rows = Object.fromEntries(Object.entries(answer.rows).map(([table, found]) => [table, found.map(fullRow)]));
  return {
    seq: answer.seq,
    origin: answer.origin,
    recordedAt: answer.recordedAt,
    site: answer.site ? (camelCaseRow(answer.site) as LoadedState['site']) : null,
    rows,
    holders: answer.holders.map(camelCaseRow) as unknown as LoadedState['holders'],
    signers: answer.signers as LoadedState['signers'],
  };
}

function fullRow(row: object): object {
  const camel = camelCaseRow(row) as { lines?: object[] };
  return camel.lines ? { ...camel, lines: camel.lines.map(camelCaseRow) } : camel;
}
