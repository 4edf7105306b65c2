import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { AttemptType } from '../../domain/ledger/record-types.js';
import { RefusedError, refuseNow, type Refusal } from '../../domain/refusal.js';
import { Ledger } from '../ledger/ledger.js';
import { actorOf, setAccess, type Caller } from './caller.js';
import { permit } from './permission.js';
import { PUBLIC, REQUIRES, type Requirement } from './requires.js';
import { BEARER, COOKIE } from './session-strategies.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Stands before every handler: who calls, then whether they may. Closed by default: a handler that says nothing about
 * its callers is refused to all of them. Where the permission is missing, the attempt is a record, and the answer is
 * the same whether or not the site exists.
 */
@Injectable()
export class AccessGuard extends AuthGuard([BEARER, COOKIE]) {
  constructor(
    private readonly reflector: Reflector,
    private readonly source: DataSource,
    private readonly ledger: Ledger,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    // Tokens, patients, balances: nothing of this is for a cache to keep.
    void context.switchToHttp().getResponse<FastifyReply>().header('Cache-Control', 'no-store');
    const of = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, of)) return true;
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<FastifyRequest & { user: Caller }>();
    const caller = request.user;
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(REQUIRES, of);
    const pathSiteId = (request.params as { siteId?: string }).siteId?.toLowerCase();
    const permitted = permit(caller, requirement, pathSiteId);
    if ('code' in permitted) {
      await this.#record(request, caller, pathSiteId, permitted);
      throw new RefusedError(permitted);
    }
    const { siteId, role } = permitted;
    setAccess(request, { caller, siteId, actor: actorOf(caller, role) });
    return true;
  }

  override handleRequest<TUser = Caller>(error: unknown, user: TUser | false | null | undefined): TUser {
    if (error) throw error;
    return user || refuseNow('not_authenticated');
  }

  /** In the log of the site that was meant; in the organisation's where there is no such site. */
  async #record(request: FastifyRequest, caller: Caller, pathSiteId: string | undefined, refusal: Refusal) {
    const siteId = pathSiteId !== undefined && (await this.#exists(pathSiteId)) ? pathSiteId : caller.organisationId;
    const actor = actorOf(caller, caller.roles.get(siteId)?.[0] ?? 'none');
    const type = `${request.method} ${request.routeOptions.url ?? '/'}` as AttemptType;
    await this.ledger.recordRefusedAttempt({ siteId, type, actor }, refusal);
  }

  async #exists(siteId: string): Promise<boolean> {
    if (!UUID.test(siteId)) return false;
    const rows = (await this.source.query('SELECT FROM site_head WHERE site_id = $1', [siteId])) as unknown[];
    return rows.length > 0;
  }
}
