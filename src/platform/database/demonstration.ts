import pg from 'pg';
import { inDatabase, withClient } from './one-client.js';

/**
 * A demonstration database is made as one and stays one (design.md section 5). Only there the ledger's clock can be
 * set, so that a month of records carries the times at which it happened. The mark is the table of that clock: a
 * production database has neither the table nor any function that could set a clock.
 */
const MARK = 'countersign.demonstration_clock';

/**
 * Makes a migrated database a demonstration one, with its ledger's clock standing still at `startsAt` (ISO 8601).
 * Does nothing where it is one already. Throws where the ledger holds a log: what has been written as a production
 * ledger never becomes a demonstration.
 */
export async function makeDemonstration(adminUrl: string, startsAt: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('BEGIN');
    try {
      await client.query('SET LOCAL ROLE countersign_owner');
      if (await isMarked(client)) return void (await client.query('ROLLBACK'));
      await client.query('LOCK TABLE countersign.site_head IN ACCESS EXCLUSIVE MODE');
      const { rowCount } = await client.query('SELECT FROM countersign.site_head LIMIT 1');
      if (rowCount !== 0)
        throw new Error('This database holds a ledger that is no demonstration, and can never become one.');
      await client.query(CLOCK_THAT_CAN_BE_SET);
      await client.query(
        'INSERT INTO countersign.demonstration_clock (ledger_at, set_at, running) VALUES ($1, clock_timestamp(), false)',
        [startsAt],
      );
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}

/** Whether a database was made as a demonstration. */
export function isDemonstration(url: string): Promise<boolean> {
  return withClient(url, isMarked);
}

/**
 * An empty database by that name on the server of `serverUrl`, in the place of an earlier demonstration; answers with
 * its URL. Throws, and drops nothing, where a database by that name is anything else.
 */
export async function freshDemonstrationDatabase(serverUrl: string, name: string): Promise<string> {
  const url = inDatabase(serverUrl, name);
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0 && !(await withClient(url, mayBeDropped)))
      throw new Error(`The database ${name} holds something else than a demonstration; it is left alone.`);
    const quoted = client.escapeIdentifier(name);
    await client.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${quoted} ENCODING 'UTF8' TEMPLATE template0`);
    // It is made anew each time: a crash may cost its last moments, and a month is played in half the time.
    await client.query(`ALTER DATABASE ${quoted} SET synchronous_commit = off`);
  });
  return url;
}

/** The clock of a demonstration, set by the player through the application's own log-in. */
export class DemonstrationClock {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async connect(appUrl: string): Promise<DemonstrationClock> {
    const client = new pg.Client({ connectionString: appUrl });
    await client.connect();
    return new DemonstrationClock(client);
  }

  /** Lets the clock of a demonstration go on: whoever serves one that was left standing does. */
  static async letRun(appUrl: string): Promise<void> {
    const clock = await DemonstrationClock.connect(appUrl);
    try {
      await clock.run();
    } finally {
      await clock.close();
    }
  }

  /** The ledger's clock stands still at `at` (ISO 8601). It only goes forward. */
  async set(at: string): Promise<void> {
    await this.#client.query('SELECT countersign.demonstration_set_clock($1)', [at]);
  }

  /** The ledger's clock goes on from where it stands, at the speed of the real one. */
  async run(): Promise<void> {
    await this.#client.query('SELECT countersign.demonstration_run_clock()');
  }

  close(): Promise<void> {
    return this.#client.end();
  }
}

async function isMarked(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ marked: boolean }>('SELECT to_regclass($1) IS NOT NULL AS marked', [MARK]);
  return rows[0]!.marked;
}

/** An earlier demonstration, or a database in which no ledger was ever begun and nobody keeps anything else. */
async function mayBeDropped(client: pg.Client): Promise<boolean> {
  if (await isMarked(client)) return true;
  const { rows } = await client.query<{ others: boolean; ledger: boolean }>(`
    SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'countersign')
                     AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND c.relname NOT LIKE 'countersign\\_%') AS others,
           to_regclass('countersign.site_head') IS NOT NULL AS ledger`);
  const { others, ledger } = rows[0]!;
  if (others) return false;
  if (!ledger) return true;
  return (await client.query('SELECT FROM countersign.site_head LIMIT 1')).rowCount === 0;
}

const CLOCK_THAT_CAN_BE_SET = `
  SET LOCAL search_path = countersign, pg_temp;
  CREATE TABLE demonstration_clock (
    only_one boolean NOT NULL DEFAULT true,
    ledger_at timestamptz NOT NULL,
    set_at timestamptz NOT NULL,
    running boolean NOT NULL,
    CONSTRAINT demonstration_clock_pk PRIMARY KEY (only_one),
    CONSTRAINT demonstration_clock_is_one CHECK (only_one)
  ) WITH (fillfactor = 20);
  SELECT make_undeletable('demonstration_clock');

  CREATE OR REPLACE FUNCTION ledger_clock() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
    SELECT CASE WHEN running THEN ledger_at + (clock_timestamp() - set_at) ELSE ledger_at END
    FROM countersign.demonstration_clock $$;
  -- When the clock was set while a transaction ran, what it showed at the start is not known any more.
  CREATE OR REPLACE FUNCTION ledger_clock_at_start() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN set_at > transaction_timestamp() THEN '-infinity'::timestamptz
                WHEN running THEN ledger_at + (transaction_timestamp() - set_at) ELSE ledger_at END
    FROM countersign.demonstration_clock $$;

  CREATE FUNCTION demonstration_set_clock(p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
  BEGIN
    UPDATE demonstration_clock SET ledger_at = p_at, set_at = clock_timestamp(), running = false
    WHERE ledger_clock() <= p_at;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the clock shows %, and does not go back to %', ledger_clock(), p_at
        USING ERRCODE = 'check_violation', CONSTRAINT = 'demonstration_clock_goes_forward';
    END IF;
  END $$;
  CREATE FUNCTION demonstration_run_clock() RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
    UPDATE demonstration_clock SET ledger_at = ledger_clock(), set_at = clock_timestamp(), running = true
    WHERE NOT running $$;

  REVOKE ALL ON FUNCTION demonstration_set_clock(timestamptz), demonstration_run_clock() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION demonstration_set_clock(timestamptz), demonstration_run_clock() TO countersign_app;
  GRANT SELECT ON demonstration_clock TO countersign_app, countersign_auditor;
`;
