import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../src/domain/ledger/record.js';
import { Random } from './random.js';
import { hashOf, performer, type RawClinic } from './raw-clinic.js';
import type { RawRecord } from './raw-log.js';

type Line = JsonObject & { holder: string; ids?: string[]; locationId: string; productId: string; amountMg: string };

interface Vial {
  readonly id: string;
  readonly lotId: string;
  state: 'sealed' | 'taken' | 'open' | 'empty' | 'void';
  locationId: string;
  bookMg: number;
  /** How often its state changed or it was drawn from: a reversal goes only while nothing came after. */
  touched: number;
}

interface Session {
  readonly id: string;
  readonly locationId: string;
  handMg: number;
  taken?: Vial;
}

/** What an entry did and how to take it back, as long as nothing rests on it. */
interface Done {
  readonly seq: number;
  readonly record: RawRecord;
  readonly performer: string;
  mayReverse(): boolean;
  /** The changes its reversal brings, and the model set back. */
  reverse(): readonly JsonObject[];
}

/** How many containers were sealed where, after a record. */
export interface SealedAfter {
  readonly seq: number;
  /** `location/product` → count. */
  readonly sealed: ReadonlyMap<string, number>;
}

/**
 * A clinic that does something different every minute, from a seed: receives, moves, draws, gives, wastes from hands and
 * vials, takes and returns, closes out with a gain, a shortage or into suspense, and takes entries back. It keeps its own
 * simple account of what is sealed where, for the reports to be compared with.
 */
export class RandomClinic {
  readonly snapshots: SealedAfter[] = [];
  readonly #vials: Vial[] = [];
  readonly #sessions: Session[] = [];
  readonly #done: Done[] = [];
  readonly #random: Random;

  constructor(
    private readonly clinic: RawClinic,
    seed: number,
  ) {
    this.#random = new Random(seed);
    const { vials, lot, safe } = clinic.ids;
    for (const id of vials) {
      this.#vials.push({ id, lotId: lot, state: 'sealed', locationId: safe, bookMg: 500, touched: 0 });
    }
  }

  /** One thing happens, where it can. */
  async step(): Promise<void> {
    const acts = [
      () => this.#receive(),
      () => this.#move(),
      () => this.#draw(),
      () => this.#draw(),
      () => this.#draw(),
      () => this.#give(),
      () => this.#give(),
      () => this.#waste(),
      () => this.#wasteFromVial(),
      () => this.#take(),
      () => this.#giveBack(),
      () => this.#closeOut(),
      () => this.#reverse(),
      () => this.#reverse(),
    ];
    await (this.#pick(acts) as () => Promise<void>)();
  }

  async #receive(): Promise<void> {
    const { ids } = this.clinic;
    const lotId = randomUUID();
    const locationId = this.#pick([ids.safe, ids.room]) as string;
    const vials: Vial[] = Array.from({ length: 1 + this.#below(3) }, () => ({
      id: randomUUID(),
      lotId,
      state: 'sealed',
      locationId,
      bookMg: 500,
      touched: 0,
    }));
    this.#vials.push(...vials);
    await this.#append({
      type: 'receipt',
      lines: [
        this.#line('supplier', undefined, -500 * vials.length, locationId),
        { ...this.#line('container', undefined, 500, locationId), ids: vials.map(({ id }) => id) },
      ],
      changes: [
        { table: 'lot', lotId, productId: ids.vial, lotNumber: `L-${lotId.slice(0, 8)}`, expiresOn: '2099-12-31' },
        ...vials.map(({ id }) => this.clinic.containerRow(id, `V-${id}`, { lotId, locationId })),
      ],
      mayReverse: () => vials.every((vial) => vial.touched === 0),
      reverse: () => {
        for (const vial of vials) Object.assign(vial, { state: 'void', bookMg: 0 });
        return vials.map(({ id }) => ({ table: 'container', containerId: id, state: 'void' }));
      },
    });
  }

  async #move(): Promise<void> {
    const vial = this.#vial('sealed');
    if (!vial) return;
    const { ids } = this.clinic;
    const from = vial.locationId;
    const to = from === ids.safe ? ids.room : ids.safe;
    vial.locationId = to;
    const touched = ++vial.touched;
    await this.#append({
      type: 'move',
      lines: [this.#line('container', vial.id, -500, from), this.#line('container', vial.id, 500, to)],
      changes: [{ table: 'container', containerId: vial.id, locationId: to }],
      mayReverse: () => vial.touched === touched,
      reverse: () => {
        vial.locationId = from;
        vial.touched += 1;
        return [{ table: 'container', containerId: vial.id, locationId: from }];
      },
    });
  }

  async #draw(): Promise<void> {
    const vial = this.#vial('open') ?? this.#vial('sealed');
    if (!vial) return;
    const mg = Math.min(5 * (1 + this.#below(60)), vial.bookMg + 25);
    if (mg <= 0) return;
    const session = await this.#session(vial.locationId);
    const wasSealed = vial.state === 'sealed';
    vial.state = 'open';
    vial.bookMg -= mg;
    session.handMg += mg;
    const touched = ++vial.touched;
    await this.#append({
      type: 'draw',
      session,
      lines: [
        this.#line('container', vial.id, -mg, vial.locationId),
        this.#line('in_hand', session.id, mg, session.locationId),
      ],
      changes: wasSealed ? [this.clinic.opened(vial.id)] : [],
      mayReverse: () => vial.touched === touched && session.handMg >= mg,
      reverse: () => {
        vial.bookMg += mg;
        session.handMg -= mg;
        vial.touched += 1;
        if (wasSealed) vial.state = 'sealed';
        return wasSealed
          ? [{ table: 'container', containerId: vial.id, state: 'sealed', clear: ['openedOn', 'beyondUseOn'] }]
          : [];
      },
    });
  }

  async #give(): Promise<void> {
    await this.#fromHand('give', 'patient');
  }

  async #waste(): Promise<void> {
    await this.#fromHand('waste', 'waste');
  }

  async #fromHand(type: 'give' | 'waste', holder: string): Promise<void> {
    const session = this.#pick(this.#sessions.filter(({ handMg, taken }) => handMg > 0 && !taken));
    if (!session) return;
    const mg = this.#below(2) === 0 ? session.handMg : Math.max(1, Math.floor(session.handMg / 2));
    session.handMg -= mg;
    await this.#append({
      type,
      session,
      lines: [
        this.#line('in_hand', session.id, -mg, session.locationId),
        this.#line(holder, undefined, mg, session.locationId),
      ],
      mayReverse: () => true,
      reverse: () => {
        session.handMg += mg;
        return [];
      },
    });
  }

  async #wasteFromVial(): Promise<void> {
    const vial = this.#pick(this.#vials.filter(({ state, bookMg }) => state === 'open' && bookMg > 0));
    if (!vial) return;
    const mg = Math.ceil(vial.bookMg / 2);
    vial.bookMg -= mg;
    const touched = ++vial.touched;
    await this.#append({
      type: 'waste',
      lines: [
        this.#line('container', vial.id, -mg, vial.locationId),
        this.#line('waste', undefined, mg, vial.locationId),
      ],
      mayReverse: () => vial.touched === touched,
      reverse: () => {
        vial.bookMg += mg;
        vial.touched += 1;
        return [];
      },
    });
  }

  /** A whole vial goes into a hand, sometimes in another room. */
  async #take(): Promise<void> {
    const vial = this.#vial('sealed');
    if (!vial) return;
    const { safe, room } = this.clinic.ids;
    const session = await this.#session(this.#pick([safe, room]) as string, true);
    Object.assign(vial, { state: 'taken', bookMg: 0, touched: vial.touched + 1 });
    Object.assign(session, { handMg: 500, taken: vial });
    await this.#append({
      type: 'take',
      session,
      lines: [
        this.#line('container', vial.id, -500, vial.locationId),
        this.#line('in_hand', session.id, 500, session.locationId),
      ],
      changes: [{ table: 'container', containerId: vial.id, state: 'taken' }],
      mayReverse: () => false,
      reverse: () => [],
    });
  }

  async #giveBack(): Promise<void> {
    const session = this.#pick(this.#sessions.filter(({ taken }) => taken));
    if (!session?.taken) return;
    const vial = session.taken;
    Object.assign(vial, { state: 'sealed', bookMg: 500, touched: vial.touched + 1 });
    session.handMg = 0;
    delete session.taken;
    await this.#append({
      type: 'return',
      session,
      lines: [
        this.#line('in_hand', session.id, -500, session.locationId),
        this.#line('container', vial.id, 500, vial.locationId),
      ],
      changes: [{ table: 'container', containerId: vial.id, state: 'sealed' }],
      mayReverse: () => false,
      reverse: () => [],
    });
  }

  async #closeOut(): Promise<void> {
    const vial = this.#vial('open');
    if (!vial) return;
    const { bookMg } = vial;
    const outside = bookMg < 0 ? 'overfill' : bookMg <= 15 ? 'close_out_shortage' : 'suspense';
    Object.assign(vial, { state: 'empty', bookMg: 0, touched: vial.touched + 1 });
    const { touched, locationId } = vial;
    const lines =
      bookMg === 0
        ? []
        : [
            this.#line('container', vial.id, -bookMg, locationId),
            this.#line(outside, outside === 'suspense' ? randomUUID() : undefined, bookMg, locationId),
          ];
    await this.#append({
      type: 'close_out',
      lines,
      changes: [{ table: 'container', containerId: vial.id, state: 'empty' }],
      mayReverse: () => vial.touched === touched && bookMg !== 0,
      reverse: () => {
        Object.assign(vial, { state: 'open', bookMg, touched: vial.touched + 1 });
        return [{ table: 'container', containerId: vial.id, state: 'open' }];
      },
    });
  }

  async #reverse(): Promise<void> {
    const done = this.#pick(this.#done.slice(-6).filter((one) => one.mayReverse()));
    if (!done) return;
    this.#done.splice(this.#done.indexOf(done), 1);
    const { record } = done;
    const intent = randomUUID();
    const second = await this.clinic.sign({ person: this.clinic.ids.ann, intent, meaning: 'approved' });
    const lines = (record.lines as Line[]).map((line) => ({
      ...line,
      amountMg: line.amountMg.startsWith('-') ? line.amountMg.slice(1) : `-${line.amountMg}`,
      personId: done.performer,
    }));
    const changes = done.reverse();
    await this.clinic.log.append({
      type: 'reversal',
      actors: [performer(this.clinic.ids.pharmacist, 'pharmacist'), second.actor],
      entry: { ...record.entry, intent: hashOf(intent), reversesSeq: done.seq, late: false },
      lines,
      ...(changes.length > 0 ? { changes } : {}),
    });
    await this.#snapshot();
  }

  async #session(locationId: string, fresh = false): Promise<Session> {
    const open = this.#sessions.filter((one) => one.locationId === locationId && !one.taken).slice(-3);
    const chosen = fresh || this.#below(2) === 0 ? undefined : this.#pick(open);
    if (chosen) return chosen;
    const session: Session = { id: randomUUID(), locationId, handMg: 0 };
    await this.clinic.startSession(session.id, { locationId });
    this.#sessions.push(session);
    return session;
  }

  async #append(of: {
    type: string;
    lines: readonly JsonObject[];
    changes?: readonly JsonObject[];
    session?: Session;
    mayReverse(): boolean;
    reverse(): readonly JsonObject[];
  }): Promise<void> {
    const { ids } = this.clinic;
    const who = this.#pick([ids.nurse, ids.ben]) as string;
    const intent = randomUUID();
    const signed = ['waste', 'close_out'].includes(of.type)
      ? [await this.clinic.sign({ person: ids.ann, intent })]
      : [];
    const late = this.#below(5) === 0;
    const record: RawRecord = {
      type: of.type,
      actors: [performer(who), ...signed.map(({ actor }) => actor)],
      entry: {
        locationId: (of.lines[0] as Line | undefined)?.locationId ?? ids.safe,
        ...(of.session ? { sessionId: of.session.id } : {}),
        intent: hashOf(intent),
        late,
      },
      lines: of.lines,
      ...(of.changes && of.changes.length > 0 ? { changes: of.changes } : {}),
      ...(late ? { occurredAt: new Date(Date.now() - this.#below(3_000)).toISOString() } : {}),
    };
    const { seq } = await this.clinic.log.append(record);
    this.#done.push({ seq, record, performer: who, mayReverse: of.mayReverse, reverse: of.reverse });
    await this.#snapshot();
  }

  async #snapshot(): Promise<void> {
    const { seq } = await this.clinic.log.place();
    const sealed = new Map<string, number>();
    for (const { state, locationId } of this.#vials) {
      const key = `${locationId}/${this.clinic.ids.vial}`;
      if (state === 'sealed') sealed.set(key, (sealed.get(key) ?? 0) + 1);
    }
    this.snapshots.push({ seq: seq - 1, sealed });
  }

  #line(holder: string, id: string | undefined, mg: number, locationId: string): JsonObject {
    return this.clinic.line(holder, id, String(mg), { locationId });
  }

  #vial(state: Vial['state']): Vial | undefined {
    return this.#pick(this.#vials.filter((vial) => vial.state === state));
  }

  /** One of them; undefined where there is none. */
  #pick<T>(of: readonly T[]): T | undefined {
    return of.length === 0 ? undefined : this.#random.of(of);
  }

  #below(limit: number): number {
    return this.#random.integer(0, limit - 1);
  }
}
