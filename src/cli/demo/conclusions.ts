import type { Conclusions, DayBook } from '../../interop/daybook.js';
import type { Clinic } from './clinic.js';
import type { Client } from './client.js';
import type { Played } from './play.js';

type Item = Record<string, unknown>;

const FIGURES = [
  'opening_mg',
  'received_mg',
  'overfill_gain_mg',
  'administered_mg',
  'wasted_mg',
  'broken_mg',
  'sent_out_mg',
  'close_out_shortage_mg',
  'in_suspense_mg',
  'in_hand_mg',
  'closing_book_mg',
  'sealed_containers',
] as const;

/**
 * Asks the ledger, as a compliance officer would, what it concludes from the book, and says it in the book's words.
 * Call when the sessions that may be ended are ended.
 */
export async function askConclusions(of: { book: DayBook; clinic: Clinic; played: Played }): Promise<Conclusions> {
  const { book, clinic, played } = of;
  const officer = clinic.staff.someone('compliance_officer');
  const site = `/sites/${clinic.siteId}`;
  const names = namesOf(clinic, played);
  const sessions = await officer.all(`${site}/sessions`);
  const { refused } = played;
  return {
    rows: book.rows.length,
    accepted: played.accepted,
    replayed: played.replayed,
    refused: refused.map(({ line, ref, code }) => ({ line, ref, code })),
    reconciliation: await reconciliation(officer, site, book),
    openContainers: await containersIn('open', { officer, site }),
    quarantined: await containersIn('quarantined', { officer, site }),
    sessions: sessions.length,
    sessionsNotBalanced: (await officer.all(`${site}/sessions/unbalanced`)).map((item) => ({
      session: names.session(item.sessionId),
      patient: names.patient(item.patientId),
      in_hand_mg: String(item.inHandMg),
    })),
    discrepancies: (await officer.all(`${site}/discrepancies`)).map((item) => discrepancy(item, names)),
  };
}

async function reconciliation(officer: Client, site: string, book: DayBook): Promise<Conclusions['reconciliation']> {
  const [from, to] = [book.rows[0]!.at!.slice(0, 10), book.rows.at(-1)!.at!.slice(0, 10)];
  const rows = await officer.all(`${site}/reports/reconciliation?by=product&from=${from}&to=${to}`);
  return rows.map((row) => ({
    product: String(row.productCode),
    ...Object.fromEntries(FIGURES.map((figure) => [figure, row[camelCase(figure)] as string | number])),
  }));
}

async function containersIn(state: string, of: { officer: Client; site: string }): Promise<Record<string, string>[]> {
  const found: Record<string, string>[] = [];
  for (const item of await of.officer.all(`${of.site}/containers?state=${state}`)) {
    const [container, product, location] = [item.label, item.productCode, item.locationCode].map(String);
    // No list shows a book amount: whoever counts is not to know it.
    const { bookAmountMg } = await of.officer.get(`${of.site}/containers/${String(item.containerId)}/book`);
    found.push({ container: container!, product: product!, location: location!, book_mg: String(bookAmountMg) });
  }
  return found;
}

function discrepancy(item: Item, names: BookNames): Record<string, string | number> {
  return {
    ref: names.row(item.openedSeq),
    kind: String(item.kind),
    product: String(item.productCode),
    location: String(item.locationCode),
    ...(item.container === undefined ? {} : { container: String(item.container) }),
    ...(item.varianceContainers === undefined ? {} : { variance_containers: Number(item.varianceContainers) }),
    variance_mg: String(item.varianceMg),
    status: String(item.status),
  };
}

type BookNames = ReturnType<typeof namesOf>;

/** Ids back to what the book calls them; what it does not name stays as it is, and then disagrees. */
function namesOf({ names }: Clinic, played: Played) {
  const back = (ids: ReadonlyMap<string, string>) => {
    const refs = new Map([...ids].map(([ref, id]) => [id, ref]));
    return (id: unknown) => refs.get(String(id)) ?? String(id);
  };
  return {
    patient: back(names.patients),
    session: back(played.sessions),
    row: (seq: unknown) => played.refBySeq.get(Number(seq)) ?? String(seq),
  };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
