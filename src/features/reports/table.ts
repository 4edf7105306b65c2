import type { ApiResponseSchemaHost } from '@nestjs/swagger';
import type { CsvColumn } from '../../platform/http/csv.js';

/** One field of a report: the same in JSON (its name), in CSV (its name in snake_case) and in the description. */
export interface Field<Row> {
  readonly name: keyof Row & string;
  readonly description: string;
  readonly example: unknown;
  /** How a spreadsheet gets it, where that is not its plain text. */
  readonly csv?: (row: Row) => string | undefined;
}

type Schema = Extract<ApiResponseSchemaHost['schema'], { properties?: unknown }>;

/** The columns of the CSV export. */
export function csvColumns<Row>(fields: readonly Field<Row>[]): CsvColumn<Row>[] {
  return fields.map(({ name, csv }) => ({
    name: name.replace(/([A-Z])/g, (letter) => `_${letter.toLowerCase()}`),
    of: csv ?? ((row) => row[name] as string | number | boolean | undefined),
  }));
}

/** A page of such rows, for the description of the interface. */
export function pageSchema<Row>(fields: readonly Field<Row>[], more: Record<string, Schema> = {}): Schema {
  const properties = Object.fromEntries(fields.map(({ name, ...said }) => [name, schemaOf(said)]));
  return {
    type: 'object',
    required: ['items'],
    properties: {
      items: { type: 'array', items: { type: 'object', properties } },
      nextCursor: { type: 'string', description: 'Absent on the last page.' },
      ...more,
    },
  };
}

function schemaOf(of: { description: string; example: unknown }): Schema {
  const { description, example } = of;
  if (Array.isArray(example)) return { type: 'array', items: { type: 'object' }, description, example };
  return { type: typeof example as 'string' | 'number' | 'boolean', description, example };
}

/** Figures as they leave: `wastedUg: 500` is `wastedMg: "0.5"`; counts and flags as they are. */
export type Edged<T> = {
  [K in keyof T as K extends `${infer Name}Ug` ? `${Name}Mg` : K]: K extends `${string}Ug` ? string : T[K];
};
