import { randomUUID } from 'node:crypto';
import { encodeUtf8 } from '../../../src/domain/log/bytes.js';
import { jcs } from '../../../src/domain/log/jcs.js';
import { performer, type RawClinic } from '../raw-clinic.js';
import { RawLog } from '../raw-log.js';
import { attack, type LedgerAttack } from './attack.js';
import { entryOf, note, put } from './acts.js';

const text = (clinic: RawClinic, edit: (body: string) => string): Promise<unknown> =>
  clinic.log.append(
    { type: 'note', actors: [performer(clinic.ids.nurse)], act: { b: 1, a: 'x' } },
    { bytes: (body) => encodeUtf8(edit(jcs(body))) },
  );

async function microsecondAfterLast(clinic: RawClinic): Promise<string> {
  const { rows } = await clinic.log.client.query<{ at: string; ms: string }>(
    `SELECT (last_at + interval '1 microsecond')::text AS at, to_char((last_at + interval '1 microsecond') AT TIME ZONE 'UTC',
       'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ms FROM countersign.site_head WHERE site_id = $1`,
    [clinic.log.siteId],
  );
  return `${rows[0]!.at} ${rows[0]!.ms}`;
}

/** Attacks on the log itself. */
export const ON_THE_LOG: readonly LedgerAttack[] = [
  attack('site_head_pk', 'a second log of a site', (c) => c.log.open()),
  attack('site_head_origin_names_the_site', 'an origin of two lines', (c) => {
    const siteId = randomUUID();
    return new RawLog(c.log.client, siteId).open(`clinic.example\n1\nx/site/${siteId}`);
  }),
  attack('site_head_origin_names_the_site', "another site's origin", (c) =>
    new RawLog(c.log.client, randomUUID()).open(c.log.origin),
  ),
  attack('audit_record_says_its_place', 'the bytes claim an earlier number', (c) =>
    c.log.append(note(c), { body: { seq: 1 } }),
  ),
  attack('audit_record_says_its_place', 'the bytes claim a later number', async (c) =>
    c.log.append(note(c), { body: { seq: (await c.log.place()).seq + 1 } }),
  ),
  attack('audit_record_says_its_place', "the bytes claim another site's log", (c) =>
    c.log.append(note(c), { body: { origin: `clinic.example/countersign/site/${randomUUID()}` } }),
  ),
  attack('audit_record_says_its_place', 'the bytes claim another version', (c) =>
    c.log.append(note(c), { body: { v: 'countersign-record/v0' } }),
  ),
  attack('audit_record_says_its_place', 'the bytes claim another time than the function is told', (c) =>
    c.log.append(note(c), { body: { recordedAt: '2020-01-01T00:00:00.000Z' } }),
  ),
  attack('audit_record_time_is_now', 'a record dated years back', (c) =>
    c.log.append(note(c), { at: '2020-01-01T00:00:00Z', body: { recordedAt: '2020-01-01T00:00:00.000Z' } }),
  ),
  attack('audit_record_time_is_now', 'a record dated right after the last one, long after it', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [date, time, recordedAt] = (await microsecondAfterLast(c)).split(' ');
    return c.log.append(note(c), { at: `${date} ${time}`, body: { recordedAt: recordedAt as string } });
  }),
  attack('audit_record_time_is_now', 'a record dated tomorrow', (c) => {
    const at = new Date(Date.now() + 86_400_000).toISOString();
    return c.log.append(note(c), { at, body: { recordedAt: at } });
  }),
  attack('audit_record_id_unique', 'an id, and so an idempotency key, used twice', async (c) => {
    const id = randomUUID();
    await c.log.append({ ...note(c), id }, { key: id });
    return c.log.append({ ...note(c), id }, { key: id });
  }),
  attack('idempotency_key_is_the_records', 'a key that is not the id of its record', (c) =>
    c.log.append(note(c), { key: 'another-key' }),
  ),
  attack('audit_record_size', 'more than 16 KiB', (c) =>
    c.log.append({ ...note(c), act: { filler: 'x'.repeat(16_384) } }, { bytes: (body) => encodeUtf8(jcs(body)) }),
  ),
  attack('audit_secret_salt_length', 'a short salt', (c) => c.log.append(note(c), { salt: new Uint8Array(16) })),
  attack('audit_record_is_canonical', 'white space', (c) => text(c, (body) => body.replace(',', ', '))),
  attack('audit_record_is_canonical', 'keys in another order', (c) =>
    text(c, (body) => body.replace('"a":"x","b":1', '"b":1,"a":"x"')),
  ),
  attack('audit_record_is_canonical', 'a key given twice', (c) =>
    text(c, (body) => body.replace('"b":1', '"b":1,"b":1')),
  ),
  attack('audit_record_is_canonical', 'null', (c) => text(c, (body) => body.replace('"b":1', '"b":null'))),
  attack('audit_record_is_canonical', 'a float', (c) => text(c, (body) => body.replace('"b":1', '"b":1.5'))),
  attack('audit_record_is_canonical', 'an integer beyond 2^53 - 1', (c) =>
    text(c, (body) => body.replace('"b":1', '"b":9007199254740992')),
  ),
  attack('audit_record_is_canonical', 'an escape nobody needs', (c) =>
    text(c, (body) => body.replace('"x"', '"\\u0078"')),
  ),
  attack('audit_record_is_canonical', 'a string that is not NFC', (c) =>
    text(c, (body) => body.replace('"x"', '"e\u0301"')),
  ),
  attack('audit_record_is_canonical', 'a key that is not camelCase', (c) =>
    text(c, (body) => body.replace('"b":', '"b_":')),
  ),
  attack('record_subject_numbers_run', 'a running number that was used', (c) =>
    c.log.append(note(c), { body: { nth: [1] } }),
  ),
  attack('record_subject_numbers_run', 'a running number left out', async (c) => {
    const { rows } = await c.log.client.query<{ nth: string }>(
      'SELECT max(nth) AS nth FROM countersign.record_subject WHERE site_id = $1 AND subject_id = $2',
      [c.log.siteId, c.ids.nurse],
    );
    return c.log.append(note(c), { body: { nth: [Number(rows[0]!.nth) + 2] } });
  }),
  attack('record_subject_numbers_run', 'no running numbers', (c) => c.log.append(note(c), { body: { nth: [] } })),
  attack('record_names_what_it_is_about', 'a vial without its product and lot', (c) =>
    c.log.append(note(c), { body: { subjects: [c.ids.vials[0] as string] } }),
  ),
  attack('record_names_what_it_is_about', 'a session without its patient', (c) =>
    c.log.append(note(c), { body: { subjects: [c.ids.session, c.ids.vial] } }),
  ),
  attack('state_table_known', 'a change of a table that does not follow the log', (c) =>
    put(c, { table: 'audit_record', seq: 1 }),
  ),
  attack('state_table_known', 'a change of a question', (c) => put(c, { table: 'stock', seq: 1 })),
  attack('state_column_known', 'a column that does not exist', (c) =>
    put(c, { table: 'location', locationId: c.ids.safe, colour: 'red' }),
  ),
  attack('state_column_known', 'the seq of a row', (c) =>
    put(c, { table: 'location', locationId: c.ids.safe, seq: 0 }),
  ),
  attack('state_column_known', 'the site of a row', (c) =>
    put(c, { table: 'location', locationId: c.ids.safe, siteId: randomUUID() }),
  ),
  attack('change_lists_are_of_one_length', 'lists of different lengths', (c) =>
    put(c, { table: 'location', each: { locationId: [c.ids.safe, c.ids.room], name: ['only one'] } }),
  ),
  attack('amount_is_exact', 'four decimals', (c) =>
    entryOf(c, 'draw', [c.line('container', c.ids.vials[0], '-0.0001'), c.line('in_hand', c.ids.session, '0.0001')]),
  ),
  attack('amount_is_exact', 'an exponent', (c) =>
    entryOf(c, 'draw', [c.line('container', c.ids.vials[0], '-1e1'), c.line('in_hand', c.ids.session, '1e1')]),
  ),
  attack('record_lines_are_of_an_entry', 'lines without an entry', (c) =>
    c.log.append({ ...note(c), lines: [c.line('container', c.ids.vials[0], '-1')] }),
  ),
];
