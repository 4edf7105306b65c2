import { randomUUID } from 'node:crypto';
import { hashOf, performer, type RawClinic } from '../raw-clinic.js';
import type { RawRecord } from '../raw-log.js';
import { attack, type LedgerAttack } from './attack.js';
import { entryOf, inHand, put } from './acts.js';

async function reversal(clinic: RawClinic, change: (record: RawRecord) => RawRecord, twice = false): Promise<unknown> {
  const { ids } = clinic;
  const session = randomUUID();
  await clinic.startSession(session);
  const { seq } = await clinic.log.append(clinic.draw('10', { session, vial: ids.vials[0]! }));
  const undo = async (): Promise<RawRecord> => {
    const intent = randomUUID();
    const { actor } = await clinic.sign({ person: ids.ann, intent, meaning: 'checked' });
    const counted = { personId: ids.nurse };
    return {
      type: 'reversal',
      actors: [performer(ids.nurse), actor],
      entry: { locationId: ids.safe, sessionId: session, intent: hashOf(intent), reversesSeq: seq },
      lines: [clinic.line('container', ids.vials[0], '10', counted), clinic.line('in_hand', session, '-10', counted)],
    };
  };
  if (twice) await clinic.log.append(await undo());
  return clinic.log.append(change(await undo()));
}

/** Attacks on entries: their identity, their bounds, their flow. */
export const ON_ENTRIES: readonly LedgerAttack[] = [
  attack('entry_sums_to_zero', 'more in hand than left the vial', async (c) => {
    const session = await inHand(c);
    const lines = [c.line('container', c.ids.vials[0], '-1'), c.line('in_hand', session, '1.001')];
    return c.log.append({ ...c.draw('1', { session }), lines });
  }),
  attack('entry_sums_to_zero', 'zero in sum, but of two products', async (c) => {
    const session = await inHand(c);
    const lines = [
      c.line('container', c.ids.vials[0], '-1'),
      c.line('in_hand', session, '1', { productId: c.ids.kit }),
    ];
    return c.log.append({ ...c.draw('1', { session }), lines });
  }),
  attack('holder_not_below_floor', 'more given than is in hand', async (c) =>
    c.log.append(c.give('10.001', await inHand(c))),
  ),
  attack('holder_not_below_floor', 'more drawn than the overfill allows', async (c) => {
    const session = await inHand(c, c.ids.vials[8]);
    return c.log.append(c.draw('515.001', { session, vial: c.ids.vials[8], open: false }));
  }),
  attack('holder_not_below_floor', 'a sealed vial that is not full', async (c) => {
    const session = randomUUID();
    await c.startSession(session);
    return c.log.append(c.draw('1', { session, vial: c.ids.vials[4], open: false }));
  }),
  attack('holder_not_below_floor', 'a drawn vial sealed again', async (c) => {
    await inHand(c, c.ids.vials[6]);
    return put(c, { table: 'container', containerId: c.ids.vials[6]!, state: 'sealed' });
  }),
  attack('holder_not_above_ceiling', 'a vial with something in it called empty', (c) =>
    put(c, { table: 'container', containerId: c.ids.vials[5]!, state: 'empty' }),
  ),
  attack('holder_not_above_ceiling', 'a vial filled beyond its label', async (c) => {
    const { actor } = await c.sign({ person: c.ids.ann, intent: 'more', meaning: 'checked' });
    return entryOf(c, 'receipt', [c.line('supplier', undefined, '-500'), c.line('container', c.ids.vials[5], '500')], {
      actors: [performer(c.ids.nurse), actor],
      entry: { locationId: c.ids.safe, intent: hashOf('more') },
    });
  }),
  attack('holder_not_below_floor', 'a vial that does not exist', async (c) => {
    const session = await inHand(c);
    return c.log.append(c.draw('1', { session, vial: randomUUID(), open: false }));
  }),
  attack('holder_not_below_floor', 'another product out of a vial', async (c) => {
    const session = await inHand(c);
    const other = { productId: c.ids.kit };
    const lines = [c.line('container', c.ids.vials[0], '-1', other), c.line('in_hand', session, '1', other)];
    return c.log.append({ ...c.draw('1', { session }), lines });
  }),
  attack('holder_kind_known', 'a holder of an unknown kind', async (c) => {
    const session = await inHand(c);
    return c.log.append({
      ...c.give('1', session),
      lines: [c.line('in_hand', session, '-1'), c.line('pocket', undefined, '1')],
    });
  }),
  attack('line_in_hand_of_its_session', "another session's hand", async (c) => {
    const [mine, other] = [await inHand(c), await inHand(c)];
    return c.log.append({ ...c.give('1', mine), lines: c.give('1', other).lines! });
  }),
  attack('line_in_hand_of_its_session', 'a hand of no session', async (c) => {
    await inHand(c);
    return entryOf(c, 'draw', [c.line('container', c.ids.vials[0], '-1'), c.line('in_hand', randomUUID(), '1')]);
  }),
  attack('entry_of_session', 'a session that does not exist', (c) =>
    c.log.append(c.draw('1', { session: randomUUID() })),
  ),
  attack('entry_at_location', 'a place that does not exist', async (c) => {
    const session = await inHand(c);
    return c.log.append({
      ...c.give('1', session),
      entry: { locationId: randomUUID(), sessionId: session, intent: 'x' },
    });
  }),
  attack('line_flow_allowed', 'from a vial to a patient, past any hand', (c) =>
    entryOf(c, 'give', [c.line('container', c.ids.vials[0], '-1'), c.line('patient', undefined, '1')]),
  ),
  attack('line_flow_allowed', 'a draw that goes to nobody', (c) =>
    entryOf(c, 'draw', [c.line('container', c.ids.vials[0], '-1'), c.line('loss', undefined, '1')]),
  ),
  attack('line_moves_something', 'a line of nothing', (c) =>
    entryOf(c, 'move', [c.line('container', c.ids.vials[5], '0')]),
  ),
  attack('line_volume_has_the_sign', 'a volume the other way', async (c) => {
    const session = await inHand(c);
    const lines = [c.line('in_hand', session, '-1', { volumeMl: '0.02' }), c.line('patient', undefined, '1')];
    return c.log.append({ ...c.give('1', session), lines });
  }),
  attack('line_devices_have_the_sign', 'devices the other way', async (c) => {
    const session = await inHand(c);
    const lines = [c.line('in_hand', session, '-1', { deviceCount: 1 }), c.line('patient', undefined, '1')];
    return c.log.append({ ...c.give('1', session), lines });
  }),
  attack('line_counts_to_its_performer', "a dose on a colleague's account", async (c) => {
    const session = await inHand(c);
    const lines = [c.line('in_hand', session, '-1', { personId: c.ids.ann }), c.line('patient', undefined, '1')];
    return c.log.append({ ...c.give('1', session), lines });
  }),
  attack('entry_type_known', 'an entry of an unknown type', async (c) => {
    const session = await inHand(c);
    return c.log.append({ ...c.give('1', session), type: 'adjust' });
  }),
  attack('entry_not_in_future', 'a dose that will be given tomorrow', async (c) => {
    const session = await inHand(c);
    return c.log.append({ ...c.give('1', session), occurredAt: new Date(Date.now() + 86_400_000).toISOString() });
  }),
  attack('entry_reversed_once', 'a reversal twice', (c) => reversal(c, (record) => record, true)),
  attack('reversal_mirrors_entry', 'half a reversal', (c) =>
    reversal(c, (r) => ({
      ...r,
      lines: r.lines!.map((l) => ({ ...l, amountMg: (l.amountMg as string).replace('10', '5') })),
    })),
  ),
  attack('reversal_mirrors_entry', "a reversal off a colleague's account", (c) =>
    reversal(c, (r) => ({ ...r, lines: r.lines!.map((l) => ({ ...l, personId: c.ids.ann })) })),
  ),
  attack(
    'reversal_mirrors_entry',
    'a reversal of a count that moves stock, the constraint asked at once',
    async (c) => {
      const { actor } = await c.sign({ person: c.ids.ann, intent: 'count', meaning: 'checked' });
      const { seq } = await c.log.append({
        type: 'count',
        actors: [performer(c.ids.nurse), actor],
        entry: { locationId: c.ids.safe, intent: hashOf('count') },
        lines: [],
      });
      const undo = await c.sign({ person: c.ids.ann, intent: 'undo', meaning: 'checked' });
      await c.log.client.query('BEGIN; SET CONSTRAINTS countersign.reversal_mirrors_entry IMMEDIATE');
      try {
        return await c.log.appendInside({
          type: 'reversal',
          actors: [performer(c.ids.nurse), undo.actor],
          entry: { locationId: c.ids.safe, intent: hashOf('undo'), reversesSeq: seq },
          lines: [c.line('container', c.ids.vials[0], '-1'), c.line('loss', undefined, '1')],
        });
      } finally {
        await c.log.client.query('ROLLBACK');
      }
    },
  ),
  attack('entry_reversal_points_back', 'a reversal of nothing', (c) =>
    reversal(c, ({ entry, ...r }) => ({ ...r, entry: { ...entry, reversesSeq: undefined } })),
  ),
  attack('entry_reverses_an_earlier_one', 'a reversal of what is no entry', (c) =>
    reversal(c, ({ entry, ...r }) => ({ ...r, entry: { ...entry, reversesSeq: 0 } })),
  ),
];
