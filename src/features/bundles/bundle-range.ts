import type { DataSource } from 'typeorm';
import type { Selection, Shown } from '../../domain/bundle/format.js';

/** An export that was recorded: what its file is made of. */
export interface RecordedExport {
  readonly siteId: string;
  readonly seq: number;
  readonly selection: Selection;
  readonly shown: Shown;
}

/** First and last record, both included, with the neighbours of a period. */
export interface Bounds {
  readonly first: number;
  readonly last: number;
}

const FIRST_AT =
  'SELECT seq FROM countersign.audit_record WHERE site_id = $1 AND recorded_at >= $2 ORDER BY recorded_at LIMIT 1';

/**
 * Where in the log the chosen records lie: from the last one before the period to the first one after it, and never at or
 * after the export. Times never run backwards in a log, so a time is a place in it.
 */
export async function boundsOf(source: DataSource, of: RecordedExport): Promise<Bounds> {
  const { siteId, seq, selection } = of;
  const { kind, from, to } = selection;
  if (kind === 'record') return { first: selection.seq as number, last: selection.seq as number };
  const fromSeq = from === undefined ? 0 : await firstAt(source, of, from);
  const toSeq = to === undefined ? seq : await firstAt(source, of, to);
  const { subjectId } = selection;
  if (subjectId === undefined) return { first: Math.max(0, fromSeq - 1), last: Math.min(toSeq, seq - 1) };
  const [row] = (await source.query(
    `SELECT (SELECT max(seq) FROM countersign.record_subject WHERE site_id = $1 AND subject_id = $2 AND seq < $3) AS before,
            (SELECT min(seq) FROM countersign.record_subject WHERE site_id = $1 AND subject_id = $2 AND seq >= $4 AND seq < $5) AS after`,
    [siteId, subjectId, fromSeq, toSeq, seq],
  )) as { before: string | null; after: string | null }[];
  return { first: Number(row?.before ?? fromSeq), last: Number(row?.after ?? seq - 1) };
}

async function firstAt(source: DataSource, { siteId, seq }: RecordedExport, at: string): Promise<number> {
  const [row] = (await source.query(FIRST_AT, [siteId, at])) as { seq: string }[];
  return Math.min(row ? Number(row.seq) : seq, seq);
}

/**
 * Records that are no part of what was chosen and without which it does not verify, or cannot be read: where the signatures
 * used in it were made, where the log changed its name, and, where everything may be seen, its patients' details.
 */
export async function besideSeqs(source: DataSource, of: RecordedExport, bounds: Bounds): Promise<number[]> {
  const chosen = `SELECT seq FROM countersign.${of.selection.subjectId === undefined ? 'audit_record' : 'record_subject'}
    WHERE site_id = $1 AND seq BETWEEN $2 AND $3 ${of.selection.subjectId === undefined ? '' : 'AND subject_id = $5'}`;
  const rows = (await source.query(
    `WITH chosen AS (${chosen}), beside AS (
       SELECT s.seq FROM chosen JOIN countersign.entry_signature e ON e.site_id = $1 AND e.seq = chosen.seq
         JOIN countersign.signature s ON s.site_id = $1 AND s.signature_id = e.signature_id
       UNION SELECT seq FROM countersign.log_incarnation WHERE site_id = $1
       ${of.shown === 'everything' ? `UNION SELECT p.private_seq FROM chosen ${PATIENTS}` : ''}
     ) SELECT seq FROM beside WHERE seq < $4 AND seq NOT IN (SELECT seq FROM chosen) ORDER BY seq`,
    parameters(of, bounds),
  )) as { seq: string }[];
  return rows.map(({ seq }) => Number(seq));
}

/** The patients whose data the export shows. */
export async function patientsOf(source: DataSource, of: RecordedExport, bounds: Bounds): Promise<string[]> {
  const { subjectId } = of.selection;
  const rows = (await source.query(
    `WITH chosen AS (SELECT seq FROM countersign.${subjectId === undefined ? 'audit_record' : 'record_subject'}
       WHERE site_id = $1 AND seq BETWEEN $2 AND $3 AND seq < $4 ${subjectId === undefined ? '' : 'AND subject_id = $5'})
     SELECT DISTINCT p.patient_id FROM chosen ${PATIENTS} ORDER BY p.patient_id`,
    parameters(of, bounds),
  )) as { patient_id: string }[];
  return rows.map(({ patient_id }) => patient_id);
}

const PATIENTS = `JOIN countersign.record_subject t ON t.site_id = $1 AND t.seq = chosen.seq
  JOIN countersign.patient p ON p.site_id = $1 AND p.patient_id = t.subject_id`;

function parameters({ siteId, seq, selection }: RecordedExport, { first, last }: Bounds): unknown[] {
  return [siteId, first, last, seq, ...(selection.subjectId === undefined ? [] : [selection.subjectId])];
}

/** How many records were chosen. */
export async function countOf(source: DataSource, of: RecordedExport, bounds: Bounds): Promise<number> {
  const { subjectId } = of.selection;
  const [row] = (await source.query(
    `SELECT count(*) AS records FROM countersign.${subjectId === undefined ? 'audit_record' : 'record_subject'}
     WHERE site_id = $1 AND seq BETWEEN $2 AND $3 AND seq < $4 ${subjectId === undefined ? '' : 'AND subject_id = $5'}`,
    parameters(of, bounds),
  )) as { records: string }[];
  return Number(row?.records ?? 0);
}
