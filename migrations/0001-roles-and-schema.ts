import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The database roles of audit-log.md, "Who may write", and the schema they share. Roles belong to the whole server,
 * so they are made only where they are missing; their passwords are set by the migration step, never here.
 */
export class RolesAndSchema1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE wanted record;
      BEGIN
        FOR wanted IN SELECT * FROM (VALUES
            ('countersign_owner', 'NOLOGIN'), ('countersign_migrate', 'LOGIN'), ('countersign_app', 'LOGIN'),
            ('countersign_signer', 'LOGIN'), ('countersign_auditor', 'LOGIN')) AS r(name, login)
        LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
            BEGIN
              EXECUTE format('CREATE ROLE %I %s', wanted.name, wanted.login);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database made it this moment
            END;
          END IF;
        END LOOP;
        IF NOT pg_has_role('countersign_migrate', 'countersign_owner', 'MEMBER') THEN
          GRANT countersign_owner TO countersign_migrate;
        END IF;
        IF NOT pg_has_role(current_user, 'countersign_owner', 'MEMBER') THEN
          EXECUTE format('GRANT countersign_owner TO %I', current_user);
        END IF;
        EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
        EXECUTE format(
          'GRANT CONNECT ON DATABASE %I TO countersign_migrate, countersign_app, countersign_signer, countersign_auditor',
          current_database());
        EXECUTE format('GRANT CREATE ON DATABASE %I TO countersign_owner', current_database());
      END $$;
      CREATE SCHEMA IF NOT EXISTS countersign;
      ALTER SCHEMA countersign OWNER TO countersign_owner;
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA countersign TO countersign_app, countersign_signer, countersign_auditor;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
