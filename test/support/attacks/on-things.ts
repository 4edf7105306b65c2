import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../src/domain/ledger/record.js';
import type { RawClinic } from '../raw-clinic.js';
import { attack, type LedgerAttack } from './attack.js';
import { inHand, put } from './acts.js';

const pendingRow = (clinic: RawClinic, more: JsonObject = {}): JsonObject => ({
  table: 'pending_waste',
  pendingWasteId: randomUUID(),
  sessionId: clinic.ids.session,
  productId: clinic.ids.vial,
  locationId: clinic.ids.safe,
  amountMg: '1',
  openedBy: clinic.ids.nurse,
  openedAt: '2026-01-02T15:00:00.000Z',
  openedSeq: 1,
  status: 'pending',
  ...more,
});

const pendingSignature = (pendingWasteId: string, signatureId: string, personId: string): JsonObject => ({
  table: 'pending_waste_signature',
  signatureId,
  pendingWasteId,
  personId,
  role: 'nurse',
  method: 'signature:password',
  evidence: 'x',
  attests: [],
  signedAt: '2026-01-01T00:00:00.000Z',
});

/** Attacks on containers and sessions. */
export const ON_THINGS: readonly LedgerAttack[] = [
  attack('container_label_unique', 'a label taken', (c) => put(c, c.containerRow(randomUUID(), 'V-1'))),
  attack('container_serial_received_once', 'a serial received twice', async (c) => {
    const serial = randomUUID();
    await put(c, c.containerRow(randomUUID(), randomUUID(), { serial }));
    return put(c, c.containerRow(randomUUID(), randomUUID(), { serial }));
  }),
  attack('container_of_lot', 'a lot of another product', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { lotId: c.ids.kitLot })),
  ),
  attack('container_at_location', 'a place that does not exist', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { locationId: randomUUID() })),
  ),
  attack('container_state_known', 'an unknown state', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { state: 'lost' })),
  ),
  attack('container_open_has_a_date', 'open since nobody knows when', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { state: 'open' })),
  ),
  attack('container_overfill_is_small', 'an allowance of half a vial', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { overfillAllowanceMg: '250' })),
  ),
  attack('container_keeps_its_identity', 'another label', (c) =>
    put(c, { table: 'container', containerId: c.ids.vials[5]!, label: 'OTHER' }),
  ),
  attack('container_keeps_its_identity', 'a larger overfill allowance', (c) =>
    put(c, { table: 'container', containerId: c.ids.vials[5]!, overfillAllowanceMg: '100' }),
  ),
  attack('container_keeps_its_dates', 'an opened vial made young again', async (c) => {
    await inHand(c, c.ids.vials[6]);
    return put(c, { table: 'container', containerId: c.ids.vials[6]!, beyondUseOn: '2099-01-01' });
  }),
  attack('container_is_where_its_lines_are', 'a vial that goes somewhere without its book', (c) =>
    put(c, { table: 'container', containerId: c.ids.vials[5]!, locationId: c.ids.room }),
  ),
  attack('container_is_where_its_lines_are', 'a draw at a place where the vial is not', async (c) => {
    const session = await inHand(c, c.ids.vials[7]);
    return c.log.append({
      ...c.draw('1', { session }),
      lines: [c.line('container', c.ids.vials[7], '-1', { locationId: c.ids.room }), c.line('in_hand', session, '1')],
      changes: [],
    });
  }),
  attack('treatment_session_of_patient', 'nobody’s session', (c) =>
    c.startSession(randomUUID(), { patientId: randomUUID() }),
  ),
  attack('treatment_session_of_prescriber', 'nobody’s order', (c) =>
    c.startSession(randomUUID(), { prescriberId: randomUUID() }),
  ),
  attack('treatment_session_of_product', 'an order of nothing known', (c) =>
    c.startSession(randomUUID(), { productId: randomUUID() }),
  ),
  attack('treatment_session_at_location', 'nowhere', (c) => c.startSession(randomUUID(), { locationId: randomUUID() })),
  attack('treatment_session_status_known', 'an unknown status', (c) =>
    c.startSession(randomUUID(), { status: 'paused' }),
  ),
  attack('treatment_session_ended_has_a_time', 'ended, nobody knows when', (c) =>
    c.startSession(randomUUID(), { status: 'ended' }),
  ),
  attack('treatment_session_given_not_negative', 'less than nothing given', async (c) => {
    const sessionId = randomUUID();
    await c.startSession(sessionId);
    return put(c, { table: 'treatment_session', sessionId, givenMg: '-1' });
  }),
  attack('treatment_session_order_positive', 'an order of nothing', (c) =>
    c.startSession(randomUUID(), { orderedMg: '0' }),
  ),
  attack('treatment_session_keeps_its_identity', 'another patient', async (c) => {
    const sessionId = randomUUID();
    await c.startSession(sessionId);
    return put(c, { table: 'treatment_session', sessionId, orderedMg: '80' });
  }),
  attack('session_ends_balanced', 'a session ended with something in hand', async (c) =>
    put(c, {
      table: 'treatment_session',
      sessionId: await inHand(c),
      status: 'ended',
      endedAt: '2026-01-02T18:00:00.000Z',
    }),
  ),
  attack('ended_session_takes_nothing', 'a draw into the hand of an ended session', async (c) => {
    const session = randomUUID();
    await c.startSession(session);
    await put(c, {
      table: 'treatment_session',
      sessionId: session,
      status: 'ended',
      endedAt: '2026-01-02T18:00:00.000Z',
    });
    return c.log.append(c.draw('1', { session }));
  }),
  attack(
    'ended_session_takes_nothing',
    'ended and drawn for in one record, the constraint asked at once',
    async (c) => {
      const session = randomUUID();
      await c.startSession(session);
      const end = {
        table: 'treatment_session',
        sessionId: session,
        status: 'ended',
        endedAt: '2026-01-02T18:00:00.000Z',
      };
      await c.log.client.query('BEGIN; SET CONSTRAINTS countersign.session_ends_balanced IMMEDIATE');
      try {
        const draw = c.draw('1', { session });
        return await c.log.appendInside({ ...draw, changes: [...(draw.changes ?? []), end] });
      } finally {
        await c.log.client.query('ROLLBACK');
      }
    },
  ),
  attack('pending_waste_status_known', 'an unknown status', (c) => put(c, pendingRow(c, { status: 'lost' }))),
  attack('pending_waste_amount_positive', 'a waste of nothing', (c) => put(c, pendingRow(c, { amountMg: '0' }))),
  attack('pending_waste_has_a_source', 'a waste from nowhere', (c) =>
    put(c, { ...pendingRow(c), clear: ['sessionId'] }),
  ),
  attack('pending_waste_keeps_its_identity', 'more than was witnessed', async (c) => {
    const row = pendingRow(c);
    await put(c, row);
    return put(c, { table: 'pending_waste', pendingWasteId: row.pendingWasteId!, amountMg: '2' });
  }),
  attack('pending_waste_signers_differ', 'one witness twice', async (c) => {
    const pending = randomUUID();
    await put(c, pendingSignature(pending, randomUUID(), c.ids.ann));
    return put(c, pendingSignature(pending, randomUUID(), c.ids.ann));
  }),
  attack('pending_waste_signature_keeps_its_identity', 'a witness exchanged', async (c) => {
    const [pending, signature] = [randomUUID(), randomUUID()];
    await put(c, pendingSignature(pending, signature, c.ids.ann));
    return put(c, pendingSignature(pending, signature, c.ids.ben));
  }),
  attack('stock_count_method_known', 'an unknown method', (c) =>
    put(c, c.countRow(randomUUID(), { method: 'guessed' })),
  ),
  attack('stock_count_variance_is_difference', 'a variance made up', (c) =>
    put(c, c.countRow(randomUUID(), { varianceMg: '0' })),
  ),
  attack('stock_count_keeps_its_identity', 'a count made to fit', async (c) => {
    const countId = randomUUID();
    await put(c, c.countRow(countId));
    return put(c, c.countRow(countId, { countedMg: '4500', varianceMg: '0' }));
  }),
  attack('discrepancy_kind_known', 'an unknown kind', (c) =>
    put(c, c.discrepancyRow(randomUUID(), { kind: 'feeling' })),
  ),
  attack('discrepancy_status_known', 'an unknown status', (c) =>
    put(c, c.discrepancyRow(randomUUID(), { status: 'forgotten' })),
  ),
  attack('discrepancy_keeps_its_identity', 'a smaller variance', async (c) => {
    const id = randomUUID();
    await put(c, c.discrepancyRow(id));
    return put(c, c.discrepancyRow(id, { varianceMg: '-1' }));
  }),
];
