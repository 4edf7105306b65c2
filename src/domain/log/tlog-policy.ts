import { decodeUtf8, encodeUtf8, equalBytes } from './bytes.js';
import { LogError } from './log-error.js';
import { parseVerifierKey, sameKeyId, SIGNATURE_TYPES, type VerifierKey } from './note-key.js';

/**
 * Whom to believe about a checkpoint (c2sp.org/tlog-policy). Names and URLs are octet strings: one char for each byte
 * of the file.
 */
export interface TlogPolicy {
  /** Any one of these may have signed; the name of its key is the log's origin. */
  logs: { key: VerifierKey; url: string | undefined }[];
  witnesses: { name: string; key: VerifierKey; url: string | undefined }[];
  /**
   * In the order of the file, so that a group's members stand before it. At least `threshold` of the members must
   * have cosigned.
   */
  groups: { name: string; threshold: number; members: string[] }[];
  /** The witness or group whose cosignature is needed; undefined for `quorum none`. */
  quorum: string | undefined;
}

const NONE = 'none';
const THRESHOLD = /^[1-9][0-9]{0,8}$/;
// Tab, newline, and everything from the space on but DEL ("Character set").
const ALLOWED_OCTETS = /^[\t\n\x20-\x7e\x80-\xff]*$/;

/**
 * Reads a policy file, or its text. Throws `badPolicy` with the number of the line, and for keys `badKeyFormat`,
 * `unsupportedKeyType`, `badBase64`, `notUtf8`, `ambiguousKey`. A key of a type that cannot be verified here (ML-DSA)
 * refuses the whole policy: to skip it would change what the quorum means.
 */
export function parseTlogPolicy(input: string | Uint8Array): TlogPolicy {
  const octets = Array.from(typeof input === 'string' ? encodeUtf8(input) : input, (byte) =>
    String.fromCharCode(byte),
  ).join('');
  if (!ALLOWED_OCTETS.test(octets)) throw new LogError('badPolicy', 'The policy holds a control character.');
  if (!octets.endsWith('\n'))
    throw new LogError('badPolicy', 'Every line of a policy, the last included, ends in a newline.');
  const reader = new PolicyReader();
  for (const [i, line] of octets.slice(0, -1).split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length > 0 && !words[0]?.startsWith('#')) reader.readLine(words, `Line ${i + 1}`);
  }
  return reader.finish();
}

/** Whether the witnesses of these names are enough ("Defining the quorum", "Defining a witness group"). */
export function isQuorum(policy: TlogPolicy, cosigners: ReadonlySet<string>): boolean {
  if (policy.quorum === undefined) return true;
  const witnessed = new Set(policy.witnesses.map(({ name }) => name).filter((name) => cosigners.has(name)));
  for (const { name, threshold, members } of policy.groups) {
    if (members.filter((member) => witnessed.has(member)).length >= threshold) witnessed.add(name);
  }
  return witnessed.has(policy.quorum);
}

class PolicyReader {
  readonly #policy: TlogPolicy = { logs: [], witnesses: [], groups: [], quorum: undefined };
  readonly #names = new Set<string>();
  readonly #members = new Set<string>();
  #quorumSeen = false;

  readLine([keyword, ...words]: string[], where: string): void {
    if (keyword === 'log') this.#log(words, where);
    else if (keyword === 'witness') this.#witness(words, where);
    else if (keyword === 'group') this.#group(words, where);
    else if (keyword === 'quorum') this.#quorum(words, where);
    else refuse(where, 'a line starts with log, witness, group or quorum');
  }

  finish(): TlogPolicy {
    if (!this.#quorumSeen) throw new LogError('badPolicy', 'A policy has exactly one quorum line.');
    return this.#policy;
  }

  #log([vkey, url, ...rest]: string[], where: string): void {
    if (vkey === undefined || rest.length > 0) refuse(where, 'log <vkey> [<url>]');
    const key = this.#newKey(vkey, this.#policy.logs, where);
    this.#policy.logs.push({ key, url });
  }

  #witness([name, vkey, url, ...rest]: string[], where: string): void {
    if (name === undefined || vkey === undefined || rest.length > 0) refuse(where, 'witness <name> <vkey> [<url>]');
    const key = this.#newKey(vkey, this.#policy.witnesses, where);
    if (key.type !== SIGNATURE_TYPES.cosignatureV1) {
      throw new LogError(
        'unsupportedKeyType',
        `${where}: the key of a witness is one for cosignature/v1, of type 0x04.`,
      );
    }
    this.#define(name, where);
    this.#policy.witnesses.push({ name, key, url });
  }

  #group([name, k, ...members]: string[], where: string): void {
    if (name === undefined || k === undefined || members.length === 0)
      refuse(where, 'group <name> all|any|<k> <name>...');
    for (const member of members) {
      if (!this.#names.has(member)) refuse(where, 'a member must be defined on a line before');
      if (this.#members.has(member)) refuse(where, 'a name may be a member only once');
      this.#members.add(member);
    }
    const threshold = k === 'all' ? members.length : k === 'any' ? 1 : THRESHOLD.test(k) ? Number(k) : 0;
    if (threshold < 1 || threshold > members.length)
      refuse(where, 'k is all, any, or a number from 1 to that of the members');
    this.#define(name, where);
    this.#policy.groups.push({ name, threshold, members });
  }

  #quorum([name, ...rest]: string[], where: string): void {
    if (name === undefined || rest.length > 0) refuse(where, 'quorum <name>');
    if (this.#quorumSeen) refuse(where, 'a policy has exactly one quorum line');
    if (name !== NONE && !this.#names.has(name)) refuse(where, 'the quorum must be defined on a line before');
    this.#quorumSeen = true;
    this.#policy.quorum = name === NONE ? undefined : name;
  }

  #define(name: string, where: string): void {
    if (name === NONE || this.#names.has(name)) refuse(where, 'the name is taken');
    this.#names.add(name);
  }

  #newKey(vkey: string, peers: readonly { key: VerifierKey }[], where: string): VerifierKey {
    const key = parseVerifierKey(decodeUtf8(Uint8Array.from(vkey, (char) => char.charCodeAt(0))));
    if (peers.some((peer) => equalBytes(peer.key.publicKey, key.publicKey)))
      refuse(where, 'the same public key is listed already');
    for (const other of [...this.#policy.logs, ...this.#policy.witnesses]) {
      if (sameKeyId(other.key, key) && !equalBytes(other.key.publicKey, key.publicKey)) {
        throw new LogError('ambiguousKey', `${where}: another key has this name and key ID.`);
      }
    }
    return key;
  }
}

function refuse(where: string, rule: string): never {
  throw new LogError('badPolicy', `${where}: ${rule}.`);
}
