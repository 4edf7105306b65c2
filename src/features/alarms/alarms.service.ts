import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { closeAlarm } from '../../domain/acts/alarms.js';
import { declareIncarnation, readsOfIncarnation } from '../../domain/acts/log-incarnation.js';
import { encodeBase64 } from '../../domain/log/base64.js';
import { parseCheckpoint } from '../../domain/log/checkpoint.js';
import { said } from '../../domain/refusal-details.js';
import { refuse, refuseNow } from '../../domain/refusal.js';
import { LogProofs } from '../../platform/audit/log-proofs.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { listPage } from '../../platform/http/listing.js';
import type { Page } from '../../platform/http/pagination.js';
import { signatureReads } from '../../platform/ledger/act-reads.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import { Signer } from '../../platform/signer/signer.js';
import type { AlarmDto, AlarmsQuery, LogStateDto } from './alarms.dto.js';

interface AlarmRow {
  readonly site_id: string;
  readonly alarm_id: string;
  readonly kind: string;
  readonly detail: string;
  readonly raised_at: Date;
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
}

/** Alarms to people, how the signing of a log is, and what two people may do about it. */
@Injectable()
export class AlarmsService {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly signer: Signer,
    private readonly proofs: LogProofs,
  ) {}

  /** Those of the site and of the organisation, which are of what all sites stand on; newest first. */
  page(siteId: string, query: AlarmsQuery): Promise<Page<AlarmDto>> {
    return listPage<AlarmRow, AlarmDto>(this.source, {
      sql: `SELECT site_id, alarm_id, kind, detail, raised_at, closed_at, closed_by FROM countersign.alarm
            WHERE site_id IN ($1, (SELECT site_id FROM countersign.site WHERE kind = 'organisation'))
              AND ($2::text IS NULL OR (closed_at IS NULL) = ($2 = 'open'))`,
      params: [siteId, query.status ?? null],
      by: { alarm_id: 'alarm_id' },
      descending: true,
      page: query,
      item: alarmOf,
    });
  }

  close(act: ActContext, alarmId: string, reason: string): Promise<Posted> {
    return this.ledger.post({
      ...requested(act),
      type: 'alarm_closed',
      reads: [{ table: 'alarm', values: [alarmId] }],
      decide: closeAlarm({ alarmId, closedBy: act.caller.personId, reason }),
    });
  }

  /** Refuses `not_found`. */
  async state(siteId: string): Promise<LogStateDto> {
    const { origin, size, open } = await this.#head(siteId);
    const signedSize = (await this.proofs.latest(siteId))?.size;
    const { status, problems } = this.signer.state;
    const own = problems.filter((problem) => problem.siteId === siteId || problem.siteId === undefined);
    return {
      origin,
      size,
      ...(signedSize === undefined ? {} : { signedSize }),
      signer: status,
      problems: own.map(({ kind }) => kind),
      openAlarms: open,
    };
  }

  /**
   * Begins the next incarnation of a log that lost signed entries. Refuses `log_is_whole` where the signer has nothing against
   * the log, and what `declareIncarnation` does.
   */
  async declare(act: ActContext, reason: string): Promise<Posted> {
    const { siteId, caller, intent, signatureHashes } = act;
    const { origin } = await this.#head(siteId);
    const last = await this.#lastSigned(siteId, origin);
    const lost = this.signer.state.problems.some((problem) => problem.siteId === siteId);
    const declare =
      last &&
      declareIncarnation({
        ...{ incarnationId: uuidv7(), last, performerId: caller.personId, intent, signatureHashes, reason },
      });
    return this.ledger.post({
      ...requested(act),
      type: 'log_incarnation',
      reads: [signatureReads(signatureHashes), ...(last ? readsOfIncarnation({ last }) : [])],
      decide: (state) => (declare && lost ? declare(state) : refuse('log_is_whole')),
    });
  }

  /** As the signer remembers it, or, where it lost its memory, as the database does. */
  async #lastSigned(
    siteId: string,
    origin: string,
  ): Promise<{ origin: string; size: number; rootHash: string } | undefined> {
    const remembered = this.signer.remembered(origin);
    if (remembered) return { origin, size: remembered.size, rootHash: encodeBase64(remembered.rootHash) };
    const stored = await this.proofs.latest(siteId);
    if (!stored) return undefined;
    const { size, rootHash } = parseCheckpoint(stored.note);
    return { origin, size, rootHash: encodeBase64(rootHash) };
  }

  async #head(siteId: string): Promise<{ origin: string; size: number; open: number }> {
    const [head] = (await this.source.query(
      `SELECT origin, size::float8 AS size, (SELECT count(*)::int FROM countersign.alarm a
         WHERE a.site_id = h.site_id AND a.closed_at IS NULL) AS open
       FROM countersign.site_head h WHERE site_id = $1`,
      [siteId],
    )) as { origin: string; size: number; open: number }[];
    return head ?? refuseNow('not_found', { detail: said('no_site') });
  }
}

function alarmOf(row: AlarmRow): AlarmDto {
  return {
    alarmId: row.alarm_id,
    siteId: row.site_id,
    kind: row.kind,
    detail: row.detail,
    raisedAt: row.raised_at.toISOString(),
    ...(row.closed_at ? { closedAt: row.closed_at.toISOString() } : {}),
    ...(row.closed_by ? { closedBy: row.closed_by } : {}),
  };
}
