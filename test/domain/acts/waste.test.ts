import { describe, expect, test } from '@jest/globals';
import { decideOpenPendingWaste } from '../../../src/domain/acts/open-pending-waste.js';
import { decideWaste, type WasteRequest } from '../../../src/domain/acts/waste.js';
import { decideWithdrawPendingWaste } from '../../../src/domain/acts/withdraw-pending-waste.js';
import { decideWitnessPendingWaste } from '../../../src/domain/acts/witness-pending-waste.js';
import type { Outcome } from '../../../src/domain/ledger/outcome.js';
import { id, INTENT } from '../../support/ledger-state.js';
import { ALL_SEEN, NURSE, pendingRow, scene, SESSION, witnesses, type Scene } from '../../support/session-state.js';

const LABEL = '20260831-0001-01';
const TWO = witnesses(id(51), id(52));

function waste(of: Scene, request: Partial<WasteRequest> = {}) {
  const signers = of.witnesses ?? TWO;
  const asked: WasteRequest = {
    performerId: NURSE,
    intent: INTENT,
    signatureHashes: signers.hashes,
    sessionId: SESSION,
    quantity: { amountMg: '2' },
    reason: 'dose remainder',
    ...request,
  };
  return decideWaste(asked, scene({ inHandUg: 2_000, witnesses: signers, ...of }));
}

describe('a waste at one terminal', () => {
  test('moves what is in hand to waste, with both witnesses and what they saw', () => {
    expect(waste({})).toMatchObject({
      lines: [
        { holder: 'in_hand', ids: [SESSION], amountMg: '-2', volumeMl: '-0.04' },
        { holder: 'waste', amountMg: '2', volumeMl: '0.04' },
      ],
      cosigners: [
        { id: id(51), meaning: 'witnessed', attests: ALL_SEEN },
        { id: id(52), meaning: 'witnessed', attests: ALL_SEEN },
      ],
      private: { reason: 'dose remainder' },
      answer: { inHandMg: '0' },
    });
  });

  test('keeps its reason out of everything but the private values', () => {
    const { private: _, ...rest } = waste({}) as { private: object };
    expect(JSON.stringify(rest)).not.toContain('dose remainder');
  });

  test.each([
    ['no witness', { witnesses: witnesses() }, {}, 'witness_missing'],
    ['one witness', { witnesses: witnesses(id(51)) }, {}, 'witness_missing'],
    ['the performer and one', { witnesses: witnesses(NURSE, id(51)) }, {}, 'witness_is_performer'],
    ['one twice', { witnesses: witnesses(id(51), id(51)) }, {}, 'witnesses_must_differ'],
    ['the performer twice', { witnesses: witnesses(NURSE, NURSE) }, {}, 'witness_is_performer'],
    [
      'more than is in hand before a missing witness',
      { witnesses: witnesses() },
      { quantity: { amountMg: '2.001' } },
      'exceeds_amount_in_hand',
    ],
    ['no reason', {}, { reason: ' ' }, 'reason_missing'],
    ['neither session nor container', {}, { sessionId: undefined }, 'container_required'],
    ['an unknown session', {}, { sessionId: id(99) }, 'unknown_session'],
    ['another act’s signatures', {}, { intent: 'b3RoZXI=' }, 'signature_invalid'],
  ] as [string, Scene, Partial<WasteRequest>, string][])('refuses %s', (_, of, request, code) => {
    expect(waste(of, request)).toMatchObject({ code });
  });

  test('refuses a witness who did not see the volume', () => {
    const half = witnesses(id(51), id(52));
    half.signatures[1]!.attests = ['label', 'act'];
    expect(waste({ witnesses: half })).toMatchObject({ code: 'attestation_missing', field: 'signatures.1' });
  });

  test('where the policy lets the performer count, one other is enough, and the performer signs once', () => {
    const policy = { performerMayWitness: true };
    expect(waste({ policy, witnesses: witnesses(NURSE) })).toMatchObject({ code: 'witness_missing' });
    const outcome = waste({ policy, witnesses: witnesses(NURSE, id(51)) }) as Outcome;
    expect(outcome.cosigners?.map((one) => one.id)).toEqual([id(51)]);
  });

  test('what waits for witnesses is spoken for', () => {
    const refusal = waste({ pending: [pendingRow({ amountUg: 500 })] });
    expect(refusal).toMatchObject({ code: 'exceeds_amount_in_hand' });
    expect((refusal as { detail: string }).detail).toContain('0.5 mg wait to be witnessed');
  });
});

describe('a waste from a container', () => {
  const single = { dosing: 'single_dose', beyondUseDays: null } as const;
  const from = { container: LABEL, quantity: { amountMg: '100' } };

  test('opens a sealed single-dose vial; the session is only a reference', () => {
    expect(waste({ product: single, inHandUg: 0 }, from)).toMatchObject({
      entry: { sessionId: SESSION },
      lines: [{ holder: 'container', ids: [id(30)], amountMg: '-100' }, { holder: 'waste' }],
      changes: [{ state: 'open', openedOn: '2026-08-31' }],
    });
  });

  test('to a book of nothing leaves a single-dose vial empty', () => {
    const open = { state: 'open', openedOn: '2026-08-31' } as const;
    expect(waste({ product: single, container: open, bookUg: 100_000 }, from)).toMatchObject({
      changes: [{ state: 'empty' }],
    });
  });

  test('is never more than its book: nobody has measured the overfill', () => {
    const open = { state: 'open', openedOn: '2026-08-31' } as const;
    expect(waste({ product: single, container: open, bookUg: 99_999 }, from)).toMatchObject({
      code: 'insufficient_amount',
    });
  });

  test('is never what another waste waits to take', () => {
    const pending = [pendingRow({ containerId: id(30), amountUg: 450_000 })];
    expect(waste({ product: single, pending }, from)).toMatchObject({ code: 'insufficient_amount' });
  });

  test('refuses a sealed vial of several doses: it is stock', () => {
    expect(waste({}, from)).toMatchObject({ code: 'container_not_open' });
  });

  test('refuses an unknown container before a missing witness', () => {
    expect(waste({ witnesses: witnesses() }, { container: 'NONE' })).toMatchObject({ code: 'unknown_container' });
  });
});

describe('a pending waste', () => {
  const opening = {
    pendingWasteId: id(70),
    performerId: NURSE,
    intent: INTENT,
    sessionId: SESSION,
    quantity: { amountMg: '2' },
    reason: 'dose remainder',
  };
  const performer = {
    id: NURSE,
    role: 'nurse',
    meaning: 'performed',
    method: 'session:password',
    evidence: 'ZQ==',
  } as const;
  const opened = { performer, intent: INTENT, occurredAt: '2026-08-31T12:55:00.000Z', late: false };
  const earlier = {
    signatureId: id(910),
    pendingWasteId: id(70),
    personId: id(51),
    role: 'nurse',
    method: 'signature:password',
    evidence: 'ZQ==',
    attests: ALL_SEEN,
    signedAt: '2026-08-31T12:56:00.000Z',
    seq: 11,
  };

  function sign(personId: string, of: Scene = {}) {
    const who = witnesses(personId);
    const request = { pendingWasteId: id(70), witnessId: personId, signatureHash: who.hashes[0]!, opened };
    return decideWitnessPendingWaste(
      request,
      scene({ inHandUg: 2_000, pending: [pendingRow()], witnesses: who, ...of }),
    );
  }

  test('moves nothing, and says what its witnesses will sign', () => {
    const outcome = decideOpenPendingWaste(opening, scene({ inHandUg: 2_000 }));
    expect(outcome).toMatchObject({
      act: { intent: INTENT },
      changes: [{ table: 'pending_waste', status: 'pending', amountMg: '2', openedBy: NURSE, openedSeq: 12 }],
      answer: { signaturesRequired: 2 },
    });
    expect(outcome).not.toHaveProperty('lines');
  });

  test('cannot be of more than is in hand less what is pending already', () => {
    const state = scene({ inHandUg: 3_000, pending: [pendingRow()] });
    expect(decideOpenPendingWaste(opening, state)).toMatchObject({ code: 'exceeds_amount_in_hand' });
  });

  test('its first signature moves nothing', () => {
    const outcome = sign(id(51));
    expect(outcome).toMatchObject({
      performer: { id: id(51), meaning: 'witnessed' },
      changes: [{ table: 'pending_waste_signature', personId: id(51), pendingWasteId: id(70) }],
      answer: { status: 'pending', signatures: 1 },
    });
    expect(outcome).not.toHaveProperty('lines');
  });

  test('the one that completes it is the waste of who opened it, at the time they gave', () => {
    const outcome = sign(id(52), { rows: { pending_waste_signature: [earlier] } });
    expect(outcome).toMatchObject({
      type: 'waste',
      intent: INTENT,
      occurredAt: '2026-08-31T12:55:00.000Z',
      performer: { id: NURSE, signedSeq: 10 },
      cosigners: [
        { id: id(51), signedSeq: 11, signedAt: '2026-08-31T12:56:00.000Z', signatureId: id(910) },
        { id: id(52), signedAt: expect.any(String) },
      ],
      lines: [
        { holder: 'in_hand', amountMg: '-2' },
        { holder: 'waste', amountMg: '2' },
      ],
      answer: { status: 'complete', inHandMg: '0' },
    });
    const { changes } = outcome as Outcome;
    expect(changes).toContainEqual({ table: 'pending_waste', pendingWasteId: id(70), status: 'complete' });
  });

  test.each([
    ['by who opened it', NURSE, {}, 'witness_is_performer'],
    ['by one witness twice', id(51), { rows: { pending_waste_signature: [earlier] } }, 'witnesses_must_differ'],
    ['once it is complete', id(52), { pending: [pendingRow({ status: 'complete' })] }, 'pending_waste_closed'],
    ['that does not exist', id(52), { pending: [] }, 'not_found'],
  ] as [string, string, Scene, string][])('refuses a signature %s', (_, personId, of, code) => {
    expect(sign(personId, of)).toMatchObject({ code });
  });

  test('is withdrawn by who opened it, and by nobody else', () => {
    const state = scene({ pending: [pendingRow()] });
    const asked = { pendingWasteId: id(70), personId: NURSE, reason: 'entered twice' };
    expect(decideWithdrawPendingWaste(asked, state)).toMatchObject({ changes: [{ status: 'withdrawn' }] });
    expect(decideWithdrawPendingWaste({ ...asked, personId: id(51) }, state)).toMatchObject({ code: 'not_permitted' });
  });
});
