import { MAX_AMOUNT, mgFromUg } from './amounts.js';
import { type Decimal, divide, fixedText, multiply, parseDecimal, shortText } from './decimal.js';
import { said } from './refusal-details.js';
import { refuse, type Refusal } from './refusal.js';

/** What the prescriber ordered: an amount, or an amount for each kilogram with the weight. Decimal texts. */
export type DoseOrder = { readonly amountMg: string } | { readonly mgPerKg: string; readonly weightKg: string };

export interface OrderedDose {
  /** The order, exactly: mg/kg x kg, all its decimals and no trailing zeros. */
  readonly doseMg: string;
  /** The order in whole µg, half up. An order is an instruction and moves no stock, so it may be rounded. */
  readonly doseUg: number;
}

export interface DoseVolume extends OrderedDose {
  /** The dose as a volume, four decimals, half up. */
  readonly exactMl: string;
  /** The volume a syringe can measure: half up to its graduation, with the graduation's decimals. */
  readonly drawnMl: string;
  /** What that volume holds, exactly: may differ a little from the order. */
  readonly drawnMg: string;
}

/** 0.01 mL: the syringes of daybook/README.md, "Rules". */
const SYRINGE_GRADUATION_ML = '0.01';
const EXACT_ML_DECIMALS = 4;

/**
 * The amount an order comes to (regulations.md section 7.2: 0.5 mg/kg). Refuses `amount_invalid` with the field, for
 * zero, for a text that is no decimal of at most six decimals (`amountMg`: three), and for what is beyond any stock.
 */
export function orderedDose(order: DoseOrder): OrderedDose | Refusal {
  const dose = doseOf(order);
  return 'code' in dose ? dose : described(dose);
}

/**
 * The order as a volume of an injection and what the syringe will draw for it. `graduationMl` is the syringe's.
 * Refuses as `orderedDose` does. Throws RangeError for a strength or graduation that is none: those are our own.
 */
export function doseVolume(of: {
  readonly order: DoseOrder;
  readonly strengthUgPerMl: number;
  readonly graduationMl?: string;
}): DoseVolume | Refusal {
  const graduation = parseDecimal(of.graduationMl ?? SYRINGE_GRADUATION_ML);
  if (!graduation || graduation.units === 0n) throw new RangeError(`not a graduation: ${of.graduationMl}`);
  if (!Number.isSafeInteger(of.strengthUgPerMl) || of.strengthUgPerMl <= 0) {
    throw new RangeError(`not a strength in µg/mL: ${of.strengthUgPerMl}`);
  }
  const dose = doseOf(of.order);
  if ('code' in dose) return dose;
  const strength: Decimal = { units: BigInt(of.strengthUgPerMl), scale: 3 };
  // Steps of the syringe from the dose itself: rounding the four decimals again would round twice.
  const steps = divide(dose, multiply(strength, graduation), 0);
  const drawn = multiply(steps, graduation);
  return {
    ...described(dose),
    exactMl: fixedText(divide(dose, strength, EXACT_ML_DECIMALS)),
    drawnMl: fixedText(drawn),
    drawnMg: shortText(multiply(drawn, strength)),
  };
}

/**
 * How many devices make a dose: whole ones (regulations.md section 7.1). Refuses `amount_not_exact` otherwise.
 */
export function devicesForDose(of: { readonly doseUg: number; readonly deviceAmountUg: number }): number | Refusal {
  const { doseUg, deviceAmountUg } = of;
  if (doseUg > 0 && doseUg % deviceAmountUg === 0) return doseUg / deviceAmountUg;
  return refuse('amount_not_exact', {
    detail: said('no_whole_units', { amountMg: mgFromUg(doseUg), unitMg: mgFromUg(deviceAmountUg) }),
    field: 'amountMg',
  });
}

/** What to draw or take for an order: the volume a syringe can measure and what it holds, or whole devices. */
export type PlannedDose =
  { readonly plannedVolumeMl: string; readonly plannedMg: string } | { readonly plannedDevices: number };

/**
 * The plan of an order of a product, as the record of a session's start has it. Refuses as `orderedDose` does, and
 * `amount_not_exact` for what is counted and not whole.
 */
export function plannedDose(
  product: { readonly strengthUgPerMl?: number; readonly deviceAmountUg?: number },
  order: DoseOrder,
): PlannedDose | Refusal {
  const { strengthUgPerMl, deviceAmountUg } = product;
  if (strengthUgPerMl !== undefined) {
    const volume = doseVolume({ order, strengthUgPerMl });
    return 'code' in volume ? volume : { plannedVolumeMl: volume.drawnMl, plannedMg: volume.drawnMg };
  }
  const dose = orderedDose(order);
  if ('code' in dose) return dose;
  const devices = devicesForDose({ doseUg: dose.doseUg, deviceAmountUg: deviceAmountUg as number });
  return typeof devices === 'number' ? { plannedDevices: devices } : devices;
}

function doseOf(order: DoseOrder): Decimal | Refusal {
  if ('amountMg' in order) {
    const amount = positive(order.amountMg, 'amountMg');
    if ('code' in amount) return amount;
    return amount.scale > 3 ? refuse('amount_invalid', { field: 'amountMg' }) : limited(amount, 'amountMg');
  }
  const mgPerKg = positive(order.mgPerKg, 'mgPerKg');
  if ('code' in mgPerKg) return mgPerKg;
  const weightKg = positive(order.weightKg, 'weightKg');
  return 'code' in weightKg ? weightKg : limited(multiply(mgPerKg, weightKg), 'mgPerKg');
}

function positive(text: string, field: string): Decimal | Refusal {
  const value = parseDecimal(text);
  return value && value.units > 0n ? value : refuse('amount_invalid', { field });
}

// Also keeps a dose from becoming 0 µg.
function limited(value: Decimal, field: string): Decimal | Refusal {
  const { units } = wholeUg(value);
  return units >= 1n && units <= BigInt(MAX_AMOUNT) ? value : refuse('amount_invalid', { field });
}

function described(dose: Decimal): OrderedDose {
  return { doseMg: shortText(dose), doseUg: Number(wholeUg(dose).units) };
}

function wholeUg(doseMg: Decimal): Decimal {
  return divide({ units: doseMg.units * 1000n, scale: doseMg.scale }, { units: 1n, scale: 0 }, 0);
}
