import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/domain/refusal.js';
import type { Role } from '../../src/domain/roles.js';
import type { Caller } from '../../src/platform/access/caller.js';
import { permit } from '../../src/platform/access/permission.js';
import type { Requirement } from '../../src/platform/access/requires.js';

const ORGANISATION = 'organisation';
const caller = (roles: Record<string, Role[]>, of: Partial<Caller> = {}): Caller => ({
  personId: 'person',
  username: 'rn1',
  displayName: 'Rosa',
  organisationId: ORGANISATION,
  roles: new Map(Object.entries(roles)),
  secondFactorSites: new Set(),
  sessionId: 'session',
  kind: 'cookie',
  method: 'password',
  hasSecondFactor: false,
  hasPasskey: false,
  expiresAt: '2026-08-31T13:00:00.000Z',
  evidence: 'ZQ==',
  ...of,
});
const outcome = (who: Caller, requirement: Requirement | undefined, site?: string) => {
  const permitted = permit(who, requirement, site);
  return isRefusal(permitted) ? permitted.code : `${permitted.role} at ${permitted.siteId}`;
};

describe('what a handler requires', () => {
  const everything = caller({ here: ['administrator', 'nurse'], [ORGANISATION]: ['administrator'] });

  test('nothing said is closed to everybody', () => {
    expect(outcome(everything, undefined, 'here')).toBe('not_permitted');
    expect(outcome(everything, undefined)).toBe('not_permitted');
  });

  test.each<{ comment: string; roles: Record<string, Role[]>; requirement: Requirement; site?: string; is: string }>([
    {
      comment: 'the role that carries it, not the first one',
      roles: { here: ['administrator', 'nurse'] },
      requirement: { permission: 'wastage:record' },
      site: 'here',
      is: 'nurse at here',
    },
    {
      comment: 'a role elsewhere is none here',
      roles: { there: ['nurse'], [ORGANISATION]: ['nurse'] },
      requirement: { permission: 'wastage:record' },
      site: 'here',
      is: 'not_permitted',
    },
    {
      comment: 'without a site in the path: the organisation',
      roles: { here: ['administrator'] },
      requirement: { permission: 'site:create' },
      is: 'not_permitted',
    },
    {
      comment: 'at the organisation',
      roles: { [ORGANISATION]: ['administrator'] },
      requirement: { permission: 'site:create' },
      is: 'administrator at organisation',
    },
    {
      comment: 'at the site or the organisation, for an act of the site',
      roles: { [ORGANISATION]: ['administrator'] },
      requirement: { permission: 'people:manage', at: 'site_or_organisation' },
      site: 'here',
      is: 'administrator at here',
    },
    {
      comment: 'at any site, for an act of the organisation',
      roles: { there: ['administrator'] },
      requirement: { permission: 'people:manage', at: 'any' },
      is: 'administrator at organisation',
    },
    {
      comment: 'about oneself, without any role',
      roles: {},
      requirement: { permission: 'self' },
      is: 'none at organisation',
    },
  ])('$comment: $is', ({ roles, requirement, site, is }) => {
    expect(outcome(caller(roles), requirement, site)).toBe(is);
  });

  test('a second factor is asked for only where nothing else is missing, and one site that asks for none will do', () => {
    const strict = { secondFactorSites: new Set(['here']) };
    const manage: Requirement = { permission: 'people:manage' };
    const here = { here: ['administrator'] } satisfies Record<string, Role[]>;
    expect(outcome(caller(here, strict), manage, 'here')).toBe('second_factor_enrolment_required');
    expect(outcome(caller(here, { ...strict, hasSecondFactor: true }), manage, 'here')).toBe('second_factor_required');
    expect(outcome(caller(here, { ...strict, method: 'password+totp' }), manage, 'here')).toBe('administrator at here');
    expect(outcome(caller(here, strict), { permission: 'wastage:record' }, 'here')).toBe('not_permitted');
    const both = caller({ ...here, there: ['administrator'] }, strict);
    expect(outcome(both, { permission: 'people:manage', at: 'any' })).toBe('administrator at organisation');
  });
});
