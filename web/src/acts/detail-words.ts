import { filled, type DetailKind } from '../../../src/domain/refusal-details.js';
import { day, decimalText, timeHere } from '../i18n/format.js';
import { currentLanguage } from '../i18n/strings.js';
import { DETAILS_HERE_EN } from './details.en.js';
import { DETAILS_ES } from './details.es.js';

/** A detail as it comes over the interface: its English sentence, and what it is of the closed list. */
export interface SaidDetail {
  readonly detail: string;
  readonly kind?: DetailKind;
  readonly values?: Readonly<Record<string, string>>;
}

/** What a detail says, in the language of the page; undefined where there is no kind to go by. English may be the ledger's own. */
export function detailWords({ detail, kind, values = {} }: SaidDetail): string | undefined {
  if (kind === undefined) return undefined;
  const sentence = (currentLanguage() === 'es' ? DETAILS_ES : DETAILS_HERE_EN)[kind];
  if (sentence === undefined) return detail;
  return filled(
    sentence,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(name, value)])),
  );
}

/** A value as the page writes it; its name says what it is: `inHandMg`, `expiresOn`, `endsAt`. */
function shown(name: string, value: string): string {
  if (/(?:Mg|Ml)$/.test(name)) return /^\d+(?:\.\d+)?$/.test(value) ? decimalText(value) : value;
  if (name.endsWith('On')) return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
  if (name.endsWith('At')) return timeHere(value);
  return value;
}
