import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { raiseAlarm, readsOfAlarm, type NewAlarm } from '../../domain/acts/alarms.js';
import { systemActor } from '../../domain/ledger/system-actor.js';
import { Organisation } from '../access/organisation.js';
import { Ledger } from '../ledger/ledger.js';

/** An alarm that a part of the program raises. */
export interface Raised extends Omit<NewAlarm, 'alarmId'> {
  /** Absent: the organisation. */
  readonly siteId?: string | undefined;
  /** The part of the program, such as `signer`. */
  readonly by: string;
}

/** After so long somebody is told again of what they closed and what goes on. */
const AGAIN_MS = 300_000;
/** What could not be recorded is tried again after so long. */
const RETRY_MS = 10_000;

/**
 * Alarms of the program to people. Each is a record of the log of its site, and stays open until a person closes it. That
 * something is wrong never stands in the way of care: raising one never throws.
 */
@Injectable()
export class Alarms {
  readonly #log = new Logger('Alarm');
  /** Site and kind → when it was last seen to be open. */
  readonly #seen = new Map<string, number>();
  #open = 0;

  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly organisation: Organisation,
  ) {}

  /** How many were raised since the program started: for the metrics. */
  get raised(): number {
    return this.#open;
  }

  /**
   * Raises an alarm unless one of its kind is open at the site. With `evidence` it is a record each time, for that must be
   * kept whatever is known already. Answers with the record's number, or undefined where nothing was written.
   */
  async raise({ siteId, by, ...alarm }: Raised): Promise<number | undefined> {
    const at = siteId ?? (await this.organisation.id().catch(() => undefined));
    const key = `${at}/${alarm.kind}`;
    const now = performance.now();
    if (alarm.evidence === undefined && now - (this.#seen.get(key) ?? -Infinity) < AGAIN_MS) return undefined;
    this.#seen.set(key, now);
    try {
      if (at === undefined) throw new Error('there is no organisation yet');
      if (alarm.evidence === undefined && (await this.#isOpen(at, alarm.kind))) return undefined;
      const { body } = await this.ledger.post({
        siteId: at,
        type: 'alarm_raised',
        actor: systemActor(by),
        reads: readsOfAlarm(alarm),
        decide: raiseAlarm({ ...alarm, alarmId: uuidv7() }),
      });
      this.#open += 1;
      this.#log.error({ alarm: alarm.kind, siteId: at, detail: alarm.detail });
      return body.seq;
    } catch (error) {
      this.#seen.set(key, now - AGAIN_MS + RETRY_MS);
      this.#log.error({ alarm: alarm.kind, siteId: at, detail: alarm.detail, unrecorded: (error as Error).message });
      return undefined;
    }
  }

  async #isOpen(siteId: string, kind: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      'SELECT FROM countersign.alarm WHERE site_id = $1 AND kind = $2 AND closed_at IS NULL',
      [siteId, kind],
    );
    return rows.length > 0;
  }
}
