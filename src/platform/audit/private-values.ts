import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Vault } from '../crypto/vault.js';
import { privateContext, type PrivateValue } from '../ledger/recording.js';

/** Name of a private value → the value. */
export type PrivateValuesOfRecord = Readonly<Record<string, string>>;

/**
 * Opens what records keep sealed: names, addresses, free text (audit-log.md, "Record"). Reading a patient's is an act of
 * its own: whoever shows one records a `patient_read`.
 */
@Injectable()
export class PrivateValues {
  constructor(
    private readonly source: DataSource,
    private readonly vault: Vault,
  ) {}

  /**
   * The private values of records of a site, by their seq. A record without any, or whose values were erased, is not in
   * the answer. Throws when a sealed value was changed or moved. `reader`: the transaction the caller is in, if it is.
   */
  async of(
    siteId: string,
    seqs: readonly number[],
    reader: Pick<DataSource, 'query'> = this.source,
  ): Promise<ReadonlyMap<number, PrivateValuesOfRecord>> {
    if (seqs.length === 0) return new Map();
    const rows = (await reader.query(
      `SELECT seq, private_values FROM countersign.audit_secret
       WHERE site_id = $1 AND seq = ANY ($2::bigint[]) AND private_values IS NOT NULL`,
      [siteId, seqs],
    )) as { seq: string; private_values: Buffer }[];
    return new Map(
      rows.map((row) => {
        const seq = Number(row.seq);
        return [seq, this.#opened(row.private_values, privateContext(siteId, seq))];
      }),
    );
  }

  #opened(sealed: Buffer, context: string): PrivateValuesOfRecord {
    const values = JSON.parse(this.vault.open(sealed, context)) as PrivateValue[];
    return Object.fromEntries(values.map(({ name, value }) => [name, value]));
  }
}
