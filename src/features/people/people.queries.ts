import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOf, cursorKey, type Page, type PageQuery } from '../../platform/http/pagination.js';
import type { PersonItem, PersonOfSite } from './people.dto.js';

/** Who there is, and who is what at a site. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly source: DataSource) {}

  /** Everybody of the organisation, by user name. */
  async everybody({ limit, cursor }: PageQuery): Promise<Page<PersonItem>> {
    const rows = (await this.source.query(
      `SELECT p.person_id AS "personId", p.username, p.display_name AS "displayName", p.disabled,
              c.person_id IS NOT NULL AS "hasPassword", c.totp_confirmed_at IS NOT NULL AS "hasSecondFactor",
              EXISTS (SELECT FROM passkey k WHERE k.person_id = p.person_id AND k.removed_at IS NULL) AS "hasPasskey"
       FROM person p LEFT JOIN credential c ON c.person_id = p.person_id
       WHERE $1::text IS NULL OR lower(p.username) > $1 ORDER BY lower(p.username) LIMIT $2`,
      [after(cursor), limit + 1],
    )) as PersonItem[];
    return page(rows, limit);
  }

  /** Who is something at a site, or will be, by user name. */
  async ofSite(siteId: string, { limit, cursor }: PageQuery): Promise<Page<PersonOfSite>> {
    const rows = (await this.source.query(
      `SELECT p.person_id AS "personId", p.username, p.display_name AS "displayName", p.disabled,
              jsonb_agg(jsonb_strip_nulls(jsonb_build_object('grantId', g.grant_id, 'role', g.role,
                'from', ${iso('g.valid_from')}, 'until', ${iso('g.valid_until')})) ORDER BY g.seq) AS roles
       FROM (SELECT ledger_clock() AS at) clock CROSS JOIN role_grant g JOIN person p ON p.person_id = g.person_id
       WHERE g.site_id = $1 AND g.withdrawn_at IS NULL AND (g.valid_until IS NULL OR g.valid_until > clock.at)
         AND ($2::text IS NULL OR lower(p.username) > $2)
       GROUP BY p.person_id, p.username, p.display_name, p.disabled ORDER BY lower(p.username) LIMIT $3`,
      [siteId, after(cursor), limit + 1],
    )) as PersonOfSite[];
    return page(rows, limit);
  }
}

function page<Row extends { username: string }>(rows: Row[], limit: number): Page<Row> {
  return pageOf({ rows, limit, keyOf: (row) => [row.username.toLowerCase()], item: (row) => row });
}

function after(cursor: string | undefined): string | null {
  const [username] = cursorKey(cursor, 1) ?? [null];
  return username === null ? null : String(username);
}

function iso(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
