import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RUNTIME, type Runtime } from '../../runtime.js';
import { keyedHash } from '../tokens.js';

/**
 * After this many failures each further one makes the next wait longer: 5 s, then twice as long each time, up to 15
 * minutes. Many people of a clinic share one address, so it takes more there; the user name is what stops guessing.
 * An hour without a failure forgets them.
 */
const FREE_FAILURES = { username: 5, address: 25 } as const;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 900;

const WAIT = `
  SELECT coalesce(ceil(extract(epoch FROM max(blocked_until) - now())), 0)::int AS seconds FROM login_throttle
  WHERE ((kind = 'username' AND key_hash = $1) OR (kind = 'address' AND key_hash = $2)) AND blocked_until > now()`;

const FAILED = `
  WITH counted AS (
    INSERT INTO login_throttle AS t (kind, key_hash, failures, last_failure_at)
    VALUES ('username', $1, 1, now()), ('address', $2, 1, now())
    ON CONFLICT (kind, key_hash) DO UPDATE SET last_failure_at = now(),
      failures = CASE WHEN t.last_failure_at < now() - interval '1 hour' THEN 1 ELSE least(t.failures, 1000) + 1 END,
      blocked_until = CASE WHEN t.last_failure_at < now() - interval '1 hour' THEN NULL
        WHEN t.failures + 1 >= CASE t.kind WHEN 'username' THEN $3::int ELSE $4::int END
        THEN now() + make_interval(secs => least(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS}
          * power(2, least(t.failures + 1 - CASE t.kind WHEN 'username' THEN $3::int ELSE $4::int END, 20)))) END
    RETURNING kind, blocked_until)
  SELECT coalesce(ceil(extract(epoch FROM max(blocked_until) - now())), 0)::int AS seconds
  FROM counted WHERE kind = 'username'`;

/**
 * Growing delays after failed attempts, by user name (whether anybody has it or not) and by address. Only keyed hashes
 * are kept of either.
 */
@Injectable()
export class LoginThrottle {
  readonly #tokenKey: Uint8Array;
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly source: DataSource,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.#tokenKey = runtime.secrets.tokenKey;
  }

  /** Seconds until this user name may be tried from this address; 0 when at once. */
  async waitSeconds(attempt: Attempt): Promise<number> {
    return this.#seconds(WAIT, this.#keys(attempt));
  }

  /** Counts a failure; answers with the seconds this user name is now blocked. */
  async failed(attempt: Attempt): Promise<number> {
    return this.#seconds(FAILED, [...this.#keys(attempt), FREE_FAILURES.username, FREE_FAILURES.address]);
  }

  /** Forgets the failures of this user name, and of whoever last failed long ago. Those of the address stay. */
  async succeeded(attempt: Attempt): Promise<void> {
    await this.source.query(
      `DELETE FROM login_throttle WHERE (kind = 'username' AND key_hash = $1)
         OR (last_failure_at < now() - interval '1 day' AND (blocked_until IS NULL OR blocked_until < now()))`,
      [this.#keys(attempt)[0]],
    );
  }

  /**
   * Attempts at one user name follow one another, so that a hundred at once are not a hundred guesses before the
   * first one counts.
   */
  async inTurn<T>(username: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(username) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    this.#turns.set(username, settled);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(username) === settled) this.#turns.delete(username);
    }
  }

  async #seconds(query: string, values: unknown[]): Promise<number> {
    const [row] = (await this.source.query(query, values)) as [{ seconds: number }];
    return row.seconds;
  }

  #keys({ username, address }: Attempt): [Buffer, Buffer] {
    return [
      keyedHash(this.#tokenKey, 'throttle-username', username),
      keyedHash(this.#tokenKey, 'throttle-address', address),
    ];
  }
}

/** Who is tried, as typed and normalised, and from where. */
export interface Attempt {
  readonly username: string;
  readonly address: string;
}
