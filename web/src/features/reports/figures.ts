import type { components } from '../../api/schema.gen.js';
import type en from './strings.en.js';

type Schemas = components['schemas'];
/** A row of any reconciliation; which figures it has depends on what it is about. */
export type Row = Partial<
  Schemas['ReconciliationByLocation'] &
    Schemas['ReconciliationByContainer'] &
    Schemas['ReconciliationBySession'] &
    Schemas['ReconciliationByPerson']
>;
export type Dimension = 'site' | 'product' | 'location' | 'lot' | 'container' | 'session' | 'person';

/** How a figure counts: what was there, came, went, or is there. `part` is of the figure above it, `beside` of no sum. */
export type Sign = 'opening' | 'in' | 'out' | 'inside' | 'closing' | 'part' | 'beside';

export interface Figure {
  readonly key: keyof Row & `${string}Mg`;
  readonly sign: Sign;
  readonly label: Exclude<keyof typeof en, `${string}_${'one' | 'other'}`>;
  /** The list in which the entries behind it are. */
  readonly list?: 'receipts' | 'administration-log' | 'wastage-log' | 'discrepancies';
  /** Or the type of record that makes it. */
  readonly type?: string;
  /** Shown though it is nothing. */
  readonly always?: boolean;
}

const RECEIVED: Figure = { key: 'receivedMg', sign: 'in', label: 'received', list: 'receipts', always: true };
const GAIN: Figure = { key: 'overfillGainMg', sign: 'in', label: 'overfillGain', type: 'close_out' };
const WASTED: Figure = { key: 'wastedMg', sign: 'out', label: 'wasted', list: 'wastage-log', always: true };
const GIVEN: Figure = {
  key: 'administeredMg',
  sign: 'out',
  label: 'administered',
  list: 'administration-log',
  always: true,
};
const BROKEN: Figure = { key: 'brokenMg', sign: 'out', label: 'broken' };
const DESTROYED: Figure = { key: 'destroyedMg', sign: 'out', label: 'destroyed' };
const SENT: Figure = { key: 'sentOutMg', sign: 'out', label: 'sentOut' };
const TRANSFERRED: Figure = { key: 'transferredOutMg', sign: 'out', label: 'transferredOut' };
const SHORTAGE: Figure = { key: 'closeOutShortageMg', sign: 'out', label: 'shortage', type: 'close_out' };
const LOST: Figure = { key: 'lostMg', sign: 'out', label: 'lost' };
const TO_SUSPENSE: Figure = { key: 'toSuspenseMg', sign: 'out', label: 'toSuspense', list: 'discrepancies' };
const OTHER: Figure = { key: 'otherMg', sign: 'out', label: 'other' };
const DRAWN_OUT: Figure = { key: 'drawnMg', sign: 'out', label: 'drawn', type: 'draw', always: true };
const DRAWN_IN: Figure = { key: 'drawnMg', sign: 'in', label: 'drawn', type: 'draw', always: true };
const BACK_IN: Figure = { key: 'returnedMg', sign: 'in', label: 'returned', type: 'return' };
const BACK_OUT: Figure = { key: 'returnedMg', sign: 'out', label: 'returned', type: 'return' };
const BOOK: Figure = { key: 'closingBookMg', sign: 'closing', label: 'closingBook', always: true };

/** Opening and ways in, less ways out and what is not in containers, is the closing book: in the words of the demonstration. */
const OF_PLACE: readonly Figure[] = [
  { key: 'openingMg', sign: 'opening', label: 'opening', always: true },
  { key: 'openingBookMg', sign: 'part', label: 'openingBook' },
  { key: 'openingInHandMg', sign: 'part', label: 'openingInHand' },
  { key: 'openingInSuspenseMg', sign: 'part', label: 'openingInSuspense' },
  { key: 'openingInTransitMg', sign: 'part', label: 'openingInTransit' },
  RECEIVED,
  GAIN,
  { key: 'transferredInMg', sign: 'in', label: 'transferredIn' },
  { key: 'movedInMg', sign: 'in', label: 'movedIn', type: 'move' },
  GIVEN,
  WASTED,
  BROKEN,
  DESTROYED,
  SENT,
  TRANSFERRED,
  { key: 'movedOutMg', sign: 'out', label: 'movedOut', type: 'move' },
  SHORTAGE,
  LOST,
  { key: 'inTransitMg', sign: 'inside', label: 'inTransit' },
  { key: 'inSuspenseMg', sign: 'inside', label: 'inSuspense', list: 'discrepancies', always: true },
  { key: 'inHandMg', sign: 'inside', label: 'inHand', always: true },
  BOOK,
];

const OF_CONTAINER: readonly Figure[] = [
  { key: 'openingBookMg', sign: 'opening', label: 'openingOfContainer', always: true },
  RECEIVED,
  GAIN,
  BACK_IN,
  DRAWN_OUT,
  { ...WASTED, always: false },
  BROKEN,
  DESTROYED,
  SENT,
  TRANSFERRED,
  SHORTAGE,
  TO_SUSPENSE,
  LOST,
  OTHER,
  BOOK,
];

const OF_HAND: readonly Figure[] = [
  { key: 'openingInHandMg', sign: 'opening', label: 'openingHand', always: true },
  DRAWN_IN,
  GIVEN,
  WASTED,
  BACK_OUT,
  BROKEN,
  TO_SUSPENSE,
  OTHER,
  { key: 'inHandMg', sign: 'closing', label: 'inHand', always: true },
];

/** What somebody did to containers without a hand between is told, and counts to no sum of theirs. */
const OF_PERSON: readonly Figure[] = [
  ...OF_HAND,
  { key: 'receivedMg', sign: 'beside', label: 'received', list: 'receipts' },
  { key: 'overfillGainMg', sign: 'beside', label: 'overfillGain', type: 'close_out' },
  { key: 'closeOutShortageMg', sign: 'beside', label: 'shortage', type: 'close_out' },
  { key: 'closeOutSuspenseMg', sign: 'beside', label: 'toSuspense' },
  { key: 'wastedFromContainersMg', sign: 'beside', label: 'wastedFromContainers', list: 'wastage-log' },
];

const FIGURES: Readonly<Record<Dimension, readonly Figure[]>> = {
  site: OF_PLACE,
  product: OF_PLACE,
  location: OF_PLACE,
  lot: OF_CONTAINER,
  container: OF_CONTAINER,
  session: OF_HAND,
  person: OF_PERSON,
};

/** The figures of a statement that say something: those that are never left out, and those that are not nothing somewhere. */
export function figuresOf(by: Dimension, rows: readonly Row[]): readonly Figure[] {
  return FIGURES[by].filter(({ key, always }) => always || rows.some((row) => (row[key] ?? '0') !== '0'));
}
