import type { Words } from './words.js';

const s = (count: number): string => (count === 1 ? '' : 's');

export const EN: Words = {
  language: 'en',
  states: {
    verified: {
      title: 'Verified',
      meaning: 'Every record shown is in the signed log, unchanged, and nothing of what was chosen is missing.',
    },
    keys_not_compared: {
      title: 'Unchanged, but the keys were not compared',
      meaning:
        'Everything fits together under the keys that the bundle itself names. Add the policy that you received on another way: only then is it known that these keys are the right ones.',
    },
    not_verified: { title: 'Not verified', meaning: 'Something is missing, changed or not proved. Do not rely on it.' },
    unusable: { title: 'Cannot be used', meaning: 'Nothing is said about the records.' },
  },
  kinds: {
    container: 'container',
    lot: 'lot',
    product: 'product',
    session: 'session',
    patient: 'patient',
    person: 'person',
    period: 'the whole log of the period',
    record: 'record',
  },
  problems: {
    not_a_bundle: () =>
      'This is no inspection bundle. If it is a zip folder, open it and choose the file records.bundle that lies inside.',
    not_utf8: ({ line }) => `The file is damaged: line ${line} is not text.`,
    policy_unreadable: ({ detail }) => `The policy cannot be read (${detail}).`,
    head_not_trusted: ({ detail }) => `The signed head of the log is not one that the policy trusts (${detail}).`,
    cut_off: () => 'The file is cut off: its end is missing.',
    file_altered: () => 'The file is not as it was written: something in it was changed, added or taken out.',
    line_unreadable: ({ line }) => `Line ${line} of the file is not as this program writes lines.`,
    export_not_proved: () => 'The record of the export itself is not in the log under this head.',
    not_an_export: ({ seq }) => `Record ${seq}, which should be the export, is another record.`,
    record_not_in_log: ({ seq }) => `Record ${seq} is not in the log like this: it was changed, or never recorded.`,
    record_unreadable: ({ seq }) => `Record ${seq} is in the log, but has no form that this program knows.`,
    record_of_other_log: ({ seq }) => `Record ${seq} is of another log.`,
    records_out_of_order: ({ seq }) => `Record ${seq} stands twice or at the wrong place.`,
    time_backwards: ({ seq }) => `Record ${seq} is dated before the record before it.`,
    value_altered: ({ seq, detail }) => `The value "${detail}" of record ${seq} is not the one that was recorded.`,
    more_shown_than_allowed: ({ seq }) => `Record ${seq} shows private values, although the export says amounts only.`,
    records_missing: ({ subject, numbers, count }) =>
      `Of ${subject} the record${s(count)} number ${numbers} ${count === 1 ? 'is' : 'are'} missing.`,
    number_twice: ({ subject, numbers }) => `Of ${subject} two records carry the number ${numbers}: two stories.`,
    record_absent: ({ seq }) => `Record ${seq}, which was chosen, is not in the bundle.`,
    rule_broken: ({ seq, detail }) => `Record ${seq} breaks a rule of the ledger: ${detail}.`,
    signature_record_missing: ({ seq, detail }) =>
      `The record in which ${detail} made the signature used in record ${seq} is missing.`,
    name_differs: ({ seq, detail }) => `The bundle names something otherwise than record ${seq} did: ${detail}.`,
    signature_differs: ({ seq, detail }) => `The signature of ${detail} in record ${seq} was made for something else.`,
    key_signature_wrong: ({ seq, detail }) =>
      `Record ${seq} says that somebody signed with a key of their own, and that is not so: ${detail}.`,
  },
  shown: {
    amounts: 'Shown: amounts, times and who signed. Names of patients and free text are withheld.',
    everything: 'Shown: everything, with the data of patients and free text.',
  },
  types: {
    receipt: 'received',
    move: 'moved',
    draw: 'drawn',
    take: 'taken',
    give: 'given',
    waste: 'wasted',
    return: 'returned',
    close_out: 'vial closed out',
    count: 'counted',
    reversal: 'reversed',
    refused: 'refused attempt',
    session_started: 'session started',
    session_ended: 'session ended',
    signature: 'signature made',
    patient_read: 'patient data read',
    book_read: 'book amount read',
    inspection_bundle: 'inspection bundle made',
    export: 'report exported',
  },
  holders: {
    container: 'containers',
    in_hand: 'in hand',
    suspense: 'unexplained',
    in_transit: 'in transit',
    supplier: 'supplier',
    overfill: 'overfill',
    patient: 'patients',
    waste: 'waste',
    breakage: 'breakage',
    destroyed: 'destroyed',
    reverse_distributor: 'reverse distributor',
    other_registrant: 'other registrant',
    close_out_shortage: 'close-out shortage',
    loss: 'loss',
  },
  roles: { compliance_officer: 'compliance officer' },
  meanings: { performed: 'did it', witnessed: 'witnessed', checked: 'checked', approved: 'approved' },
  values: { lateReason: 'reason for late entry', earlyReason: 'reason for leaving early', birthDate: 'date of birth' },
  proved: {
    site: ({ name, deaNumber, subject }) => `What ${name} (DEA ${deaNumber}) recorded: ${subject}.`,
    head: ({ origin, size }) => `Log ${origin}, at its head of ${size} records.`,
    signed: ({ cosigners, count, witnesses }) =>
      witnesses === 0
        ? 'The head is signed with the key of the log. The policy names no witness outside.'
        : `The head is signed with the key of the log and confirmed by ${count} of ${witnesses} witnesses outside: ${cosigners || 'none'}.`,
    notCompared: 'The keys are those in the bundle. Whoever made the bundle could have made them too.',
    exported: ({ name, role, at, seq }) =>
      `Exported by ${name} (${role}) on ${at}. The export is itself record ${seq} of the log.`,
    whole: ({ subject, numbers, count }) =>
      count === 0
        ? `There is no record of ${subject} before the export.`
        : `No record of ${subject} is missing: number ${numbers} ${count === 1 ? 'is' : 'are all'} here, and the export carries the next number.`,
    wholePeriod: ({ subject, from, to, count }) =>
      `No record of ${subject} from ${from} until ${to} is missing: there ${count === 1 ? 'is 1' : `are ${count}`}, between a record before and one after.`,
    single: 'One record is shown. Nothing is said about others.',
    besides: (count) =>
      `${count} other record${s(count)} stand${count === 1 ? 's' : ''} beside them: where signatures were made, and the neighbours of a period.`,
    beganAnew: ({ fromSeq, previousSize }) =>
      `At record ${fromSeq} the log began anew after a restore, declared by two persons. Before it ${previousSize} records had been signed: those from ${fromSeq} on were lost.`,
    holds: ({ subject, amountMg }) => `By these records ${subject} holds ${amountMg} mg.`,
  },
  limits: [
    'What was never recorded is in no log. Counts of the stock and reconciliation show it.',
    'Whether a person was really there is proved as far as their own password or key was.',
    'A head that only the operator signed could have been made for you alone. Witnesses outside exclude that.',
  ],
  beginning: 'the beginning',
  export: 'the export',
  headings: {
    proved: 'What is proved',
    problems: 'What is wrong',
    limits: 'What this does not prove',
    sums: 'Sums of these records',
    records: 'Records',
    more: (count) =>
      `${count} more record${s(count)}, verified and not shown here, ${count === 1 ? 'is' : 'are'} in the file.`,
    moreProblems: (count) => `and ${count} more.`,
  },
  columns: {
    nth: 'No.',
    seq: 'Record',
    recorded: 'Recorded',
    happened: 'Happened',
    what: 'What',
    who: 'Who',
    moved: 'Moved (mg)',
    values: 'Stated',
    product: 'Product',
    holder: 'Where',
    in: 'In (mg)',
    out: 'Out (mg)',
    net: 'Net (mg)',
  },
  late: 'entered late',
  refused: (of, code) => `refused: ${of} (${code})`,
  withheld: (names) => `not shown: ${names}`,
  alone:
    'This page was written by the server that made the export and proves nothing by itself. Open verify.html and give it the file records.bundle.',
  readMe: {
    name: 'READ ME FIRST.txt',
    lines: [
      'An inspection bundle of Countersign',
      '',
      'records.bundle   the records, their proofs and the signed head: this is what is verified',
      'verify.html      the verifier: it runs in a browser, without a network, and sends nothing',
      'policy.txt       whose signatures count, as the clinic names them',
      'summary.html     the same records for reading and printing',
      '',
      'To verify: take verify.html out of the zip folder and open it in a browser. Drop the zip folder into it, and the',
      'policy that you received on another way (from the regulator, a witness, an earlier visit). Without one you may',
      'drop policy.txt: then it is proved that nothing was changed since, but not that the keys are the right ones.',
      '',
      'verify.html came with the bundle. Whoever trusts nobody takes it, or the program countersign-verify, from elsewhere:',
      '    countersign-verify records.bundle --policy policy.txt',
      '',
    ],
  },
  summaryFile: 'summary.html',
};
