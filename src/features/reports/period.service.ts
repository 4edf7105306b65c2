import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { said } from '../../domain/refusal-details.js';
import { RefusedError, refuseNow } from '../../domain/refusal.js';
import { reportPeriod } from '../../domain/report-period.js';
import { PERIOD } from './reconciliation.sql.js';
import type { LogPeriod } from './reports.dto.js';

/** Runs reports on one unchanging view of the database, and finds the records of a period. */
@Injectable()
export class Periods {
  constructor(private readonly source: DataSource) {}

  /** Everything `read` sees is of one moment, and it can write nothing. */
  async view<T>(read: (view: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (view) => {
      await view.query('SET TRANSACTION READ ONLY');
      return read(view);
    });
  }

  /** The records of a period. Refuses `request_invalid` and, for a site that is not there, `not_found`. */
  async find(view: EntityManager, of: { siteId: string; from: string; to: string }): Promise<LogPeriod> {
    const timeZone = await timeZoneOf(view, of.siteId);
    const period = reportPeriod({ from: of.from, to: of.to, timeZone });
    if ('code' in period) throw new RefusedError(period);
    const [range] = (await view.query(PERIOD, [of.siteId, period.from, period.until])) as {
      from_seq: string;
      until_seq: string;
    }[];
    if (!range) return refuseNow('not_found');
    return { ...period, fromSeq: Number(range.from_seq), untilSeq: Number(range.until_seq), timeZone };
  }
}

/** The site's time zone. Refuses `not_found`. */
export async function timeZoneOf(view: EntityManager, siteId: string): Promise<string> {
  const [site] = (await view.query('SELECT time_zone FROM site WHERE site_id = $1 AND id = $1', [siteId])) as {
    time_zone: string;
  }[];
  return site?.time_zone ?? refuseNow('not_found', { detail: said('no_site') });
}
