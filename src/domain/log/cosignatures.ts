import { LogError } from './log-error.js';
import { sameKeyId, type VerifierKey } from './note-key.js';
import { parseNote, verifySignatures, type NoteSignature } from './signed-note.js';
import { isQuorum, type TlogPolicy } from './tlog-policy.js';

/** A cosignature that was verified, and when it was given, in POSIX seconds. */
export interface Cosignature {
  readonly signature: NoteSignature;
  readonly timestamp: bigint;
}

/**
 * The cosignature of this witness among the lines that it answered with (c2sp.org/tlog-witness, "add-checkpoint"), of which those by
 * other keys are left out. `text`: what was to be cosigned. Throws LogError: `badNote`, `badBase64`, `tooLarge`, `badSignature`,
 * `noKnownSignature`; and `badSignature` for one that says no time.
 */
export function cosignatureIn(of: { answer: string; text: string; key: VerifierKey }): Cosignature {
  const note = parseNote(`${of.text}\n${of.answer}`);
  if (note.text !== of.text) throw new LogError('badNote', 'The answer is more than signature lines.');
  const [verified] = verifySignatures({ note, keys: [of.key] });
  const timestamp = verified?.timestamp ?? 0n;
  if (timestamp === 0n) throw new LogError('badSignature', 'The cosignature says no time.');
  return { signature: note.signatures.find((line) => sameKeyId(line, of.key)) as NoteSignature, timestamp };
}

/** The witnesses of a policy whose cosignature stands under a note, by their names in it. Throws as `verifySignatures`, but not for none. */
export function cosignersOf(note: string, policy: TlogPolicy): string[] {
  return timesOf(note, policy).map(({ name }) => name);
}

/** Whether enough witnesses of the policy stand under the note. Who signed it for the log is not asked here. Throws as `cosignersOf`. */
export function isWitnessed(note: string, policy: TlogPolicy): boolean {
  return isQuorum(policy, new Set(cosignersOf(note, policy)));
}

/**
 * When enough witnesses had cosigned the note, in POSIX seconds, as they say themselves; undefined where they have not, or
 * where no witness is asked for. Throws as `cosignersOf`.
 */
export function quorumReachedAt(note: string, policy: TlogPolicy): bigint | undefined {
  if (policy.quorum === undefined) return undefined;
  const sofar = new Set<string>();
  for (const { name, at } of timesOf(note, policy).sort((a, b) => (a.at < b.at ? -1 : 1))) {
    sofar.add(name);
    if (isQuorum(policy, sofar)) return at;
  }
  return undefined;
}

function timesOf(note: string, policy: TlogPolicy): { name: string; at: bigint }[] {
  const signed = parseNote(note);
  const keys = policy.witnesses.map(({ key }) => key);
  const known = signed.signatures.filter((line) => keys.some((key) => sameKeyId(key, line)));
  if (known.length === 0) return [];
  const verified = verifySignatures({ note: { ...signed, signatures: known }, keys });
  return policy.witnesses.flatMap(({ name, key }) => {
    const by = verified.find((one) => sameKeyId(one.key, key));
    return by ? [{ name, at: by.timestamp ?? 0n }] : [];
  });
}

/** With how many cosignatures a quorum can be had at the least; 0 where none is asked for. */
export function fewestForQuorum({ witnesses, groups, quorum }: TlogPolicy): number {
  if (quorum === undefined) return 0;
  const fewest = new Map(witnesses.map(({ name }) => [name, 1]));
  for (const { name, threshold, members } of groups) {
    const needed = members.map((member) => fewest.get(member) ?? Infinity).sort((a, b) => a - b);
    fewest.set(
      name,
      needed.slice(0, threshold).reduce((sum, one) => sum + one, 0),
    );
  }
  return fewest.get(quorum) ?? Infinity;
}
