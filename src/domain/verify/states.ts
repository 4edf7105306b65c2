import { ugFromMg } from '../amounts.js';
import { changedRows, type Json, type JsonObject, type RecordChange } from '../ledger/record.js';
import { jcs } from '../log/jcs.js';

/** A table that follows the log, as the database describes it. */
export interface StateTable {
  readonly name: string;
  readonly idColumn: string;
  /** Column → PostgreSQL type, without `site_id` and `seq`. */
  readonly columns: ReadonlyMap<string, string>;
}

/** A row as the records made it; `seq` is the last record that changed it. */
export interface StateRow {
  seq: number;
  readonly values: Record<string, Json | null>;
}

/**
 * The tables that follow the log, rebuilt: each record's `changes` laid over what was there (migrations/0003, said again).
 * Holds every row of those tables; the log itself is not held.
 */
export class States {
  readonly #tables = new Map<string, StateTable>();
  readonly #rows = new Map<string, Map<string, StateRow>>();

  constructor(tables: readonly StateTable[]) {
    for (const table of tables) {
      this.#tables.set(table.name, table);
      this.#rows.set(table.name, new Map());
    }
  }

  get tables(): readonly StateTable[] {
    return [...this.#tables.values()];
  }

  row(table: string, id: string): StateRow | undefined {
    return this.#rows.get(table)?.get(id);
  }

  rows(table: string): ReadonlyMap<string, StateRow> {
    return this.#rows.get(table) ?? new Map<string, StateRow>();
  }

  /** Applies the changes of a record. Gives the tables and ids of the rows it changed; throws TypeError for a change that cannot be. */
  put(seq: number, changes: readonly RecordChange[]): { table: string; id: string }[] {
    return changedRows(changes).map((change) => this.#putRow(seq, change));
  }

  #putRow(seq: number, change: JsonObject): { table: string; id: string } {
    const name = String(change.table);
    const table = this.#tables.get(name);
    const rows = this.#rows.get(name);
    if (!table || !rows) throw new TypeError(`it changes ${name}, which is no table that follows the log`);
    const columns = columnsOf(change);
    const id = String(columns[table.idColumn]).toLowerCase();
    let row = rows.get(id);
    if (!row) rows.set(id, (row = { seq, values: {} }));
    row.seq = seq;
    for (const [column, value] of Object.entries(columns)) {
      const type = table.columns.get(column);
      if (type === undefined) throw new TypeError(`it sets ${name}.${column}, which is no column`);
      row.values[column] = normal(type, value);
    }
    return { table: name, id };
  }

  /**
   * Compares a row of the database, as to_jsonb gives it in UTC, with what the records made. Undefined: equal. A row that is
   * compared is crossed off; what `left` gives afterwards is missing in the database.
   */
  compare(tableName: string, found: JsonObject): { seq: number; reason: string } | undefined {
    const table = this.#tables.get(tableName) as StateTable;
    const id = String(found[table.idColumn]).toLowerCase();
    const foundSeq = Number(found.seq);
    const row = this.#rows.get(tableName)?.get(id);
    if (!row) return { seq: foundSeq, reason: `the row ${id} stands there, and no record made it` };
    this.#rows.get(tableName)?.delete(id);
    for (const [column, type] of table.columns) {
      const expected = row.values[column] ?? null;
      const actual = normal(type, (found[column] ?? null) as Json | null);
      if (expected !== actual) {
        return {
          seq: row.seq,
          reason: `${column} of ${id} is ${show(actual)}; the records say ${show(expected)}`,
        };
      }
    }
    if (foundSeq !== row.seq)
      return { seq: row.seq, reason: `seq of ${id} is ${foundSeq}; the records say ${row.seq}` };
    return undefined;
  }

  /** Rows that `compare` has not crossed off. */
  *left(): Generator<{ table: string; id: string; seq: number }> {
    for (const [table, rows] of this.#rows) for (const [id, row] of rows) yield { table, id, seq: row.seq };
  }
}

function columnsOf(change: JsonObject): Record<string, Json | null> {
  const columns: Record<string, Json | null> = {};
  for (const [key, value] of Object.entries(change)) {
    if (key === 'table' || key === 'clear' || value === undefined) continue;
    const unit = /[a-z]M[gl]$/.test(key) && !/PerM[gl]$/.test(key);
    if (unit) columns[`${snake(key.slice(0, -2))}_u${key.at(-1)}`] = ugFromMg(String(value), { allowNegative: true });
    else columns[snake(key)] = value;
  }
  for (const column of (change.clear ?? []) as readonly string[]) columns[snake(column)] = null;
  return columns;
}

const SNAKE = new Map<string, string>();
function snake(key: string): string {
  let column = SNAKE.get(key);
  if (column === undefined) SNAKE.set(key, (column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)));
  return column;
}

/** One form for equal values of a type, whether they come from a record or from the database. */
function normal(type: string, value: Json | null): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'bigint':
    case 'integer':
    case 'smallint':
      return Number(value);
    case 'boolean':
      return value === true || value === 'true' || value === 't';
    case 'uuid':
      return String(value).toLowerCase();
    case 'timestamp with time zone':
      return microseconds(String(value));
    case 'text':
    case 'date':
      return typeof value === 'object' ? jcs(value) : String(value);
    default:
      return jcs(value);
  }
}

// Safe as a number until the year 2255.
function microseconds(text: string): number {
  const match = /^(.*:\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d(?::?\d\d)?)$/.exec(text);
  if (!match) return NaN;
  const zone = match[3] as string;
  return (
    Date.parse(`${match[1]}${zone.length === 3 ? `${zone}:00` : zone}`) * 1000 + Number((match[2] ?? '').padEnd(6, '0'))
  );
}

const show = (value: unknown): string => (value === null ? 'empty' : String(value).slice(0, 80));
