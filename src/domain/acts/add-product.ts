import { AmountError, mgFromUg, mlFromUl, ugFromMg, ulFromMl } from '../amounts.js';
import type { Outcome } from '../ledger/outcome.js';
import type { RecordChange } from '../ledger/record.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { labelAmountUg, overfillAllowanceUg, type ProductFacts } from '../product.js';
import { said } from '../refusal-details.js';
import { firstRefusal, isRefusal, refusalIn, refuse, type Refusal } from '../refusal.js';

export interface NewProduct {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  /** Verified before, or the refusal that came of it. */
  readonly ndc: { readonly ndc: string; readonly ndc11: string } | Refusal;
  readonly gtin: string | Refusal | undefined;
  readonly form: ProductFacts['form'];
  readonly dosing: ProductFacts['dosing'];
  readonly strengthMgPerMl?: string;
  readonly containerVolumeMl?: string;
  readonly devicesPerContainer?: number;
  readonly deviceAmountMg?: string;
  readonly beyondUseDays?: number;
  /** DEA drug code: 7285 is ketamine and its isomers. */
  readonly deaCode: string;
  readonly schedule: string;
}

/** What `addProduct` must see. */
export function newProductReads({ code, gtin }: NewProduct): Read[] {
  return [
    { table: 'product', column: 'code', values: [code] },
    { table: 'product', column: 'gtin', values: typeof gtin === 'string' ? [gtin] : [] },
  ];
}

/**
 * A product as it comes from the supplier: one container of it holds the label amount, exactly, and may give as much
 * more as USP <1151> lets a maker overfill (regulations.md section 7.3).
 * Refuses, the first that applies: `invalid_barcode` (GTIN), `amount_invalid`, `amount_not_exact`, `amount_unit_wrong`,
 * `already_exists` (code or GTIN), `invalid_ndc`.
 */
export function addProduct(product: NewProduct): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const facts = productFactsOf(product);
    const refusal = firstRefusal(
      refusalIn(product.ndc),
      refusalIn(product.gtin),
      refusalIn(facts),
      state.find('product', 'code', product.code) ? refuse('already_exists', { field: 'code' }) : undefined,
      typeof product.gtin === 'string' && state.find('product', 'gtin', product.gtin)
        ? refuse('already_exists', { field: 'gtin' })
        : undefined,
    );
    if (refusal || isRefusal(facts)) return refusal as Refusal;
    const { productId, code } = product;
    const labelUg = labelAmountUg(facts);
    const overfillUg = overfillAllowanceUg(facts);
    return {
      changes: [productChange(product, { facts, labelUg, overfillUg })],
      answer: {
        productId,
        code,
        labelAmountMg: mgFromUg(labelUg),
        overfillAllowanceMg: mgFromUg(overfillUg),
      },
    };
  };
}

function productChange(
  product: NewProduct,
  { facts, labelUg, overfillUg }: { facts: ProductFacts; labelUg: number; overfillUg: number },
): RecordChange {
  const { ndc, gtin } = product as { ndc: { ndc: string; ndc11: string }; gtin: string | undefined };
  const { productId, code, name, deaCode, schedule } = product;
  return {
    table: 'product',
    productId,
    code,
    name,
    ndc: ndc.ndc,
    ndc11: ndc.ndc11,
    gtin,
    form: facts.form,
    dosing: facts.dosing,
    strengthUgPerMl: facts.strengthUgPerMl,
    containerVolumeMl: facts.containerVolumeUl === undefined ? undefined : mlFromUl(facts.containerVolumeUl),
    devicesPerContainer: facts.devicesPerContainer,
    deviceAmountMg: facts.deviceAmountUg === undefined ? undefined : mgFromUg(facts.deviceAmountUg),
    labelAmountMg: mgFromUg(labelUg),
    overfillAllowanceMg: mgFromUg(overfillUg),
    beyondUseDays: facts.beyondUseDays,
    deaCode,
    schedule,
    active: true,
  };
}

/** The facts in integers, with exactly those of the product's form. */
function productFactsOf(product: NewProduct): ProductFacts | Refusal {
  const misplaced = misplacedField(product);
  if (misplaced) return misplaced;
  const { productId, form, dosing, devicesPerContainer, beyondUseDays } = product;
  try {
    const facts: ProductFacts = {
      productId,
      form,
      dosing,
      ...inUnits('strengthUgPerMl', product.strengthMgPerMl, ugFromMg),
      ...inUnits('containerVolumeUl', product.containerVolumeMl, ulFromMl),
      ...inUnits('deviceAmountUg', product.deviceAmountMg, ugFromMg),
      ...(devicesPerContainer === undefined ? {} : { devicesPerContainer }),
      ...(beyondUseDays === undefined ? {} : { beyondUseDays }),
    };
    labelAmountUg(facts);
    return facts;
  } catch (error) {
    if (error instanceof AmountError) return refuse(error.code, { field: amountField(form) });
    throw error;
  }
}

function misplacedField(product: NewProduct): Refusal | undefined {
  const [needed, foreign] = product.form === 'injection' ? [OF_VOLUME, OF_DEVICES] : ([OF_DEVICES, OF_VOLUME] as const);
  const missing = needed.find((field) => product[field] === undefined);
  const odd = foreign.find((field) => product[field] !== undefined);
  if (missing)
    return refuse('amount_invalid', { detail: said('product_field_missing', { field: missing }), field: missing });
  if (odd) return refuse('amount_unit_wrong', { detail: said('product_field_foreign', { field: odd }), field: odd });
  return undefined;
}

const OF_VOLUME = ['strengthMgPerMl', 'containerVolumeMl'] as const;
const OF_DEVICES = ['devicesPerContainer', 'deviceAmountMg'] as const;

function amountField(form: ProductFacts['form']): string {
  return form === 'injection' ? 'strengthMgPerMl' : 'deviceAmountMg';
}

function inUnits<K extends string>(key: K, text: string | undefined, parse: (text: string) => number) {
  return text === undefined ? {} : ({ [key]: parse(text) } as { [P in K]: number });
}
