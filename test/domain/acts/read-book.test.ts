import { describe, expect, test } from '@jest/globals';
import { readBook } from '../../../src/domain/acts/read-book.js';
import { containerRow, holderOf, id, ledgerState, productRow } from '../../support/ledger-state.js';

const open = containerRow({ state: 'open', openedOn: '2026-08-30' });

describe('the book amount of a container', () => {
  test('is told, and that it was looked at is about the container', () => {
    const state = ledgerState({
      rows: { container: [open], product: [productRow()] },
      holders: [holderOf(open, -5_000)],
    });
    expect(readBook(open.label)(state)).toEqual({
      act: { container: open.label },
      subjects: [id(30)],
      answer: { containerId: id(30), label: open.label, state: 'open', bookAmountMg: '-5', bookVolumeMl: '-0.1' },
    });
  });

  test('is told in devices where they are counted', () => {
    const spray = productRow({ strengthUgPerMl: null, containerVolumeUl: null, deviceAmountUg: 28_000 });
    const state = ledgerState({ rows: { container: [open], product: [spray] }, holders: [holderOf(open, 56_000)] });
    expect(readBook(open.containerId)(state)).toMatchObject({ answer: { bookAmountMg: '56', bookDeviceCount: 2 } });
  });

  test('of an unknown container is not found', () => {
    expect(readBook('NONE-01')(ledgerState())).toMatchObject({ code: 'not_found' });
  });
});
