import type { components } from '../../api/schema.gen.js';

type Sheet = components['schemas']['CountSheetDto'];
export type CountBody = components['schemas']['CountDto'];

/** One line of the sheet: sealed containers of a product, or what is left in one open container. */
export type SheetLine =
  | {
      readonly id: string;
      readonly is: 'sealed';
      readonly productId: string;
      readonly code: string;
      readonly name: string;
    }
  | {
      readonly id: string;
      readonly is: 'open';
      readonly productId: string;
      readonly container: string;
      readonly measuredIn: 'mL' | 'devices';
      readonly code: string;
    };

/** The sheet in the order in which people look: what is open, then product by product. */
export function linesOf({ products, openContainers }: Sheet): readonly SheetLine[] {
  const codes = new Map(products.map(({ productId, code }) => [productId, code]));
  return [
    ...openContainers.map(({ containerId: id, container, productId, measuredIn }) => ({
      id,
      is: 'open' as const,
      productId,
      container,
      measuredIn,
      code: codes.get(productId) ?? '',
    })),
    ...products.map(({ productId, code, name }) => ({ id: productId, is: 'sealed' as const, productId, code, name })),
  ];
}

/** What a count found, once it is signed. */
export interface Found {
  readonly seq: number;
  readonly agrees: boolean;
  readonly varianceContainers?: number;
  readonly varianceMg: string;
}

export interface CountDraft {
  readonly locationId: string | null;
  /** By line: what was entered. */
  readonly entered: Readonly<Record<string, string>>;
  /** By line: the idempotency key of its count. */
  readonly keys: Readonly<Record<string, string>>;
  /** Labels that were counted by scanning: each counts once. */
  readonly scanned: readonly string[];
  /** By line: what it came to. */
  readonly found: Readonly<Record<string, Found>>;
}

export const NOTHING_YET: CountDraft = { locationId: null, entered: {}, keys: {}, scanned: [], found: {} };

/** Whether what was entered can be sent: a whole number, or a volume. */
export function isEntered(line: SheetLine, text: string | undefined): boolean {
  if (text === undefined) return false;
  return line.is === 'open' && line.measuredIn === 'mL' ? /^\d{1,5}(\.\d{1,3})?$/.test(text) : /^\d{1,6}$/.test(text);
}

/** The count of a line, word for word as it is signed and sent. */
export function countOf(line: SheetLine, text: string, locationId: string): CountBody {
  if (line.is === 'sealed') return { locationId, productId: line.productId, countedContainers: Number(text) };
  return line.measuredIn === 'mL'
    ? { container: line.container, measuredVolumeMl: text }
    : { container: line.container, deviceCount: Number(text) };
}

export interface ScannedThing {
  readonly container?: components['schemas']['ScannedContainerDto'];
  readonly product?: components['schemas']['ScannedProductDto'];
}

/** What a scan means for a sheet. */
export type SheetScan =
  | {
      readonly is: 'counted';
      readonly lineId: string;
      readonly label: string;
      readonly now: number;
      readonly elsewhere: boolean;
    }
  | { readonly is: 'twice'; readonly label: string }
  /** The cursor goes there. */
  | { readonly is: 'goto'; readonly lineId: string }
  | { readonly is: 'not_counted'; readonly label: string; readonly state: string }
  | { readonly is: 'unknown' };

const COUNTED_AS_SEALED: readonly string[] = ['sealed', 'taken', 'quarantined'];

/** A scanned container is one more of its product, once; an open one, or a product, is where the cursor goes. Changes nothing else. */
export function scanOnSheet(
  draft: CountDraft,
  lines: readonly SheetLine[],
  { container, product }: ScannedThing,
): readonly [CountDraft, SheetScan] {
  if (!container) {
    const line = product && lines.find((one) => one.is === 'sealed' && one.productId === product.productId);
    return [draft, line ? { is: 'goto', lineId: line.id } : { is: 'unknown' }];
  }
  const { label, state, containerId, productId, locationId } = container;
  const open = lines.find(({ id }) => id === containerId);
  if (open) return [draft, { is: 'goto', lineId: open.id }];
  if (!COUNTED_AS_SEALED.includes(state)) return [draft, { is: 'not_counted', label, state }];
  if (draft.scanned.includes(label)) return [draft, { is: 'twice', label }];
  const line = lines.find((one) => one.is === 'sealed' && one.productId === productId);
  if (!line) return [draft, { is: 'unknown' }];
  const now = Number(draft.entered[line.id] ?? '0') + 1;
  return [
    { ...draft, scanned: [...draft.scanned, label], entered: { ...draft.entered, [line.id]: String(now) } },
    { is: 'counted', lineId: line.id, label, now, elsewhere: locationId !== draft.locationId },
  ];
}
