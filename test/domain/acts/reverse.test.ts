import { describe, expect, test } from '@jest/globals';
import { decideReversal, type ReverseRequest } from '../../../src/domain/acts/reverse.js';
import { decideReopenSession } from '../../../src/domain/acts/reopen-session.js';
import { mirrored } from '../../../src/domain/acts/mirrored.js';
import type { EntryRow, LineRow } from '../../../src/domain/ledger/rows.js';
import { id, INTENT, signed } from '../../support/ledger-state.js';
import { NURSE, pendingRow, scene, SESSION, type Scene } from '../../support/session-state.js';

const REVERSER = id(54);
const APPROVER = id(51);

function lineRow(of: Partial<LineRow>): LineRow {
  return {
    lineNo: 0,
    kind: 'container',
    holderId: id(30),
    productId: id(20),
    locationId: id(40),
    personId: NURSE,
    amountUg: -36_000,
    volumeUl: -720,
    deviceCount: null,
    ...of,
  };
}

const HAND = { kind: 'in_hand', holderId: SESSION };
const DRAW: EntryRow = {
  seq: 8,
  type: 'draw',
  performerId: NURSE,
  locationId: id(40),
  sessionId: SESSION,
  reversesSeq: null,
  reversedBySeq: null,
  occurredAt: '2026-08-31T12:50:00+00:00',
  lines: [lineRow({}), lineRow({ ...HAND, amountUg: 36_000, volumeUl: 720 })],
};
const GIVE: EntryRow = {
  ...DRAW,
  type: 'give',
  lines: [
    lineRow({ ...HAND, amountUg: -34_000, volumeUl: -680 }),
    lineRow({ kind: 'patient', holderId: id(20), amountUg: 34_000, volumeUl: 680 }),
  ],
};
const OPEN = { state: 'open', openedOn: '2026-08-31' } as const;

function reverse(
  of: { entry?: Partial<EntryRow>; by?: string; approver?: string; request?: Partial<ReverseRequest> } & Scene,
) {
  const { entry: changed, by = REVERSER, approver = APPROVER, request, ...rest } = of;
  const made = signed({ personId: approver, meaning: 'approved', act: 'reversals' });
  const entry = { ...DRAW, ...changed };
  const state = scene({
    container: OPEN,
    bookUg: 464_000,
    inHandUg: 36_000,
    witnesses: { hashes: [], signatures: [made.signature], signers: [made.signer] },
    ...rest,
    rows: { signature: [made.signature], entry: [entry], later_entry: [], ...rest.rows },
  });
  const asked: ReverseRequest = {
    performerId: by,
    intent: INTENT,
    signatureHashes: [made.signature.tokenHash],
    seq: 8,
    reason: 'wrong session',
    otherDoses: [],
    sessionSeq: 9,
    ...request,
  };
  return decideReversal(asked, state);
}

describe('a reversal', () => {
  test('mirrors each line to the person it was counted to, and points back', () => {
    expect(reverse({})).toMatchObject({
      entry: { reversesSeq: 8, sessionId: SESSION },
      lines: [
        { holder: 'container', ids: [id(30)], amountMg: '36', volumeMl: '0.72', personId: NURSE },
        { holder: 'in_hand', ids: [SESSION], amountMg: '-36', volumeMl: '-0.72', personId: NURSE },
      ],
      cosigners: [{ id: APPROVER, meaning: 'approved' }],
      private: { reason: 'wrong session' },
      answer: { inHandMg: '0', containerState: 'open' },
    });
  });

  test('of the draw that emptied a vial opens it again: it was punctured', () => {
    expect(reverse({ container: { ...OPEN, state: 'empty' }, bookUg: 0 })).toMatchObject({
      changes: [{ table: 'container', state: 'open', each: { containerId: [id(30)] } }],
    });
  });

  test('of a receipt leaves containers nobody can draw from', () => {
    const lines = [
      lineRow({ kind: 'supplier', holderId: id(20), amountUg: -500_000, volumeUl: -10_000 }),
      lineRow({ amountUg: 500_000, volumeUl: 10_000 }),
    ];
    const receipt = { type: 'receipt', sessionId: null, lines };
    expect(reverse({ entry: receipt, container: {} })).toMatchObject({ changes: [{ state: 'void' }] });
    const later = { later_entry: [{ ofSeq: 8, seq: 9, type: 'move' }] };
    expect(reverse({ entry: receipt, container: {}, rows: later })).toMatchObject({ code: 'entry_not_reversible' });
  });

  test('of a move puts the container back where it came from', () => {
    const lines = [lineRow({ locationId: id(41), amountUg: -500_000 }), lineRow({ amountUg: 500_000, volumeUl: 720 })];
    expect(reverse({ entry: { type: 'move', sessionId: null, lines }, container: {} })).toMatchObject({
      changes: [{ state: 'sealed', locationId: id(41) }],
    });
  });

  test('of the only dose leaves a session without observation, of one of two the other’s', () => {
    const none = reverse({ entry: GIVE });
    expect(none).toMatchObject({ changes: [{ clear: ['firstDoseAt', 'lastDoseAt', 'observeUntil'] }] });
    const otherDoses = [{ startedAt: '2026-08-31T12:00:00.000Z', stoppedAt: '2026-08-31T12:10:00.000Z' }];
    expect(reverse({ entry: GIVE, request: { otherDoses } })).toMatchObject({
      changes: [{ firstDoseAt: '2026-08-31T12:00:00.000Z', observeUntil: '2026-08-31T14:10:00.000Z' }],
    });
    expect(reverse({ entry: GIVE, request: { sessionSeq: 8 } })).toMatchObject({ code: 'request_in_progress' });
  });

  test.each([
    ['approved by the reverser', { approver: REVERSER }, 'second_person_is_performer'],
    ['approved by who made the entry', { approver: NURSE }, 'own_act'],
    ['without a reason', { request: { reason: '' } }, 'reason_missing'],
    ['of nothing', { request: { seq: 99 } }, 'not_found'],
    ['a second time', { entry: { reversedBySeq: 10 } }, 'entry_already_reversed'],
    ['of a count', { entry: { type: 'count', lines: [] } }, 'entry_not_reversible'],
    ['of a reversal', { entry: { type: 'reversal' } }, 'entry_not_reversible'],
    ['of a draw that has been given', { inHandUg: 35_999 }, 'entry_not_reversible'],
    ['of a draw that waits to be wasted', { pending: [pendingRow({ amountUg: 1 })] }, 'entry_not_reversible'],
    ['in a session that has ended', { session: { status: 'ended' } }, 'entry_not_reversible'],
    [
      'of a draw before the close-out',
      { rows: { later_entry: [{ ofSeq: 8, seq: 11, type: 'close_out' }] } },
      'entry_not_reversible',
    ],
    [
      'of what opened a discrepancy',
      { entry: { type: 'close_out', lines: [lineRow({}), lineRow({ kind: 'suspense', holderId: id(82) })] } },
      'entry_not_reversible',
    ],
    ['of a draw from a vial in quarantine', { container: { state: 'quarantined' } }, 'entry_not_reversible'],
  ] as [string, Parameters<typeof reverse>[0], string][])('refuses one %s', (_, of, code) => {
    expect(reverse(of)).toMatchObject({ code });
  });

  test('who made the entry may reverse it, if somebody else approves', () => {
    expect(reverse({ by: NURSE })).toHaveProperty('lines');
  });

  test('bears later draws from the same vial: they add up in any order', () => {
    expect(reverse({ rows: { later_entry: [{ ofSeq: 8, seq: 11, type: 'draw' }] } })).toHaveProperty('lines');
  });
});

test('lines alike are mirrored as one, with the ids of their holders', () => {
  const alike = [30, 31, 32].map((nth) => lineRow({ holderId: id(nth), amountUg: 500_000, volumeUl: null }));
  expect(mirrored([lineRow({ kind: 'supplier', holderId: id(20), amountUg: -1_500_000 }), ...alike])).toMatchObject([
    { holder: 'supplier', amountMg: '1500' },
    { holder: 'container', ids: [id(30), id(31), id(32)], amountMg: '-500' },
  ]);
});

test('an ended session is opened again with a reason, approved by a second person', () => {
  const made = signed({ personId: APPROVER, meaning: 'approved', act: 'reopen' });
  const state = (status: 'open' | 'ended') =>
    scene({
      session: { status },
      witnesses: { hashes: [], signatures: [made.signature], signers: [made.signer] },
    });
  const request = {
    performerId: NURSE,
    intent: INTENT,
    signatureHashes: [made.signature.tokenHash],
    sessionId: SESSION,
    reason: 'a dose of another session',
  };
  expect(decideReopenSession(request, state('ended'))).toMatchObject({
    changes: [{ table: 'treatment_session', status: 'open', clear: ['endedAt'] }],
    cosigners: [{ id: APPROVER }],
  });
  expect(decideReopenSession(request, state('open'))).toMatchObject({ code: 'already_exists' });
  expect(decideReopenSession({ ...request, signatureHashes: [] }, state('ended'))).toMatchObject({
    code: 'second_person_missing',
  });
});
