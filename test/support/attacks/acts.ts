import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../src/domain/ledger/record.js';
import { hashOf, performer, type RawClinic } from '../raw-clinic.js';
import type { RawRecord } from '../raw-log.js';

/** Changes of rows, as a record that nobody would refuse for its shape. */
export const put = (clinic: RawClinic, ...changes: JsonObject[]): Promise<unknown> =>
  clinic.log.append({ type: 'changed', actors: [performer(clinic.ids.nurse)], changes });

/** A session of its own with 40 mg in hand, drawn from a vial that is opened for it. */
export async function inHand(clinic: RawClinic, vial = clinic.ids.vials[0]!): Promise<string> {
  const session = randomUUID();
  await clinic.startSession(session);
  await clinic.log.append(clinic.draw('10', { session, vial }));
  return session;
}

/** An entry of these lines alone, at the safe, signed by nobody else. */
export const entryOf = (
  clinic: RawClinic,
  type: string,
  lines: JsonObject[],
  more: Partial<RawRecord> = {},
): Promise<unknown> =>
  clinic.log.append({
    type,
    actors: [performer(clinic.ids.nurse)],
    entry: { locationId: clinic.ids.safe, intent: hashOf('x') },
    lines,
    ...more,
  });

/** A record that moves and changes nothing. */
export const note = (clinic: RawClinic): RawRecord => ({ type: 'note', actors: [performer(clinic.ids.nurse)] });
