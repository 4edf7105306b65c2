import type { ContainerState } from '../../src/domain/container.js';
import type { ProductFacts } from '../../src/domain/product.js';

/** Hospira 0409-2053-10: 500 mg in 10 mL, multiple-dose. */
export const KET50: ProductFacts = {
  productId: 'KET50',
  form: 'injection',
  dosing: 'multi_dose',
  strengthUgPerMl: 50_000,
  containerVolumeUl: 10_000,
  beyondUseDays: 28,
};

/** Mylan 67457-181-20: 200 mg in 20 mL, single-dose. */
export const KET10: ProductFacts = {
  productId: 'KET10',
  form: 'injection',
  dosing: 'single_dose',
  strengthUgPerMl: 10_000,
  containerVolumeUl: 20_000,
};

/** Spravato 50458-028-03: three devices of 28 mg. */
export const SPR84: ProductFacts = {
  productId: 'SPR84',
  form: 'nasal_device',
  dosing: 'single_dose',
  devicesPerContainer: 3,
  deviceAmountUg: 28_000,
};

/** A 10 mL multi-dose vial, opened on 31 August 2026, with 1 mg left. */
export const OPEN_VIAL: ContainerState = {
  containerId: 'c1',
  label: '20260831-0002-01',
  productId: 'KET50',
  lotId: 'LT102',
  locationId: 'ROOM1',
  state: 'open',
  bookUg: 1_000,
  labelUg: 500_000,
  overfillAllowanceUg: 25_000,
  openedOn: '2026-08-31',
  beyondUseOn: '2026-09-28',
  expiresOn: '2028-01-31',
};
