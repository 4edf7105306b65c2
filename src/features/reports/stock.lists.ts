import { mgFromUg, mlFromUl } from '../../domain/amounts.js';
import { isPast, localDate } from '../../domain/local-date.js';
import type { List } from './list.js';
import { OPEN_VIALS, STOCK } from './lists.sql.js';

export interface OpenVial {
  readonly containerLabel: string;
  readonly containerId: string;
  readonly productCode?: string;
  readonly productName?: string;
  readonly productId?: string;
  readonly locationCode?: string;
  readonly locationName?: string;
  readonly locationId?: string;
  readonly lotNumber: string;
  readonly bookMg: string;
  readonly bookMl?: string;
  readonly openedOn: string;
  readonly beyondUseOn?: string;
  readonly expiresOn: string;
  /** The earlier of the two: its last day. */
  readonly useBy: string;
  readonly pastUse: boolean;
}

/** Vials in use, those whose last day comes first before the others (regulations.md section 11, 12). */
export const openVials: List<OpenVial> = {
  name: 'open-vials',
  model: 'OpenVialRow',
  first: ['', ''],
  keyOf: (row) => [row.useBy, row.containerLabel],
  filters: ['productId', 'locationId'],
  fields: [
    { name: 'containerLabel', description: 'The label on the container.', example: 'R-0001-01' },
    { name: 'containerId', description: 'Its id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14' },
    { name: 'productCode', description: 'The product’s code.', example: 'KET50-10' },
    { name: 'productName', description: 'The product.', example: 'Ketamine hydrochloride 50 mg/mL, 10 mL' },
    { name: 'productId', description: 'The product’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' },
    { name: 'locationCode', description: 'The location’s code.', example: 'ROOM1' },
    { name: 'locationName', description: 'Where it is.', example: 'Treatment room 1' },
    { name: 'locationId', description: 'The location’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' },
    { name: 'lotNumber', description: 'The manufacturer’s lot.', example: '4821A' },
    {
      name: 'bookMg',
      description: 'What the book says is left; below zero where the overfill is in use.',
      example: '-5',
    },
    { name: 'bookMl', description: 'The same as a volume, where that is exact.', example: '-0.1', optional: true },
    { name: 'openedOn', description: 'The local day it was opened.', example: '2026-08-03' },
    {
      name: 'beyondUseOn',
      description: 'The last day it may be used after opening.',
      example: '2026-08-31',
      optional: true,
    },
    { name: 'expiresOn', description: 'The last day of its lot.', example: '2028-01-31' },
    { name: 'useBy', description: 'The earlier of the two.', example: '2026-08-31' },
    { name: 'pastUse', description: 'Whether that day is over.', example: false },
  ],
  async read({ view, siteId, after, limit, names, now, timeZone, only }) {
    const { productId = null, locationId = null } = only;
    const rows = (await view.query(OPEN_VIALS, [siteId, ...after, limit, productId, locationId])) as Record<
      string,
      string | null
    >[];
    const today = localDate(now.getTime(), timeZone);
    return rows.map((row) => ({
      containerLabel: row.label as string,
      containerId: row.container_id as string,
      ...names.product(row.product_id as string),
      ...names.location(row.location_id as string),
      lotNumber: row.lot_number as string,
      bookMg: mgFromUg(Number(row.balance_ug)),
      ...(row.volume_rest === '0' ? { bookMl: mlFromUl(Number(row.volume_ul)) } : {}),
      openedOn: row.opened_on as string,
      ...(row.beyond_use_on === null ? {} : { beyondUseOn: row.beyond_use_on as string }),
      expiresOn: row.expires_on as string,
      useBy: row.use_by as string,
      pastUse: isPast(today, row.use_by as string),
    }));
  },
};

export interface StockRow {
  readonly locationCode?: string;
  readonly locationName?: string;
  readonly locationId?: string;
  readonly productCode?: string;
  readonly productName?: string;
  readonly productId?: string;
  readonly lotNumber: string;
  readonly lotId: string;
  readonly expiresOn: string;
  readonly expired: boolean;
  readonly sealedContainers: number;
  readonly sealedMg: string;
  readonly openContainers: number;
  readonly openMg: string;
  readonly quarantinedContainers: number;
  readonly quarantinedMg: string;
  readonly bookMg: string;
}

/** What is there now, location by product by lot (regulations.md section 1.2: all that is on hand, quarantined too). */
export const stock: List<StockRow> = {
  name: 'stock',
  model: 'StockRow',
  first: ['', '', ''],
  keyOf: (row) => [row.locationCode ?? '', row.productCode ?? '', row.lotNumber],
  filters: ['productId', 'locationId'],
  fields: [
    { name: 'locationCode', description: 'The location’s code.', example: 'SAFE' },
    { name: 'locationName', description: 'The location.', example: 'Main safe' },
    { name: 'locationId', description: 'The location’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' },
    { name: 'productCode', description: 'The product’s code.', example: 'KET50-10' },
    { name: 'productName', description: 'The product.', example: 'Ketamine hydrochloride 50 mg/mL, 10 mL' },
    { name: 'productId', description: 'The product’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' },
    { name: 'lotNumber', description: 'The manufacturer’s lot.', example: '4821A' },
    { name: 'lotId', description: 'The lot’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13' },
    { name: 'expiresOn', description: 'The lot’s last day.', example: '2028-01-31' },
    { name: 'expired', description: 'Whether that day is over.', example: false },
    { name: 'sealedContainers', description: 'Sealed containers.', example: 12 },
    { name: 'sealedMg', description: 'In them, mg.', example: '6000' },
    { name: 'openContainers', description: 'Open containers.', example: 1 },
    { name: 'openMg', description: 'In them by the book, mg; may be below zero.', example: '320' },
    { name: 'quarantinedContainers', description: 'Containers out of use, awaiting disposal.', example: 0 },
    { name: 'quarantinedMg', description: 'In them by the book, mg.', example: '0' },
    { name: 'bookMg', description: 'All of it, mg.', example: '6320' },
  ],
  async read({ view, siteId, after, limit, names, now, timeZone, only }) {
    const { productId = null, locationId = null } = only;
    const rows = (await view.query(STOCK, [siteId, ...after, limit, productId, locationId])) as Record<
      string,
      string
    >[];
    const today = localDate(now.getTime(), timeZone);
    return rows.map((row) => ({
      ...names.location(row.location_id),
      ...names.product(row.product_id),
      lotNumber: row.lot_number as string,
      lotId: row.lot_id as string,
      expiresOn: row.expires_on as string,
      expired: isPast(today, row.expires_on as string),
      sealedContainers: Number(row.sealed),
      sealedMg: mgFromUg(Number(row.sealed_ug)),
      openContainers: Number(row.open),
      openMg: mgFromUg(Number(row.open_ug)),
      quarantinedContainers: Number(row.quarantined),
      quarantinedMg: mgFromUg(Number(row.quarantined_ug)),
      bookMg: mgFromUg(Number(row.book_ug)),
    }));
  },
};
