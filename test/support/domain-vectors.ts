import { readFileSync } from 'node:fs';

/** One identifier of test/vectors/domain-vectors.json. */
export interface IdentifierVector {
  input: string;
  input_visible?: string;
  reference_year?: number;
  expect: Record<string, unknown>;
  note: string;
}

/** Vectors of arithmetic: decimal texts in, decimal texts expected. */
export interface DoseVector {
  weight_kg: string;
  mg_per_kg: string;
  conc_mg_per_ml: string;
  syringe_graduation_ml: string;
  expect: { dose_mg: string; exact_ml: string; drawn_ml: string; drawn_mg: string };
}
export interface SessionVector {
  drawn_mg: string;
  administered_mg: string;
  wasted_mg: string;
  returned_mg: string;
  expect: { unaccounted_mg: string; status: string };
  note: string;
}
export interface CloseOutVector {
  label_ml: string;
  usp1151_excess_ml: string;
  shortage_tolerance_percent: string;
  draws_ml: string[];
  measured_remaining_ml: string;
  expect: { book_remaining_ml: string; variance_ml: string; variance_percent_of_label: string; class: string };
  note: string;
}

interface Vectors {
  dea_numbers: IdentifierVector[];
  npi: IdentifierVector[];
  ndc: IdentifierVector[];
  gs1_scans: IdentifierVector[];
  gs1_typed: IdentifierVector[];
  deadlines: (Record<string, string> & { expect: Record<string, string> })[];
  five_percent_rule: {
    distributed_units: number;
    dispensed_units: number;
    expect: { percent: string; allowed_without_distributor_registration: boolean };
  }[];
  dose_math: DoseVector[];
  session_balance: SessionVector[];
  vial_closeout: CloseOutVector[];
}

export const domainVectors = JSON.parse(readFileSync('test/vectors/domain-vectors.json', 'utf8')) as Vectors;

/** What names a vector's test: its note, then what is read. */
export function named<T extends IdentifierVector>(vectors: T[]): [name: string, vector: T][] {
  return vectors.map((vector) => [`${vector.note}: ${vector.input_visible ?? JSON.stringify(vector.input)}`, vector]);
}

/** The fields of a vector as the code names them: `expected_check_digit` is `expectedCheckDigit`. */
export function camelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, its]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelCase(its),
    ]),
  );
}
