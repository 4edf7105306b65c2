import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What witnesses outside said of our heads (audit-log.md, "Witnesses outside"): a row for each cosignature, because a stored
 * checkpoint is never rewritten; and the checkpoints as they are shown, with all cosignatures under them.
 */
export class Cosignatures1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      CREATE TABLE cosignature (
        site_id uuid NOT NULL,
        size bigint NOT NULL,
        origin text NOT NULL,
        key_name text NOT NULL,
        key_id bigint NOT NULL,
        cosigned_at timestamptz NOT NULL,
        -- The signature line of c2sp.org/signed-note, with its newline.
        line text NOT NULL,
        CONSTRAINT cosignature_pk PRIMARY KEY (site_id, size, key_name, key_id),
        CONSTRAINT cosignature_of_checkpoint FOREIGN KEY (site_id, size) REFERENCES checkpoint (site_id, size),
        CONSTRAINT cosignature_key_id_has_four_bytes CHECK (key_id BETWEEN 0 AND 4294967295),
        -- Set under a note as it is: anything else than one line could say what nobody signed.
        CONSTRAINT cosignature_is_one_line CHECK (line ~ (E'^\\u2014 [^ \\n]+ [A-Za-z0-9+/]+=*\\n$') AND octet_length(line) <= 4096
          AND split_part(line, ' ', 2) = key_name)
      );
      CREATE INDEX cosignature_by_key ON cosignature (site_id, origin, key_name, key_id, size);
      SELECT make_append_only('cosignature');

      -- A signature line is added to a note by writing it under it.
      CREATE VIEW cosigned_checkpoint AS
        SELECT c.site_id, c.size, c.note || coalesce(s.lines, '') AS note, coalesce(s.cosigners, 0)::int AS cosigners
        FROM checkpoint c LEFT JOIN LATERAL (
          SELECT string_agg(x.line, '' ORDER BY x.key_name, x.key_id) AS lines, count(*) AS cosigners
          FROM cosignature x WHERE x.site_id = c.site_id AND x.size = c.size) s ON true;

      GRANT SELECT ON cosignature, cosigned_checkpoint TO countersign_app, countersign_signer, countersign_auditor;
      GRANT INSERT ON cosignature TO countersign_signer;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
