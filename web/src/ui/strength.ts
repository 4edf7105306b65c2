import { amount } from '../i18n/format.js';

/** What a container of a product holds, as its label says it: `50 mg/mL · 10 mL`, or `2 × 28 mg`. */
export function strength(of: {
  readonly strengthMgPerMl?: string;
  readonly containerVolumeMl?: string;
  readonly devicesPerContainer?: number;
  readonly deviceAmountMg?: string;
}): string {
  const { strengthMgPerMl, containerVolumeMl, devicesPerContainer, deviceAmountMg } = of;
  const measured = [
    ...(strengthMgPerMl === undefined ? [] : [amount(strengthMgPerMl, 'mg/mL')]),
    ...(containerVolumeMl === undefined ? [] : [amount(containerVolumeMl, 'mL')]),
  ];
  if (measured.length > 0) return measured.join(' · ');
  return deviceAmountMg === undefined ? '' : `${devicesPerContainer ?? 1} × ${amount(deviceAmountMg, 'mg')}`;
}
