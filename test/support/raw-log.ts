import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Json, JsonObject, RecordActor } from '../../src/domain/ledger/record.js';
import { recordBytes, withoutUndefined } from '../../src/domain/ledger/record.js';
import { numbered, type SubjectFacts, type UnnumberedBody } from '../../src/domain/ledger/subjects.js';
import { encodeBase64 } from '../../src/domain/log/base64.js';
import { fieldCommitment } from '../../src/domain/log/commitment.js';
import { nextIncarnationOrigin } from '../../src/domain/log/log-origin.js';
import { Vault } from '../../src/platform/crypto/vault.js';

/** What a hand-made record says besides its place; whatever is wanted, right or wrong. */
export interface RawRecord {
  readonly type: string;
  readonly actors?: readonly (RecordActor | JsonObject)[];
  readonly entry?: JsonObject;
  readonly lines?: readonly JsonObject[];
  readonly changes?: readonly JsonObject[];
  readonly act?: JsonObject;
  readonly subjects?: readonly string[];
  readonly id?: string;
  readonly occurredAt?: string;
  /** Plain private values: sealed, with their commitments put into the record. */
  readonly private?: Readonly<Record<string, string>>;
}

/** What an attacker changes about an append that is otherwise right. */
export interface Lies {
  /** Fields of the body, over the right ones: seq, origin, recordedAt, v. */
  readonly body?: JsonObject;
  /** The bytes themselves. */
  readonly bytes?: (body: JsonObject) => Uint8Array;
  /** The time the function is told; `recordedAt` in the bytes follows unless it is given too. */
  readonly at?: string;
  readonly key?: string;
  readonly salt?: Uint8Array;
}

export interface Place {
  readonly seq: number;
  readonly origin: string;
  readonly at: string;
  readonly recordedAt: string;
}

export interface Appended extends Place {
  readonly leafHash: Buffer;
}

/**
 * The log of one site, written as anybody could who has the log-in of `countersign_app` and psql: by calling
 * `ledger_open_log`, `ledger_load` and `ledger_append` with bytes made by hand. No code of ours stands between.
 */
export class RawLog {
  constructor(
    readonly client: pg.Client,
    readonly siteId: string,
    private readonly vault: Vault = new Vault(randomBytes(32)),
  ) {}

  get origin(): string {
    return `clinic.example/countersign/site/${this.siteId}`;
  }

  async open(origin = this.origin): Promise<void> {
    await this.client.query('SELECT countersign.ledger_open_log($1, $2)', [this.siteId, origin]);
  }

  /** One record in one transaction. */
  async append(record: RawRecord, lies: Lies = {}): Promise<Appended> {
    await this.client.query('BEGIN');
    try {
      const appended = await this.appendInside(record, lies);
      await this.client.query('COMMIT');
      return appended;
    } catch (error) {
      await this.client.query('ROLLBACK');
      throw error;
    }
  }

  /** One record in the transaction that is open. */
  async appendInside(record: RawRecord, lies: Lies = {}): Promise<Appended> {
    const place = await this.place();
    const at = lies.at ?? place.at;
    const { values, commitments } = privateOf(record.private);
    const said = withoutUndefined({
      v: 'countersign-record/v1',
      origin: place.origin,
      seq: place.seq,
      id: record.id ?? uuidv7(),
      type: record.type,
      occurredAt: record.occurredAt ?? place.recordedAt,
      recordedAt: place.recordedAt,
      actors: record.actors as Json,
      act: record.act,
      entry: record.entry,
      lines: record.lines,
      changes: record.changes,
      subjects: record.subjects,
      private: commitments,
    }) as JsonObject;
    const body = withoutUndefined({ ...(await this.#numbered(said)), ...lies.body }) as JsonObject;
    const bytes = lies.bytes ? lies.bytes(body) : recordBytes(body as never);
    const sealed = values ? this.vault.seal(JSON.stringify(values), `audit_secret/${this.siteId}/${place.seq}`) : null;
    const { rows } = await this.client.query<{ seq: string; leaf_hash: Buffer }>(
      'SELECT seq, leaf_hash FROM countersign.ledger_append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        this.siteId,
        [Buffer.from(bytes)],
        [Buffer.from(lies.salt ?? randomBytes(32))],
        [sealed],
        [at],
        [lies.key ?? null],
        [lies.key ? Buffer.from('digest') : null],
        [lies.key ? 201 : null],
        [lies.key ? '{}' : null],
      ],
    );
    return { ...place, seq: Number(rows[0]!.seq), leafHash: rows[0]!.leaf_hash };
  }

  /** With its running numbers, as the database knows them. What has no right form keeps what it says. */
  async #numbered(said: JsonObject): Promise<JsonObject> {
    const known = new Map<string, SubjectFacts>();
    for (;;) {
      const tried = numbered(said as unknown as UnnumberedBody, known);
      if ('body' in tried) return tried.body as unknown as JsonObject;
      const { rows } = await this.client.query<{ found: Record<string, SubjectFacts> }>(
        'SELECT countersign.ledger_subjects($1, $2::uuid[]) AS found',
        [this.siteId, tried.unknown],
      );
      for (const [id, facts] of Object.entries(rows[0]!.found)) known.set(id, facts);
    }
  }

  /** A right first record of the next incarnation, but for what `row` changes of it; `type` and `id` lie about the record. */
  async beginIncarnation(row: JsonObject = {}, lies: { type?: string; key?: string } = {}): Promise<void> {
    await this.client.query('BEGIN');
    try {
      await this.#beginInside(await this.place(), row, lies);
      await this.client.query('COMMIT');
    } catch (error) {
      await this.client.query('ROLLBACK');
      throw error;
    }
  }

  async #beginInside(place: Place, row: JsonObject, lies: { type?: string; key?: string }): Promise<void> {
    const origin = nextIncarnationOrigin(place.origin);
    const number = Number(/incarnation.(\d+)/.exec(origin)?.[1]);
    const id = uuidv7();
    const rootHash = encodeBase64(new Uint8Array(32));
    const change = { incarnationId: uuidv7(), number, origin, fromSeq: place.seq, previousOrigin: place.origin };
    const said = {
      v: 'countersign-record/v1',
      origin,
      seq: place.seq,
      id,
      type: lies.type ?? 'log_incarnation',
      occurredAt: place.recordedAt,
      recordedAt: place.recordedAt,
      actors: [{ id: uuidv7(), role: 'compliance_officer', meaning: 'performed', method: 'x', evidence: 'x' }],
      changes: [{ table: 'log_incarnation', ...change, previousSize: 3, previousRootHash: rootHash, ...row }],
    } as JsonObject;
    const bytes = recordBytes((await this.#numbered(said)) as never);
    await this.client.query('SELECT countersign.ledger_begin_incarnation($1, $2, $3, $4, NULL, $5, $6, $7, 201, $8)', [
      this.siteId,
      origin,
      Buffer.from(bytes),
      randomBytes(32),
      place.at,
      lies.key ?? id,
      Buffer.from('digest'),
      '{}',
    ]);
  }

  /** The place the next record will have. */
  async place(): Promise<Place> {
    const { rows } = await this.client.query<{ loaded: Place }>(
      "SELECT countersign.ledger_load($1, NULL, '[]') AS loaded",
      [this.siteId],
    );
    return rows[0]!.loaded;
  }
}

function privateOf(given: Readonly<Record<string, string>> | undefined) {
  if (!given) return { values: undefined, commitments: undefined };
  const values = Object.entries(given).map(([name, value]) => {
    const salt = randomBytes(32);
    return { name, value, salt, commitment: encodeBase64(fieldCommitment({ name, salt, value })) };
  });
  return {
    values: values.map(({ name, value, salt }) => ({ name, salt: salt.toString('base64'), value })),
    commitments: Object.fromEntries(values.map(({ name, commitment }) => [name, commitment])),
  };
}
