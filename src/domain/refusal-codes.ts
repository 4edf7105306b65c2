/**
 * The closed list of refusals. Its order is the order of precedence: when several rules refuse one act, the first of
 * this list is the answer (daybook/README.md, "Rules"). A code is never reused or renamed: clients branch on it.
 *
 * `status` is the HTTP status of the problem (RFC 9457), `title` the sentence every refusal of this code shares,
 * `next` what the person can do about it.
 */
export const REFUSALS = {
  // Who is asking
  not_authenticated: { status: 401, title: 'Nobody is logged in.', next: 'Log in and send the request again.' },
  invalid_credentials: {
    status: 401,
    title: 'The name, password or code is not right.',
    next: 'Check them and try again. After several failures the account waits before the next try.',
  },
  second_factor_required: {
    status: 401,
    title: 'A code from your authenticator is needed.',
    next: 'Send the six digits your authenticator shows as `totp`.',
  },
  second_factor_enrolment_required: {
    status: 403,
    title: 'This site requires a second factor and you have none.',
    next: 'Enrol an authenticator under your own account, then try again.',
  },
  passkey_required: {
    status: 401,
    title: 'One of your keys is needed.',
    next: 'Answer with a key you have enrolled; the password alone is not enough for who has one.',
  },
  passkey_address_wrong: {
    status: 403,
    title: 'Keys do not work at this address.',
    next: 'Open Countersign at the address the operator has set for it, then try again.',
  },
  passkey_invalid: {
    status: 422,
    title: 'The answer of the key does not fit.',
    next: 'Start again: a question to a key is asked once and lasts five minutes.',
  },
  passkey_counts_back: {
    status: 403,
    title: 'The key has been used elsewhere: there may be a copy of it.',
    next: 'Remove this key under your own account, tell compliance, and enrol another.',
  },
  device_bound_key_required: {
    status: 403,
    title: 'At this site a second person signs with a key that stays on its device.',
    next: 'Sign with a security key, or a key of this device that is not synchronised.',
  },
  csrf_token_invalid: {
    status: 403,
    title: 'The request does not come from our own pages.',
    next: 'Send the `csrfToken` of the log-in answer as the header `X-CSRF-Token`.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests in a short time.',
    next: 'Wait the seconds of the header `Retry-After`, then try again.',
  },
  not_permitted: {
    status: 403,
    title: 'Your role at this site does not permit this.',
    next: 'Ask somebody whose role permits it, or an administrator of the site.',
  },
  // The request itself
  not_found: { status: 404, title: 'There is nothing here by that name.', next: 'Check the address and the id.' },
  method_not_allowed: {
    status: 405,
    title: 'This address takes other methods.',
    next: 'Use one that the header `Allow` names.',
  },
  request_invalid: {
    status: 400,
    title: 'The request is not of the form this address takes.',
    next: 'Correct the fields named in `errors`.',
  },
  payload_too_large: { status: 413, title: 'The request is too large.', next: 'Send it in smaller parts.' },
  idempotency_key_missing: {
    status: 400,
    title: 'A write needs the header `Idempotency-Key`.',
    next: 'Send a new UUID for a new act, and the same one when you send the same act again.',
  },
  idempotency_key_invalid: {
    status: 400,
    title: 'The header `Idempotency-Key` is not usable.',
    next: 'Use 8 to 64 letters, digits, hyphens, dots or underscores.',
  },
  request_in_progress: {
    status: 409,
    title: 'The same act is being recorded at this moment.',
    next: 'Send it again in a second: you will get its answer.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'This idempotency key belongs to another act.',
    next: 'Use a new key for a new act.',
  },
  // What the act says, in the order of the day book's rules
  invalid_dea_number: {
    status: 422,
    title: 'The DEA number is not valid.',
    next: 'Check it against the invoice: two characters, six digits and a check digit.',
  },
  invalid_barcode: {
    status: 422,
    title: 'The barcode is not valid, or is not of this product.',
    next: 'Scan it again, or type the fields from the label.',
  },
  second_person_is_performer: {
    status: 422,
    title: 'The second person is the one who does it.',
    next: 'Ask somebody else to sign.',
  },
  unknown_container: {
    status: 422,
    title: 'There is no such container at this site.',
    next: 'Scan the label on the container.',
  },
  container_expired: {
    status: 422,
    title: 'The container is past its expiry date.',
    next: 'Put it aside for disposal and take another.',
  },
  past_beyond_use_date: {
    status: 422,
    title: 'The container is past its beyond-use date.',
    next: 'Put it aside for disposal and take another.',
  },
  insufficient_amount: {
    status: 422,
    title: 'The container does not hold that much.',
    next: 'Check the amount. Draw what it holds and the rest from another, or close it out if it is empty.',
  },
  exceeds_amount_in_hand: {
    status: 422,
    title: 'That is more than is in hand.',
    next: 'Check the amount, or record the missing draw first.',
  },
  witness_missing: {
    status: 422,
    title: 'A witness has not signed.',
    next: 'Ask each witness to sign this act, or open it as pending.',
  },
  witness_is_performer: {
    status: 422,
    title: 'The witness is the one who does it.',
    next: 'Ask somebody else who saw it to sign.',
  },
  witnesses_must_differ: {
    status: 422,
    title: 'Both witnesses are the same person.',
    next: 'Ask a second person who saw it to sign.',
  },
  // Everything else an act can be refused for
  second_person_missing: {
    status: 422,
    title: 'The second person has not signed.',
    next: 'Ask somebody else to check and sign this act.',
  },
  signature_invalid: {
    status: 422,
    title: 'A signature does not fit this act.',
    next: 'Sign again: a signature is for one act, by one person, and lasts two minutes.',
  },
  signature_expired: {
    status: 422,
    title: 'A signature is older than two minutes.',
    next: 'Ask the person to sign again.',
  },
  signature_already_used: {
    status: 422,
    title: 'A signature has been used already.',
    next: 'Ask the person to sign this act itself.',
  },
  signer_not_eligible: {
    status: 422,
    title: 'A signer may not sign this kind of act here.',
    next: 'Ask a nurse, pharmacist, prescriber or witness of this site.',
  },
  attestation_missing: {
    status: 422,
    title: 'A witness has not stated what they saw.',
    next: 'The witness states having seen the label, the volume and the act.',
  },
  occurred_in_future: {
    status: 422,
    title: 'The time given lies in the future.',
    next: 'Give the time at which it happened, or leave it out for now.',
  },
  late_entry_needs_reason: {
    status: 422,
    title: 'A late entry needs a reason.',
    next: 'Say in `lateReason` why it is entered now.',
  },
  reason_missing: { status: 422, title: 'A reason is needed.', next: 'Say why, in a few words.' },
  amount_invalid: {
    status: 422,
    title: 'The amount is not usable.',
    next: 'Give a positive decimal number as a string, with at most three decimals for mg and mL.',
  },
  amount_not_exact: {
    status: 422,
    title: 'The amount has no exact equivalent.',
    next: 'Give what the syringe measures, in mL.',
  },
  amount_unit_wrong: {
    status: 422,
    title: 'The amount is in the wrong unit for this product.',
    next: 'Give mL for a vial and a number of devices for a nasal spray kit.',
  },
  unknown_session: { status: 422, title: 'There is no such session at this site.', next: 'Choose the session again.' },
  session_ended: {
    status: 422,
    title: 'The session has ended.',
    next: 'Correct it by a reversal, or record a late entry before it ends.',
  },
  session_not_balanced: {
    status: 422,
    title: 'Something drawn for this session is neither given, wasted nor returned.',
    next: 'Give, waste or return what is in hand, then end the session.',
  },
  session_not_started: {
    status: 422,
    title: 'No dose has been given in this session.',
    next: 'Record the dose first, or end the session.',
  },
  observation_incomplete: {
    status: 422,
    title: 'The observation time is not over.',
    next: 'Wait, or record an early discharge with its reason.',
  },
  wrong_product: {
    status: 422,
    title: 'The container is of another product than the session ordered.',
    next: 'Take a container of the ordered product, or start a session with a new order.',
  },
  wrong_location: {
    status: 422,
    title: 'The container is not where this is happening.',
    next: 'Move the container first, with its second person.',
  },
  wrong_patient: {
    status: 422,
    title: 'The container is reserved for another patient.',
    next: 'Take a container that is not reserved, or that patient’s own.',
  },
  container_not_usable: {
    status: 422,
    title: 'The container is used up or out of use.',
    next: 'Take another container.',
  },
  container_not_sealed: {
    status: 422,
    title: 'The container is not sealed.',
    next: 'Only a sealed, untouched container can be moved or returned.',
  },
  container_not_open: {
    status: 422,
    title: 'The container is not open.',
    next: 'Only an open vial can be closed out or measured.',
  },
  container_not_empty: {
    status: 422,
    title: 'The container is not empty.',
    next: 'Waste what is left under two witnesses, then close it out.',
  },
  container_required: {
    status: 422,
    title: 'It is not clear what this is wasted from.',
    next: 'Name the session whose dose it is, or the container.',
  },
  too_many_containers: {
    status: 422,
    title: 'That is more than one receipt line can carry.',
    next: 'Receive at most 100 containers a line; enter the rest as another line.',
  },
  serial_already_received: {
    status: 422,
    title: 'A serial number has been received before.',
    next: 'Check the package: the same serial cannot arrive twice. Tell the supplier and compliance.',
  },
  label_already_used: {
    status: 422,
    title: 'A container label is already in use.',
    next: 'Use a new label: a label is never used twice.',
  },
  lot_conflict: {
    status: 422,
    title: 'This lot is known with another expiry date.',
    next: 'Compare the label with the earlier receipt of this lot.',
  },
  same_location: { status: 422, title: 'It is there already.', next: 'Choose another location.' },
  unknown_reference: {
    status: 422,
    title: 'A location, product, supplier, patient, prescriber or person is not known at this site.',
    next: 'Choose it again from the list, or add it first.',
  },
  already_exists: {
    status: 422,
    title: 'There is one by that name already.',
    next: 'Use the one that exists, or another name.',
  },
  still_in_use: {
    status: 422,
    title: 'Something of it is still in stock or in an open session.',
    next: 'Move, use up or dispose of what is there and end its sessions; then take it out of use.',
  },
  invalid_npi: { status: 422, title: 'The NPI is not valid.', next: 'Ten digits with a check digit: compare again.' },
  invalid_ndc: {
    status: 422,
    title: 'The NDC is not valid.',
    next: 'Type it with its hyphens, as printed on the package.',
  },
  invalid_time_zone: {
    status: 422,
    title: 'The time zone is not known.',
    next: 'Use a name such as America/Chicago.',
  },
  pending_waste_closed: {
    status: 422,
    title: 'This waste is not pending any more.',
    next: 'Look at its record: it is complete or withdrawn.',
  },
  entry_not_reversible: {
    status: 422,
    title: 'This record cannot be reversed.',
    next: 'Only a stock movement that later ones do not rest on can be reversed; reverse those first.',
  },
  entry_already_reversed: {
    status: 422,
    title: 'This record has been reversed already.',
    next: 'Look at its history.',
  },
  own_act: {
    status: 422,
    title: 'Nobody approves their own act.',
    next: 'Ask somebody else who is permitted to.',
  },
  retention_not_over: {
    status: 422,
    title: 'The retention period of this patient’s records is not over.',
    next: 'Wait until the day named; before it the records must be shown to whoever may ask.',
  },
  patient_erased: {
    status: 422,
    title: 'What was known of this patient has been destroyed.',
    next: 'Register the person as a new patient if they come again.',
  },
  password_too_weak: {
    status: 422,
    title: 'The password is too easy to guess.',
    next: 'Use at least 12 characters that are not a common password or your name.',
  },
  token_invalid: {
    status: 422,
    title: 'The link is not valid any more.',
    next: 'Ask an administrator for a new one.',
  },
  roles_conflict: {
    status: 422,
    title: 'These roles are not held together at one site.',
    next: 'Whoever administers or audits a site moves no stock there: give the role to somebody else.',
  },
  last_administrator: {
    status: 422,
    title: 'The site would be left without an administrator.',
    next: 'Make somebody else administrator first.',
  },
  log_is_whole: {
    status: 422,
    title: 'The log goes on from what was signed: there is nothing to declare.',
    next: 'Look at the alarms of the site. A next incarnation is for a log that lost signed entries.',
  },
  proof_not_yet: {
    status: 409,
    title: 'No signed head covers this record yet.',
    next: 'Ask again in a second or two. If it goes on, an alarm of the site says why nothing is signed.',
  },
  constraint_violated: {
    status: 422,
    title: 'The ledger refuses this: it would break an invariant.',
    next: 'Look at the state of what you named and try again; tell compliance if it stays.',
  },
  // Us
  database_unavailable: {
    status: 503,
    title: 'The ledger cannot be reached; whether this was recorded is not known.',
    next: 'Send the same request with the same key in a moment: it is recorded once, whatever happened.',
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong on our side.',
    next: 'Send the same request with the same key again. If it stays, tell support the request id.',
  },
} as const satisfies Record<string, { status: number; title: string; next: string }>;

export type RefusalCode = keyof typeof REFUSALS;

const CODES = Object.keys(REFUSALS) as RefusalCode[];
const RANK = new Map<string, number>(CODES.map((code, rank) => [code, rank]));

/** Position of a code in the closed list: the smaller one wins. */
export function refusalRank(code: RefusalCode): number {
  return RANK.get(code) as number;
}
