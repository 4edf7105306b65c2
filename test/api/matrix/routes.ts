import type { Permission } from '../../../src/domain/roles.js';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As in the OpenAPI document, without /api/v1. */
  readonly path: string;
  readonly requires: Permission | 'self' | 'public';
  /** Where the permission must be held; left out: at the site of the path. */
  readonly at?: 'organisation' | 'any';
}

/**
 * Who may call what, written by people. A new route stands here with what it is meant to require, or the matrix is red;
 * so is it when a guard says something else.
 */
export const ROUTES: readonly Route[] = [];
