import { said } from '../../domain/refusal-details.js';
import { refuse, type Refusal } from '../../domain/refusal.js';
import type { RefusalCode } from '../../domain/refusal-codes.js';

/**
 * What a named constraint of the database means to a person, where the rule in the code did not speak first (a race the
 * locks did not cover, or a fault of ours). The list is short: normally the pure function refuses before it comes here.
 */
const CODES: Readonly<Record<string, RefusalCode>> = {
  holder_not_below_floor: 'insufficient_amount',
  container_label_unique: 'label_already_used',
  container_serial_received_once: 'serial_already_received',
  lot_number_unique: 'lot_conflict',
  person_username_unique: 'already_exists',
  location_code_unique: 'already_exists',
  product_code_unique: 'already_exists',
  product_gtin_unique: 'already_exists',
  supplier_dea_number_unique: 'already_exists',
  site_dea_number_unique: 'already_exists',
  location_in_use_stays: 'still_in_use',
  product_in_use_stays: 'still_in_use',
  prescriber_in_use_stays: 'still_in_use',
  role_grant_duties_apart: 'roles_conflict',
  session_ends_balanced: 'session_not_balanced',
  entry_reversed_once: 'entry_already_reversed',
  entry_signature_used_once: 'signature_already_used',
  pending_waste_signature_pk: 'signature_already_used',
  pending_waste_signers_differ: 'witnesses_must_differ',
  entry_fully_signed: 'witness_missing',
  invitation_used_once: 'token_invalid',
  site_one_organisation: 'token_invalid',
  erasure_signature_used_once: 'signature_already_used',
  erasure_after_retention: 'retention_not_over',
  patient_stays_erased: 'patient_erased',
  passkey_credential_unique: 'already_exists',
  passkey_use_credential_unique: 'already_exists',
  passkey_first_is_vouched_for: 'second_person_missing',
  passkey_counter_grows: 'passkey_counts_back',
  passkey_signs_an_act_once: 'signature_already_used',
  passkey_signature_is_of_a_live_key: 'invalid_credentials',
  witness_signs_with_a_device_bound_key: 'device_bound_key_required',
};

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly driverError?: DatabaseError;
}

/** The refusal a database error stands for, or undefined when it is not a constraint of ours. */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  const { code, constraint } = databaseError(error);
  if (!constraint || !code?.startsWith('23')) return undefined;
  const known = CODES[constraint];
  return known ? refuse(known) : refuse('constraint_violated', { detail: said('constraint_broken', { constraint }) });
}

/** A serialization failure or a deadlock: the whole act may simply be run again. */
export function isConflict(error: unknown): boolean {
  const { code } = databaseError(error);
  return code === '40001' || code === '40P01';
}

function databaseError(error: unknown): DatabaseError {
  const outer = error as DatabaseError;
  return outer?.driverError ?? outer ?? {};
}
