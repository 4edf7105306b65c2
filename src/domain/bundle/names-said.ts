import { changedRows, type RecordBody } from '../ledger/record.js';

/** The column in which a record itself says what a thing is called. */
const SAID: Readonly<Record<string, readonly [id: string, name: string]>> = {
  container: ['containerId', 'label'],
  lot: ['lotId', 'lotNumber'],
};

/**
 * Vials and lots that the export calls otherwise than the proved record that made them: a name given on the way to the
 * inspector would show one vial's life under another's label. Each is `said, not called`.
 */
export function* otherNames(body: RecordBody, names: ReadonlyMap<string, string>): Generator<string> {
  for (const row of changedRows(body.changes ?? [])) {
    const columns = SAID[row.table];
    if (!columns) continue;
    const [id, said] = columns.map((column) => row[column]);
    if (typeof id !== 'string' || typeof said !== 'string') continue;
    const called = names.get(id.toLowerCase());
    if (called !== undefined && called !== said) yield `${said}, not ${called}`;
  }
}
