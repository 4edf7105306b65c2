import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changeSite } from '../../domain/acts/change-site.js';
import { checkNewSite, createSite, type NewSite } from '../../domain/acts/create-site.js';
import { setSitePolicy } from '../../domain/acts/set-site-policy.js';
import { said } from '../../domain/refusal-details.js';
import { RefusedError, refuse, refuseNow, type Refusal } from '../../domain/refusal.js';
import { verifiedDeaNumber } from '../../interop/verified.js';
import type { Access } from '../../platform/access/caller.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { listPage } from '../../platform/http/listing.js';
import type { Page, PageQuery } from '../../platform/http/pagination.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import { originDomain, RUNTIME, type Runtime } from '../../platform/runtime.js';
import { siteIdOf } from './site-id.js';
import type { HeadDto, NewSiteDto, SiteChangeDto, SiteDetailsDto, SiteDto } from './sites.dto.js';

interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly dea_number: string;
  readonly address: string;
  readonly time_zone: string;
  readonly policy: SiteDetailsDto['policy'];
}

interface HeadRow {
  readonly size: string;
  readonly last_at: Date;
  readonly now: Date;
  readonly reference?: boolean;
}

/** $2 a size of the log: whether a record since then changed what a site has tens of. */
const REFERENCE_CHANGED = `, (h.size > $2 AND (${['site', 'location', 'product', 'supplier', 'prescriber', 'role_grant']
  .map((table) => `EXISTS (SELECT FROM countersign.${table} x WHERE x.site_id = $1 AND x.seq >= $2)`)
  .join(' OR ')})) AS reference`;

@Injectable()
export class SitesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /**
   * Opens a site with a log of its own. A crash between the steps leaves an empty log, which the same request, sent
   * again, finds and fills.
   */
  async create(act: ActContext, { deaNumber, name, address, timeZone }: NewSiteDto): Promise<Posted> {
    const organisationId = act.siteId;
    const siteId = siteIdOf({ organisationId, idempotencyKey: act.idempotencyKey });
    const site: NewSite = {
      siteId,
      name,
      deaNumber: verifiedDeaNumber(deaNumber, 'deaNumber'),
      address,
      timeZone,
      grantId: uuidv7(),
      creatorId: act.caller.personId,
    };
    const origin = `${originDomain(this.runtime)}/countersign/site/${siteId}`;
    if (!(await this.#hasLog(siteId))) {
      await this.#refuseWhatIsWrong(act, site);
      await this.#openLog(siteId, origin);
    }
    const posted = await this.ledger.post({
      ...requested(act),
      siteId,
      type: 'site_created',
      reads: [],
      decide: createSite(site),
    });
    await this.#tellOrganisation(act, { siteId, origin });
    return posted;
  }

  /** Refuses `invalid_dea_number`, `already_exists`, `reason_missing`, `request_invalid`. */
  async change(act: ActContext, { name, address, deaNumber, reason }: SiteChangeDto): Promise<Posted> {
    const verified = deaNumber === undefined ? undefined : verifiedDeaNumber(deaNumber, 'deaNumber');
    const taken = verified && (await this.#checkRegistration({ siteId: act.siteId, deaNumber: verified }));
    return this.ledger.post({
      ...requested(act),
      type: 'site_changed',
      reads: [],
      decide: changeSite({ name, address, deaNumber: taken ?? verified, reason }),
    });
  }

  setPolicy(act: ActContext, change: unknown): Promise<Posted> {
    return this.ledger.post({
      ...requested(act),
      type: 'site_policy_changed',
      reads: [],
      decide: setSitePolicy({ change, withSecondFactor: act.caller.method !== 'password' }),
    });
  }

  /** The sites where the caller has a role. */
  list({ caller }: Access, page: PageQuery): Promise<Page<SiteDto>> {
    return listPage<SiteRow, SiteDto>(this.source, {
      sql: `SELECT id, name, dea_number, address, time_zone FROM countersign.site
            WHERE kind = 'clinic' AND site_id = ANY ($1::uuid[])`,
      params: [[...caller.roles.keys()]],
      by: { name: 'name', id: 'id' },
      page,
      item: (row) => siteOf(row, caller.roles.get(row.id)),
    });
  }

  async one({ caller, siteId }: Access): Promise<SiteDetailsDto> {
    const [row] = (await this.source.query(
      `SELECT id, name, dea_number, address, time_zone, policy FROM countersign.site
       WHERE site_id = $1 AND id = $1 AND kind = 'clinic'`,
      [siteId],
    )) as SiteRow[];
    if (!row) return refuseNow('not_found', { detail: said('no_site') });
    return { ...siteOf(row, caller.roles.get(siteId)), policy: row.policy };
  }

  /** One look at the row that every write changes, and at what little a site knows of itself. Refuses `not_found`. */
  async head({ siteId }: Access, since?: number): Promise<HeadDto> {
    const sql = `SELECT h.size, h.last_at, countersign.ledger_clock() AS now${since === undefined ? '' : REFERENCE_CHANGED}
                 FROM countersign.site_head h WHERE h.site_id = $1`;
    const rows: HeadRow[] = await this.source.query(sql, [siteId, ...(since === undefined ? [] : [since])]);
    const [row] = rows;
    if (!row) return refuseNow('not_found', { detail: said('no_site') });
    const { size, last_at: lastAt, now, reference } = row;
    return {
      size: Number(size),
      lastAt: lastAt.toISOString(),
      now: now.toISOString(),
      ...(reference === undefined ? {} : { reference }),
    };
  }

  async #hasLog(siteId: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query('SELECT FROM countersign.site_head WHERE site_id = $1', [siteId]);
    return rows.length > 0;
  }

  /** A refused site has no log: the attempt is in the organisation's. */
  async #refuseWhatIsWrong(act: ActContext, site: NewSite): Promise<void> {
    const refusal = checkNewSite(site) ?? (await this.#checkRegistration(site));
    if (!refusal) return;
    await this.ledger.recordRefusedAttempt({ siteId: act.siteId, type: 'site_created', actor: act.actor }, refusal);
    throw new RefusedError(refusal);
  }

  /** A registration is of one site; two that ask at once are told apart by site_dea_number_unique. */
  async #checkRegistration({ siteId, deaNumber }: Pick<NewSite, 'siteId' | 'deaNumber'>): Promise<Refusal | undefined> {
    const rows: unknown[] = await this.source.query(
      `SELECT FROM countersign.site WHERE kind = 'clinic' AND dea_number = $1 AND site_id <> $2`,
      [deaNumber, siteId],
    );
    return rows.length === 0
      ? undefined
      : refuse('already_exists', { detail: said('registration_taken'), field: 'deaNumber' });
  }

  async #openLog(siteId: string, origin: string): Promise<void> {
    try {
      await this.ledger.openLog(siteId, origin);
    } catch (error) {
      // The same request, sent twice at once, has opened it.
      if (!(await this.#hasLog(siteId))) throw error;
    }
  }

  /** The organisation's log names every log there is. */
  async #tellOrganisation(act: ActContext, of: { siteId: string; origin: string }): Promise<void> {
    await this.ledger.post({
      ...requested(act),
      idempotencyKey: `site.${of.siteId}`,
      type: 'site_added',
      reads: [],
      decide: () => ({ act: of, subjects: [of.siteId], answer: {} }),
    });
  }
}

function siteOf(row: SiteRow, roles: SiteDto['roles'] = []): SiteDto {
  return {
    siteId: row.id,
    name: row.name,
    deaNumber: row.dea_number,
    address: row.address,
    timeZone: row.time_zone,
    roles,
  };
}
