import { describe, expect, test } from '@jest/globals';
import {
  CONTAINER_LABEL,
  containerRead,
  containerState,
  findContainer,
  productFacts,
} from '../../../src/domain/ledger/container-ref.js';
import { containerRow, holderOf, id, ledgerState, productRow } from '../../support/ledger-state.js';

const row = containerRow();
const state = ledgerState({ rows: { container: [row] }, holders: [holderOf(row, 460_000)] });

describe('a container is named by its label or its id', () => {
  test.each([
    [row.label, { table: 'container', column: 'label', values: [row.label] }],
    [id(30).toUpperCase(), { table: 'container', values: [id(30)] }],
  ])('%s', (named, read) => {
    expect(containerRead(named)).toEqual(read);
    expect(findContainer(state, named)).toBe(row);
  });

  test('another is not found', () => {
    expect(findContainer(state, '20260831-0001-02')).toBeUndefined();
    expect(findContainer(state, id(31))).toBeUndefined();
  });

  test('no label can be taken for an id', () => {
    expect(CONTAINER_LABEL.test(id(30))).toBe(false);
    expect(CONTAINER_LABEL.test('20260831-0001-100')).toBe(true);
  });
});

test('what the database says is absent is left out for the rules', () => {
  expect(containerState(state, row)).toEqual({
    containerId: id(30),
    label: row.label,
    productId: id(20),
    lotId: id(32),
    locationId: id(40),
    state: 'sealed',
    bookUg: 460_000,
    labelUg: 500_000,
    overfillAllowanceUg: 25_000,
    expiresOn: '2028-01-31',
  });
  expect(containerState(state, containerRow({ openedOn: '2026-08-01', beyondUseOn: '2026-08-29' }))).toMatchObject({
    openedOn: '2026-08-01',
    beyondUseOn: '2026-08-29',
  });
  expect(Object.keys(productFacts(productRow({ beyondUseDays: null })))).toEqual([
    'productId',
    'form',
    'dosing',
    'strengthUgPerMl',
    'containerVolumeUl',
  ]);
});
