import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND } from './0008-append.js';
import { LOAD } from './0008-load.js';

/**
 * The one door of the database. `ledger_load` locks what an act must see, in sorted order and the site's head last, and
 * says which seq and time its record will carry. `ledger_append` takes the record's bytes and nothing else: entry,
 * lines, signatures, states and balances are read out of those bytes here, so no caller can make a column say what the
 * record does not. The leaf and the tree are computed here too (audit-log.md, "Tables").
 */
export class TheOneDoor1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      ${LOAD}
      ${APPEND}

      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA countersign FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ledger_clock(), ledger_clock_at_start() TO countersign_app, countersign_auditor;
      GRANT EXECUTE ON FUNCTION ledger_open_log(uuid, text), ledger_load(uuid, text, jsonb, uuid[]), ledger_subjects(uuid, uuid[]),
        subject_numbers(uuid, uuid[]), subjects_implied(uuid, uuid[]),
        ledger_append(uuid, bytea[], bytea[], bytea[], timestamptz[], text[], bytea[], int[], jsonb[]) TO countersign_app;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
