import type { Permission } from '../../../src/domain/roles.js';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As in the OpenAPI document, without /api/v1. */
  readonly path: string;
  readonly requires: Permission | 'self' | 'public';
  /** Where the permission must be held; left out: at the site of the path. */
  readonly at?: 'organisation' | 'any';
}

const open = (method: Route['method'], path: string): Route => ({ method, path, requires: 'public' });
const own = (method: Route['method'], path: string): Route => ({ method, path, requires: 'self' });
const get = (path: string, requires: Permission): Route => ({
  method: 'GET',
  path: `/sites/{siteId}${path}`,
  requires,
});
const post = (path: string, requires: Permission): Route => ({
  method: 'POST',
  path: `/sites/{siteId}${path}`,
  requires,
});

/**
 * Who may call what, written by people. A new route stands here with what it is meant to require, or the matrix is red;
 * so is it when a guard says something else.
 */
export const ROUTES: readonly Route[] = [
  open('GET', '/about'),
  open('GET', '/health'),
  open('POST', '/setup'),
  open('POST', '/auth/login'),
  open('POST', '/auth/accept-invitation'),
  open('POST', '/auth/webauthn/options'),
  open('POST', '/auth/webauthn/login'),
  own('GET', '/auth/me'),
  own('POST', '/auth/logout'),
  own('POST', '/auth/logout-everywhere'),
  own('POST', '/auth/password'),
  own('POST', '/auth/totp/enrol'),
  own('POST', '/auth/totp/confirm'),
  own('POST', '/auth/totp/remove'),
  own('GET', '/auth/passkeys'),
  own('POST', '/auth/passkeys'),
  own('POST', '/auth/passkeys/confirmation'),
  own('POST', '/auth/passkeys/options'),
  own('POST', '/auth/passkeys/{passkeyId}/name'),
  own('POST', '/auth/passkeys/{passkeyId}/remove'),
  own('GET', '/sites'),
  { method: 'POST', path: '/sites', requires: 'site:create', at: 'organisation' },

  { method: 'GET', path: '/people', requires: 'people:manage', at: 'any' },
  { method: 'POST', path: '/people', requires: 'people:manage', at: 'any' },
  { method: 'POST', path: '/people/{personId}/disable', requires: 'people:manage', at: 'any' },
  { method: 'POST', path: '/people/{personId}/enable', requires: 'people:manage', at: 'any' },
  { method: 'POST', path: '/people/{personId}/invitations', requires: 'people:manage', at: 'any' },
  { method: 'POST', path: '/people/{personId}/end-sessions', requires: 'people:manage', at: 'any' },
  get('/people', 'people:read'),
  post('/roles', 'people:manage'),
  post('/roles/{grantId}/withdraw', 'people:manage'),

  get('', 'site:read'),
  get('/head', 'site:read'),
  post('/policy', 'site:manage'),
  get('/locations', 'catalog:read'),
  post('/locations', 'site:manage'),
  get('/products', 'catalog:read'),
  post('/products', 'catalog:manage'),
  get('/suppliers', 'catalog:read'),
  post('/suppliers', 'catalog:manage'),
  get('/prescribers', 'catalog:read'),
  post('/prescribers', 'catalog:manage'),
  get('/patients', 'patient:read'),
  post('/patients', 'patient:register'),
  post('/patients/search', 'patient:read'),
  post('/patients/names', 'patient:read'),
  get('/patients/{patientId}', 'patient:read'),
  post('/patients/{patientId}/details', 'patient:register'),

  post('/signatures', 'signature:collect'),
  post('/signatures/options', 'signature:collect'),
  post('/signatures/together', 'signature:collect'),
  post('/scans', 'catalog:read'),
  get('/receipts', 'stock:read'),
  post('/receipts', 'receipt:record'),
  get('/receipts/{receiptId}', 'stock:read'),
  post('/moves', 'move:record'),
  get('/containers', 'stock:read'),
  get('/containers/{container}', 'stock:read'),
  get('/containers/{container}/book', 'report:read'),
  get('/lots', 'stock:read'),

  get('/sessions', 'session:read'),
  post('/sessions', 'session:record'),
  get('/sessions/unbalanced', 'session:read'),
  get('/sessions/{sessionId}', 'session:read'),
  post('/sessions/{sessionId}/discharge', 'session:record'),
  post('/sessions/{sessionId}/end', 'session:record'),
  post('/reopenings', 'correction:record'),
  post('/draws', 'session:record'),
  post('/takes', 'session:record'),
  post('/returns', 'session:record'),
  post('/gives', 'session:record'),

  post('/wastes', 'wastage:record'),
  get('/pending-wastes', 'wastage:read'),
  post('/pending-wastes', 'wastage:record'),
  post('/pending-wastes/{pendingWasteId}/signatures', 'signature:make'),
  post('/pending-wastes/{pendingWasteId}/signatures/options', 'signature:make'),
  post('/pending-wastes/{pendingWasteId}/withdraw', 'wastage:record'),
  post('/close-outs', 'closeout:record'),
  get('/counts', 'count:read'),
  post('/counts', 'count:record'),
  get('/counts/sheet', 'count:record'),
  get('/discrepancies', 'discrepancy:read'),
  get('/discrepancies/{discrepancyId}', 'discrepancy:read'),
  post('/reversals', 'correction:record'),

  get('/containers/{container}/history', 'stock:read'),
  get('/sessions/{sessionId}/history', 'session:read'),
  get('/patients/{patientId}/history', 'patient:read'),
  get('/people/{personId}/acts', 'report:read'),
  get('/entries/{seq}', 'stock:read'),
  get('/reports/reconciliation', 'report:read'),
  get('/reports/open-vials', 'report:read'),
  get('/reports/stock', 'report:read'),
  get('/reports/wastage-log', 'report:read'),
  get('/reports/administration-log', 'report:read'),
  get('/reports/late-entries', 'report:read'),
  get('/reports/refused-attempts', 'report:read'),
  get('/reports/open-matters', 'report:read'),
  get('/reports/stock-by-day', 'report:read'),
  get('/reports/waste-by-person', 'report:read'),
  get('/reports/refused-by-day', 'report:read'),
  get('/reports/receipts', 'report:read'),
  get('/reports/counts', 'report:read'),
  get('/reports/discrepancies', 'report:read'),
  get('/log', 'log:read'),
  get('/log/{seq}', 'log:read'),
  own('GET', '/sites/{siteId}/log/{seq}/proof'),
  own('GET', '/sites/{siteId}/my-receipts'),
  get('/checkpoint', 'site:read'),
  get('/log-keys', 'site:read'),
  post('/heads/compare', 'site:read'),
  get('/alarms', 'alarm:read'),
  post('/alarms/{alarmId}/close', 'alarm:close'),
  get('/log-state', 'alarm:read'),
  post('/log-incarnations', 'log:declare'),
  post('/verifications', 'log:verify'),
  get('/verifications/{id}', 'log:verify'),
];
