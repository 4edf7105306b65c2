/** The tables to which rows are only ever added (audit-log.md). Told here again: the tests do not believe the program. */
export const APPEND_ONLY = [
  'audit_record',
  'audit_secret',
  'tree_node',
  'checkpoint',
  'record_subject',
  'idempotency_key',
  'entry',
  'entry_signature',
  'line',
];

/** The tables whose rows change, as the log says, and are never removed. */
export const FOLLOWING = [
  'site_head',
  'holder',
  'place_total',
  'person_total',
  'site',
  'person',
  'role_grant',
  'location',
  'product',
  'supplier',
  'prescriber',
  'patient',
  'lot',
  'receipt',
  'container',
  'treatment_session',
  'pending_waste',
  'pending_waste_signature',
  'stock_count',
  'discrepancy',
  'signature',
];
