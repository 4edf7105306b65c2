import { mgFromUg } from '../../domain/amounts.js';
import type { ContainerFigures, HandFigures } from '../../domain/holder-flows.js';
import type { Reconciliation } from '../../domain/reconciliation.js';
import type { Edged, Field } from './table.js';

export const DIMENSIONS = ['site', 'product', 'location', 'lot', 'container', 'session', 'person'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What a row of a reconciliation is about. */
export interface About {
  readonly productId?: string;
  readonly productCode?: string;
  readonly productName?: string;
  readonly locationId?: string;
  readonly locationCode?: string;
  readonly locationName?: string;
  readonly lotId?: string;
  readonly lotNumber?: string;
  readonly containerId?: string;
  readonly containerLabel?: string;
  readonly sessionId?: string;
  readonly startedAt?: string;
  readonly personId?: string;
  readonly personName?: string;
}

/** Of what was inside at the beginning, which part was where. */
export interface OpeningParts {
  readonly openingBookUg: number;
  readonly openingInHandUg: number;
  readonly openingInSuspenseUg: number;
  readonly openingInTransitUg: number;
}

/** What a person put into and took out of containers without a hand between. */
export interface PersonContainerFigures {
  readonly receivedUg: number;
  readonly overfillGainUg: number;
  readonly closeOutShortageUg: number;
  readonly closeOutSuspenseUg: number;
  readonly wastedFromContainersUg: number;
}

export type PlaceRow = About & Edged<Reconciliation & OpeningParts> & { readonly sealedContainers: number };
export type ContainerRow = About & Edged<ContainerFigures> & { readonly sealedContainers: number };
export type SessionRow = About & Edged<HandFigures>;
export type PersonRow = About & Edged<HandFigures & PersonContainerFigures>;
export type AnyRow = Partial<PlaceRow & ContainerRow & SessionRow & PersonRow>;

/** µg fields as mg texts under their mg names. Throws AmountError beyond a tonne. */
export function atTheEdge<T extends object>(figures: T): Edged<T> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) =>
      name.endsWith('Ug') ? [`${name.slice(0, -2)}Mg`, mgFromUg(value as number)] : [name, value],
    ),
  ) as Edged<T>;
}

const field = (name: keyof AnyRow, description: string, example: Field<AnyRow>['example']): Field<AnyRow> => ({
  name,
  description,
  example,
});
const sometimes = (one: Field<AnyRow>): Field<AnyRow> => ({ ...one, optional: true });
const mg = (name: keyof AnyRow, description: string, example = '0') => field(name, `${description} mg.`, example);

const PRODUCT = [
  field('productCode', 'The product’s code at this site.', 'KET50-10'),
  field('productName', 'The product.', 'Ketamine hydrochloride injection 50 mg/mL, 10 mL'),
  field('productId', 'The product’s id.', '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11'),
];
const LOCATION = [
  field('locationCode', 'The location’s code.', 'SAFE'),
  field('locationName', 'The location.', 'Main safe'),
  field('locationId', 'The location’s id.', '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12'),
];
const LOT = [
  field('lotNumber', 'The manufacturer’s lot.', '4821A'),
  field('lotId', 'The lot’s id.', '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13'),
];
const CONTAINER = [
  field('containerLabel', 'The label on the container.', 'R-0001-01'),
  field('containerId', 'The container’s id.', '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14'),
];
const SESSION = [
  field('sessionId', 'The session’s id.', '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15'),
  sometimes(field('startedAt', 'When the session began.', '2026-08-03T14:00:00.000Z')),
];
const PERSON = [
  sometimes(field('personName', 'The person.', 'Nora Quill')),
  field('personId', 'The person’s id.', '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16'),
];
const IDENTITY = [
  mg(
    'differenceMg',
    'Opening and ways in, less ways out and what is there at the end: 0 where nothing changed unseen,',
  ),
  field('holds', 'Whether the identity holds.', true),
];
const SEALED = field('sealedContainers', 'Sealed containers at the end.', 12);

const PLACE_FIGURES = [
  mg('openingMg', 'Everything inside at the beginning,', '5000'),
  mg('openingBookMg', 'Of it in containers, by the book,', '5000'),
  mg('openingInHandMg', 'Of it in hand,'),
  mg('openingInSuspenseMg', 'Of it in suspense,'),
  mg('openingInTransitMg', 'Of it in transit,'),
  mg('receivedMg', 'Received,', '2500'),
  mg('overfillGainMg', 'Found above the label at close-outs,', '25'),
  mg('transferredInMg', 'Received from other registrants,'),
  mg('movedInMg', 'Moved in from other locations of the site,'),
  mg('administeredMg', 'Administered,', '3100.5'),
  mg('wastedMg', 'Wasted,', '120'),
  mg('brokenMg', 'Broken, not recoverable,'),
  mg('destroyedMg', 'Destroyed,'),
  mg('sentOutMg', 'Sent to a reverse distributor,'),
  mg('transferredOutMg', 'Sent to other registrants,'),
  mg('movedOutMg', 'Moved to other locations of the site,'),
  mg('closeOutShortageMg', 'Missing at close-outs within tolerance,', '4.5'),
  mg('lostMg', 'Written off after an investigation,'),
  mg('inTransitMg', 'In transit at the end,'),
  mg('inSuspenseMg', 'In suspense at the end,'),
  mg('inHandMg', 'In hand at the end,'),
  mg('closingBookMg', 'In containers at the end, by the book,', '4300'),
  SEALED,
  ...IDENTITY,
];

const CONTAINER_FIGURES = [
  mg('openingBookMg', 'The book at the beginning,', '500'),
  mg('receivedMg', 'Received,'),
  mg('overfillGainMg', 'Found above the label at the close-out,'),
  mg('returnedMg', 'Came back unopened,'),
  mg('drawnMg', 'Drawn,', '300'),
  mg('wastedMg', 'Wasted out of the container itself,'),
  mg('brokenMg', 'Broken, not recoverable,'),
  mg('destroyedMg', 'Destroyed,'),
  mg('sentOutMg', 'Sent to a reverse distributor,'),
  mg('transferredOutMg', 'Sent to other registrants,'),
  mg('closeOutShortageMg', 'Missing at the close-out within tolerance,'),
  mg('toSuspenseMg', 'Put in suspense,'),
  mg('lostMg', 'Written off,'),
  mg('otherMg', 'Went anywhere else,'),
  mg('closingBookMg', 'The book at the end,', '200'),
  SEALED,
  ...IDENTITY,
];

const HAND_FIGURES = [
  mg('openingInHandMg', 'In hand at the beginning,'),
  mg('drawnMg', 'Drawn,', '50'),
  mg('administeredMg', 'Administered,', '37.5'),
  mg('wastedMg', 'Wasted from the hand,', '12.5'),
  mg('returnedMg', 'Returned unopened,'),
  mg('brokenMg', 'Broken, not recoverable,'),
  mg('toSuspenseMg', 'Put in suspense,'),
  mg('otherMg', 'Went anywhere else,'),
  mg('inHandMg', 'In hand at the end,'),
  ...IDENTITY,
];

const PERSON_FIGURES = [
  ...HAND_FIGURES,
  mg('receivedMg', 'Received into containers,'),
  mg('overfillGainMg', 'Found above the label at their close-outs,'),
  mg('closeOutShortageMg', 'Missing within tolerance at their close-outs,'),
  mg('closeOutSuspenseMg', 'Put in suspense out of containers,'),
  mg('wastedFromContainersMg', 'Wasted out of containers themselves,'),
];

/** The fields of a row, dimension by dimension. */
export const FIELDS: Readonly<Record<Dimension, readonly Field<AnyRow>[]>> = {
  site: PLACE_FIGURES,
  product: [...PRODUCT, ...PLACE_FIGURES],
  location: [...LOCATION, ...PRODUCT, ...PLACE_FIGURES],
  lot: [...PRODUCT, ...LOT, ...CONTAINER_FIGURES],
  container: [...CONTAINER, ...PRODUCT, ...LOT, ...CONTAINER_FIGURES],
  session: [...SESSION, ...PRODUCT, ...PERSON.map(sometimes), ...HAND_FIGURES],
  person: [...PERSON, ...PRODUCT, ...PERSON_FIGURES],
};
