import { randomUUID } from 'node:crypto';
import type { Answer, Body } from '../support/api.js';
import { ALL_SEEN, type Clinic, type Member } from '../support/clinic.js';
import type { Random } from '../support/random.js';

/** What somebody did or tried, and what came of it. */
export interface Step {
  readonly what: string;
  readonly answers: readonly Answer<Body>[];
}

const NURSES = ['rn1', 'rn2', 'rn3'];
const SIGNERS = [...NURSES, 'rph1', 'rph2', 'md1', 'ma1'];

/**
 * People of a clinic who do the right thing mostly, and everything else sometimes: too much, the wrong person, twice, at
 * once. They know labels and ids, never balances: what is allowed is for the ledger to say.
 */
export class StaffAtWork {
  readonly #labels: string[] = [];
  readonly #sessions: string[] = [];
  readonly #pending: string[] = [];
  readonly #seqs: number[] = [];
  #last: (() => Promise<Answer<Body>>) | undefined;
  #deliveries = 0;

  constructor(
    private readonly clinic: Clinic,
    private readonly prescriberId: string,
    private readonly random: Random,
  ) {}

  async step(): Promise<Step> {
    if (this.#labels.length === 0) return this.#done('receive', [await this.#receive()]);
    if (this.#sessions.length === 0) return this.#done('session', [await this.#session()]);
    const what = this.random.weighted(WEIGHTS);
    return this.#done(what, await this.#doing[what]());
  }

  readonly #doing: Record<keyof typeof WEIGHTS, () => Promise<Answer<Body>[]>> = {
    receive: async () => [await this.#receive()],
    session: async () => [await this.#session()],
    move: async () => [await this.#move()],
    draw: async () => [await this.#draw()],
    give: async () => [await this.#give()],
    waste: async () => [await this.#waste()],
    openPendingWaste: async () => [await this.#openPendingWaste()],
    witnessPendingWaste: async () => [await this.#witnessPendingWaste()],
    closeOut: async () => [await this.#closeOut()],
    count: async () => [await this.#count()],
    reverse: async () => [await this.#reverse()],
    end: async () => [await this.#end()],
    again: async () => (this.#last ? [await this.#last()] : []),
    twoHandsOneVial: () => this.#twoHandsOneVial(),
    manyAtOnce: () =>
      Promise.all(Array.from({ length: 6 }, () => (this.random.chance(0.5) ? this.#draw() : this.#give()))),
  };

  #done(what: string, answers: readonly Answer<Body>[]): Step {
    for (const { status, body } of answers) if (status === 201) this.#seqs.push(Number(body.seq));
    return { what, answers };
  }

  #nurse(): Member {
    return this.clinic.member(this.random.of(NURSES));
  }

  /** Mostly as many others as are needed; sometimes too few, the performer, or the same one twice. */
  #signers(by: Member, needed: number): Member[] {
    if (this.random.chance(0.08)) return [];
    if (this.random.chance(0.06)) return [by, by].slice(0, needed);
    const others = SIGNERS.map((name) => this.clinic.member(name)).filter((one) => one !== by);
    const chosen = this.random.some(others, needed);
    return needed === 2 && this.random.chance(0.06) ? [chosen[0]!, chosen[0]!] : chosen;
  }

  #amount(most: number): string {
    return (this.random.integer(1, most * 10) / 10).toString();
  }

  async #receive(): Promise<Answer<Body>> {
    const by = this.clinic.member('rph1');
    const labelPrefix = `SIM-${(this.#deliveries += 1)}`;
    const count = this.random.integer(1, 4);
    const body = {
      supplier: { name: 'Example Wholesale', deaNumber: 'PE8711079', address: '500 Distribution Way' },
      invoice: `INV-${labelPrefix}`,
      invoicedCount: this.random.chance(0.1) ? count + 1 : count,
      countedCount: count,
      locationId: this.clinic.locations.ROOM1,
      productId: this.clinic.productId,
      lotNumber: `LOT${labelPrefix}`,
      expiresOn: this.random.chance(0.1) ? '2020-01-31' : '2099-12-31',
      labelPrefix,
    };
    const answer = await this.clinic.signed({ act: 'receipts', body, by, signers: this.#signers(by, 1) });
    for (const { label } of (answer.body.containers ?? []) as { label: string }[]) this.#labels.push(label);
    return answer;
  }

  async #session(): Promise<Answer<Body>> {
    const by = this.#nurse();
    const patient = await by.post(this.clinic.path('/patients'), {
      name: 'Example Patient',
      address: '1 Example Street',
      birthDate: '1962-01-07',
    });
    const answer = await by.post(this.clinic.path('/sessions'), {
      patientId: patient.body.patientId,
      productId: this.clinic.productId,
      prescriberId: this.prescriberId,
      locationId: this.clinic.locations.ROOM1,
      route: 'intravenous',
      order: { amountMg: this.#amount(80) },
    });
    if (answer.status === 201) this.#sessions.push(String(answer.body.sessionId));
    return answer;
  }

  #move(): Promise<Answer<Body>> {
    const by = this.clinic.member('rph2');
    const toLocationId = this.random.of(Object.values(this.clinic.locations));
    const body = { container: this.random.of(this.#labels), toLocationId };
    return this.clinic.signed({ act: 'moves', body, by, signers: this.#signers(by, 1) });
  }

  #repeatable(send: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
    this.#last = send;
    return send();
  }

  #draw(container = this.random.of(this.#labels)): Promise<Answer<Body>> {
    const by = this.random.chance(0.03) ? this.clinic.member('co1') : this.#nurse();
    const volumeMl = (this.random.integer(1, this.random.chance(0.2) ? 1100 : 250) / 100).toString();
    const body = { sessionId: this.random.of(this.#sessions), container, volumeMl };
    const key = randomUUID();
    return this.#repeatable(() => by.post(this.clinic.path('/draws'), body, key));
  }

  #give(): Promise<Answer<Body>> {
    const by = this.#nurse();
    const body = { sessionId: this.random.of(this.#sessions), amountMg: this.#amount(60) };
    const key = randomUUID();
    return this.#repeatable(() => by.post(this.clinic.path('/gives'), body, key));
  }

  #waste(): Promise<Answer<Body>> {
    const by = this.#nurse();
    const body = { ...this.#wasteFrom(), amountMg: this.#amount(40), reason: 'remainder' };
    const key = randomUUID();
    const signers = this.#signers(by, 2);
    return this.#repeatable(() => this.clinic.signed({ act: 'wastes', body, by, signers, key }));
  }

  #wasteFrom(): Body {
    return this.random.chance(0.3)
      ? { container: this.random.of(this.#labels) }
      : { sessionId: this.random.of(this.#sessions) };
  }

  async #openPendingWaste(): Promise<Answer<Body>> {
    const body = { sessionId: this.random.of(this.#sessions), amountMg: this.#amount(20), reason: 'remainder' };
    const answer = await this.#nurse().post(this.clinic.path('/pending-wastes'), body);
    if (answer.status === 201) this.#pending.push(String(answer.body.pendingWasteId));
    return answer;
  }

  async #witnessPendingWaste(): Promise<Answer<Body>> {
    if (this.#pending.length === 0) return this.#openPendingWaste();
    const member = this.clinic.member(this.random.of(SIGNERS));
    const path = this.clinic.path(`/pending-wastes/${this.random.of(this.#pending)}/signatures`);
    return member.post(path, { password: member.password, attests: ALL_SEEN });
  }

  #closeOut(): Promise<Answer<Body>> {
    const by = this.#nurse();
    const body = { container: this.random.of(this.#labels), measuredVolumeMl: this.random.chance(0.1) ? '0.4' : '0' };
    return this.clinic.signed({ act: 'close-outs', body, by, signers: this.#signers(by, 1) });
  }

  #count(): Promise<Answer<Body>> {
    const by = this.#nurse();
    const { ROOM1 } = this.clinic.locations;
    const body = this.random.chance(0.5)
      ? { locationId: ROOM1, productId: this.clinic.productId, countedContainers: this.random.integer(0, 8) }
      : { container: this.random.of(this.#labels), measuredVolumeMl: (this.random.integer(0, 100) / 10).toString() };
    return this.clinic.signed({ act: 'counts', body, by, signers: this.#signers(by, 1) });
  }

  #reverse(): Promise<Answer<Body>> {
    const by = this.#nurse();
    const seq = this.random.chance(0.5) ? this.#seqs.at(-1)! : this.random.of(this.#seqs);
    return this.clinic.signed({
      act: 'reversals',
      body: { seq, reason: 'entered wrongly' },
      by,
      signers: this.#signers(by, 1),
    });
  }

  async #end(): Promise<Answer<Body>> {
    const session = this.random.of(this.#sessions);
    const answer = await this.#nurse().post(this.clinic.path(`/sessions/${session}/end`));
    if (answer.status === 201 && this.#sessions.length > 6) this.#sessions.splice(this.#sessions.indexOf(session), 1);
    return answer;
  }

  #twoHandsOneVial(): Promise<Answer<Body>[]> {
    const label = this.random.of(this.#labels);
    return Promise.all([this.#draw(label), this.#draw(label), this.#draw(label)]);
  }
}

const WEIGHTS = {
  receive: 3,
  session: 6,
  move: 3,
  draw: 22,
  give: 16,
  waste: 10,
  openPendingWaste: 4,
  witnessPendingWaste: 7,
  closeOut: 3,
  count: 4,
  reverse: 6,
  end: 5,
  again: 6,
  twoHandsOneVial: 3,
  manyAtOnce: 3,
} as const;
