import type { EntityManager } from 'typeorm';
import { reconcile, type Moved, type Reconciliation } from '../../domain/reconciliation.js';
import { PLACE_BALANCES, PLACE_FLOWS, SEALED } from './reconciliation.sql.js';
import { atTheEdge, type OpeningParts, type PlaceRow } from './reconciliation.fields.js';
import type { Range } from './names.js';

interface PlaceKey {
  readonly location_id: string;
  readonly product_id: string;
}
type Balance = PlaceKey & { kind: string; opening_ug: string; closing_ug: string };
type Flow = PlaceKey & { kind: string; in_ug: string; out_ug: string };
type Sealed = PlaceKey & { sealed: string };

/** Figures of one group of places, with the ids it was grouped by. */
export interface PlaceGroup {
  readonly locationId?: string;
  readonly productId?: string;
  readonly figures: Omit<PlaceRow, 'productCode'>;
}

/** The reconciliation of a site, of its products, or of its locations and products, over a range of the log. */
export async function reconcilePlaces(
  view: EntityManager,
  range: Range,
  by: 'site' | 'product' | 'location',
): Promise<PlaceGroup[]> {
  const { siteId, fromSeq, untilSeq, locationId = null, productId = null } = range;
  const parameters = [siteId, fromSeq, untilSeq, locationId, productId];
  const balances = (await view.query(PLACE_BALANCES, parameters)) as Balance[];
  const flows = (await view.query(PLACE_FLOWS, parameters)) as Flow[];
  const sealed = (await view.query(SEALED, [siteId, untilSeq, locationId, productId])) as Sealed[];

  const groups = new Map<string, Group>();
  const groupOf = (row: PlaceKey): Group => {
    const key = {
      locationId: by === 'location' ? row.location_id : undefined,
      productId: by === 'site' ? undefined : row.product_id,
    };
    const name = `${key.locationId}/${key.productId}`;
    if (!groups.has(name)) groups.set(name, new Group(key.locationId, key.productId));
    return groups.get(name) as Group;
  };
  if (by === 'site') groups.set('undefined/undefined', new Group(undefined, undefined));
  for (const row of balances) groupOf(row).balance(row);
  for (const row of flows) groupOf(row).flow(row);
  for (const row of sealed) groupOf(row).sealed += Number(row.sealed);
  // Where all locations are summed up, what went from one to another crossed no border.
  const borders = by === 'location' || locationId !== null;
  return [...groups.values()]
    .map((group) => group.finished(borders))
    .filter((group) => by === 'site' || !isNothing(group));
}

class Group {
  sealed = 0;
  readonly #opening: Record<string, number> = {};
  readonly #closing: Record<string, number> = {};
  readonly #moved: Record<string, Required<Moved>> = {};

  constructor(
    private readonly locationId: string | undefined,
    private readonly productId: string | undefined,
  ) {}

  balance(row: Balance): void {
    this.#opening[row.kind] = (this.#opening[row.kind] ?? 0) + Number(row.opening_ug);
    this.#closing[row.kind] = (this.#closing[row.kind] ?? 0) + Number(row.closing_ug);
  }

  flow(row: Flow): void {
    const moved = this.#moved[row.kind] ?? { intoStockUg: 0, outOfStockUg: 0 };
    this.#moved[row.kind] = {
      intoStockUg: moved.intoStockUg + Number(row.in_ug),
      outOfStockUg: moved.outOfStockUg + Number(row.out_ug),
    };
  }

  finished(borders: boolean): PlaceGroup {
    const { across, ...movedUg } = this.#moved;
    const figures = reconcile({
      openingUg: this.#opening,
      movedUg,
      ...(borders && across ? { acrossUg: across } : {}),
      closingUg: this.#closing,
    });
    const parts: OpeningParts = {
      openingBookUg: this.#opening.container ?? 0,
      openingInHandUg: this.#opening.in_hand ?? 0,
      openingInSuspenseUg: this.#opening.suspense ?? 0,
      openingInTransitUg: this.#opening.in_transit ?? 0,
    };
    return {
      ...(this.locationId === undefined ? {} : { locationId: this.locationId }),
      ...(this.productId === undefined ? {} : { productId: this.productId }),
      figures: { ...atTheEdge<Reconciliation & OpeningParts>({ ...figures, ...parts }), sealedContainers: this.sealed },
    };
  }
}

function isNothing({ figures }: PlaceGroup): boolean {
  return Object.entries(figures).every(([name, value]) => !name.endsWith('Mg') || value === '0');
}
