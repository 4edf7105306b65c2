import type { DataSource } from 'typeorm';
import { cursorKey, pageOf, type Page, type PageQuery } from './pagination.js';

export interface Listing<Row, Item> {
  /** A SELECT that ends in its WHERE clause. */
  readonly sql: string;
  readonly params: readonly unknown[];
  /** What it is sorted by, together unique: name of the column in a row → its SQL. */
  readonly by: Readonly<Record<string, string>>;
  /** Last first. */
  readonly descending?: boolean;
  readonly page: PageQuery;
  readonly item: (row: Row) => Item;
}

/** One page of a list. Refuses `request_invalid` for a cursor that is none. */
export async function listPage<Row extends object, Item>(
  source: DataSource,
  of: Listing<Row, Item>,
): Promise<Page<Item>> {
  const { sql, params, by, descending = false, page, item } = of;
  const columns = Object.keys(by);
  const after = cursorKey(page.cursor, columns.length);
  const places = columns.map((_, nth) => `$${params.length + nth + 1}`);
  const beyond = `(${Object.values(by).join(', ')}) ${descending ? '<' : '>'} (${places.join(', ')})`;
  const order = Object.values(by).map((column) => (descending ? `${column} DESC` : column));
  const rows = (await source.query(
    `${sql} ${after ? `AND ${beyond}` : ''} ORDER BY ${order.join(', ')} LIMIT ${page.limit + 1}`,
    [...params, ...(after ?? [])],
  )) as Row[];
  const keyOf = (row: Row) => columns.map((column) => (row as Record<string, string | number>)[column] as string);
  return pageOf({ rows, limit: page.limit, keyOf, item });
}
