import { describe, expect, test } from '@jest/globals';
import { containerFigures, handFigures } from '../../src/domain/holder-flows.js';

const ZERO = {
  receivedUg: 0,
  overfillGainUg: 0,
  returnedUg: 0,
  drawnUg: 0,
  wastedUg: 0,
  brokenUg: 0,
  destroyedUg: 0,
  sentOutUg: 0,
  transferredOutUg: 0,
  closeOutShortageUg: 0,
  toSuspenseUg: 0,
  lostUg: 0,
  otherUg: 0,
};

describe('a container', () => {
  test('names each way in and out', () => {
    const out = (outUg: number) => ({ inUg: 0, outUg });
    const found = containerFigures({
      openingUg: 100,
      flows: {
        supplier: { inUg: 500, outUg: 0 },
        overfill: { inUg: 25, outUg: 0 },
        in_hand: { inUg: 40, outUg: 300 },
        waste: out(1),
        breakage: out(2),
        destroyed: out(3),
        reverse_distributor: out(4),
        other_registrant: out(5),
        close_out_shortage: out(6),
        suspense: out(7),
        loss: out(8),
        in_transit: out(9),
        several: out(10),
      },
      closingUg: 310,
    });
    expect(found).toEqual({
      openingBookUg: 100,
      receivedUg: 500,
      overfillGainUg: 25,
      returnedUg: 40,
      drawnUg: 300,
      wastedUg: 1,
      brokenUg: 2,
      destroyedUg: 3,
      sentOutUg: 4,
      transferredOutUg: 5,
      closeOutShortageUg: 6,
      toSuspenseUg: 7,
      lostUg: 8,
      otherUg: 19,
      closingBookUg: 310,
      differenceUg: 0,
      holds: true,
    });
  });

  test('a period with nothing but a reversed draw has drawn less than nothing', () => {
    const flows = { in_hand: { inUg: 0, outUg: -40 } };
    expect(containerFigures({ openingUg: 460, flows, closingUg: 500 })).toEqual({
      ...ZERO,
      openingBookUg: 460,
      drawnUg: -40,
      closingBookUg: 500,
      differenceUg: 0,
      holds: true,
    });
  });

  test('a book that is not what the flows make of it is a difference', () => {
    const found = containerFigures({ openingUg: 500, flows: { in_hand: { inUg: 0, outUg: 40 } }, closingUg: 450 });
    expect(found).toMatchObject({ differenceUg: 10, holds: false });
  });
});

describe('a hand', () => {
  test('drawn, given, wasted, returned, and what is left', () => {
    const found = handFigures({
      openingUg: 5,
      flows: {
        container: { inUg: 540, outUg: 500 },
        patient: { inUg: 0, outUg: 30 },
        waste: { inUg: 0, outUg: 3 },
        breakage: { inUg: 0, outUg: 1 },
        suspense: { inUg: 0, outUg: 2 },
        loss: { inUg: 0, outUg: 4 },
      },
      closingUg: 5,
    });
    expect(found).toEqual({
      openingInHandUg: 5,
      drawnUg: 540,
      administeredUg: 30,
      wastedUg: 3,
      returnedUg: 500,
      brokenUg: 1,
      toSuspenseUg: 2,
      otherUg: 4,
      inHandUg: 5,
      differenceUg: 0,
      holds: true,
    });
  });
});
