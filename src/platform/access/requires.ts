import { SetMetadata } from '@nestjs/common';
import type { Permission } from '../../domain/roles.js';

export const REQUIRES = 'countersign:requires';
export const PUBLIC = 'countersign:public';

/**
 * Where the permission must be held: `site` at the site of the path's `:siteId`; `organisation` at the organisation;
 * `site_or_organisation` at either; `any` at any site at all (the service then looks closer).
 */
export type Scope = 'site' | 'organisation' | 'site_or_organisation' | 'any';

export interface Requirement {
  /** `self`: any person who is logged in, for what concerns only themselves. */
  readonly permission: Permission | 'self';
  /** Absent: the site where the path has `:siteId`, else the organisation. */
  readonly at?: Scope;
}

/** What a handler asks of its caller. A handler with neither this nor `@Public()` is refused to everybody. */
export const Requires = (permission: Permission | 'self', options: { at?: Scope } = {}): MethodDecorator =>
  SetMetadata(REQUIRES, { permission, ...options } satisfies Requirement);

/** Open to everybody: log-in, set-up, health, the description of the interface. Limited by address. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);
