// A long log in short time: the records are made as everywhere, but their rows are those the checker's own replay says they
// must make, written in bulk by the superuser with triggers off. A hundred thousand take seconds instead of minutes. The log
// verifies; that it does is no proof of anything, here the checker's speed is measured and not its judgement.
import { createHash, randomBytes, randomUUID } from 'node:crypto';

const BATCH = 2000;
const TRIGGERS_OFF = `DO $$ DECLARE t regclass; BEGIN
  FOR t IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'countersign'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER ALL', t);
  END LOOP;
END $$`;

/** `2026-01-02T15:00:00.123456` of microseconds since 1970. */
const columnTime = (us) =>
  `${new Date(Math.floor(us / 1000)).toISOString().slice(0, -1)}${String(us % 1000).padStart(3, '0')}`;
const timeOf = (us) => `${columnTime(us)}Z`;

/** Cells of a row as `rowText` wrote it: no text here holds the separator. */
const cellsOf = (text) =>
  text.split('|').map((cell) => (cell === '' ? null : cell.startsWith('"') ? JSON.parse(cell) : cell));

/**
 * The log of one site: takes records with `add`; `finish` writes what stands at the end. `now` says when, in milliseconds; whoever
 * plays years sets it. With a `vault` a record may have private values, sealed as the ledger does it.
 */
export class BulkLog {
  #rows = new Map();
  #columns = new Map();
  #last = 0;
  #subjects = new Map();
  seq = 0;
  now = Date.now;
  vault = undefined;

  static async open(superuser) {
    const { CompactTree } = await import('../../dist/src/domain/log/compact-tree.js');
    const { Findings } = await import('../../dist/src/domain/verify/finding.js');
    const { Replay } = await import('../../dist/src/domain/verify/replay.js');
    const { States } = await import('../../dist/src/domain/verify/states.js');
    const { STATE_TABLES } = await import('../../dist/src/platform/audit/checker-sql.js');
    const { boundsOf } = await import('../../dist/src/domain/verify/entry-rules.js');
    const { recordBytes } = await import('../../dist/src/domain/ledger/record.js');
    const { numbered } = await import('../../dist/src/domain/ledger/subjects.js');
    const { leafData, leafHash, recordCommitment, fieldCommitment } =
      await import('../../dist/src/domain/log/commitment.js');
    await superuser.query('SET search_path = countersign; SET TIME ZONE UTC; SET synchronous_commit = off');
    await superuser.query(TRIGGERS_OFF);
    const { rows } = await superuser.query(STATE_TABLES);
    const tables = rows.map(({ name, id_column: idColumn, columns }) => ({
      name,
      idColumn,
      columns: new Map(Object.entries(columns)),
    }));
    const log = new BulkLog();
    Object.assign(log, { superuser, recordBytes, numbered, boundsOf, fieldCommitment, siteId: randomUUID() });
    log.leafOf = ({ seq, salt, bytes }) =>
      leafHash(leafData({ origin: log.origin, seq, commitment: recordCommitment({ salt, record: bytes }) }));
    log.origin = `bench.example/countersign/site/${log.siteId}`;
    log.tree = new CompactTree();
    const of = { siteId: log.siteId, origin: log.origin, reversedSeqs: [] };
    log.replay = new Replay(of, new States(tables), new Findings());
    await superuser.query('SELECT countersign.ledger_open_log($1, $2)', [log.siteId, log.origin]);
    return log;
  }

  async add(given, values) {
    const seq = this.seq;
    this.#last = Math.max(this.now() * 1000, this.#last + 1);
    const recordedAt = columnTime(this.#last);
    const recorded = `${recordedAt.slice(0, 23)}Z`;
    const id = randomUUID();
    const sealed = values && this.#sealed(values);
    const place = { origin: this.origin, seq, id, occurredAt: recorded, recordedAt: recorded };
    const body = { ...place, ...given, ...(sealed ? { private: sealed.commitments } : {}) };
    const bytes = this.recordBytes(this.#numbered(body));
    const salt = randomBytes(32);
    const stored = { seq, id, type: body.type, occurredAt: `${body.occurredAt.slice(0, -1)}000`, recordedAt };
    const rows = this.#take({ ...stored, actorId: body.actors[0].id, bytes, salt, privateValues: sealed?.values });
    const { siteId } = this;
    this.#put('audit_record', [
      ...[siteId, seq, id, body.type, body.occurredAt, timeOf(this.#last), body.actors[0].id],
      ...[Buffer.from(bytes), Buffer.from(rows.leafHash)],
    ]);
    this.#put('audit_secret', [siteId, seq, salt, sealed?.bytes ?? null]);
    this.#put('idempotency_key', [siteId, id, createHash('sha256').update(id).digest(), seq, 201, '{}']);
    if (rows.entry) this.#put('entry', [siteId, ...cellsOf(rows.entry)]);
    for (const text of rows.signatures) this.#put('entry_signature', [siteId, ...cellsOf(text)]);
    for (const text of rows.lines) this.#put('line', [siteId, ...cellsOf(text)]);
    for (const text of rows.subjects.split(',')) {
      const [subject, nth] = text.split(':');
      this.#put('record_subject', [siteId, subject, seq, nth]);
      // What it implies is known only once its row is made.
      this.#subjects.set(subject, { n: Number(nth), of: this.#impliedBy(subject) });
    }
    this.seq += 1;
    if (this.seq % BATCH === 0) await this.#write();
  }

  /** Name → value, as a record keeps it: each with a salt of its own, all sealed together (src/platform/ledger/recording.ts). */
  #sealed(of) {
    const salted = Object.entries(of).map(([name, value]) => ({ name, salt: randomBytes(32), value }));
    const values = salted.map(({ name, salt, value }) => ({ name, salt: salt.toString('base64'), value }));
    return {
      values,
      commitments: Object.fromEntries(
        salted.map((one) => [one.name, Buffer.from(this.fieldCommitment(one)).toString('base64')]),
      ),
      bytes: this.vault.seal(JSON.stringify(values), `audit_secret/${this.siteId}/${this.seq}`),
    };
  }

  #numbered(body) {
    const numbered = this.numbered(body, this.#subjects);
    if (numbered.body) return numbered.body;
    for (const id of numbered.unknown) this.#subjects.set(id, { n: 0, of: this.#impliedBy(id) });
    return this.#numbered(body);
  }

  /** Of a container its product and lot, of a session its product and patient. */
  #impliedBy(id) {
    const row = this.replay.states.row('container', id) ?? this.replay.states.row('treatment_session', id);
    return row ? [row.values.product_id, row.values.lot_id ?? row.values.patient_id] : [];
  }

  /** The leaf must be right before the replay sees it: it compares. */
  #take(stored) {
    const leafHash = this.leafOf(stored);
    const rows = this.replay.take({ ...stored, keySeq: stored.seq, leafHash });
    this.tree.append(leafHash, (level, n, hash) => this.#put('tree_node', [this.siteId, level, n, Buffer.from(hash)]));
    return rows;
  }

  #put(table, row) {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  async #write() {
    for (const [table, rows] of this.#rows) {
      const types = await this.#typesOf(table);
      const lists = types.map((_, column) => rows.map((row) => row[column]));
      const unnested = types.map((type, column) => `$${column + 1}::${type}[]`).join(', ');
      await this.superuser.query(`INSERT INTO ${table} SELECT * FROM unnest(${unnested})`, lists);
    }
    this.#rows.clear();
  }

  async #typesOf(table) {
    if (!this.#columns.has(table)) {
      const { rows } = await this.superuser.query(
        `SELECT format_type(atttypid, NULL) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 ORDER BY attnum`,
        [table],
      );
      this.#columns.set(
        table,
        rows.map(({ type }) => type),
      );
    }
    return this.#columns.get(table);
  }

  /** Writes the rest, the tables that follow the log, and the head. Throws if the replay found a record wrong. */
  async finish() {
    const { superuser, siteId, replay } = this;
    if (replay.findings.count > 0) throw new Error(`the made log is wrong: ${JSON.stringify(replay.findings.first)}`);
    await this.#write();
    for (const { name, idColumn, columns } of replay.states.tables) {
      const rows = [...replay.states.rows(name)].map(([id, { seq, values }]) => {
        const cells = Object.entries(values).map(([column, value]) => [column, cellOf(columns.get(column), value)]);
        return { ...Object.fromEntries(cells), site_id: siteId, seq, [idColumn]: id };
      });
      await superuser.query(`INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`, [
        JSON.stringify(rows),
      ]);
    }
    for (const holder of replay.balances.holders.values()) {
      const { kind, holderId, productId, balanceUg, lastSeq } = holder;
      const { floorUg = null, ceilingUg = null } = this.boundsOf(replay.states, holder);
      this.#put('holder', [siteId, kind, holderId, productId, balanceUg, floorUg, ceilingUg, lastSeq]);
    }
    for (const [table, totals] of [
      ['place_total', replay.balances.places],
      ['person_total', replay.balances.people],
    ]) {
      for (const [key, { balanceUg }] of totals) this.#put(table, [siteId, ...key.split('|'), balanceUg]);
    }
    await this.#write();
    await superuser.query('UPDATE site_head SET size = $2, last_at = $3 WHERE site_id = $1', [
      siteId,
      this.seq,
      timeOf(this.#last),
    ]);
    await superuser.query('VACUUM ANALYZE');
  }
}

/** A value as States keeps it, in the form JSON gives it to the database. */
function cellOf(type, value) {
  if (value === null) return null;
  if (type === 'timestamp with time zone') return timeOf(value);
  return type === 'jsonb' || type.endsWith('[]') ? JSON.parse(value) : value;
}
