import { strings } from '../../i18n/strings.js';
import en from './strings.en.js';
import es from './strings.es.js';

export const useDiscrepancyWords = strings('discrepancies', en, es);
