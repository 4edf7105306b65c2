import { APPEND_ONLY, FOLLOWING } from '../ledger-tables.js';

/** An attack with the owner's rights, who may insert without the functions; `$site` is the site. */
export interface OwnerAttack {
  readonly constraint: string;
  readonly sql: string;
}

const copyOf = (table: string, change = "'{}'"): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, ${change})).* FROM ${table} t WHERE site_id = '$site' LIMIT 1`;

/** Rows of `cosignature` under a checkpoint that is made beside them, so many. */
const cosigned = (of: { rows?: number; size?: number; keyId?: number; line?: string }): string =>
  `WITH c AS (INSERT INTO checkpoint VALUES ('$site', 1, 'x')) INSERT INTO cosignature
   SELECT '$site', ${of.size ?? 1}, 'x', 'w.example', ${of.keyId ?? 1}, now(), ${of.line ?? "E'\\u2014 w.example AAAA\\n'"}
   FROM generate_series(1, ${of.rows ?? 1})`;

/** Whose primary key is attacked otherwise: below, or by a record (all.ts). */
const NOT_COPIED = ['entry_signature', 'checkpoint', 'cosignature', 'site_head', 'role_grant'];
const COPIED = [...APPEND_ONLY, ...FOLLOWING].filter((table) => !NOT_COPIED.includes(table));

/** Two erasures of one id, or of one signature. */
function twoErasures(constraint: 'erasure_pk' | 'erasure_signature_used_once'): string {
  const [one, other] = ['s.signature_id', 'gen_random_uuid()'];
  const [id, signature] = constraint === 'erasure_pk' ? [one, other] : [other, one];
  return `INSERT INTO erasure SELECT '$site', ${id}, p.patient_id, ${signature}, '[]', 0, 0, now(), 1
    FROM (SELECT * FROM signature WHERE site_id = '$site' LIMIT 1) s, (SELECT * FROM patient WHERE site_id = '$site' LIMIT 1) p,
    generate_series(1, 2)`;
}

/** What no record can reach, because the functions make these rows themselves. */
export const OWNER_ATTACKS: readonly OwnerAttack[] = [
  ...COPIED.map((table) => ({ constraint: `${table}_pk`, sql: copyOf(table) })),
  {
    constraint: 'site_head_size_not_negative',
    sql: `INSERT INTO site_head (site_id, origin, size) VALUES ('00000000-0000-0000-0000-000000000001', 'x/site/00000000-0000-0000-0000-000000000001', -1)`,
  },
  { constraint: 'site_head_only_grows', sql: `UPDATE site_head SET size = size - 1 WHERE site_id = '$site'` },
  { constraint: 'site_head_only_grows', sql: `UPDATE site_head SET last_at = 'epoch' WHERE site_id = '$site'` },
  {
    constraint: 'audit_record_leaf_hash_length',
    sql: copyOf('audit_record', `'{"seq": 900001, "id": "new", "leaf_hash": "\\\\x00"}'`),
  },
  { constraint: 'audit_secret_of_record', sql: copyOf('audit_secret', `'{"seq": 900001}'`) },
  { constraint: 'tree_node_hash_length', sql: copyOf('tree_node', `'{"n": 900001, "hash": "\\\\x00"}'`) },
  { constraint: 'entry_of_record', sql: copyOf('entry', `'{"seq": 900001, "type": "give", "reverses_seq": null}'`) },
  {
    constraint: 'entry_signature_of_entry',
    sql: copyOf('entry_signature', `'{"seq": 900001, "signature_id": null, "meaning": "performed"}'`),
  },
  { constraint: 'line_of_entry', sql: `BEGIN; ${copyOf('line', `'{"seq": 900001}'`)}` },
  {
    constraint: 'log_incarnation_keeps_its_identity',
    sql: `UPDATE log_incarnation SET previous_size = 1 WHERE site_id = '$site'`,
  },
  { constraint: 'checkpoint_pk', sql: `INSERT INTO checkpoint SELECT '$site', 1, 'x' FROM generate_series(1, 2)` },
  { constraint: 'cosignature_pk', sql: cosigned({ rows: 2 }) },
  { constraint: 'cosignature_of_checkpoint', sql: cosigned({ size: 2 }) },
  { constraint: 'cosignature_key_id_has_four_bytes', sql: cosigned({ keyId: 4294967296 }) },
  { constraint: 'cosignature_is_one_line', sql: cosigned({ line: "'w.example AAAA'" }) },
  {
    constraint: 'passkey_id_unique',
    sql: copyOf('passkey', `jsonb_build_object('site_id', gen_random_uuid(), 'credential_hash', 'another')`),
  },
  ...(['erasure_pk', 'erasure_signature_used_once'] as const).map((constraint) => ({
    constraint,
    sql: twoErasures(constraint),
  })),
  { constraint: 'state_table_pk', sql: 'INSERT INTO state_table SELECT * FROM state_table LIMIT 1' },
  {
    constraint: 'role_grant_pk',
    sql: `INSERT INTO role_grant SELECT '$site', g, g, 'nurse', now(), NULL, NULL, g, 1 FROM gen_random_uuid() g, generate_series(1, 2)`,
  },
  {
    constraint: 'holder_container_has_bounds',
    sql: copyOf(
      'holder',
      `jsonb_build_object('kind', 'container', 'holder_id', gen_random_uuid(), 'floor_ug', NULL, 'ceiling_ug', NULL)`,
    ),
  },
  {
    constraint: 'holder_in_hand_has_a_floor',
    sql: copyOf(
      'holder',
      `jsonb_build_object('kind', 'in_hand', 'holder_id', gen_random_uuid(), 'floor_ug', NULL, 'ceiling_ug', NULL)`,
    ),
  },
];

/** What cannot be broken, by anybody, before another constraint speaks; why. */
export const STRUCTURAL: ReadonlyMap<string, string> = new Map([
  ['site_head_origin_unique', 'an origin names its site (site_head_origin_names_the_site), and a site has one head'],
  ['lot_with_its_product', 'more columns than the primary key: it is there to be referred to'],
  ['product_label_amount_positive', 'a label amount is a product of positive numbers (product_is_measured)'],
  ['container_takes_its_book_along', 'the trigger on containers that raises container_is_where_its_lines_are'],
  ['patient_stays_erased', 'it needs an erasure, and that some years: test/db/erasure.test.ts'],
  ['passkey_counter_grows', 'of credentials, which are not of the ledger (test/db/key-signatures.test.ts)'],
  ['invitation_used_once', 'of credentials, which are not of the ledger'],
  ['signature_of_intent', 'more columns than the primary key: it is there to be referred to'],
]);
