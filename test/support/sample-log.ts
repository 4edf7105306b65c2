import { recordBytes, type RecordBody } from '../../src/domain/ledger/record.js';
import { encodeBase64 } from '../../src/domain/log/base64.js';
import { concatBytes, encodeUtf8 } from '../../src/domain/log/bytes.js';
import { signCheckpoint, type TreeHead } from '../../src/domain/log/checkpoint.js';
import { fieldCommitment, leafData, leafHash, recordCommitment } from '../../src/domain/log/commitment.js';
import { appendPlan, treeRoot, type NodeLookup } from '../../src/domain/log/merkle.js';
import { consistencyProof, inclusionProof } from '../../src/domain/log/merkle-proof.js';
import { formatVerifierKey, SIGNATURE_TYPES, verifierKeyOf } from '../../src/domain/log/note-key.js';
import { cosign, formatNote, parseNote } from '../../src/domain/log/signed-note.js';
import { entryBundle, newTiles, TILE_WIDTH, tilePath } from '../../src/domain/log/tiles.js';
import { formatTlogProof } from '../../src/domain/log/tlog-proof.js';
import { exportHeader, exportLine, type ExportedRecord } from '../../src/domain/verifier/log-export.js';

const key = (byte: number) => new Uint8Array(32).fill(byte);

/** The three witnesses of every sample, by their names in the policy. Keys that anybody can know: for tests only. */
export const WITNESSES = {
  W1: { name: 'witness.example/one', privateKey: key(11) },
  W2: { name: 'witness.example/two', privateKey: key(12) },
  W3: { name: 'witness.example/three', privateKey: key(13) },
} as const;
export type WitnessName = keyof typeof WITNESSES;

/** When the first cosignature of a sample is given, in POSIX seconds. */
const COSIGNED_AT = 1_750_000_001n;

/** A log in memory: records of a clinic with their salts, a key, and a policy that asks for two of three witnesses. */
export class SampleLog {
  readonly records: { readonly bytes: Uint8Array; readonly salt: Uint8Array }[] = [];
  readonly leaves: Uint8Array[] = [];
  readonly #nodes = new Map<string, Uint8Array>();
  readonly lookup: NodeLookup = ({ level, n }) => this.#nodes.get(`${level}:${n}`);

  /** The entries of the log: what its leaves are hashes of. */
  readonly entries: Uint8Array[] = [];

  constructor(
    readonly origin = 'clinic.example/countersign/site/0001',
    readonly privateKey: Uint8Array = key(1),
  ) {}

  /** A log of `size` records; `story` makes its records other than those of another story. */
  static of(size: number, story = 'as it was'): SampleLog {
    const log = new SampleLog();
    for (let seq = 0; seq < size; seq += 1) log.append(story);
    return log;
  }

  /** A second log of the same origin and key that is the same up to `size`: what a fork begins as. */
  cut(size: number): SampleLog {
    const log = new SampleLog(this.origin, this.privateKey);
    for (const { bytes, salt } of this.records.slice(0, size)) log.put(bytes, salt);
    return log;
  }

  append(
    story = 'as it was',
    at = this.#timeOf(this.records.length),
    type = 'waste',
    more: Partial<RecordBody> = {},
  ): void {
    const seq = this.records.length;
    const salt = key((seq * 7 + 3) % 251);
    const bytes = recordBytes({
      origin: this.origin,
      seq,
      id: `act-${seq}`,
      type,
      occurredAt: at,
      recordedAt: at,
      actors: [
        {
          id: '00000000-0000-4000-8000-000000000003',
          role: 'nurse',
          meaning: 'performed',
          method: 'session:password',
          evidence: 'AA==',
        },
      ],
      act: { story },
      ...more,
      nth: [seq + 1],
      private: { reason: encodeBase64(fieldCommitment({ name: 'reason', ...this.reason(seq) })) },
    });
    this.put(bytes, salt);
  }

  /** The private value of a record. */
  reason(seq: number): { salt: Uint8Array; value: string } {
    return { salt: key((seq * 5 + 1) % 251), value: `spilled, the ${seq}th time` };
  }

  head(size = this.leaves.length): TreeHead {
    return { origin: this.origin, size, rootHash: treeRoot({ size, lookup: this.lookup }) };
  }

  /** The head signed by the log and cosigned by these witnesses. */
  checkpoint(size = this.leaves.length, witnesses: readonly WitnessName[] = ['W1', 'W2']): string {
    const { text, signatures } = parseNote(signCheckpoint({ head: this.head(size), privateKey: this.privateKey }));
    const cosignatures = witnesses.map((name, i) =>
      cosign({ text, signer: WITNESSES[name], timestamp: COSIGNED_AT + BigInt(i) }),
    );
    return formatNote({ text, signatures: [...signatures, ...cosignatures] });
  }

  get vkey(): string {
    const signer = { name: this.origin, privateKey: this.privateKey };
    return formatVerifierKey(verifierKeyOf(signer, SIGNATURE_TYPES.ed25519));
  }

  /** Two of three, as a policy file says it. `urls`: where each witness is asked. */
  policy(urls: Partial<Record<WitnessName, string>> = {}): string {
    const witnesses = Object.entries(WITNESSES).map(([name, signer]) => {
      const vkey = formatVerifierKey(verifierKeyOf(signer, SIGNATURE_TYPES.cosignatureV1));
      return `witness ${name} ${vkey} ${urls[name as WitnessName] ?? ''}\n`;
    });
    return `log ${this.vkey}\n${witnesses.join('')}group outside 2 W1 W2 W3\nquorum outside\n`;
  }

  proof(index: number, size = this.leaves.length): string {
    const path = inclusionProof({ index, size, lookup: this.lookup });
    return formatTlogProof({ index, path, checkpoint: this.checkpoint(size) });
  }

  path(oldSize: number, newSize = this.leaves.length): Uint8Array[] {
    return consistencyProof({ oldSize, newSize, lookup: this.lookup });
  }

  exported(told: (seq: number) => ExportedRecord = (seq) => this.shown(seq)): string {
    return exportHeader(this.checkpoint()) + this.records.map((_, seq) => exportLine(told(seq))).join('');
  }

  /** A record as an export shows it, its private value disclosed. */
  shown(seq: number): ExportedRecord & { record: Uint8Array; salt: Uint8Array } {
    const { bytes: record, salt } = this.records[seq] as { bytes: Uint8Array; salt: Uint8Array };
    const { salt: valueSalt, value } = this.reason(seq);
    return { seq, record, salt, values: [{ name: 'reason', salt: encodeBase64(valueSalt), value }] };
  }

  /** Its static files as c2sp.org/tlog-tiles has them, by their path. */
  tiles(): Map<string, Uint8Array> {
    const files = new Map([['checkpoint', encodeUtf8(this.checkpoint())]]);
    for (const tile of newTiles(0, this.leaves.length)) {
      const { level, n, width } = tile;
      const range = (at: number) => Array.from({ length: width }, (_, i) => at + i);
      const content =
        level === 'entries'
          ? entryBundle(range(n * TILE_WIDTH).map((seq) => this.entries[seq] as Uint8Array))
          : concatBytes(...range(n * TILE_WIDTH).map((id) => this.lookup({ level: level * 8, n: id }) as Uint8Array));
      files.set(tilePath(tile), content);
    }
    return files;
  }

  commitment(seq: number): Uint8Array {
    const { bytes: record, salt } = this.records[seq] as { bytes: Uint8Array; salt: Uint8Array };
    return recordCommitment({ salt, record });
  }

  #timeOf(seq: number): string {
    return new Date(Date.UTC(2026, 0, 1, 9, 0, seq)).toISOString();
  }

  /** `origin`: the name under which the record stands. */
  put(bytes: Uint8Array, salt: Uint8Array, origin = this.origin): void {
    const seq = this.records.length;
    this.records.push({ bytes, salt });
    const entry = leafData({ origin, seq, commitment: recordCommitment({ salt, record: bytes }) });
    const hash = leafHash(entry);
    this.entries.push(entry);
    this.leaves.push(hash);
    for (const node of appendPlan({ size: seq, leafHash: hash, lookup: this.lookup }))
      this.#nodes.set(`${node.level}:${node.n}`, node.hash);
  }
}
