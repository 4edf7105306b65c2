import type { DataSource } from 'typeorm';

/** The entry by which a container was last taken out, not reversed. */
export async function lastTakeOf(
  source: DataSource,
  siteId: string,
  containerId: string | undefined,
): Promise<number | undefined> {
  if (containerId === undefined) return undefined;
  const [found]: { seq: string }[] = await source.query(
    `SELECT e.seq FROM countersign.line l JOIN countersign.entry e ON e.site_id = l.site_id AND e.seq = l.seq
     WHERE l.site_id = $1 AND l.holder_id = $2 AND l.kind = 'container' AND e.type = 'take'
       AND NOT EXISTS (SELECT FROM countersign.entry r WHERE r.site_id = $1 AND r.reverses_seq = e.seq)
     ORDER BY e.seq DESC LIMIT 1`,
    [siteId, containerId],
  );
  return found && Number(found.seq);
}

/** The containers that are out whole for a session: their last take was for it. */
export async function takenFor(
  source: DataSource,
  siteId: string,
  sessionId: string,
): Promise<{ containerId: string; seq: number }[]> {
  const rows: { container_id: string; seq: string }[] = await source.query(
    `SELECT c.container_id, c.seq FROM countersign.container c
     CROSS JOIN LATERAL (
       SELECT e.session_id FROM countersign.line l JOIN countersign.entry e ON e.site_id = l.site_id AND e.seq = l.seq
       WHERE l.site_id = $1 AND l.holder_id = c.container_id AND l.kind = 'container' AND e.type = 'take'
         AND NOT EXISTS (SELECT FROM countersign.entry r WHERE r.site_id = $1 AND r.reverses_seq = e.seq)
       ORDER BY e.seq DESC LIMIT 1) take
     JOIN countersign.treatment_session s ON s.site_id = $1 AND s.session_id = $2
     WHERE c.site_id = $1 AND c.location_id = s.location_id AND c.product_id = s.product_id AND c.state = 'taken'
       AND take.session_id = $2`,
    [siteId, sessionId],
  );
  return rows.map(({ container_id, seq }) => ({ containerId: container_id, seq: Number(seq) }));
}
