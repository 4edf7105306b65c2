import { said } from '../../domain/refusal-details.js';
import { refuse, type Refusal } from '../../domain/refusal.js';
import { roleFor, type Role } from '../../domain/roles.js';
import type { Caller } from './caller.js';
import type { Requirement } from './requires.js';

/** Where an act belongs (an act of no site to the organisation) and in which role the caller may do it. */
export interface Permitted {
  readonly siteId: string;
  readonly role: Role | 'none';
}

/**
 * Whether a caller meets what a handler requires. `pathSiteId` is the `:siteId` of the path, in small letters.
 * Refuses `not_permitted` in the same words whether or not the site exists; `second_factor_required` and
 * `second_factor_enrolment_required` where only the site's policy on second factors stands in the way.
 */
export function permit(
  caller: Caller,
  requirement: Requirement | undefined,
  pathSiteId: string | undefined,
): Permitted | Refusal {
  if (!requirement) return refuse('not_permitted');
  const { permission, at } = requirement;
  const ofNoSite = at === 'organisation' || at === 'any';
  const siteId = ofNoSite ? caller.organisationId : (pathSiteId ?? caller.organisationId);
  if (permission === 'self') return { siteId, role: caller.roles.get(siteId)?.[0] ?? 'none' };

  let barred = false;
  for (const candidate of candidates(caller, requirement, pathSiteId)) {
    const role = roleFor(caller.roles.get(candidate) ?? [], permission);
    if (!role) continue;
    if (!lacksSecondFactor(caller, candidate)) return { siteId, role };
    barred = true;
  }
  return barred ? secondFactorRefusal(caller) : refuse('not_permitted');
}

/** True when the site asks for a second factor and this session was opened without one. */
function lacksSecondFactor(caller: Caller, siteId: string): boolean {
  return caller.method === 'password' && caller.secondFactorSites.has(siteId);
}

function candidates(caller: Caller, requirement: Requirement, pathSiteId: string | undefined): string[] {
  const at = requirement.at ?? (pathSiteId === undefined ? 'organisation' : 'site');
  const named = pathSiteId === undefined ? [] : [pathSiteId];
  if (at === 'site') return named;
  if (at === 'organisation') return [caller.organisationId];
  if (at === 'site_or_organisation') return [...named, caller.organisationId];
  return [caller.organisationId, ...caller.roles.keys()];
}

function secondFactorRefusal(caller: Caller): Refusal {
  if (!caller.hasSecondFactor && !caller.hasPasskey) return refuse('second_factor_enrolment_required');
  return refuse('second_factor_required', {
    detail: said(caller.hasPasskey ? 'log_in_with_key' : 'log_in_with_code'),
  });
}
