import type { Row } from '../../interop/daybook.js';

/** The ids by which the ledger knows what a book names. */
export interface Names {
  readonly locations: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, string>;
  readonly forms: ReadonlyMap<string, string>;
  readonly patients: ReadonlyMap<string, string>;
  readonly prescribers: ReadonlyMap<string, string>;
  /** Ref of the row that began it → id. */
  readonly sessions: ReadonlyMap<string, string>;
}

/** A row as a request: what is done, the body without signatures, and who else signs it. */
export interface Asked {
  /** The last segment of the act's address. */
  readonly act: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Absent for an act that nobody else signs. */
  readonly signers?: readonly Signer[];
}

export interface Signer {
  /** The code of somebody of the staff. */
  readonly code: string;
  readonly meaning: 'witnessed' | 'checked';
}

type Given = Readonly<Record<string, unknown>>;
type Event = { act: string; body: (row: Row, names: Names) => Given; meaning?: Signer['meaning'] };

/** What each event of a day book (daybook/README.md, "Rows") is in the ledger's interface. */
const EVENTS: Readonly<Record<string, Event>> = {
  receipt: { act: 'receipts', body: receipt, meaning: 'checked' },
  move: {
    act: 'moves',
    body: (row, names) => ({ container: row.container, toLocationId: idOf(names.locations, row.location) }),
    meaning: 'checked',
  },
  session: { act: 'sessions', body: session },
  draw: {
    act: 'draws',
    body: (row, names) => ({ ...ofSession(row, names), container: row.container, ...quantity(row) }),
  },
  give: { act: 'gives', body: (row, names) => ({ ...ofSession(row, names), ...quantity(row) }) },
  waste: {
    act: 'wastes',
    body: (row, names) => ({
      ...ofSession(row, names),
      ...given('container', row.container),
      ...quantity(row),
      reason: row.reason,
    }),
    meaning: 'witnessed',
  },
  close_out: {
    act: 'close-outs',
    body: (row) => ({ container: row.container, measuredVolumeMl: row.ml }),
    meaning: 'witnessed',
  },
  count: { act: 'counts', body: count, meaning: 'checked' },
};

/** Whether the ledger can record such a row already. */
export function isKnown(event: string): boolean {
  return Object.hasOwn(EVENTS, event);
}

/**
 * A row as the request its `by` sends. Names that the book does not introduce go as they stand: the ledger is to
 * refuse them. Undefined for an event that is not known yet.
 */
export function requestOf(row: Row, names: Names): Asked | undefined {
  const event = isKnown(row.event!) ? EVENTS[row.event!] : undefined;
  if (!event) return undefined;
  const { act, body, meaning } = event;
  if (meaning === undefined) return { act, body: body(row, names) };
  const codes = [row.second, row.witness1, row.witness2].filter((code) => code !== undefined && code !== '');
  return { act, body: body(row, names), signers: codes.map((code) => ({ code: code!, meaning })) };
}

function receipt(row: Row, names: Names): Given {
  return {
    supplier: { name: row.counterparty_name, deaNumber: row.counterparty_dea, address: row.counterparty_address },
    invoice: row.invoice,
    invoicedCount: Number(row.invoiced),
    countedCount: Number(row.containers),
    locationId: idOf(names.locations, row.location),
    productId: idOf(names.products, row.product),
    scan: row.scan,
    labelPrefix: row.ref,
  };
}

function session(row: Row, names: Names): Given {
  return {
    patientId: idOf(names.patients, row.patient),
    productId: idOf(names.products, row.product),
    prescriberId: idOf(names.prescribers, row.prescriber),
    locationId: idOf(names.locations, row.location),
    route: names.forms.get(row.product!) === 'nasal_device' ? 'intranasal' : 'intravenous',
    order: { amountMg: row.mg },
    ...given('indication', row.reason),
  };
}

function count(row: Row, names: Names): Given {
  if (row.container) return { container: row.container, measuredVolumeMl: row.ml };
  return {
    locationId: idOf(names.locations, row.location),
    productId: idOf(names.products, row.product),
    countedContainers: Number(row.containers),
  };
}

function ofSession(row: Row, names: Names): Given {
  return row.session ? { sessionId: idOf(names.sessions, row.session) } : {};
}

function quantity(row: Row): Given {
  return {
    ...given('volumeMl', row.ml),
    ...given('amountMg', row.mg),
    ...(row.devices ? { deviceCount: Number(row.devices) } : {}),
  };
}

function given(field: string, value: string | undefined): Given {
  return value ? { [field]: value } : {};
}

function idOf(ids: ReadonlyMap<string, string>, name: string | undefined): string | undefined {
  return ids.get(name ?? '') ?? name;
}
