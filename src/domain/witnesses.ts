import { said } from './refusal-details.js';
import { firstRefusal, refuse, type Refusal } from './refusal.js';

export interface SecondPerson {
  readonly performerId: string;
  /** Who signed as the second person; undefined when nobody did. */
  readonly secondPersonId: string | undefined;
}

/**
 * The second person of a two-person act is somebody, and somebody else (daybook/README.md, "Rows").
 * Refuses `second_person_missing`, `second_person_is_performer`.
 */
export function checkSecondPerson({ performerId, secondPersonId }: SecondPerson): Refusal | undefined {
  if (isAbsent(secondPersonId)) return refuse('second_person_missing', { field: 'signatures' });
  if (secondPersonId === performerId) return refuse('second_person_is_performer', { field: 'signatures.0' });
  return undefined;
}

export interface Witnessing {
  readonly performerId: string;
  /** Who signed as witness, in the order of the request; undefined or "" where a signature is missing. */
  readonly witnessIds: readonly (string | undefined)[];
  /** How many witnesses the act needs. */
  readonly required: number;
  /** Whether the site's policy lets the performer be one of them (design.md section 1, "Two persons"). */
  readonly performerMayCountAsOne: boolean;
}

/**
 * Witnesses are enough, none of them is the performer, and no two are the same (daybook/README.md, "Rows").
 * A policy that lets the performer count needs one witness less, and never fewer than one other person: naming the
 * performer among them is then no fault, but adds nobody.
 * Refuses, the first that applies: `witness_missing`, `witness_is_performer`, `witnesses_must_differ`.
 */
export function checkWitnesses(of: Witnessing): Refusal | undefined {
  const signed = of.witnessIds.flatMap((id, index) => (isAbsent(id) ? [] : [{ id: id as string, index }]));
  const others = of.performerMayCountAsOne ? signed.filter(({ id }) => id !== of.performerId) : signed;
  const needed = of.performerMayCountAsOne && of.required > 1 ? of.required - 1 : of.required;
  const performer = others.find(({ id }) => id === of.performerId);
  const repeated = others.find(({ id }, nth) => others.findIndex((other) => other.id === id) < nth);
  return firstRefusal(
    others.length < needed ? missing({ needed, found: others.length }) : undefined,
    performer && refuse('witness_is_performer', { field: `signatures.${performer.index}` }),
    repeated && refuse('witnesses_must_differ', { field: `signatures.${repeated.index}` }),
  );
}

function missing({ needed, found }: { needed: number; found: number }): Refusal {
  const detail = needed === 1 ? said('witnesses_needed_one', { found }) : said('witnesses_needed', { needed, found });
  return refuse('witness_missing', { detail, field: 'signatures' });
}

function isAbsent(id: string | undefined): boolean {
  return id === undefined || id === '';
}
