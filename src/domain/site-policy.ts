import { ugFromMg } from './amounts.js';
import { said } from './refusal-details.js';
import { refuse, type Refusal } from './refusal.js';
import { DEFAULT_RETENTION_YEARS, LEAST_RETENTION_YEARS } from './retention.js';

/** Acts for which a site may ask a second person's signature. */
const SECOND_PERSON_ACTS = ['receipt', 'move', 'count', 'return', 'correction'] as const;
export type SecondPersonAct = (typeof SECOND_PERSON_ACTS)[number];

/** Who must sign and what is tolerated at a site: data, per jurisdiction (regulations.md section 6, "Policy object"). */
export interface SitePolicy {
  /** An entry this many minutes after the act is late and needs a reason. */
  readonly lateAfterMinutes: number;
  readonly wasteWitnesses: number;
  readonly closeOutWitnesses: number;
  /** Whether the one who wastes counts as one of the witnesses. */
  readonly performerMayWitness: boolean;
  /** Shortage at close-out, or measured in a count, that is no discrepancy: percent of the label amount. */
  readonly shortageTolerancePercent: string;
  readonly observationMinutes: number;
  readonly secondPersonFor: Readonly<Record<SecondPersonAct, boolean>>;
  readonly requireSecondFactor: boolean;
  /** Whoever signs beside the performer does it with a key of their own that never leaves its device. */
  readonly requireDeviceBoundKeys: boolean;
  /** What is known of a patient is kept for so many years since the last record. */
  readonly retentionYears: number;
}

/** The strict defaults of design.md section 1, "Two persons", and of daybook/README.md, "Rules". */
export const DEFAULT_SITE_POLICY: SitePolicy = Object.freeze({
  lateAfterMinutes: 15,
  wasteWitnesses: 2,
  closeOutWitnesses: 1,
  performerMayWitness: false,
  shortageTolerancePercent: '3',
  observationMinutes: 120,
  secondPersonFor: Object.freeze({ receipt: true, move: true, count: true, return: true, correction: true }),
  requireSecondFactor: false,
  requireDeviceBoundKeys: false,
  retentionYears: DEFAULT_RETENTION_YEARS,
});

type Check = (value: unknown) => boolean;

const CHECKS: Readonly<Record<keyof SitePolicy, Check>> = {
  lateAfterMinutes: integerBetween(0, 1440),
  wasteWitnesses: integerBetween(1, 2),
  closeOutWitnesses: integerBetween(1, 2),
  performerMayWitness: isBoolean,
  shortageTolerancePercent: isPercent,
  observationMinutes: integerBetween(0, 1440),
  secondPersonFor: isActs,
  requireSecondFactor: isBoolean,
  requireDeviceBoundKeys: isBoolean,
  retentionYears: integerBetween(LEAST_RETENTION_YEARS, 100),
};

/**
 * A policy with some fields changed; `secondPersonFor` changes act by act. Unknown fields are refused, so that a
 * misspelt rule is not taken for a set one. Refuses `request_invalid` with the field.
 */
export function mergeSitePolicy(base: SitePolicy, change: unknown): SitePolicy | Refusal {
  if (!isRecord(change)) return refuse('request_invalid', { detail: said('policy_form'), field: 'policy' });
  for (const [field, value] of Object.entries(change)) {
    const check = Object.hasOwn(CHECKS, field) ? CHECKS[field as keyof SitePolicy] : undefined;
    if (!check) return refuse('request_invalid', { detail: said('policy_unknown'), field: `policy.${field}` });
    if (!check(value)) return refuse('request_invalid', { detail: said('policy_value'), field: `policy.${field}` });
  }
  const wanted = change as Partial<SitePolicy>;
  return { ...base, ...wanted, secondPersonFor: { ...base.secondPersonFor, ...wanted.secondPersonFor } };
}

function integerBetween(least: number, most: number): Check {
  return (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isPercent(value: unknown): boolean {
  try {
    return ugFromMg(value as string) <= 100_000;
  } catch {
    return false;
  }
}

function isActs(value: unknown): boolean {
  const known: readonly string[] = SECOND_PERSON_ACTS;
  return isRecord(value) && Object.entries(value).every(([act, asked]) => known.includes(act) && isBoolean(asked));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
