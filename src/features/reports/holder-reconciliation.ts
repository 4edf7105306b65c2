import type { EntityManager } from 'typeorm';
import { containerFigures, handFigures, type Flows, type HolderSums } from '../../domain/holder-flows.js';
import { atTheEdge, type ContainerRow, type PersonRow, type SessionRow } from './reconciliation.fields.js';
import type { Names, Range } from './names.js';
import { CONTAINERS, HOLDER_FLOWS, PERSONS, PLACE_BALANCES, SESSIONS } from './reconciliation.sql.js';

interface Ends {
  readonly product_id: string;
  readonly opening_ug: string;
  readonly closing_ug: string;
}
type FlowRow = { id: string; product_id: string; counterpart: keyof Flows; in_ug: string; out_ug: string };
type Container = Ends & { holder_id: string; label: string; lot_id: string; lot_number: string; sealed: boolean };
type Session = Ends & {
  holder_id: string;
  started_at: Date | null;
  nurse_id: string | null;
  nurse_name: string | null;
};
type Person = Ends & { person_id: string; display_name: string | null };

/** Every container that held anything in the period, with what came and went. */
export async function reconcileContainers(view: EntityManager, range: Range, names: Names): Promise<ContainerRow[]> {
  const { containers, flows } = await containersAndFlows(view, range);
  return containers
    .map((row) => ({ row, sums: sumsOf(row, flows, row.holder_id) }))
    .filter(({ sums }) => hadSomething(sums))
    .map(({ row, sums }) => ({
      containerId: row.holder_id,
      containerLabel: row.label,
      ...names.product(row.product_id),
      lotId: row.lot_id,
      lotNumber: row.lot_number,
      ...atTheEdge(containerFigures(sums)),
      sealedContainers: row.sealed ? 1 : 0,
    }));
}

/** The same for all containers of a lot together. */
export async function reconcileLots(view: EntityManager, range: Range, names: Names): Promise<ContainerRow[]> {
  const { containers, flows } = await containersAndFlows(view, range);
  const lots = new Map<string, Container[]>();
  for (const row of containers) lots.set(row.lot_id, [...(lots.get(row.lot_id) ?? []), row]);
  return [...lots.values()]
    .map((of) => ({ of, row: of[0] as Container, sums: added(of.map((row) => sumsOf(row, flows, row.holder_id))) }))
    .filter(({ sums }) => hadSomething(sums))
    .map(({ of, row, sums }) => ({
      ...names.product(row.product_id),
      lotId: row.lot_id,
      lotNumber: row.lot_number,
      ...atTheEdge(containerFigures(sums)),
      sealedContainers: of.filter(({ sealed }) => sealed).length,
    }));
}

/** Every session that had anything in hand in the period. */
export async function reconcileSessions(view: EntityManager, range: Range, names: Names): Promise<SessionRow[]> {
  const flows = await flowsOf(view, range, { kind: 'in_hand', byPerson: false });
  let sessions = await sessionsOf(view, range, false);
  // A hand that was emptied later by an act that did not touch its session: seen by the total, found by the lines.
  if (range.sessionId === undefined && !(await addsUp(view, range, sessions))) {
    sessions = await sessionsOf(view, range, true);
  }
  return sessions
    .map((row) => ({ row, sums: sumsOf(row, flows, row.holder_id) }))
    .filter(({ sums }) => hadSomething(sums))
    .map(({ row, sums }) => ({
      sessionId: row.holder_id,
      ...(row.started_at ? { startedAt: row.started_at.toISOString() } : {}),
      ...names.product(row.product_id),
      ...(row.nurse_id ? { personId: row.nurse_id } : {}),
      ...(row.nurse_name === null ? {} : { personName: row.nurse_name }),
      ...atTheEdge(handFigures(sums)),
    }));
}

/** Every person who drew, gave, wasted, received or closed out anything in the period. */
export async function reconcilePersons(view: EntityManager, range: Range, names: Names): Promise<PersonRow[]> {
  const { siteId, fromSeq, untilSeq, productId = null, personId = null } = range;
  const hands = await flowsOf(view, range, { kind: 'in_hand', byPerson: true });
  const containers = await flowsOf(view, range, { kind: 'container', byPerson: true });
  const persons = (await view.query(PERSONS, [siteId, fromSeq, untilSeq, productId, personId])) as Person[];
  return persons
    .map((row) => ({ row, sums: sumsOf(row, hands, row.person_id), direct: sumsOf(row, containers, row.person_id) }))
    .filter(({ sums, direct }) => hadSomething(sums) || Object.keys(direct.flows).length > 0)
    .map(({ row, sums, direct }) => {
      const past = containerFigures(direct);
      return {
        personId: row.person_id,
        ...(row.display_name === null ? {} : { personName: row.display_name }),
        ...names.product(row.product_id),
        ...atTheEdge({
          ...handFigures(sums),
          receivedUg: past.receivedUg,
          overfillGainUg: past.overfillGainUg,
          closeOutShortageUg: past.closeOutShortageUg,
          closeOutSuspenseUg: past.toSuspenseUg,
          wastedFromContainersUg: past.wastedUg,
        }),
      };
    });
}

async function containersAndFlows(view: EntityManager, range: Range) {
  const { siteId, fromSeq, untilSeq, productId = null, lotId = null, containerId = null } = range;
  const parameters = [siteId, fromSeq, untilSeq, productId, lotId, containerId];
  return {
    containers: (await view.query(CONTAINERS, parameters)) as Container[],
    flows: await flowsOf(view, range, { kind: 'container', byPerson: false }),
  };
}

async function sessionsOf(view: EntityManager, range: Range, afterToo: boolean): Promise<Session[]> {
  const { siteId, fromSeq, untilSeq, productId = null, sessionId = null } = range;
  return (await view.query(SESSIONS, [siteId, fromSeq, untilSeq, productId, sessionId, afterToo])) as Session[];
}

async function addsUp(view: EntityManager, range: Range, sessions: readonly Session[]): Promise<boolean> {
  const { siteId, fromSeq, untilSeq, productId = null } = range;
  const places = (await view.query(PLACE_BALANCES, [siteId, fromSeq, untilSeq, null, productId])) as (Ends & {
    kind: string;
  })[];
  const inHand = places.filter(({ kind }) => kind === 'in_hand');
  return (['opening_ug', 'closing_ug'] as const).every(
    (end) => sum(inHand.map((row) => row[end])) === sum(sessions.map((row) => row[end])),
  );
}

/** Holder or person and product → what was exchanged with whom. */
async function flowsOf(
  view: EntityManager,
  range: Range,
  of: { kind: 'container' | 'in_hand'; byPerson: boolean },
): Promise<ReadonlyMap<string, Flows>> {
  const { siteId, fromSeq, untilSeq, productId = null } = range;
  const parameters = [siteId, fromSeq, untilSeq, of.kind, productId, of.byPerson];
  const rows = (await view.query(HOLDER_FLOWS, parameters)) as FlowRow[];
  const flows = new Map<string, Flows>();
  for (const { id, product_id, counterpart, in_ug, out_ug } of rows) {
    const key = `${id}/${product_id}`;
    flows.set(key, { ...flows.get(key), [counterpart]: { inUg: Number(in_ug), outUg: Number(out_ug) } });
  }
  return flows;
}

function sumsOf(row: Ends, flows: ReadonlyMap<string, Flows>, id: string): HolderSums {
  return {
    openingUg: Number(row.opening_ug),
    closingUg: Number(row.closing_ug),
    flows: flows.get(`${id}/${row.product_id}`) ?? {},
  };
}

function added(all: readonly HolderSums[]): HolderSums {
  const flows: Record<string, { inUg: number; outUg: number }> = {};
  for (const [counterpart, exchanged] of all.flatMap((one) => Object.entries(one.flows))) {
    const { inUg, outUg } = flows[counterpart] ?? { inUg: 0, outUg: 0 };
    flows[counterpart] = { inUg: inUg + exchanged.inUg, outUg: outUg + exchanged.outUg };
  }
  return {
    openingUg: sum(all.map(({ openingUg }) => openingUg)),
    closingUg: sum(all.map(({ closingUg }) => closingUg)),
    flows,
  };
}

function hadSomething(sums: HolderSums): boolean {
  return sums.openingUg !== 0 || sums.closingUg !== 0 || Object.keys(sums.flows).length > 0;
}

function sum(amounts: readonly (string | number)[]): number {
  return amounts.reduce<number>((all, one) => all + Number(one), 0);
}
