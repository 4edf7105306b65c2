import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../src/domain/ledger/record.js';
import { hashOf } from '../raw-clinic.js';
import { attack, type LedgerAttack } from './attack.js';
import { put } from './acts.js';

const alarm = (more: JsonObject = {}): JsonObject => ({
  table: 'alarm',
  alarmId: randomUUID(),
  kind: `tree_${randomUUID().replace(/[^a-z]/g, '')}`,
  detail: 'x',
  raisedAt: '2026-01-02T15:00:00.000Z',
  ...more,
});

const logKey = (more: JsonObject = {}): JsonObject => ({
  table: 'log_key',
  logKeyId: randomUUID(),
  vkey: `clinic.example/x+00000000+${hashOf(randomUUID())}`,
  addedAt: '2026-01-02T15:00:00.000Z',
  ...more,
});

export const ON_SIGNED_HEADS: readonly LedgerAttack[] = [
  attack('alarm_kind_is_a_word', 'an alarm of no kind', (c) => put(c, alarm({ kind: 'No!' }))),
  attack('alarm_closed_by_somebody', 'an alarm closed by nobody', (c) =>
    put(c, alarm({ closedAt: '2026-01-02T15:00:00.000Z' })),
  ),
  attack('alarm_open_once', 'one alarm twice', (c) => put(c, alarm({ kind: 'tree_x' }), alarm({ kind: 'tree_x' }))),
  attack('alarm_keeps_its_identity', 'an alarm that says something else', async (c) => {
    const row = alarm();
    await put(c, row);
    return put(c, { ...row, detail: 'y' });
  }),
  attack('log_key_is_a_vkey', 'a key that is none', (c) => put(c, logKey({ vkey: 'clinic.example/x+0+x' }))),
  attack('log_key_recorded_once', 'a key added twice', async (c) => {
    const { vkey } = logKey();
    await put(c, logKey({ vkey }));
    return put(c, logKey({ vkey }));
  }),
  attack('log_key_retired_after_added', 'a key retired before it was added', (c) =>
    put(c, logKey({ retiredAt: '2026-01-01T15:00:00.000Z' })),
  ),
  attack('log_key_keeps_its_identity', 'a key exchanged for another', async (c) => {
    const row = logKey();
    await put(c, row);
    return put(c, { ...row, vkey: logKey().vkey });
  }),
  attack('log_incarnation_renames_the_log', 'a new incarnation in a log that goes on as before', async (c) => {
    const { seq, origin } = await c.log.place();
    const of = { incarnationId: randomUUID(), number: 9, fromSeq: seq, previousOrigin: origin, previousSize: 1 };
    return put(c, { table: 'log_incarnation', origin: `y/site/${c.log.siteId}`, previousRootHash: 'x', ...of });
  }),
  attack('log_incarnation_renames_the_log', 'another origin by a record of another kind', (c) =>
    c.log.beginIncarnation({}, { type: 'note' }),
  ),
  attack('log_incarnation_renames_the_log', 'a new incarnation under a key that is not its own', (c) =>
    c.log.beginIncarnation({}, { key: randomUUID() }),
  ),
  attack('site_head_only_grows', 'a new incarnation of another log', (c) =>
    c.log.beginIncarnation({ previousOrigin: 'x' }),
  ),
  attack('log_incarnation_begins_with_its_record', 'a new incarnation from an earlier record on', (c) =>
    c.log.beginIncarnation({ fromSeq: 1 }),
  ),
  attack('log_incarnation_number_counts', 'an incarnation before the first', (c) =>
    c.log.beginIncarnation({ number: 1 }),
  ),
  attack('log_incarnation_origin_is_new', 'a new incarnation under the old origin', async (c) => {
    const { origin } = await c.log.place();
    return c.log.beginIncarnation({ origin, previousOrigin: origin });
  }),
  attack('log_incarnation_numbered', 'two incarnations of one number', async (c) => {
    await c.log.beginIncarnation();
    return c.log.beginIncarnation({ number: 2 });
  }),
];
