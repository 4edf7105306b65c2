/**
 * The closed list of what a refusal says of the case at hand, where its code alone does not say it. A sentence here is
 * what programs and English readers get; a page words the kind in its own language, with the same values. A kind is
 * never reused or renamed. Values are amounts with their unit in the name, days, labels and counts: nothing private.
 */
export const DETAILS = {
  // A field of a request, before any rule is asked: which one stands beside it.
  field_missing: 'This is missing.',
  field_unknown: 'There is no such field here.',
  field_form: 'This is not of the form it should be.',
  field_text: 'This is a text.',
  field_length: 'This has {min} to {max} characters.',
  field_too_long: 'This has at most {max} characters.',
  field_too_short: 'This has at least {min} characters.',
  field_unprintable: 'This holds a character that cannot be printed.',
  field_code: 'This is 1 to {max} letters, digits, dots, hyphens or underscores.',
  field_label: 'This is 1 to {max} characters without spaces.',
  field_digits: 'This has {count} digits.',
  field_word: 'This is a word such as {example}.',
  field_token: 'This is a token.',
  field_id: 'This is a UUID.',
  field_bytes: 'This is base64url.',
  field_number: 'This is a whole number.',
  field_between: 'This is a whole number from {min} to {max}.',
  field_at_least: 'This is at least {min}.',
  field_at_most: 'This is at most {max}.',
  field_flag: 'This is true or false.',
  field_choice: 'This is one of {choices}.',
  field_day: 'This is a day, YYYY-MM-DD.',
  field_object: 'This is an object.',
  field_list: 'This is a list.',
  field_too_many: 'This names at most {max}.',
  field_too_few: 'This names at least {min}.',
  field_twice: 'This names something twice.',

  // Times and periods
  time_form: 'The time is not written like 2026-08-31T08:00:00-05:00.',
  time_seconds_offset: 'A time is ISO 8601 with seconds and an offset.',
  time_example: 'A time reads 2026-09-01T00:00:00-05:00.',
  day_or_time_form: 'A time is a day such as 2026-08-31 at the site, or an instant such as 2026-08-31T08:00:00-05:00.',
  no_moment: 'This is no moment in time.',
  no_day: 'There is no such day.',
  period_backwards: 'The period ends before it begins.',
  period_empty: 'A period begins or ends somewhere.',
  record_has_no_period: 'A single record has no period.',
  birth_date: 'A date of birth is a past day, YYYY-MM-DD.',

  // Packages and numbers
  dea_form: 'A DEA number is a letter, a letter or 9, and seven digits.',
  dea_registrant_type: 'No DEA number begins with this letter.',
  dea_checksum: 'The check digit of the DEA number does not fit: a digit is wrong.',
  npi_form: 'An NPI has ten digits.',
  npi_first_digit: 'An NPI begins with 1 or 2.',
  npi_checksum: 'The check digit of the NPI does not fit: a digit is wrong.',
  ndc_ambiguous: 'Ten digits without hyphens can be {candidates}: type the hyphens.',
  ndc_without_11_digits: 'This NDC has no 11-digit form.',
  gtin_form: 'A GTIN has 14 digits, the last of them a check digit.',
  gtin_other_ndc: 'The GTIN does not hold the NDC of the product.',
  barcode_empty: 'The barcode cannot be read: empty.',
  barcode_not_gs1_symbology: 'The barcode cannot be read: not gs1 symbology.',
  barcode_malformed_brackets: 'The barcode cannot be read: malformed brackets.',
  barcode_unknown_ai: 'The barcode cannot be read: unknown ai.',
  barcode_empty_value: 'The barcode cannot be read: empty value.',
  barcode_too_short: 'The barcode cannot be read: too short.',
  barcode_too_long: 'The barcode cannot be read: too long.',
  barcode_too_long_missing_fnc1: 'The barcode cannot be read: too long missing fnc1.',
  barcode_illegal_character: 'The barcode cannot be read: illegal character.',
  barcode_illegal_month: 'The barcode cannot be read: illegal month.',
  barcode_illegal_day: 'The barcode cannot be read: illegal day.',
  barcode_check_digit: 'The barcode cannot be read: check digit.',
  barcode_conflicting_repeat: 'The barcode cannot be read: conflicting repeat.',
  barcode_missing_gtin: 'The barcode cannot be read: missing gtin.',
  barcode_other_product: 'The barcode is of GTIN {gtin}, not of this product.',
  barcode_other_than_typed: 'The barcode says {scanned}, typed was {typed}.',
  barcode_unknown_gtin: 'No product of this site has GTIN {gtin}.',
  package_unnamed: 'Scan the package, or name its product.',
  lot_missing: 'The lot is missing.',
  lot_expires_otherwise: 'Lot {lotNumber} is known to expire on {expiresOn}.',
  expiry_missing: 'The expiry date is missing, or no day.',
  supplier_unnamed: 'A supplier is named by supplierId, or by name, deaNumber and address.',
  counted_otherwise_listed: '{counted} were counted; {field} names {listed}.',
  receipt_too_large: 'With these labels, serials and names the record would be too large: receive it in two lines.',
  product_field_missing: 'A product of this form has {field}.',
  product_field_foreign: 'A product of this form has no {field}.',

  // Containers and amounts
  expired_on: '{container} expired on {expiresOn}.',
  usable_until: '{container} could be used until {beyondUseOn}.',
  holds_less: 'By the book {container} does not hold the {askedMg} mg that were asked for.',
  not_out_unopened: '{container} is not out unopened: only what was taken out whole can come back.',
  out_for_other_session: '{container} was taken out for another session: return it there.',
  taken_out_whole: '{container} was taken out whole: its {labelMg} mg are in hand already.',
  sealed_of_several_doses: '{container} is sealed and of several doses: it is stock for disposal, not waste.',
  waits_to_be_witnessed: 'Some of {container} waits to be witnessed as waste: that comes first.',
  volume_is_other_amount: '{volumeMl} mL is {amountMg} mg, not {givenMg}.',
  no_whole_units: '{amountMg} mg is no whole number of units of {unitMg} mg.',
  devices_are_other_amount: '{count} x {unitMg} mg is {amountMg} mg, not {givenMg}.',
  count_unclear:
    'Count sealed containers with locationId, productId and countedContainers, or measure an open one with ' +
    'container and measuredVolumeMl or deviceCount.',

  // Sessions
  in_hand_less: 'In hand are {inHandMg} mg; asked were {askedMg} mg.',
  in_hand_less_pending:
    'In hand are {inHandMg} mg, of which {pendingMg} mg wait to be witnessed as waste; asked were {askedMg} mg.',
  still_in_hand: 'Still in hand are {inHandMg} mg.',
  still_in_hand_and_pending: 'Still in hand are {inHandMg} mg. {pendingMg} mg wait to be witnessed as waste.',
  still_pending: '{pendingMg} mg wait to be witnessed as waste.',
  order_unclear: 'An order is an amount in mg, or an amount for each kilogram with the weight.',
  dose_times: 'A dose begins, ends, and then has happened.',
  observed_until: 'The observation lasts until {endsAt}.',
  discharged_already: 'The patient of this session has been discharged already.',
  session_is_open: 'The session is open.',
  session_id_taken: 'There is a session by that id already.',
  not_in_use: 'This one is not in use any more.',
  pending_waste_of_other: 'Only the one who opened a pending waste can withdraw it.',
  patient_kept:
    'What is known of this patient is kept for {years} years since the last record; it may be destroyed from {fromOn} on.',

  // Reversals
  reverses_no_movement: 'It is no stock movement: a count or a reversal stays as it is.',
  reverses_discrepancy: 'It opened a discrepancy, which compliance resolves.',
  reverses_ended_session: 'The session has ended: reopen it first.',
  reverses_used: 'What was drawn has since been given, wasted or returned: reverse that first.',
  reverses_pending: 'What was drawn waits to be witnessed as waste: withdraw that first.',
  reverses_rested_on: 'Record {seq} ({type}) rests on it: reverse that first.',
  reverses_changed: '{container} is {state} now, or some of it waits to be wasted.',
  reversal_own: 'Who made the entry does not approve its reversal.',

  // Signatures
  witnesses_needed_one: 'This needs one witness; {found} signed.',
  witnesses_needed: 'This needs {needed} witnesses; {found} signed.',
  signed_twice: 'The same person signed twice.',
  signature_unknown: 'This signature was never made here.',
  signature_of_other_act: 'The signature was made for another act, performer, idempotency key or body.',
  signature_says_other: 'The signature says {says}; this act needs one that says {needed}.',
  not_stated_seen: 'The witness has not stated seeing: {missing}.',
  signatures_form: 'A list of at most four signature tokens.',
  signer_not_of_site: 'The signer may not sign at this site.',
  key_signed_before: 'This key has signed this act before. Begin the act anew, and sign that.',
  approver_other_administrator:
    'Another administrator or compliance officer, of the organisation or where the person works, approves this.',
  approval_needed: 'Keys and authenticator of somebody are not taken away by one person alone.',
  voucher_needed: 'A first key is vouched for: somebody who knows you authenticates beside you.',
  voucher_made_link: 'Whoever made the link to your account cannot vouch for its first key: ask somebody else.',
  voucher_elsewhere: 'They are nothing where you are something.',
  key_enrolled_before: 'This key has been enrolled before.',

  // People, roles and rules
  username_form:
    'A user name is 3 to 64 small letters, digits, dots, hyphens, underscores or @, and ends in none of the signs.',
  username_taken: 'Somebody has this user name already.',
  password_short: 'A password has at least {min} characters.',
  password_long: 'A password has at most {max} characters.',
  password_holds_name: 'The password contains the user name.',
  password_common: 'This password is one of those that are tried first.',
  password_few_characters: 'The password has fewer than {min} different characters.',
  own_account: 'Nobody manages their own account as an administrator.',
  own_role: 'Nobody gives a role to themselves.',
  person_disabled: 'The person is disabled; enable them first.',
  nobody_enabled: 'There is nobody enabled by that id.',
  role_held: 'The person holds this role here already.',
  role_beside: 'The person is {role} here.',
  role_in_past: 'A role does not begin in the past.',
  role_backwards: 'A role ends after it begins.',
  inspector_until: 'An inspector reads until a date: give it.',
  policy_form: 'A policy is an object.',
  policy_unknown: 'There is no such policy.',
  policy_value: 'Not a usable value.',
  performer_cannot_be_only_witness: 'With one witness the performer cannot be that one: somebody else must see it.',
  own_second_factor_first: 'From this moment nobody acts here without a second factor: log in with your own first.',
  registration_taken: 'A site has this registration already.',
  log_in_with_key: 'Log in again with one of your keys.',
  log_in_with_code: 'Log in again with the code of your authenticator.',
  remove_authenticator_first: 'Remove the authenticator you have first.',
  enrol_authenticator_first: 'Enrol an authenticator first.',
  administrator_made: 'The administrator has been created already.',
  setup_link_old: 'Start the server again for a new link.',
  organisation_made: 'The organisation is set up already.',
  keys_work_at: 'Keys work at {address}.',
  set_and_cleared: 'This is given and emptied at once.',
  change_empty: 'Say what is to be changed.',
  containers_are_of_it: 'Containers in stock are of it: this {table} is still needed.',
  session_is_of_it: 'An open session is of it: this {table} is still needed.',

  // What is not there
  no_site: 'There is no such site.',
  no_record: 'There is no record of that number.',
  no_record_yet: 'There is no record of that number yet.',
  no_record_of_stock: 'There is no record of stock or care by that number.',
  no_movement: 'There is no stock movement by that number.',
  no_container: 'There is no such container here.',
  no_location: 'There is no such location at this site.',
  no_session: 'There is no such session at this site.',
  no_patient: 'There is no such patient.',
  no_person: 'There is nobody by that id.',
  no_role: 'There is no such role in force at this site.',
  no_key: 'You have no such key.',
  no_pending_waste: 'There is no such pending waste.',
  no_discrepancy: 'There is no such discrepancy at this site.',
  no_alarm: 'There is no such alarm at this site.',
  no_verification: 'There is no such verification at this site.',
  no_bundle: 'There is no such bundle at this site.',
  no_subject: 'There is no such {kind} at this site.',
  no_reference: 'There is no such {table} at this site.',
  no_head_yet: 'No head of this log is signed yet.',

  // The log
  head_of_other_log: 'The head is of another log.',
  head_not_ours: 'This is no head that we signed: {why}',
  log_key_recorded: 'The key is recorded already.',
  log_key_retired: 'The key is retired already.',
  incarnation_declared: 'The next incarnation was declared already.',
  alarm_closed: 'The alarm is closed already.',
  act_of_other: 'This is not an act of yours, and your role does not read the log.',
  bundle_subject: 'Name a subject, and only where one is exported.',
  bundle_record: 'Give a number for a single record, and only then.',
  constraint_broken: 'The ledger refuses this: it would break {constraint}.',

  // The request as a whole
  report_has_no: '{report} has no {field}.',
  cursor_unknown: 'The cursor is not one that a page answered with.',
  json_invalid: 'The body is not valid JSON.',
  json_wanted: 'Send JSON with Content-Type: application/json.',
  body_not_canonical: 'The request is not of the form this address takes. {why}',
  address_id: 'The {field} in the address is not a UUID.',
  value_unusable: 'A value of the request is not usable: no such day, or a character that text may not hold.',
  method_other: 'This address takes {allow}, not {method}.',
} as const satisfies Record<string, string>;

export type DetailKind = keyof typeof DETAILS;

type Placeholders<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type ValuesOf<K extends DetailKind> = { readonly [Name in Placeholders<(typeof DETAILS)[K]>]: string | number };

/** A sentence of the closed list with its values. */
export interface Detail {
  readonly kind: DetailKind;
  readonly values: Readonly<Record<string, string>>;
}

/** Names a sentence of the closed list, with exactly the values that it wants. */
export function said<K extends DetailKind>(
  kind: K,
  ...values: keyof ValuesOf<K> extends never ? [] : [values: ValuesOf<K>]
): Detail {
  const given = Object.entries((values[0] ?? {}) as Record<string, string | number>);
  return { kind, values: Object.fromEntries(given.map(([name, value]) => [name, String(value)])) };
}

/** The English sentence of a detail. */
export function sentenceOf({ kind, values }: Detail): string {
  return filled(DETAILS[kind], values);
}

/** A sentence with its values in their places; one that is not known stays as it is written. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
