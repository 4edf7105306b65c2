import { closeOut } from '../../src/domain/close-out.js';
import {
  beyondUseDate,
  checkContainerWaste,
  checkDraw,
  checkMove,
  checkOpen,
  type ContainerState,
} from '../../src/domain/container.js';
import { countOpenVial, countSealed } from '../../src/domain/count.js';
import { localDate } from '../../src/domain/local-date.js';
import { labelAmountUg, measure, type MeasuredAmount, overfillAllowanceUg } from '../../src/domain/product.js';
import { firstRefusal, refuse, type Refusal } from '../../src/domain/refusal.js';
import { checkInHand } from '../../src/domain/session-balance.js';
import { DEFAULT_SITE_POLICY } from '../../src/domain/site-policy.js';
import { checkSecondPerson, checkWitnesses } from '../../src/domain/witnesses.js';
import type { Conclusions, DayBook, Row } from './daybook.js';
import { checkDea, checkPermission, scanned } from './oracle-checks.js';
import { OracleState } from './oracle-state.js';

type Product = DayBook['products'] extends ReadonlyMap<string, infer P> ? P : never;
/** What a row does to the state once nothing refuses it. */
type Effect = () => void;
type Outcome = Refusal | Effect;

const policy = DEFAULT_SITE_POLICY;

/**
 * Plays a day book with the domain's rules alone: no ledger, no database, no clock. It answers what a correct ledger
 * must conclude, so that the rules are known to be right before anything stands on them.
 */
export function playDayBook(book: DayBook): { conclusions: Conclusions; state: OracleState } {
  const state = new OracleState(book);
  const bodies = new Map<string, string>();
  const found: Conclusions = { ...state.conclusions(), rows: book.rows.length, accepted: 0, replayed: [], refused: [] };
  book.rows.forEach((row, index) => {
    const line = index + 2;
    const ref = row.ref as string;
    const body = JSON.stringify({ ...row, expect: '' });
    if (bodies.get(ref) === body) {
      found.replayed.push({ line, ref });
      return;
    }
    const outcome = decide(state, row, bodies.has(ref));
    if (!bodies.has(ref)) bodies.set(ref, body);
    if (typeof outcome === 'function') {
      outcome();
      found.accepted += 1;
    } else found.refused.push({ line, ref, code: outcome.code });
  });
  return { conclusions: { ...found, ...state.conclusions() }, state };
}

function decide(state: OracleState, row: Row, keyIsUsed: boolean): Outcome {
  const event = EVENTS[row.event as string];
  if (!event) throw new Error(`no such event: ${row.event}`);
  const first = firstRefusal(
    checkPermission(row.event as string, state.book.roles.get(row.by as string)),
    keyIsUsed ? refuse('idempotency_key_reused') : undefined,
  );
  return first ?? event(state, row);
}

const EVENTS: Readonly<Record<string, (state: OracleState, row: Row) => Outcome>> = {
  receipt,
  move: withContainer((state, row, container) =>
    outcome(
      () => state.change(container.label, { locationId: row.location }),
      secondPerson(row),
      checkMove({ container, toLocationId: row.location as string }),
    ),
  ),
  session: (state, row) => () => {
    const { ref, patient, product } = row as Record<'ref' | 'patient' | 'product', string>;
    state.sessions.set(ref, { patient, product, inHandUg: 0 });
  },
  draw: withContainer(draw),
  give: (state, row) => fromHand(state, row, 'patient'),
  waste: (state, row) => (row.container === '' ? fromHand(state, row, 'waste') : wasteFromContainer(state, row)),
  close_out: withContainer(closeOutVial),
  count: (state, row) => (row.container === '' ? countRoom(state, row) : countVial(state, row)),
  breakage: withContainer((state, row, container) => {
    const effect = () => state.leave(container, 'breakage');
    return outcome(effect, witnesses(row, policy.wasteWitnesses));
  }),
  quarantine: withContainer((state, row, container) =>
    outcome(() => state.change(container.label, { state: 'quarantined' }), secondPerson(row)),
  ),
  send_out: withContainer((state, row, container) => {
    const effect = () => state.leave(container, 'reverse_distributor');
    return outcome(effect, checkDea(row.counterparty_dea as string), secondPerson(row));
  }),
  resolve: (state, row) => {
    const discrepancy = state.discrepancies.get(row.target as string);
    if (!discrepancy) return refuse('not_found');
    return outcome(() => void (discrepancy.status = 'resolved'), secondPerson(row));
  },
};

function receipt(state: OracleState, row: Row): Outcome {
  const product = productOf(state, row.product as string);
  const package_ = scanned(row, product.gtin);
  const refusal = firstRefusal(
    checkDea(row.counterparty_dea as string),
    'code' in package_ ? package_ : undefined,
    secondPerson(row),
  );
  if (refusal || 'code' in package_) return refusal as Refusal;
  return () => {
    for (let nth = 1; nth <= Number(row.containers); nth += 1) {
      const label = `${row.ref}-${String(nth).padStart(2, '0')}`;
      const labelUg = labelAmountUg(product);
      state.containers.set(label, {
        containerId: label,
        label,
        productId: product.productId,
        lotId: package_.lot,
        locationId: row.location as string,
        state: 'sealed',
        bookUg: labelUg,
        labelUg,
        overfillAllowanceUg: overfillAllowanceUg(product),
        expiresOn: package_.expiresOn,
      });
      state.move(product.productId, 'supplier', labelUg);
    }
  };
}

function draw(state: OracleState, row: Row, container: ContainerState): Outcome {
  const product = productOf(state, container.productId);
  const onDate = localDate(row.at as string, state.book.timeZone);
  const session = state.sessions.get(row.session as string);
  if (!session) return refuse('unknown_session');
  return measured(product, row, ({ amountUg }) =>
    outcome(
      () => {
        state.take(container, product, amountUg);
        session.inHandUg += amountUg;
        if (container.state !== 'sealed') return;
        const { beyondUseDays } = product;
        const beyondUseOn = beyondUseDate({ openedOn: onDate, beyondUseDays, expiresOn: container.expiresOn });
        state.change(container.label, { openedOn: onDate, beyondUseOn });
      },
      checkDraw({ container, amountUg, onDate }),
      session.product === container.productId ? undefined : refuse('wrong_product'),
    ),
  );
}

function fromHand(state: OracleState, row: Row, to: 'patient' | 'waste'): Outcome {
  const session = state.sessions.get(row.session as string);
  if (!session) return refuse('unknown_session');
  return measured(productOf(state, session.product), row, ({ amountUg }) =>
    outcome(
      () => {
        session.inHandUg -= amountUg;
        state.move(session.product, to, -amountUg);
      },
      checkInHand({ inHandUg: session.inHandUg, amountUg }),
      to === 'waste' ? witnesses(row, policy.wasteWitnesses) : undefined,
    ),
  );
}

const wasteFromContainer = withContainer((state, row, container) => {
  const product = productOf(state, container.productId);
  return measured(product, row, ({ amountUg }) =>
    outcome(
      () => {
        state.take(container, product, amountUg);
        state.move(product.productId, 'waste', -amountUg);
      },
      checkContainerWaste({ container, amountUg }),
      witnesses(row, policy.wasteWitnesses),
    ),
  );
});

function closeOutVial(state: OracleState, row: Row, container: ContainerState): Outcome {
  return measured(productOf(state, container.productId), row, ({ amountUg }) => {
    const closed = closeOut({ ...container, ...policy, measuredUg: amountUg });
    const { productId, label, locationId } = container;
    const effect = () => {
      if (closed.class === 'overfill_gain') state.move(productId, 'overfill', closed.varianceUg);
      if (closed.class === 'close_out_shortage') state.move(productId, 'close_out_shortage', closed.varianceUg);
      if (closed.class === 'discrepancy') {
        state.suspend(productId, -closed.varianceUg);
        state.openDiscrepancy(
          row.ref as string,
          'close_out',
          { product: productId, location: locationId, container: label },
          closed,
        );
      }
      state.change(label, { bookUg: container.bookUg + closed.varianceUg, state: 'empty' });
    };
    return outcome(effect, checkOpen(container), witnesses(row, policy.closeOutWitnesses));
  });
}

function countRoom(state: OracleState, row: Row): Outcome {
  const { product, location } = row as Record<'product' | 'location', string>;
  const counted = countSealed({
    countedContainers: Number(row.containers),
    bookContainers: state.sealedAt(product, location),
    labelUg: labelAmountUg(productOf(state, product)),
  });
  const where = { product, location, variance_containers: counted.varianceContainers };
  const effect = () => counted.isDiscrepancy && state.openDiscrepancy(row.ref as string, 'count', where, counted);
  return outcome(effect, secondPerson(row));
}

const countVial = withContainer((state, row, container) =>
  measured(productOf(state, container.productId), row, ({ amountUg }) => {
    const counted = countOpenVial({ ...container, ...policy, measuredUg: amountUg });
    const where = { product: container.productId, location: container.locationId, container: container.label };
    const effect = () => counted.isDiscrepancy && state.openDiscrepancy(row.ref as string, 'count', where, counted);
    return outcome(effect, checkOpen(container), secondPerson(row));
  }),
);

function withContainer(event: (state: OracleState, row: Row, container: ContainerState) => Outcome) {
  return (state: OracleState, row: Row): Outcome => {
    const container = state.containers.get(row.container as string);
    return container ? event(state, row, container) : refuse('unknown_container');
  };
}

function measured(product: Product, row: Row, next: (amount: MeasuredAmount) => Outcome): Outcome {
  const { ml, mg, devices } = row as Record<'ml' | 'mg' | 'devices', string>;
  const amount = measure(
    product,
    {
      ...(ml === '' ? {} : { volumeMl: ml }),
      ...(mg === '' ? {} : { amountMg: mg }),
      ...(devices === '' ? {} : { deviceCount: Number(devices) }),
    },
    { allowZero: row.event === 'close_out' || row.event === 'count' },
  );
  return 'code' in amount ? amount : next(amount);
}

function outcome(effect: () => unknown, ...refusals: (Refusal | undefined)[]): Outcome {
  return firstRefusal(...refusals) ?? (() => void effect());
}

function secondPerson(row: Row): Refusal | undefined {
  return checkSecondPerson({ performerId: row.by as string, secondPersonId: row.second });
}

function witnesses(row: Row, required: number): Refusal | undefined {
  return checkWitnesses({
    performerId: row.by as string,
    witnessIds: [row.witness1, row.witness2],
    required,
    performerMayCountAsOne: policy.performerMayWitness,
  });
}

function productOf(state: OracleState, ref: string): Product {
  const product = state.book.products.get(ref);
  if (!product) throw new Error(`no such product: ${ref}`);
  return product;
}
