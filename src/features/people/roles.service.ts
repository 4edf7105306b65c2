import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { grantRole, readsOfGrantRole } from '../../domain/acts/grant-role.js';
import { readsOfWithdrawRole, withdrawRole } from '../../domain/acts/withdraw-role.js';
import type { Role } from '../../domain/roles.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';

/** Who is what at a site. Every change is a record in the site's log. */
@Injectable()
export class RolesService {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
  ) {}

  async grant(
    act: ActContext,
    of: { personId: string; role: Role; from?: string | undefined; until?: string | undefined },
  ): Promise<Posted> {
    const personId = of.personId.toLowerCase();
    const known = (await this.source.query('SELECT FROM person WHERE person_id = $1 AND NOT disabled', [
      personId,
    ])) as unknown[];
    return this.ledger.post({
      ...requested(act),
      type: 'role_granted',
      reads: readsOfGrantRole({ personId }),
      decide: grantRole({
        grantId: uuidv7(),
        personId,
        role: of.role,
        from: of.from,
        until: of.until,
        actorId: act.caller.personId,
        personKnown: known.length > 0,
      }),
    });
  }

  async withdraw(act: ActContext, grantId: string): Promise<Posted> {
    const administrators = (await this.source.query(
      `SELECT g.grant_id AS "grantId", g.person_id AS "personId", NOT p.disabled AS enabled
       FROM role_grant g JOIN person p ON p.person_id = g.person_id CROSS JOIN (SELECT ledger_clock() AS at) clock
       WHERE g.site_id = $1 AND g.role = 'administrator' AND g.withdrawn_at IS NULL
         AND (g.valid_until IS NULL OR g.valid_until > clock.at)`,
      [act.siteId],
    )) as { grantId: string; personId: string; enabled: boolean }[];
    const of = {
      grantId: grantId.toLowerCase(),
      administrators,
      enabledPersonIds: administrators.filter((one) => one.enabled).map((one) => one.personId),
    };
    return this.ledger.post({
      ...requested(act),
      type: 'role_withdrawn',
      reads: readsOfWithdrawRole(of),
      decide: withdrawRole(of),
    });
  }
}
