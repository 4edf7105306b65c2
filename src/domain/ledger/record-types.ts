/**
 * The closed list of what a record of the log can be, in the order of a vial's life and then of people and the log itself. A
 * type is never renamed: records say it for ever. The pages have words for each, or do not compile (web/src/records).
 */
export const RECORD_TYPES = [
  'receipt',
  'move',
  'session',
  'draw',
  'take',
  'return',
  'give',
  'waste',
  'waste_pending',
  'waste_witnessed',
  'waste_withdrawn',
  'close_out',
  'count',
  'reversal',
  'discharge',
  'session_end',
  'session_reopened',
  'book_read',
  'patient_registered',
  'patient_changed',
  'patient_read',
  'patient_erased',
  'signature',
  'export',
  'inspection_bundle',
  'inspection_bundle_sent',
  'proof_read',
  'login',
  'login_failed',
  'logout',
  'logout_everywhere',
  'invitation_accepted',
  'password_changed',
  'password_reset',
  'second_factor_enrolled',
  'second_factor_removed',
  'passkey_added',
  'passkey_removed',
  'person_added',
  'person_invited',
  'person_disabled',
  'person_enabled',
  'sessions_ended',
  'role_granted',
  'role_withdrawn',
  'organisation_created',
  'site_created',
  'site_added',
  'site_changed',
  'site_policy_changed',
  'location_added',
  'location_changed',
  'product_added',
  'product_changed',
  'prescriber_added',
  'prescriber_changed',
  'supplier_added',
  'supplier_changed',
  'alarm_raised',
  'alarm_closed',
  'log_key_added',
  'log_key_retired',
  'log_incarnation',
  'log_exported',
  'verification_started',
  'verification',
  'refused',
] as const;

export type RecordType = (typeof RECORD_TYPES)[number];

/** What was attempted and refused: an act, or a request that its address names before it is known to be one. */
export type AttemptType = RecordType | `${string} /${string}`;

const OF_STOCK_OR_CARE: ReadonlySet<string> = new Set<RecordType>([
  'receipt',
  'move',
  'draw',
  'take',
  'return',
  'give',
  'waste',
  'close_out',
  'count',
  'reversal',
  'session',
  'session_end',
  'session_reopened',
  'discharge',
  'waste_pending',
  'waste_witnessed',
  'waste_withdrawn',
]);

/**
 * Whether a record is of stock or care: what whoever may see stock may see of the log, with who did and who signed it. The
 * rest (log-ins, readings, refused attempts) is for who audits.
 */
export function isEntry({ type }: { readonly type: string }): boolean {
  return OF_STOCK_OR_CARE.has(type);
}
