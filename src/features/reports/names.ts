import type { EntityManager } from 'typeorm';
import { mgFromUg } from '../../domain/amounts.js';
import type { About } from './reconciliation.fields.js';
import { LOCATIONS, PRODUCTS } from './reconciliation.sql.js';

/** Which records of a site, and which part of it. */
export interface Range {
  readonly siteId: string;
  readonly fromSeq: number;
  /** The first record after it. */
  readonly untilSeq: number;
  readonly productId?: string;
  readonly locationId?: string;
  readonly lotId?: string;
  readonly containerId?: string;
  readonly sessionId?: string;
  readonly personId?: string;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

type Product = Named & {
  readonly product_id: string;
  readonly form: string;
  readonly strength_ug_per_ml: string | null;
  readonly device_amount_ug: string | null;
};

/** What ids are called, of the few things a site has of each. */
export interface Names {
  product(productId: string | undefined): Pick<About, 'productId' | 'productCode' | 'productName'>;
  /** Its finished form and strength, as 21 CFR 1304.22(c) asks for them: `injection`, `50 mg/mL`. */
  form(productId: string): { readonly form?: string; readonly strength?: string };
  location(locationId: string | undefined): Pick<About, 'locationId' | 'locationCode' | 'locationName'>;
}

/** Reads the names of a site's products and locations. */
export async function readNames(view: EntityManager, siteId: string): Promise<Names> {
  const products = byId((await view.query(PRODUCTS, [siteId])) as Product[], 'product_id');
  const locations = byId((await view.query(LOCATIONS, [siteId])) as (Named & { location_id: string })[], 'location_id');
  return {
    product(productId) {
      if (productId === undefined) return {};
      const named = products.get(productId);
      return { productId, ...(named ? { productCode: named.code, productName: named.name } : {}) };
    },
    form(productId) {
      const found = products.get(productId);
      if (!found) return {};
      const strength = found.strength_ug_per_ml
        ? `${mgFromUg(Number(found.strength_ug_per_ml))} mg/mL`
        : `${mgFromUg(Number(found.device_amount_ug))} mg a device`;
      return { form: found.form, strength };
    },
    location(locationId) {
      if (locationId === undefined) return {};
      const named = locations.get(locationId);
      return { locationId, ...(named ? { locationCode: named.code, locationName: named.name } : {}) };
    },
  };
}

function byId<K extends string, Row extends Named & Record<K, string>>(
  rows: readonly Row[],
  column: K,
): Map<string, Row> {
  return new Map(rows.map((row) => [row[column], row]));
}
