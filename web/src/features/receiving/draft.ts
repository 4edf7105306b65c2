import { JUST_NOW, type Earlier } from '../../acts/happened-earlier.js';
import { missingOf, type Line } from './lines.js';

export interface SupplierTyped {
  readonly name: string;
  readonly deaNumber: string;
  readonly address: string;
}

/** A delivery on its way to being recorded. */
export interface DeliveryDraft {
  /** Null: not chosen; `new`: as typed. */
  readonly supplierId: string | null;
  readonly typed: SupplierTyped;
  readonly invoice: string;
  readonly locationId: string | null;
  readonly lines: readonly Line[];
  readonly earlier: Earlier;
}

export const NEW_SUPPLIER = 'new';
export const NOTHING_YET: DeliveryDraft = {
  supplierId: null,
  typed: { name: '', deaNumber: '', address: '' },
  invoice: '',
  locationId: null,
  lines: [],
  earlier: JUST_NOW,
};

export type Missing = 'supplier' | 'invoice' | 'place' | 'lines' | 'lotNumber' | 'expiresOn' | 'invoiced';

/** Lines that are not recorded yet. */
export function open(draft: DeliveryDraft): readonly Line[] {
  return draft.lines.filter(({ recorded }) => recorded === undefined);
}

/** What is still needed before somebody can sign, each thing once, in the order of the page. */
export function missing(draft: DeliveryDraft): readonly Missing[] {
  const { supplierId, typed, invoice, locationId } = draft;
  const isSupplier =
    supplierId === NEW_SUPPLIER
      ? Object.values(typed).every((text) => (text as string).trim() !== '')
      : supplierId !== null;
  const lines = open(draft);
  return [
    ...(isSupplier ? [] : (['supplier'] as const)),
    ...(invoice.trim() === '' ? (['invoice'] as const) : []),
    ...(locationId === null ? (['place'] as const) : []),
    ...(lines.length === 0 ? (['lines'] as const) : []),
    ...new Set(lines.flatMap(missingOf)),
  ];
}
