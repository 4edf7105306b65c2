import { AmountError, MAX_AMOUNT, mgFromUg, ugFromMg, ugOfVolume, ulFromMl, volumeOfUg } from './amounts.js';
import { said } from './refusal-details.js';
import { refuse, type Refusal } from './refusal.js';

/** Finished forms: an injection is measured in mL, the others are counted. */
export const FORMS = ['injection', 'nasal_device', 'solid'] as const;
export type Form = (typeof FORMS)[number];

/**
 * What the arithmetic needs to know of a product. A vial has a strength and a volume; a nasal spray carton or a
 * package of solid units has a number of devices (units) and the amount in each.
 */
export interface ProductFacts {
  readonly productId: string;
  readonly form: Form;
  readonly dosing: 'single_dose' | 'multi_dose';
  readonly strengthUgPerMl?: number;
  readonly containerVolumeUl?: number;
  readonly devicesPerContainer?: number;
  readonly deviceAmountUg?: number;
  /** How many days after the day it was opened a container may be used. */
  readonly beyondUseDays?: number;
}

/** USP <1151> recommended excess of a mobile liquid, µL by label size in µL (regulations.md section 7.3). */
const USP_EXCESS: readonly (readonly [labelUl: number, excessUl: number])[] = [
  [500, 100],
  [1_000, 100],
  [2_000, 150],
  [5_000, 300],
  [10_000, 500],
  [20_000, 600],
  [30_000, 800],
];
const TWO_PERCENT_FROM_UL = 50_000;

/** Facts by which every amount of a container is measured: by volume, or by the device. */
type Measured =
  | { by: 'volume'; strengthUgPerMl: number; containerVolumeUl: number }
  | { by: 'device'; devicesPerContainer: number; deviceAmountUg: number };

function measuredBy(product: ProductFacts): Measured {
  const { strengthUgPerMl, containerVolumeUl, devicesPerContainer, deviceAmountUg } = product;
  if (product.form === 'injection' && isPositive(strengthUgPerMl) && isPositive(containerVolumeUl)) {
    return { by: 'volume', strengthUgPerMl, containerVolumeUl };
  }
  if (product.form !== 'injection' && isPositive(devicesPerContainer) && isPositive(deviceAmountUg)) {
    return { by: 'device', devicesPerContainer, deviceAmountUg };
  }
  throw new AmountError('amount_invalid', `product ${product.productId} lacks the amounts of its form ${product.form}`);
}

/**
 * What a new, full container holds by its label, in µg (daybook/README.md, "A new container holds its label amount").
 * Throws AmountError where the product's facts are incomplete or not exact.
 */
export function labelAmountUg(product: ProductFacts): number {
  const facts = measuredBy(product);
  if (facts.by === 'volume') return ugOfVolume({ ...facts, volumeUl: facts.containerVolumeUl });
  return amountOfDevices(facts.devicesPerContainer, facts.deviceAmountUg);
}

/**
 * USP <1151> excess of a label size, in µL, both in µL. Between listed sizes it is the excess of the next smaller one,
 * from 50 mL on 2 % (rounded down), below 0.5 mL nothing: an allowance is never larger than the table gives.
 */
export function overfillAllowanceUl(containerVolumeUl: number): number {
  if (containerVolumeUl >= TWO_PERCENT_FROM_UL) return Math.floor(containerVolumeUl / 50);
  let allowanceUl = 0;
  for (const [labelUl, excessUl] of USP_EXCESS) if (containerVolumeUl >= labelUl) allowanceUl = excessUl;
  return allowanceUl;
}

/**
 * How far below zero the book of an opened container may go, in µg: the excess of its label size at its strength,
 * rounded down. Zero for everything that is counted and not measured.
 */
export function overfillAllowanceUg(product: ProductFacts): number {
  const facts = measuredBy(product);
  if (facts.by === 'device') return 0;
  const excessUl = BigInt(overfillAllowanceUl(facts.containerVolumeUl));
  return Number((excessUl * BigInt(facts.strengthUgPerMl)) / 1000n);
}

/** A quantity as a request carries it: decimal texts and a JSON integer. */
export interface EdgeQuantity {
  readonly volumeMl?: string;
  readonly deviceCount?: number;
  readonly amountMg?: string;
}

export interface MeasuredAmount {
  readonly amountUg: number;
  /** Of a vial: the volume, where it is a whole number of µL (an amount given in mg may have none). */
  readonly volumeUl?: number;
  readonly deviceCount?: number;
}

/**
 * A quantity of a product in exact integers: mL or mg of an injection, devices or mg of what is counted. More than
 * one unit may be given if they agree; devices are whole. `allowZero` is for what is measured as left.
 * Refuses, with the field: `amount_invalid`, `amount_not_exact`, `amount_unit_wrong`.
 */
export function measure(
  product: ProductFacts,
  quantity: EdgeQuantity,
  options: { allowZero?: boolean } = {},
): MeasuredAmount | Refusal {
  const facts = measuredBy(product);
  const measured = facts.by === 'volume' ? measureVolume(facts, quantity) : measureDevices(facts, quantity);
  if ('code' in measured || measured.amountUg > 0 || options.allowZero === true) return measured;
  return refuse('amount_invalid', { field: firstGiven(quantity) });
}

function measureVolume(facts: Measured & { by: 'volume' }, quantity: EdgeQuantity): MeasuredAmount | Refusal {
  const { volumeMl, deviceCount, amountMg } = quantity;
  const { strengthUgPerMl } = facts;
  if (deviceCount !== undefined) return refuse('amount_unit_wrong', { field: 'deviceCount' });
  if (volumeMl === undefined && amountMg === undefined) return refuse('amount_invalid', { field: 'volumeMl' });
  const given = amountMg === undefined ? undefined : inField('amountMg', () => ugFromMg(amountMg));
  if (typeof given === 'object') return given;
  if (volumeMl === undefined) {
    const amountUg = given as number;
    const volumeUl = exactOrNone(() => volumeOfUg({ amountUg, strengthUgPerMl }));
    return { amountUg, ...(volumeUl === undefined ? {} : { volumeUl }) };
  }
  const volumeUl = inField('volumeMl', () => ulFromMl(volumeMl));
  if (typeof volumeUl === 'object') return volumeUl;
  const amountUg = inField('volumeMl', () => ugOfVolume({ volumeUl, strengthUgPerMl }));
  if (typeof amountUg === 'object') return amountUg;
  if (given !== undefined && given !== amountUg) {
    const about = { volumeMl, amountMg: mgFromUg(amountUg), givenMg: String(amountMg) };
    const detail = said('volume_is_other_amount', about);
    return refuse('amount_invalid', { detail, field: 'amountMg' });
  }
  return { amountUg, volumeUl };
}

function measureDevices(facts: Measured & { by: 'device' }, quantity: EdgeQuantity): MeasuredAmount | Refusal {
  const { volumeMl, deviceCount, amountMg } = quantity;
  const { deviceAmountUg } = facts;
  if (volumeMl !== undefined) return refuse('amount_unit_wrong', { field: 'volumeMl' });
  if (deviceCount === undefined && amountMg === undefined) return refuse('amount_invalid', { field: 'deviceCount' });
  const given = amountMg === undefined ? undefined : inField('amountMg', () => ugFromMg(amountMg));
  if (typeof given === 'object') return given;
  if (given !== undefined && given % deviceAmountUg !== 0) {
    const about = { amountMg: String(amountMg), unitMg: mgFromUg(deviceAmountUg) };
    const detail = said('no_whole_units', about);
    return refuse('amount_not_exact', { detail, field: 'amountMg' });
  }
  const count = deviceCount ?? (given as number) / deviceAmountUg;
  const amountUg = inField('deviceCount', () => amountOfDevices(count, deviceAmountUg));
  if (typeof amountUg === 'object') return amountUg;
  if (given !== undefined && given !== amountUg) {
    const about = { count, unitMg: mgFromUg(deviceAmountUg), amountMg: mgFromUg(amountUg), givenMg: String(amountMg) };
    const detail = said('devices_are_other_amount', about);
    return refuse('amount_invalid', { detail, field: 'deviceCount' });
  }
  return { amountUg, deviceCount: count };
}

function amountOfDevices(count: number, deviceAmountUg: number): number {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new AmountError('amount_invalid', 'a number of devices is a whole number');
  }
  const amountUg = count * deviceAmountUg;
  if (!(amountUg <= MAX_AMOUNT)) throw new AmountError('amount_invalid', `too many devices: ${count}`);
  return amountUg;
}

function inField(field: keyof EdgeQuantity, compute: () => number): number | Refusal {
  try {
    return compute();
  } catch (error) {
    if (error instanceof AmountError) return refuse(error.code, { field });
    throw error;
  }
}

function exactOrNone(compute: () => number): number | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof AmountError) return undefined;
    throw error;
  }
}

function firstGiven(quantity: EdgeQuantity): keyof EdgeQuantity {
  if (quantity.volumeMl !== undefined) return 'volumeMl';
  return quantity.deviceCount !== undefined ? 'deviceCount' : 'amountMg';
}

function isPositive(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value > 0;
}
