import { describe, expect, test } from '@jest/globals';
import { decideDischarge } from '../../../src/domain/acts/discharge.js';
import { decideEndSession } from '../../../src/domain/acts/end-session.js';
import { decideGive, type GiveRequest } from '../../../src/domain/acts/give.js';
import { decideReturn, type ReturnRequest } from '../../../src/domain/acts/return-sealed.js';
import { decideStartSession, type StartSessionRequest } from '../../../src/domain/acts/start-session.js';
import type { Outcome } from '../../../src/domain/ledger/outcome.js';
import { id, INTENT, ledgerState, productRow, signed } from '../../support/ledger-state.js';
import { NURSE, PATIENT, pendingRow, scene, SESSION, type Scene } from '../../support/session-state.js';

describe('the start of a session', () => {
  const request: StartSessionRequest = {
    sessionId: SESSION,
    nurseId: NURSE,
    patientId: PATIENT,
    productId: id(20),
    prescriberId: id(62),
    locationId: id(40),
    route: 'intravenous',
    order: { mgPerKg: '0.5', weightKg: '68' },
    indication: 'treatment-resistant depression',
  };
  const known = {
    patient: [{ patientId: PATIENT, active: true }],
    product: [productRow()],
    prescriber: [{ prescriberId: id(62), active: true }],
    location: [{ locationId: id(40), active: true }],
  };

  test('says the dose and the volume to draw, and keeps the indication apart', () => {
    const outcome = decideStartSession(request, ledgerState({ rows: known }));
    expect(outcome).toMatchObject({ answer: { orderedMg: '34', plannedVolumeMl: '0.68', plannedMg: '34' } });
    const { private: kept, ...rest } = outcome as { private: object };
    expect(kept).toMatchObject({ indication: 'treatment-resistant depression' });
    expect(JSON.stringify(rest)).not.toContain('depression');
  });

  test('of a kit says how many devices, and refuses a dose that is no whole number of them', () => {
    const kit = productRow({
      form: 'nasal_device',
      strengthUgPerMl: null,
      containerVolumeUl: null,
      devicesPerContainer: 2,
      deviceAmountUg: 28_000,
      labelAmountUg: 56_000,
    });
    const state = ledgerState({ rows: { ...known, product: [kit] } });
    expect(decideStartSession({ ...request, order: { amountMg: '56' } }, state)).toMatchObject({
      answer: { plannedDevices: 2 },
    });
    expect(decideStartSession({ ...request, order: { amountMg: '50' } }, state)).toMatchObject({
      code: 'amount_not_exact',
      field: 'order.amountMg',
    });
  });

  test.each(['patient', 'product', 'prescriber', 'location'] as const)('refuses an unknown %s', (what) => {
    const state = ledgerState({ rows: { ...known, [what]: [] } });
    expect(decideStartSession(request, state)).toMatchObject({ code: 'unknown_reference', field: `${what}Id` });
  });
});

describe('a dose', () => {
  const give = (of: Scene, request: Partial<GiveRequest> = {}) =>
    decideGive({ sessionId: SESSION, quantity: { amountMg: '34' }, ...request }, scene({ inHandUg: 36_000, ...of }));

  test('goes to the patient, and from its end two hours are observed', () => {
    const times = { startedAt: '2026-08-31T12:10:00Z', stoppedAt: '2026-08-31T12:50:00Z' };
    expect(give({}, times)).toMatchObject({
      occurredAt: '2026-08-31T12:50:00.000Z',
      lines: [
        { holder: 'in_hand', amountMg: '-34', volumeMl: '-0.68' },
        { holder: 'patient', amountMg: '34' },
      ],
      changes: [
        {
          firstDoseAt: '2026-08-31T12:10:00.000Z',
          lastDoseAt: '2026-08-31T12:50:00.000Z',
          observeUntil: '2026-08-31T14:50:00.000Z',
        },
      ],
      answer: { inHandMg: '2' },
    });
  });

  test('entered after a later one leaves the later observation', () => {
    const session = { firstDoseAt: '2026-08-31T12:00:00+00:00', lastDoseAt: '2026-08-31T12:58:00+00:00' };
    const times = { stoppedAt: '2026-08-31T12:50:00Z' };
    expect(give({ session }, times)).toMatchObject({
      changes: [{ firstDoseAt: '2026-08-31T12:00:00.000Z', lastDoseAt: '2026-08-31T12:58:00.000Z' }],
    });
  });

  test('is never more than is in hand, less what waits for witnesses', () => {
    expect(give({ inHandUg: 33_999 })).toMatchObject({ code: 'exceeds_amount_in_hand' });
    const pending = [pendingRow({ amountUg: 2_001 })];
    expect(give({ pending })).toMatchObject({ code: 'exceeds_amount_in_hand' });
  });

  test('does not end before it begins, nor in the future', () => {
    expect(give({}, { startedAt: '2026-08-31T12:51:00Z', stoppedAt: '2026-08-31T12:50:00Z' })).toMatchObject({
      code: 'request_invalid',
    });
    expect(give({}, { startedAt: '2026-08-31T12:51:00Z', stoppedAt: '2026-08-31T13:30:00Z' })).toMatchObject({
      code: 'occurred_in_future',
    });
  });
});

describe('a discharge', () => {
  const session = {
    firstDoseAt: '2026-08-31T10:00:00Z',
    lastDoseAt: '2026-08-31T11:00:01Z',
    observeUntil: '2026-08-31T13:00:01Z',
  };

  test('a second before two hours are over needs a reason, and is early for ever', () => {
    expect(decideDischarge({ sessionId: SESSION }, scene({ session }))).toMatchObject({
      code: 'observation_incomplete',
    });
    const outcome = decideDischarge({ sessionId: SESSION, earlyReason: 'left' }, scene({ session }));
    expect(outcome).toMatchObject({ changes: [{ dischargedEarly: true }], private: { earlyReason: 'left' } });
  });

  test('after two hours is not early, whatever is said', () => {
    const over = { ...session, lastDoseAt: '2026-08-31T11:00:00Z' };
    const outcome = decideDischarge({ sessionId: SESSION, earlyReason: 'x' }, scene({ session: over }));
    expect(outcome).toMatchObject({ changes: [{ dischargedEarly: false }] });
  });

  test('refuses a patient without a dose, and a second discharge', () => {
    expect(decideDischarge({ sessionId: SESSION }, scene())).toMatchObject({ code: 'session_not_started' });
    const gone = { ...session, dischargedAt: '2026-08-31T12:00:00Z' };
    expect(decideDischarge({ sessionId: SESSION, earlyReason: 'x' }, scene({ session: gone }))).toMatchObject({
      code: 'already_exists',
    });
  });
});

describe('the end of a session', () => {
  const end = (of: Scene, taken: { containerId: string; seq: number }[] = []) =>
    decideEndSession({ sessionId: SESSION, taken }, scene(of));

  test('asks for what is in hand, and for what waits for witnesses', () => {
    expect(end({ inHandUg: 2_000 })).toMatchObject({
      code: 'session_not_balanced',
      detail: expect.stringContaining('2 mg'),
    });
    const both = end({ inHandUg: 2_000, pending: [pendingRow({ amountUg: 500, containerId: id(30) })] });
    expect(both).toMatchObject({
      code: 'session_not_balanced',
      detail: 'Still in hand are 2 mg. 0.5 mg wait to be witnessed as waste.',
    });
  });

  test('uses up what was taken out whole for it, unless that has changed since', () => {
    const container = { state: 'taken', seq: 7 } as const;
    expect(end({ container, bookUg: 0 }, [{ containerId: id(30), seq: 7 }])).toMatchObject({
      changes: [{ status: 'ended' }, { containerId: id(30), state: 'empty' }],
    });
    const { changes } = end({ container, bookUg: 0 }, [{ containerId: id(30), seq: 6 }]) as Outcome;
    expect(changes).toHaveLength(1);
  });

  test('is not twice', () => {
    expect(end({ session: { status: 'ended' } })).toMatchObject({ code: 'session_ended' });
  });
});

describe('a return', () => {
  const checker = signed({ personId: id(51) });
  const taken: Scene = {
    container: { state: 'taken' },
    bookUg: 0,
    inHandUg: 500_000,
    rows: {
      signature: [checker.signature],
      entry: [{ seq: 8, type: 'take', sessionId: SESSION, reversedBySeq: null, lines: [] }],
      later_entry: [],
    },
    witnesses: { hashes: [], signatures: [checker.signature], signers: [checker.signer] },
  };
  const request: ReturnRequest = {
    performerId: NURSE,
    intent: INTENT,
    signatureHashes: [checker.signature.tokenHash],
    sessionId: SESSION,
    container: '20260831-0001-01',
    takeSeq: 8,
  };

  test('seals again what was taken out whole', () => {
    expect(decideReturn(request, scene(taken))).toMatchObject({
      lines: [
        { holder: 'in_hand', amountMg: '-500' },
        { holder: 'container', amountMg: '500', volumeMl: '10' },
      ],
      changes: [{ state: 'sealed' }],
      cosigners: [{ id: id(51), meaning: 'checked' }],
    });
  });

  test('refuses what was punctured, what is another session’s, and what of it was used', () => {
    const open = { ...taken, container: { state: 'open', openedOn: '2026-08-31' } as const };
    expect(decideReturn(request, scene(open))).toMatchObject({ code: 'container_not_sealed' });
    const others = {
      ...taken,
      rows: { ...taken.rows, entry: [{ seq: 8, type: 'take', sessionId: id(99), reversedBySeq: null, lines: [] }] },
    };
    expect(decideReturn(request, scene(others))).toMatchObject({ code: 'container_not_sealed' });
    const again = { ...taken, rows: { ...taken.rows, later_entry: [{ ofSeq: 8, seq: 9, type: 'return' }] } };
    expect(decideReturn(request, scene(again))).toMatchObject({ code: 'container_not_sealed' });
    expect(decideReturn(request, scene({ ...taken, inHandUg: 499_999 }))).toMatchObject({
      code: 'exceeds_amount_in_hand',
    });
  });

  test('needs a second person', () => {
    expect(decideReturn({ ...request, signatureHashes: [] }, scene(taken))).toMatchObject({
      code: 'second_person_missing',
    });
  });
});
