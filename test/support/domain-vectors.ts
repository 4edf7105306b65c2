import { readFileSync } from 'node:fs';

/** One identifier of test/vectors/domain-vectors.json. */
export interface IdentifierVector {
  input: string;
  input_visible?: string;
  reference_year?: number;
  expect: Record<string, unknown>;
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
