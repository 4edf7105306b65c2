import { createHash } from 'node:crypto';
import { BUNDLE_RECORD_TYPE, BundleWriter, type BundleRecord, type Selection } from '../../src/domain/bundle/format.js';
import { recordBytes, type RecordBody } from '../../src/domain/ledger/record.js';
import { numbered, type SubjectFacts, type UnnumberedBody } from '../../src/domain/ledger/subjects.js';
import { encodeBase64 } from '../../src/domain/log/base64.js';
import { checkpointText } from '../../src/domain/log/checkpoint.js';
import { fieldCommitment, leafData, leafHash, recordCommitment } from '../../src/domain/log/commitment.js';
import { jcs } from '../../src/domain/log/jcs.js';
import { inclusionProof } from '../../src/domain/log/merkle-proof.js';
import { appendPlan, treeRoot, type NodeId } from '../../src/domain/log/merkle.js';
import { formatVerifierKey, SIGNATURE_TYPES, verifierKeyOf, type NoteSigner } from '../../src/domain/log/note-key.js';
import { cosign, formatNote, signText } from '../../src/domain/log/signed-note.js';
import { parseTlogPolicy, type TlogPolicy } from '../../src/domain/log/tlog-policy.js';

const bytesOf = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());
const keyNode = ({ level, n }: NodeId): string => `${level}:${n}`;

export const SITE = '0190a000-0000-7000-8000-00000000aaaa';
export const ORIGIN = `clinic.example/countersign/site/${SITE}`;

/** What a record says besides its place and its numbers. */
export type Said = Partial<Omit<UnnumberedBody, 'origin' | 'seq'>> & Pick<UnnumberedBody, 'type' | 'actors'>;

/** A log in memory with keys of its own, so that what verifies bundles is tested without a server, and against forgers. */
export class MemoryLog {
  readonly records: RecordBody[] = [];
  readonly values = new Map<number, { name: string; salt: string; value: string }[]>();
  readonly #nodes = new Map<string, Uint8Array>();
  readonly #subjects = new Map<string, SubjectFacts>();
  readonly #implied = new Map<string, string[]>();
  /** What the next records and heads are under; another one begins another incarnation. */
  origin = ORIGIN;
  readonly witnesses: NoteSigner[] = ['east', 'west'].map((name) => ({
    name: `${name}.example`,
    privateKey: bytesOf(name),
  }));

  get signer(): NoteSigner {
    return { name: this.origin, privateKey: bytesOf('log key') };
  }

  /** What a record about `id` must name besides. */
  implies(id: string, ...others: string[]): void {
    this.#implied.set(id, others);
  }

  saltOf(seq: number): Uint8Array {
    return bytesOf(`salt ${seq}`);
  }

  /** Appends a record; `numbers` lets a dishonest operator say which running numbers it has. */
  add(said: Said, values: Record<string, string> = {}, numbers?: (right: readonly number[]) => number[]): RecordBody {
    const seq = this.records.length;
    const disclosed = Object.entries(values).map(([name, value]) => ({
      name,
      salt: encodeBase64(bytesOf(`${seq} ${name}`)),
      value,
    }));
    const commitments = disclosed.map(({ name, value }) => [
      name,
      encodeBase64(fieldCommitment({ name, salt: bytesOf(`${seq} ${name}`), value })),
    ]);
    const recordedAt = new Date(Date.parse('2026-03-01T15:00:00.000Z') + seq * 60_000).toISOString();
    const body: UnnumberedBody = {
      occurredAt: recordedAt,
      recordedAt,
      id: `key-${seq}`,
      ...said,
      origin: this.origin,
      seq,
      ...(commitments.length > 0 ? { private: Object.fromEntries(commitments) } : {}),
    };
    const right = this.#numbered(body);
    const record = numbers ? { ...right, nth: numbers(right.nth) } : right;
    this.#append(record);
    this.values.set(seq, disclosed);
    return record;
  }

  #numbered(body: UnnumberedBody): RecordBody {
    for (;;) {
      const tried = numbered(body, this.#subjects);
      if ('body' in tried) {
        const { body: record } = tried;
        const { unknown } = numbered(record, new Map()) as { unknown: readonly string[] };
        for (const id of unknown) {
          const { n, of } = this.#subjects.get(id) as SubjectFacts;
          this.#subjects.set(id, { n: n + 1, of });
        }
        // The file's own form: no absent member.
        return JSON.parse(new TextDecoder().decode(recordBytes(record))) as RecordBody;
      }
      for (const id of tried.unknown) this.#subjects.set(id, { n: 0, of: this.#implied.get(id) ?? [] });
    }
  }

  #append(record: RecordBody): void {
    const { origin, seq } = record;
    const salt = this.saltOf(seq);
    const hash = leafHash(
      leafData({ origin, seq, commitment: recordCommitment({ salt, record: recordBytes(record) }) }),
    );
    const lookup = (id: NodeId): Uint8Array | undefined => this.#nodes.get(keyNode(id));
    for (const node of appendPlan({ size: seq, leafHash: hash, lookup })) this.#nodes.set(keyNode(node), node.hash);
    this.records.push(record);
  }

  /** The export of a selection: a record like any other, about what it exports. */
  export(
    selection: Selection,
    of: { shown?: 'amounts' | 'everything'; names?: Record<string, string> } = {},
  ): RecordBody {
    const { shown = 'amounts', names = {} } = of;
    return this.add(
      {
        type: BUNDLE_RECORD_TYPE,
        actors: [
          { id: OFFICER, role: 'compliance_officer', meaning: 'performed', method: 'session:password', evidence: 'e' },
        ],
        act: {
          selection: { ...selection },
          shown,
          site: { name: 'Clinic <North>', deaNumber: 'FE3541263', timeZone: 'America/Chicago' },
        },
        ...(selection.subjectId === undefined ? {} : { subjects: [selection.subjectId] }),
      },
      { names: jcs(names) },
    );
  }

  /** A checkpoint over the first `size` records, signed by the log and cosigned by both witnesses. */
  checkpoint(size = this.records.length, signers = { log: this.signer, witnesses: this.witnesses }): string {
    const lookup = (id: NodeId): Uint8Array | undefined => this.#nodes.get(keyNode(id));
    const text = checkpointText({ origin: this.origin, size, rootHash: treeRoot({ size, lookup }) });
    const cosigned = signers.witnesses.map((signer) => cosign({ text, signer, timestamp: 1_772_400_000n }));
    return formatNote({ text, signatures: [signText({ text, signer: signers.log }), ...cosigned] });
  }

  get policyText(): string {
    const log = formatVerifierKey(verifierKeyOf(this.signer, SIGNATURE_TYPES.ed25519));
    const witnesses = this.witnesses.map(
      (signer) => `witness ${signer.name} ${formatVerifierKey(verifierKeyOf(signer, SIGNATURE_TYPES.cosignatureV1))}\n`,
    );
    return `log ${log}\n${witnesses.join('')}group both all ${this.witnesses.map(({ name }) => name).join(' ')}\nquorum both\n`;
  }

  get policy(): TlogPolicy {
    return parseTlogPolicy(this.policyText);
  }

  /** A record with its proof, and the private values named. */
  proved(seq: number, values: readonly string[] = [], size = this.records.length): BundleRecord {
    const lookup = (id: NodeId): Uint8Array | undefined => this.#nodes.get(keyNode(id));
    const shown = (this.values.get(seq) ?? []).filter(({ name }) => values.includes(name));
    return {
      record: this.records[seq] as RecordBody,
      salt: encodeBase64(this.saltOf(seq)),
      path: inclusionProof({ index: seq, size, lookup }).map(encodeBase64),
      ...(shown.length > 0 ? { private: shown } : {}),
    };
  }

  /** The file: the export made last and these records, in the order given. */
  bundle(
    seqs: readonly number[],
    of: { checkpoint?: string; records?: readonly BundleRecord[]; exportSeq?: number } = {},
  ): string {
    const writer = new BundleWriter();
    const exportSeq = of.exportSeq ?? this.records.findLastIndex(({ type }) => type === BUNDLE_RECORD_TYPE);
    const head = writer.head({
      checkpoint: of.checkpoint ?? this.checkpoint(),
      policy: this.policyText,
      export: this.proved(exportSeq, ['names']),
    });
    const records = of.records ?? seqs.map((seq) => this.proved(seq));
    return head + records.map((record) => writer.record(record)).join('') + writer.seal();
  }
}

export const OFFICER = '0190a000-0000-7000-8000-00000000000f';
