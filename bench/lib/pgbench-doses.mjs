// The same statements as the server's, sent by pgbench: BEGIN, ledger_load, ledger_append, COMMIT. pgbench can neither make
// a UUID nor canonical JSON, so two small functions, made in the bench's database only, look the rows up and fill in the
// bytes of a record: those of a real draw and a real dose of this very run, with what differs from one to the next
// replaced. They run with the rights of countersign_app; ledger_append refuses them if a byte is not canonical.

const TOKENS = ['seq', 'recordedAt', 'id', 'evidence', 'firstDoseAt', 'observeUntil'];
const HAND_TOKENS = [
  'siteId',
  'sessionId',
  'containerId',
  'label',
  'patientId',
  'productId',
  'lotId',
  'locationId',
  'nurseId',
];

/** A record or an answer with every value of `values` (name → text) replaced by `{name}`. */
function templateOf(text, values) {
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(value, `{${name}}`), text);
}

const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/** replace(replace(template, '{a}', a), '{b}', b) ... */
const filledIn = (template, expressions) =>
  Object.entries(expressions).reduce((sql, [name, value]) => `replace(${sql}, '{${name}}', ${value})`, template);

const time = (sql) => `to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The record and answer of the last act of `type` at the hand's site, as templates. */
async function lastAct(admin, type, hand) {
  const { rows } = await admin.query(
    `SELECT convert_from(r.record, 'UTF8') AS record, k.answer::text AS answer
     FROM countersign.audit_record r JOIN countersign.idempotency_key k ON k.site_id = r.site_id AND k.seq = r.seq
     WHERE r.site_id = $1 AND r.type = $2 ORDER BY r.seq DESC LIMIT 1`,
    [hand.siteId, type],
  );
  const { record, answer } = rows[0];
  const body = JSON.parse(record);
  const [change] = body.changes;
  const given = {
    evidence: body.actors[0].evidence,
    id: body.id,
    ...(type === 'give' ? { observeUntil: change.observeUntil, firstDoseAt: change.firstDoseAt } : {}),
    recordedAt: body.recordedAt,
    ...Object.fromEntries(HAND_TOKENS.map((name) => [name, hand[name]])),
  };
  const template = templateOf(record, given)
    .replace(`"seq":${body.seq},`, '"seq":{seq},')
    .replace(`"nth":${JSON.stringify(body.nth)}`, '"nth":{nth}');
  return { record: template, answer: templateOf(answer, given) };
}

/** Makes the table of hands and the functions; `reads(hand)` gives the reads of a draw and of a dose. */
export async function installPgbenchDoses({ admin, clinics, sample, reads }) {
  const acts = { draw: await lastAct(admin, 'draw', sample), give: await lastAct(admin, 'give', sample) };
  await admin.query(`
    CREATE SCHEMA bench;
    CREATE TABLE bench.hand (client int, k int, ${HAND_TOKENS.map((name) => `"${name}" text`).join(', ')},
      "firstDoseAt" text, draw_reads jsonb, give_reads jsonb, PRIMARY KEY (client, k));
    CREATE TABLE bench.plain (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, site_id uuid NOT NULL, record bytea NOT NULL);
    CREATE FUNCTION bench.template(p_act text) RETURNS text LANGUAGE sql IMMUTABLE AS
      $$ SELECT CASE p_act WHEN 'draw' THEN ${literal(acts.draw.record)} ELSE ${literal(acts.give.record)} END $$;
    CREATE FUNCTION bench.answer(p_act text) RETURNS text LANGUAGE sql IMMUTABLE AS
      $$ SELECT CASE p_act WHEN 'draw' THEN ${literal(acts.draw.answer)} ELSE ${literal(acts.give.answer)} END $$;
    CREATE FUNCTION bench.append(p_act text, p_client int, p_k int, p_key text, p_loaded jsonb) RETURNS bigint
    LANGUAGE plpgsql AS $$
    DECLARE
      h bench.hand;
      v_record text;
      v_answer text;
      v_observe text := ${time("(p_loaded ->> 'at')::timestamptz + interval '2 hours'")};
    BEGIN
      SELECT * INTO STRICT h FROM bench.hand WHERE client = p_client AND k = p_k;
      v_record := ${filledIn('bench.template(p_act)', {
        ...Object.fromEntries(HAND_TOKENS.map((name) => [name, `h."${name}"`])),
        ...Object.fromEntries(TOKENS.map((name) => [name, `p_loaded ->> '${name}'`])),
        evidence: `'${Buffer.alloc(32, 7).toString('base64')}'`,
        id: 'p_key',
        firstDoseAt: 'h."firstDoseAt"',
        observeUntil: 'v_observe',
      })};
      -- Of all that ledger_load knows a running number of, what the record is about, in the order of the ids.
      v_record := replace(v_record, '{nth}', (SELECT '[' || string_agg(((s.value ->> 'n')::bigint + 1)::text, ',' ORDER BY s.key) || ']'
        FROM jsonb_each(p_loaded -> 'subjects') s WHERE position(s.key IN v_record) > 0));
      v_answer := ${filledIn('bench.answer(p_act)', {
        ...Object.fromEntries(HAND_TOKENS.map((name) => [name, `h."${name}"`])),
        recordedAt: `p_loaded ->> 'recordedAt'`,
        firstDoseAt: 'h."firstDoseAt"',
        observeUntil: 'v_observe',
      })};
      RETURN (SELECT seq FROM countersign.ledger_append(h."siteId"::uuid, ARRAY[convert_to(v_record, 'UTF8')],
        ARRAY[sha256(uuid_send(gen_random_uuid()))], ARRAY[NULL]::bytea[], ARRAY[(p_loaded ->> 'at')::timestamptz],
        ARRAY[p_key], ARRAY[sha256('digest')], ARRAY[201], ARRAY[v_answer::jsonb]));
    END $$;
    GRANT USAGE ON SCHEMA bench TO countersign_app;
    GRANT SELECT ON bench.hand TO countersign_app;
    GRANT INSERT ON bench.plain TO countersign_app;
  `);
  for (const hand of clinics.hands.filter(({ way }) => way === 'pgbench')) {
    const { draw, give } = await reads(hand);
    await admin.query(
      `INSERT INTO bench.hand SELECT $1, $2, ${HAND_TOKENS.map((_, i) => `$${i + 3}`).join(', ')},
         (SELECT ${time('first_dose_at')} FROM countersign.treatment_session WHERE session_id = $${HAND_TOKENS.length + 3}::uuid),
         $${HAND_TOKENS.length + 4}, $${HAND_TOKENS.length + 5}`,
      [
        ...[hand.client, hand.k, ...HAND_TOKENS.map((name) => hand[name])],
        ...[hand.sessionId, JSON.stringify(draw), JSON.stringify(give)],
      ],
    );
  }
  await admin.query('ANALYZE bench.hand');
}

/** Draw, dose, draw, dose ...; a draw chooses the site that the dose after it stays at. */
export const doseScript = `
\\set n :n + 1
\\if :n % 2 = 1
\\set k random(:k_from, :k_to)
\\endif
BEGIN;
SELECT key, countersign.ledger_load(h."siteId"::uuid, key, CASE WHEN :n % 2 = 1 THEN h.draw_reads ELSE h.give_reads END,
    ARRAY[h."nurseId"::uuid]) AS loaded
  FROM bench.hand h, (SELECT gen_random_uuid()::text AS key OFFSET 0) k WHERE h.client = :client_id AND h.k = :k \\gset
SELECT bench.append(CASE WHEN :n % 2 = 1 THEN 'draw' ELSE 'give' END, :client_id, :k, :key, :loaded);
COMMIT;
`;

/** What any commit costs here: one row of about the size of a record. */
export const plainScript = `
INSERT INTO bench.plain (site_id, record) VALUES ('01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11', decode(repeat('ab', 1100), 'hex'));
`;
