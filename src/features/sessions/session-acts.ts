import type { DataSource } from 'typeorm';
import { mgFromUg, mlFromUl } from '../../domain/amounts.js';
import type { SessionActDto, SessionContainerDto } from './session-acts.dto.js';

interface ActRow {
  readonly seq: string;
  readonly type: SessionActDto['type'];
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly late: boolean;
  readonly performer_id: string;
  readonly display_name: string | null;
  readonly reverses_seq: string | null;
  readonly reversed_by_seq: string | null;
  readonly out_of: string;
  readonly into: string;
  readonly amount_ug: string;
  readonly volume_ul: string | null;
  readonly device_count: number | null;
  readonly container_id: string | null;
  readonly label: string | null;
  readonly state: SessionContainerDto['state'];
  readonly expires_on: string;
  readonly beyond_use_on: string | null;
  readonly lot_number: string;
}

/** Site, session. What was drawn, given, wasted and returned for it, and what was taken back, in the order of the log. */
const ACTS = `
  SELECT e.seq, e.type, e.occurred_at, e.recorded_at, e.late, e.performer_id, p.display_name, e.reverses_seq,
    (SELECT r.seq FROM countersign.entry r WHERE r.site_id = e.site_id AND r.reverses_seq = e.seq) AS reversed_by_seq,
    down.kind AS out_of, up.kind AS into, up.amount_ug, up.volume_ul, up.device_count,
    c.container_id, c.label, c.state, c.expires_on::text, c.beyond_use_on::text, lot.lot_number
  FROM countersign.record_subject s
  JOIN countersign.entry e ON e.site_id = s.site_id AND e.seq = s.seq AND e.session_id = s.subject_id
  JOIN countersign.line up ON up.site_id = e.site_id AND up.seq = e.seq AND up.amount_ug > 0
  JOIN countersign.line down ON down.site_id = e.site_id AND down.seq = e.seq AND down.amount_ug < 0
  LEFT JOIN countersign.container c ON c.site_id = e.site_id
    AND c.container_id = CASE 'container' WHEN up.kind THEN up.holder_id WHEN down.kind THEN down.holder_id END
  LEFT JOIN countersign.lot lot ON lot.site_id = c.site_id AND lot.lot_id = c.lot_id
  LEFT JOIN countersign.person p ON p.person_id = e.performer_id
  WHERE s.site_id = $1 AND s.subject_id = $2
  ORDER BY e.seq`;

/** What was done in a session, and the containers it touched. */
export async function sessionActs(
  source: DataSource,
  of: { readonly siteId: string; readonly sessionId: string; readonly orderedUg: number },
): Promise<{ acts: SessionActDto[]; containers: SessionContainerDto[] }> {
  const rows: ActRow[] = await source.query(ACTS, [of.siteId, of.sessionId]);
  const above = dosesAboveOrder(rows, of.orderedUg);
  return { acts: rows.map((row) => actOf(row, above)), containers: containersOf(rows) };
}

/** The doses with which more was given in all than was ordered. */
function dosesAboveOrder(rows: readonly ActRow[], orderedUg: number): ReadonlySet<string> {
  const above = new Set<string>();
  let givenUg = 0;
  for (const row of rows.filter(({ type, reversed_by_seq }) => type === 'give' && reversed_by_seq === null)) {
    givenUg += Number(row.amount_ug);
    if (givenUg > orderedUg) above.add(row.seq);
  }
  return above;
}

function actOf(row: ActRow, above: ReadonlySet<string>): SessionActDto {
  return {
    seq: Number(row.seq),
    type: row.type,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    late: row.late,
    personId: row.performer_id,
    personName: row.display_name ?? row.performer_id,
    from: row.out_of as SessionActDto['from'],
    to: row.into as SessionActDto['to'],
    amountMg: mgFromUg(Number(row.amount_ug)),
    ...(row.volume_ul === null ? {} : { volumeMl: mlFromUl(Number(row.volume_ul)) }),
    ...(row.device_count === null ? {} : { deviceCount: row.device_count }),
    ...(row.container_id === null ? {} : { containerId: row.container_id, container: row.label ?? row.container_id }),
    ...(row.type === 'give' ? { aboveOrder: above.has(row.seq) } : {}),
    ...(row.reverses_seq === null ? {} : { reversesSeq: Number(row.reverses_seq) }),
    ...(row.reversed_by_seq === null ? {} : { reversedBySeq: Number(row.reversed_by_seq) }),
  };
}

function containersOf(rows: readonly ActRow[]): SessionContainerDto[] {
  const touched = rows.filter(({ container_id }) => container_id !== null);
  return [...new Set(touched.map(({ container_id }) => container_id))].map((containerId) => {
    const own = touched.filter(({ container_id }) => container_id === containerId);
    const row = own[0] as ActRow;
    const sumUg = (...types: string[]) =>
      own
        .filter(({ type, reversed_by_seq }) => types.includes(type) && reversed_by_seq === null)
        .reduce((sum, { amount_ug }) => sum + Number(amount_ug), 0);
    return {
      containerId: row.container_id as string,
      container: row.label as string,
      state: row.state,
      lotNumber: row.lot_number,
      expiresOn: row.expires_on,
      ...(row.beyond_use_on === null ? {} : { beyondUseOn: row.beyond_use_on }),
      drawnMg: mgFromUg(sumUg('draw', 'take')),
      returnedMg: mgFromUg(sumUg('return')),
      wastedMg: mgFromUg(sumUg('waste')),
    };
  });
}
