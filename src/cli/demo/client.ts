import type { Problem } from '../../platform/http/problem.js';

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  /** The first answer, given again. */
  readonly replayed: boolean;
}

/** A request that the ledger refused, where the player can only go on with its answer. */
export class RefusedByServer extends Error {
  constructor(
    readonly asked: string,
    readonly problem: Problem,
  ) {
    super(`${asked} was refused with ${problem.code}: ${problem.detail} ${JSON.stringify(problem.errors ?? '')}`);
  }
}

/** One person's connection to the ledger's HTTP interface; before log-in, nobody's. */
export class Client {
  constructor(
    /** `http://host:port/api/v1` */
    private readonly base: string,
    private readonly bearer?: string,
  ) {}

  /** The same interface for somebody who has logged in. */
  as(bearer: string): Client {
    return new Client(this.base, bearer);
  }

  /** What is there. Throws RefusedByServer. */
  async get(path: string): Promise<Record<string, unknown>> {
    return accepted(`GET ${path}`, await this.#send('GET', path));
  }

  /** Every item of a list, page after page. */
  async all(path: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    const more = path.includes('?') ? '&' : '?';
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page = await this.get(`${path}${more}limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      items.push(...(page.items as Record<string, unknown>[]));
      cursor = page.nextCursor as string | undefined;
    }
    return items;
  }

  /** Posts and answers with what came back, refusals too. */
  post(path: string, body: object, idempotencyKey?: string): Promise<Answered> {
    return this.#send('POST', path, body, idempotencyKey);
  }

  /** Posts what must be accepted. Throws RefusedByServer. */
  async done(path: string, body: object, idempotencyKey?: string): Promise<Record<string, unknown>> {
    return accepted(`POST ${path}`, await this.post(path, body, idempotencyKey));
  }

  async #send(method: string, path: string, body?: object, idempotencyKey?: string): Promise<Answered> {
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: {
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(this.bearer ? { Authorization: `Bearer ${this.bearer}` } : {}),
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      replayed: response.headers.get('Idempotent-Replayed') === 'true',
    };
  }
}

export function isAccepted({ status }: Answered): boolean {
  return status >= 200 && status < 300;
}

function accepted(asked: string, answer: Answered): Record<string, unknown> {
  if (isAccepted(answer)) return answer.body;
  throw new RefusedByServer(asked, answer.body as unknown as Problem);
}
