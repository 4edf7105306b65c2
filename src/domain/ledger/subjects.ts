import type { Json, RecordBody, RecordChange } from './record.js';

/** What the log knows of a subject before a record: how many records are about it, and what else they must name. */
export interface SubjectFacts {
  readonly n: number;
  /** Of a container its product and lot, of a session its product and patient (migrations/0008, `subjects_implied`). */
  readonly of: readonly string[];
}

/** A record's body before its running numbers are known. */
export type UnnumberedBody = Omit<RecordBody, 'nth'>;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ID_KEY = /(^i|I)d$/;
/** Holders that have a life of their own; the others are outside, and are named by their product. */
const LIVES: ReadonlySet<string> = new Set(['container', 'in_hand', 'suspense']);

/**
 * Everything a record is about, by its own bytes and nothing else; lower case, sorted, each once: its actors, its `subjects`,
 * every id that a change gives (its own row's and those it refers to), the holders and products of its lines, its session.
 * The running numbers in `nth` stand in this order. The database says the same in `append_record` (migrations/0008).
 */
export function subjectsOf(body: UnnumberedBody): string[] {
  const found = new Set<string>();
  for (const actor of body.actors) found.add(actor.id.toLowerCase());
  for (const subject of body.subjects ?? []) found.add(subject.toLowerCase());
  for (const change of body.changes ?? []) for (const id of idsOf(change)) found.add(id);
  for (const line of body.lines ?? []) {
    found.add(line.productId.toLowerCase());
    if (LIVES.has(line.holder)) for (const id of line.ids ?? []) found.add(id.toLowerCase());
  }
  if (body.entry?.sessionId) found.add(body.entry.sessionId.toLowerCase());
  return [...found].sort();
}

function* idsOf(change: RecordChange): Generator<string> {
  const { each, ...common } = change;
  for (const [key, value] of Object.entries({ ...common, ...each })) {
    if (!ID_KEY.test(key)) continue;
    for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
      if (typeof one === 'string' && ID.test(one)) yield one.toLowerCase();
    }
  }
}

/**
 * The body with its running numbers, and with what it must name besides; or the subjects of which nothing is known yet,
 * to be asked for.
 */
export function numbered(
  body: UnnumberedBody,
  known: ReadonlyMap<string, SubjectFacts>,
): { readonly body: RecordBody } | { readonly unknown: readonly string[] } {
  const own = subjectsOf(body);
  const all = new Set(own);
  for (const id of all) for (const implied of known.get(id)?.of ?? []) all.add(implied);
  const unknown = [...all].filter((id) => !known.has(id));
  if (unknown.length > 0) return { unknown };
  const implied = [...all].slice(own.length);
  const subjects = implied.length > 0 ? [...(body.subjects ?? []), ...implied] : body.subjects;
  const nth = [...all].sort().map((id) => (known.get(id)?.n ?? 0) + 1);
  return { body: { ...body, subjects, nth } };
}

/** Which record about this subject it is, from 1, as its bytes say; undefined when it is not about it. */
export function numberOf(body: RecordBody, subjectId: string): number | undefined {
  const at = subjectsOf(body).indexOf(subjectId.toLowerCase());
  return at < 0 ? undefined : body.nth[at];
}
