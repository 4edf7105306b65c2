import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/list.js';
import { LOGIN_ROLES, type LoginRole } from '../config/secrets.js';

const ATTEMPTS = 20;
const MIGRATIONS_TABLE = 'countersign_migration';

/**
 * Brings a database to the newest schema, in a step of its own with its own log-in, which then disconnects: the serving
 * process never holds the owner's rights (design.md section 5). Running it again does nothing.
 *
 * `databaseUrl`: a log-in that may create roles and a schema, the first time; later `countersign_migrate` is enough.
 * `rolePasswords`: set on the log-in roles where given.
 * Answers with the names of the migrations that ran.
 */
export async function migrate(of: {
  databaseUrl: string;
  rolePasswords?: Readonly<Partial<Record<LoginRole, string>>>;
}): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: of.databaseUrl,
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    logging: false,
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    if (ran.length > 0) await handOver(source);
    await setPasswords(source, of.rolePasswords ?? {});
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** The list of migrations belongs to the owner too, so that `countersign_migrate` can run the next ones. */
async function handOver(source: DataSource): Promise<void> {
  await source.query(`
    DO $$ BEGIN
      IF pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = to_regclass('${MIGRATIONS_TABLE}'))) = current_user THEN
        GRANT USAGE, CREATE ON SCHEMA public TO countersign_owner;
        ALTER TABLE ${MIGRATIONS_TABLE} OWNER TO countersign_owner;
      END IF;
    END $$`);
}

async function setPasswords(
  source: DataSource,
  passwords: Readonly<Partial<Record<LoginRole, string>>>,
): Promise<void> {
  for (const role of LOGIN_ROLES) {
    const password = passwords[role];
    if (password === undefined) continue;
    const [{ statement }] = (await source.query(
      `SELECT format('ALTER ROLE %I PASSWORD %L', $1::text, $2::text) AS statement`,
      [role, password],
    )) as [{ statement: string }];
    await alterRole(source, statement);
  }
}

/** Roles belong to the whole server: two programs that start at one moment on two of its databases change the same row. */
async function alterRole(source: DataSource, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await source.query(statement);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !/tuple concurrently updated/.test(String(error))) throw error;
      await sleep(attempt * 10);
    }
  }
}
