import { strings } from '../i18n/strings.js';
import en from './strings.en.js';
import es from './strings.es.js';

export const useProofWords = strings('proof', en, es);
