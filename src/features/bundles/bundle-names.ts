import type { DataSource } from 'typeorm';
import { jcs } from '../../domain/log/jcs.js';
import { boundsOf, type RecordedExport } from './bundle-range.js';

/** So many vials have their labels named; of more, each is still named in the record that received it. */
const MOST_CONTAINERS = 5000;

/** What a site has few of, and the people with a role there. */
const FEW = `
  SELECT product_id AS id, name || ' (' || code || ')' AS text FROM countersign.product WHERE site_id = $1
  UNION ALL SELECT location_id, name || ' (' || code || ')' FROM countersign.location WHERE site_id = $1
  UNION ALL SELECT supplier_id, name FROM countersign.supplier WHERE site_id = $1
  UNION ALL SELECT prescriber_id, name FROM countersign.prescriber WHERE site_id = $1
  UNION ALL SELECT person_id, display_name FROM countersign.person
    WHERE person_id IN (SELECT person_id FROM countersign.role_grant WHERE site_id = $1) OR person_id = $2`;

/** Lots, sessions (by when they began) and containers of the records chosen. No patient is ever named. */
const MANY = `WITH subject AS (
    SELECT DISTINCT t.subject_id AS id FROM countersign.record_subject t
    WHERE t.site_id = $1 AND t.seq BETWEEN $2 AND $3
      AND ($4::uuid IS NULL OR t.seq IN (SELECT seq FROM countersign.record_subject WHERE site_id = $1 AND subject_id = $4)))
  SELECT l.lot_id AS id, l.lot_number AS text FROM subject s JOIN countersign.lot l ON l.site_id = $1 AND l.lot_id = s.id
  UNION ALL SELECT x.session_id, to_char(x.started_at AT TIME ZONE h.time_zone, 'YYYY-MM-DD HH24:MI') FROM subject s
    JOIN countersign.treatment_session x ON x.site_id = $1 AND x.session_id = s.id
    JOIN countersign.site h ON h.site_id = $1 AND h.id = $1
  UNION ALL (SELECT c.container_id, c.label FROM subject s
    JOIN countersign.container c ON c.site_id = $1 AND c.container_id = s.id ORDER BY c.container_id LIMIT ${MOST_CONTAINERS})`;

/**
 * What the ids in an export are called, as canonical JSON: the private value that its record commits to, so that nobody can
 * give a vial another label on the way to the inspector.
 */
export async function bundleNames(source: DataSource, of: RecordedExport, personId: string): Promise<string> {
  const bounds = await boundsOf(source, of);
  const many = [of.siteId, bounds.first, bounds.last, of.selection.subjectId ?? null];
  const [few, rest] = (await Promise.all([source.query(FEW, [of.siteId, personId]), source.query(MANY, many)])) as [
    { id: string; text: string }[],
    { id: string; text: string }[],
  ];
  return jcs(Object.fromEntries([...few, ...rest].map(({ id, text }) => [id, text])));
}
