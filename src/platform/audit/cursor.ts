import type pg from 'pg';

/** Rows of a query as lists of columns, a batch at a time, through a cursor of the database: memory stays the batch's. */
export class Cursor<Row extends readonly unknown[]> {
  static #made = 0;
  readonly #name: string;
  readonly #ready: Promise<unknown>;

  /** Must be inside a transaction. */
  constructor(
    private readonly client: pg.Client,
    query: string,
    values: readonly unknown[],
    private readonly batch: number,
  ) {
    this.#name = `checker_${(Cursor.#made += 1)}`;
    this.#ready = client.query(`DECLARE ${this.#name} NO SCROLL CURSOR FOR ${query}`, [...values]);
  }

  /** The next rows; fewer than the batch at the end, then none. */
  async next(): Promise<Row[]> {
    await this.#ready;
    const { rows } = await this.client.query<Row[number][]>({
      text: `FETCH ${this.batch} FROM ${this.#name}`,
      rowMode: 'array',
    });
    return rows as unknown as Row[];
  }

  async close(): Promise<void> {
    await this.client.query(`CLOSE ${this.#name}`);
  }

  /** All rows, one by one. */
  async *rows(): AsyncGenerator<Row> {
    for (let rows = await this.next(); rows.length > 0; rows = await this.next()) yield* rows;
    await this.close();
  }
}
