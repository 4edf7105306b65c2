import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Alarms } from '../alarms/alarms.js';
import { Cosigning } from '../cosigning/cosigning.js';
import { HeadsOutside } from '../outside/heads-outside.js';
import { HeadsWebhook } from '../outside/heads-webhook.js';
import { Signer } from '../signer/signer.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What a monitor reads every few seconds: counts and times, and how the signing is. No id of anybody or anything. */
@Injectable()
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter;
  readonly #times: Histogram;

  constructor(signer: Signer, outside: HeadsOutside, webhook: HeadsWebhook, alarms: Alarms, cosigning: Cosigning) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: 'countersign_requests_total',
      help: 'Requests answered, by pattern of the route and status.',
      labelNames: ['method', 'route', 'status'],
      registers,
    });
    this.#times = new Histogram({
      name: 'countersign_request_seconds',
      help: 'Time to the answer.',
      labelNames: ['method', 'route'],
      buckets: SECONDS,
      registers,
    });
    const signed = new Counter({ name: 'countersign_heads_signed_total', help: 'Heads signed.', registers });
    signer.onSigned((heads) => signed.inc(heads.length));
    this.#read('countersign_signer_signing', '1 while this process signs the heads of the logs.', () =>
      signer.state.status === 'signing' ? 1 : 0,
    );
    this.#read(
      'countersign_signer_problems',
      'Logs that are not signed on, and why nothing is signed.',
      () => signer.state.problems.length,
    );
    this.#read(
      'countersign_heads_waiting',
      'Logs with a signed head that is not in its folders yet.',
      () => outside.lag,
    );
    this.#read('countersign_heads_not_sent', '1 while the daily letter of heads is not taken.', () =>
      webhook.failing ? 1 : 0,
    );
    this.#read('countersign_alarms_raised', 'Alarms raised since the start.', () => alarms.raised);
    this.#read(
      'countersign_heads_unwitnessed',
      'Logs whose head too few witnesses have confirmed.',
      () => cosigning.state.unwitnessed.length,
    );
  }

  answered(of: { method: string; route: string; status: number; seconds: number }): void {
    const { method, route } = of;
    this.#requests.inc({ method, route, status: String(of.status) });
    this.#times.observe({ method, route }, of.seconds);
  }

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #read(name: string, help: string, value: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.#registry], collect: () => gauge.set(value()) });
  }
}
