import { describe, expect, test } from '@jest/globals';
import { decideCloseOut, type CloseOutRequest } from '../../../src/domain/acts/close-out-vial.js';
import { decideCountOpen, decideCountSealed } from '../../../src/domain/acts/count-stock.js';
import type { Refusal } from '../../../src/domain/refusal.js';
import { id, INTENT, signed } from '../../support/ledger-state.js';
import { NURSE, pendingRow, scene, witnesses, type Scene } from '../../support/session-state.js';

const OPEN = { state: 'open', openedOn: '2026-08-31' } as const;

describe('a close-out', () => {
  const ONE = witnesses(id(51));
  function closeOut(of: Scene, request: Partial<CloseOutRequest> = {}) {
    const signers = of.witnesses ?? ONE;
    const asked: CloseOutRequest = {
      performerId: NURSE,
      intent: INTENT,
      signatureHashes: signers.hashes,
      container: '20260831-0001-01',
      measuredVolumeMl: '0',
      discrepancyId: id(80),
      ...request,
    };
    return decideCloseOut(asked, scene({ container: OPEN, witnesses: signers, ...of }));
  }

  test('of a vial drawn below zero books the overfill it gave', () => {
    expect(closeOut({ bookUg: -12_000 })).toMatchObject({
      lines: [
        { holder: 'overfill', amountMg: '-12', volumeMl: '-0.24' },
        { holder: 'container', ids: [id(30)], amountMg: '12', volumeMl: '0.24' },
      ],
      changes: [{ state: 'empty' }],
      answer: { class: 'overfill_gain', varianceMg: '12', bookMg: '-12' },
    });
  });

  test('short by exactly three percent of the label is a shortage, by a hair more a discrepancy in suspense', () => {
    expect(closeOut({ bookUg: 15_000 })).toMatchObject({
      lines: [
        { holder: 'container', amountMg: '-15' },
        { holder: 'close_out_shortage', amountMg: '15' },
      ],
      answer: { class: 'close_out_shortage' },
    });
    expect(closeOut({ bookUg: 15_001 })).toMatchObject({
      lines: [{ holder: 'container' }, { holder: 'suspense', ids: [id(80)], amountMg: '15.001' }],
      changes: [
        { state: 'empty' },
        { table: 'discrepancy', discrepancyId: id(80), kind: 'close_out', varianceMg: '-15.001', openedSeq: 12 },
      ],
      answer: { class: 'discrepancy', discrepancyId: id(80) },
    });
  });

  test('that is exact moves nothing and still empties the vial', () => {
    expect(closeOut({ bookUg: 0 })).toMatchObject({ lines: [], changes: [{ state: 'empty' }], entry: {} });
  });

  test.each([
    ['no witness before a vial that is not open', { container: {}, witnesses: witnesses() }, {}, 'witness_missing'],
    ['the performer as witness', { witnesses: witnesses(NURSE) }, {}, 'witness_is_performer'],
    ['an unknown vial before no witness', { witnesses: witnesses() }, { container: 'NONE' }, 'unknown_container'],
    ['a sealed vial', { container: {} }, {}, 'container_not_open'],
    ['something left', {}, { measuredVolumeMl: '0.01' }, 'container_not_empty'],
    [
      'a vial of which some waits to be wasted',
      { pending: [pendingRow({ containerId: id(30) })] },
      {},
      'container_not_empty',
    ],
  ] as [string, Scene, Partial<CloseOutRequest>, string][])('refuses %s', (_, of, request, code) => {
    expect(closeOut(of, request)).toMatchObject({ code });
  });
});

describe('a count', () => {
  const checker = signed({ personId: id(51), act: 'counts' });
  const common = {
    performerId: id(53),
    intent: INTENT,
    signatureHashes: [checker.signature.tokenHash],
    countId: id(81),
    discrepancyId: id(82),
    method: 'exact',
  } as const;
  const sealed = { ...common, locationId: id(40), productId: id(20), countedContainers: 11 };
  const opened = { ...common, container: '20260831-0001-01', quantity: { volumeMl: '2' } };

  function state(of: Scene = {}, sealedContainers = 12) {
    return scene({
      container: OPEN,
      witnesses: { hashes: [], signatures: [checker.signature], signers: [checker.signer] },
      ...of,
      rows: {
        signature: [checker.signature],
        location: [{ locationId: id(40), code: 'SAFE', name: 'SAFE', active: true }],
        stock: [{ locationId: id(40), productId: id(20), sealedContainers }],
        ...of.rows,
      },
    });
  }

  test('that differs opens a discrepancy and moves no stock', () => {
    const outcome = decideCountSealed(sealed, state());
    expect(outcome).toMatchObject({
      entry: { locationId: id(40) },
      changes: [
        { table: 'stock_count', bookContainers: 12, countedContainers: 11, varianceMg: '-500', countedBy: id(53) },
        { table: 'discrepancy', discrepancyId: id(82), kind: 'count', varianceContainers: -1, varianceMg: '-500' },
      ],
      answer: { bookMg: '6000', countedMg: '5500', discrepancyId: id(82), withinTolerance: false },
    });
    expect(outcome).not.toHaveProperty('lines');
  });

  test('that agrees opens none', () => {
    const outcome = decideCountSealed(sealed, state({}, 11));
    expect(outcome).toMatchObject({ changes: [{ table: 'stock_count' }], answer: { withinTolerance: true } });
    expect(outcome).not.toHaveProperty(['answer', 'discrepancyId']);
  });

  test('of an open vial allows its overfill above and the tolerance below', () => {
    const measured = (bookUg: number) => decideCountOpen(opened, state({ bookUg }));
    expect(measured(75_000)).toMatchObject({ answer: { varianceMg: '25', withinTolerance: true } });
    expect(measured(74_999)).toMatchObject({ answer: { withinTolerance: false, discrepancyId: id(82) } });
    expect(measured(115_000)).toMatchObject({ answer: { varianceMg: '-15', withinTolerance: true } });
    expect(measured(115_001)).toMatchObject({ answer: { withinTolerance: false, discrepancyId: id(82) } });
  });

  test('that is refused says nothing of the book, whatever the book is', () => {
    const refusals = (sealedContainers: number, bookUg: number) => [
      decideCountSealed({ ...sealed, signatureHashes: [] }, state({}, sealedContainers)),
      decideCountSealed({ ...sealed, productId: id(99) }, state({}, sealedContainers)),
      decideCountOpen({ ...opened, signatureHashes: [] }, state({ bookUg })),
      decideCountOpen({ ...opened, quantity: { volumeMl: 'x' } }, state({ bookUg })),
      decideCountOpen(opened, state({ bookUg, container: { state: 'empty' } })),
    ];
    expect((refusals(12, 1) as Refusal[]).map(({ code }) => code)).toEqual([
      'second_person_missing',
      'unknown_reference',
      'second_person_missing',
      'amount_invalid',
      'container_not_open',
    ]);
    expect(refusals(12, 1)).toEqual(refusals(3, 77_000));
  });
});
