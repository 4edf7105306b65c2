import { addDays, isCivilDate } from '../../../../src/domain/civil-date.js';
import { startOfLocalDate } from '../../../../src/domain/local-date.js';
import type { components } from '../../api/schema.gen.js';

export type NewBundle = components['schemas']['NewBundleDto'];
export type Kind = NewBundle['kind'];

export const KINDS: readonly Kind[] = [
  'container',
  'lot',
  'product',
  'session',
  'patient',
  'person',
  'period',
  'record',
];

/** What is chosen so far. `subject` is an id, or of a container its label; days are the site's. */
export interface Choice {
  readonly kind: Kind;
  readonly subject: string;
  readonly seq: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly shown: NewBundle['shown'];
  readonly purpose: string;
}

/** What an address asks for: other pages lead here with `?kind=session&subject=…`. */
export function choiceOf(search: URLSearchParams): Choice {
  const kind = KINDS.find((one) => one === search.get('kind')) ?? 'container';
  return {
    kind,
    subject: search.get('subject') ?? '',
    seq: search.get('seq') ?? '',
    fromDay: '',
    toDay: '',
    shown: 'amounts',
    purpose: '',
  };
}

/** The body of the act; undefined where something is not chosen yet. `subjectId`: what the subject turned out to be. */
export function bundleOf(choice: Choice, subjectId: string | undefined, timeZone: string): NewBundle | undefined {
  const { kind, seq, fromDay, toDay, shown, purpose } = choice;
  const common = { kind, shown, ...(purpose.trim() === '' ? {} : { purpose: purpose.trim() }) };
  if (kind === 'record') return /^\d{1,15}$/.test(seq) ? { ...common, seq: Number(seq) } : undefined;
  const period = {
    ...(isCivilDate(fromDay) ? { from: moment(fromDay, timeZone) } : {}),
    ...(isCivilDate(toDay) ? { to: moment(addDays(toDay, 1), timeZone) } : {}),
  };
  if (kind === 'period') return Object.keys(period).length > 0 ? { ...common, ...period } : undefined;
  return subjectId ? { ...common, ...period, subjectId } : undefined;
}

const moment = (day: string, timeZone: string): string => new Date(startOfLocalDate(day, timeZone)).toISOString();
