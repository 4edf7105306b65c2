import { amount } from '../../i18n/format.js';
import { useSessionWords } from './words.js';

/** What an order comes to in the hand: `0.68 mL in the syringe (34 mg)`, or `2 devices`. */
export function usePlanText(): (of: {
  readonly plannedVolumeMl?: string;
  readonly plannedMg?: string;
  readonly plannedDevices?: number;
}) => string {
  const say = useSessionWords();
  return ({ plannedVolumeMl, plannedMg, plannedDevices }) => {
    if (plannedDevices !== undefined) return say('devices', { count: plannedDevices });
    if (plannedVolumeMl === undefined || plannedMg === undefined) return '';
    return say('planVolume', { volume: amount(plannedVolumeMl, 'mL'), amount: amount(plannedMg, 'mg') });
  };
}
