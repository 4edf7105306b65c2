import type { EntityManager } from 'typeorm';
import type { PrivateValuesOfRecord } from '../../platform/audit/private-values.js';
import type { Filter } from './filters.js';
import type { Names } from './names.js';
import type { LogPeriod } from './reports.dto.js';
import type { Field } from './table.js';

export type Key = readonly (string | number)[];

/** What a list is read with. */
export interface Reading {
  readonly view: EntityManager;
  readonly siteId: string;
  readonly timeZone: string;
  readonly names: Names;
  /** The ledger's clock. */
  readonly now: Date;
  /** The key after which the rows begin; at the beginning the list's own `first`. */
  readonly after: Key;
  readonly limit: number;
  /** Only these; of a filter that is not given, all. */
  readonly only: Readonly<Partial<Record<Filter, string>>>;
  /** Opens records' private values; absent where the caller may not read patients' data. */
  readonly privates?: (seqs: readonly number[]) => Promise<ReadonlyMap<number, PrivateValuesOfRecord>>;
}

/** A list of the reports: what its rows say, in which order, and how they are read. */
export interface List<Row> {
  /** Its name in the address and in the record of an export. */
  readonly name: string;
  /** The name of a row in the description of the interface. */
  readonly model: string;
  readonly isOfPeriod?: false;
  readonly fields: readonly Field<Row>[];
  /** The filters it answers. */
  readonly filters: readonly Filter[];
  /** Below every key. */
  readonly first: Key;
  keyOf(row: Row): Key;
  read(reading: Reading): Promise<Row[]>;
  /** The patient a row names, for the record that it was read. */
  patientOf?(row: Row): string | undefined;
}

/** A list of what a period's records say. */
export type PeriodList<Row> = Omit<List<Row>, 'read' | 'isOfPeriod'> & {
  readonly isOfPeriod: true;
  read(reading: Reading & { readonly period: LogPeriod }): Promise<Row[]>;
};
