import { DataSource, type DataSourceOptions } from 'typeorm';

export const SCHEMA = 'countersign';

/**
 * How the serving process talks to the database: as `countersign_app`, which may read and may execute the door's
 * functions, and has no other privilege on the ledger (audit-log.md, "Who may write").
 */
export function dataSourceOptions(appUrl: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url: appUrl,
    schema: SCHEMA,
    poolSize,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    entities: [],
    extra: {
      options: `-c search_path=${SCHEMA},pg_temp -c statement_timeout=60000 -c lock_timeout=10000`,
      application_name: 'countersign',
    },
  };
}

/** The same server and database with another log-in. */
export function urlFor(databaseUrl: string, login: { user: string; password: string }): string {
  const url = new URL(databaseUrl);
  url.username = login.user;
  url.password = login.password;
  return url.toString();
}

/** A connected source, for use outside Nest (tools, tests). */
export async function connect(appUrl: string, poolSize?: number): Promise<DataSource> {
  return new DataSource(dataSourceOptions(appUrl, poolSize)).initialize();
}
