import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Alarms } from '../alarms/alarms.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import { readIfThere, replaceDurably } from '../signer/durable-file.js';
import { Signer } from '../signer/signer.js';

const DAY_MS = 86_400_000;
const LOOK_MS = 600_000;
const PATIENCE_MS = 10_000;

/** The newest head of every log, of the incarnation that it has now. */
const NEWEST = `SELECT c.note FROM countersign.site_head h CROSS JOIN LATERAL (
    SELECT note FROM countersign.cosigned_checkpoint c WHERE c.site_id = h.site_id AND starts_with(c.note, h.origin || E'\\n')
    ORDER BY c.size DESC LIMIT 1) c ORDER BY h.site_id`;

/** The header that proves who sent it: `t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>">`. */
export function webhookSignature(of: { secret: string; seconds: number; body: string }): string {
  const mac = createHmac('sha256', of.secret).update(`${of.seconds}.${of.body}`).digest('hex');
  return `t=${of.seconds},v1=${mac}`;
}

/**
 * Once a day the newest head of every log is sent to an address of the operator's choice: who keeps those letters can show
 * years later what the logs were. When it was sent last stands in the signer's folder.
 */
@Injectable()
export class HeadsWebhook implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('HeadsWebhook');
  readonly #file: string;
  #timer: NodeJS.Timeout | undefined;
  #nextAt = 0;
  #sending: Promise<void> | undefined;
  /** Whether the last letter was not taken. */
  failing = false;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly source: DataSource,
    private readonly signer: Signer,
    private readonly alarms: Alarms,
  ) {
    this.#file = join(runtime.signerFolder, 'heads-sent.json');
  }

  onApplicationBootstrap(): void {
    if (!this.runtime.config.headsWebhook) return;
    this.signer.onSigned(() => this.#look());
    this.#timer = setInterval(() => this.#look(), LOOK_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#nextAt = Infinity;
    await this.#sending;
  }

  #look(): void {
    if (this.#sending || Date.now() < this.#nextAt) return;
    this.#sending = this.#sendIfDue()
      .catch((error: Error) => this.#failed(error))
      .finally(() => (this.#sending = undefined));
  }

  async #sendIfDue(): Promise<void> {
    const { sentAt = 0 } = JSON.parse((await readIfThere(this.#file)) ?? '{}') as { sentAt?: number };
    this.#nextAt = sentAt + DAY_MS;
    if (Date.now() < this.#nextAt) return;
    const heads = (await this.source.query(NEWEST)) as { note: string }[];
    if (heads.length === 0) return void (this.#nextAt = 0);
    await this.#send(JSON.stringify({ v: 1, heads: heads.map(({ note }) => note) }));
    this.#nextAt = Date.now() + DAY_MS;
    await replaceDurably(this.#file, `${JSON.stringify({ sentAt: Date.now() })}\n`);
    this.failing = false;
  }

  async #send(body: string): Promise<void> {
    const { url, secret } = this.runtime.config.headsWebhook as { url: string; secret: string };
    const seconds = Math.floor(Date.now() / 1000);
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'countersign-signature': webhookSignature({ secret, seconds, body }),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  }

  async #failed(error: Error): Promise<void> {
    this.failing = true;
    this.#nextAt = Date.now() + LOOK_MS;
    this.#log.error(`heads were not sent: ${error.message}`);
    const detail = 'The newest heads could not be sent to the address outside; it is tried again every ten minutes.';
    await this.alarms.raise({ kind: 'heads_not_sent', detail, by: 'heads' });
  }
}
