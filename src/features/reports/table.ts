import type { Type } from '@nestjs/common';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { modelOf } from '../../platform/http/answers.js';
import type { CsvColumn } from '../../platform/http/csv.js';

/** One field of a report: the same in JSON (its name), in CSV (its name in snake_case) and in the description. */
export interface Field<Row> {
  readonly name: keyof Row & string;
  readonly description: string;
  /** Its form, too: a text, a whole number, a flag, or a list of texts. */
  readonly example: string | number | boolean | readonly string[] | readonly object[];
  /** Not always there. */
  readonly optional?: boolean;
  /** Of a text: one of these words. */
  readonly oneOf?: readonly string[];
  /** Of a list: what its items are, where they are no texts. */
  readonly items?: Type;
  /** How a spreadsheet gets it, where that is not its plain text. */
  readonly csv?: (row: Row) => string | undefined;
}

/** The columns of the CSV export. */
export function csvColumns<Row>(fields: readonly Field<Row>[]): CsvColumn<Row>[] {
  return fields.map(({ name, csv }) => ({
    name: name.replace(/([A-Z])/g, (letter) => `_${letter.toLowerCase()}`),
    of: csv ?? ((row) => row[name] as string | number | boolean | undefined),
  }));
}

const models = new WeakMap<object, Type>();

/** A row as a form of the description of the interface: the same fields are the same form wherever they stand. */
export function rowModel<Row>(name: string, fields: readonly Field<Row>[]): Type {
  const model =
    models.get(fields) ?? modelOf(name, Object.fromEntries(fields.map((field) => [field.name, propertyOf(field)])));
  models.set(fields, model);
  return model;
}

function propertyOf<Row>({ description, example, optional = false, oneOf, items }: Field<Row>): ApiPropertyOptions {
  const said = { description, example, required: !optional };
  if (items) return { ...said, type: items, isArray: true };
  if (oneOf) return { ...said, type: String, enum: [...oneOf] };
  if (Array.isArray(example)) return { ...said, type: [String] };
  if (typeof example === 'number') return { ...said, type: 'integer' };
  return { ...said, type: typeof example === 'boolean' ? Boolean : String };
}

/** Figures as they leave: `wastedUg: 500` is `wastedMg: "0.5"`; counts and flags as they are. */
export type Edged<T> = {
  [K in keyof T as K extends `${infer Name}Ug` ? `${Name}Mg` : K]: K extends `${string}Ug` ? string : T[K];
};
