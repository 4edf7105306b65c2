import { mgFromUg, mlFromUl } from '../amounts.js';
import type { HolderKind } from '../holders.js';
import type { JsonObject, RecordLine } from '../ledger/record.js';
import type { MeasuredAmount } from '../product.js';

/** One end of a movement. A holder outside the site has no id: it is its kind. */
export interface End {
  readonly holder: HolderKind;
  readonly id?: string;
  readonly locationId: string;
}

/** The two lines of an amount that leaves one holder for another; they sum to zero. */
export function movement(of: {
  readonly from: End;
  readonly to: End;
  readonly productId: string;
  readonly amount: MeasuredAmount;
}): readonly RecordLine[] {
  return [line(of.from, of.productId, of.amount, -1), line(of.to, of.productId, of.amount, 1)];
}

/** An amount as a request and an answer carry it: `{amountMg: "40", volumeMl: "0.8"}`. */
export function edgeAmount({ amountUg, volumeUl, deviceCount }: MeasuredAmount): JsonObject & { amountMg: string } {
  return {
    amountMg: mgFromUg(amountUg),
    ...(volumeUl === undefined ? {} : { volumeMl: mlFromUl(volumeUl) }),
    ...(deviceCount === undefined ? {} : { deviceCount }),
  };
}

function line(end: End, productId: string, amount: MeasuredAmount, sign: 1 | -1): RecordLine {
  const { amountUg, volumeUl, deviceCount } = amount;
  return {
    holder: end.holder,
    ...(end.id === undefined ? {} : { ids: [end.id] }),
    productId,
    locationId: end.locationId,
    ...edgeAmount({
      amountUg: sign * amountUg,
      ...(volumeUl === undefined ? {} : { volumeUl: sign * volumeUl }),
      ...(deviceCount === undefined ? {} : { deviceCount: sign * deviceCount }),
    }),
  };
}
