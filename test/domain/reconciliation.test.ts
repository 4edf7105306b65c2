import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { INSIDE_HOLDERS, type InsideHolder, OUTSIDE_HOLDERS, type OutsideHolder } from '../../src/domain/holders.js';
import { reconcile } from '../../src/domain/reconciliation.js';

describe('reconciliation', () => {
  test('names each way in and out', () => {
    const found = reconcile({
      openingUg: { container: 100, in_hand: 20, suspense: 3, in_transit: 7 },
      movedUg: {
        supplier: { intoStockUg: 1000, outOfStockUg: 100 },
        overfill: { intoStockUg: 5 },
        patient: { outOfStockUg: 200, intoStockUg: 10 },
        waste: { outOfStockUg: 30 },
        breakage: { outOfStockUg: 40 },
        destroyed: { outOfStockUg: 50 },
        reverse_distributor: { outOfStockUg: 60 },
        other_registrant: { intoStockUg: 11, outOfStockUg: 13 },
        close_out_shortage: { outOfStockUg: 2 },
        loss: { outOfStockUg: 1 },
      },
      acrossUg: { intoStockUg: 8, outOfStockUg: 4 },
      closingUg: { container: 604, in_hand: 30, suspense: 20, in_transit: 10 },
    });
    expect(found).toEqual({
      openingUg: 130,
      receivedUg: 900,
      overfillGainUg: 5,
      transferredInUg: 11,
      movedInUg: 8,
      administeredUg: 190,
      wastedUg: 30,
      brokenUg: 40,
      destroyedUg: 50,
      sentOutUg: 60,
      transferredOutUg: 13,
      closeOutShortageUg: 2,
      movedOutUg: 4,
      lostUg: 1,
      inTransitUg: 10,
      inSuspenseUg: 20,
      inHandUg: 30,
      closingBookUg: 604,
      differenceUg: 0,
      holds: true,
    });
  });

  test('nothing at all holds', () => {
    expect(reconcile({ openingUg: {}, movedUg: {}, closingUg: {} })).toMatchObject({ differenceUg: 0, holds: true });
  });

  test('a container that holds less than the entries say is a difference', () => {
    const found = reconcile({
      openingUg: {},
      movedUg: { supplier: { intoStockUg: 500_000 } },
      closingUg: { container: 490_000 },
    });
    expect(found).toMatchObject({ differenceUg: 10_000, holds: false });
  });

  // Any history of movements between holders keeps the identity; changing one balance by hand breaks it by as much.
  test('holds for every history, and for none that was changed unseen', () => {
    const holder = fc.constantFrom<InsideHolder | OutsideHolder>(...INSIDE_HOLDERS, ...OUTSIDE_HOLDERS);
    const movement = fc.record({ from: holder, to: holder, amountUg: fc.integer({ min: 1, max: 500_000 }) });
    const opening = fc.record(
      Object.fromEntries(INSIDE_HOLDERS.map((kind) => [kind, fc.integer({ min: -25_000, max: 1_000_000 })])),
    );
    fc.assert(
      fc.property(opening, fc.array(movement), fc.integer({ min: -9, max: 9 }), (openingUg, history, tampered) => {
        const closingUg: Record<string, number> = { ...openingUg };
        const movedUg: Partial<Record<OutsideHolder, { intoStockUg: number; outOfStockUg: number }>> = {};
        const inside = (kind: string): kind is InsideHolder => (INSIDE_HOLDERS as readonly string[]).includes(kind);
        for (const { from, to, amountUg } of history) {
          if (inside(from)) closingUg[from] = (closingUg[from] as number) - amountUg;
          else if (inside(to)) (movedUg[from] ??= { intoStockUg: 0, outOfStockUg: 0 }).intoStockUg += amountUg;
          if (inside(to)) closingUg[to] = (closingUg[to] as number) + amountUg;
          else if (inside(from)) (movedUg[to] ??= { intoStockUg: 0, outOfStockUg: 0 }).outOfStockUg += amountUg;
        }
        closingUg.container = (closingUg.container as number) + tampered;
        const found = reconcile({ openingUg, movedUg, closingUg });
        expect(found.differenceUg + tampered).toBe(0);
        expect(found.holds).toBe(tampered === 0);
      }),
    );
  });
});
