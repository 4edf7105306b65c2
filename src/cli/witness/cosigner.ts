import { cosign, formatNote, type NoteSignature } from '../../domain/log/signed-note.js';
import type { NoteSigner } from '../../domain/log/note-key.js';
import { judgeSubmission, readSubmission, type OtherSize, type WitnessRefusal } from '../../domain/log/witnessing.js';
import type { CosignedHeads } from './cosigned-heads.js';
import type { WatchedLogs } from './watched-logs.js';

/** What a witness answers to add-checkpoint. */
export type Answer =
  | {
      readonly status: 200;
      readonly origin: string;
      readonly size: number;
      readonly signatures: readonly NoteSignature[];
    }
  | (OtherSize & { readonly origin: string; readonly logThinks: number })
  | WitnessRefusal
  | { readonly status: 503; readonly reason: string };

export interface CosignerParts {
  readonly signer: NoteSigner;
  readonly logs: WatchedLogs;
  readonly heads: CosignedHeads;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Requests for one log that may wait for one another. */
const MOST_WAITING = 64;

/**
 * The witness itself: compares with what it remembers, remembers, and only then cosigns; one request for a log after the other,
 * so that no two are compared with the same head.
 */
export class Cosigner {
  readonly #lines = new Map<string, { tail: Promise<unknown>; waiting: number }>();

  constructor(private readonly parts: CosignerParts) {}

  async addCheckpoint(body: Uint8Array): Promise<Answer> {
    const submission = readSubmission(body, await this.parts.logs.keys());
    if ('status' in submission) return submission;
    const { origin } = submission.checkpoint;
    const answer = this.#inLine(origin, async (): Promise<Answer> => {
      const last = this.parts.heads.last(origin);
      const refusal = judgeSubmission(submission, last);
      if (refusal?.status === 409) return { ...refusal, origin, logThinks: submission.request.oldSize };
      if (refusal) {
        if (refusal.conflict) await this.parts.heads.keepConflict(submission.checkpoint, submission.request.checkpoint);
        return { ...refusal, origin };
      }
      return this.#cosign(submission, last?.cosignedAt ?? 0n);
    });
    return answer ?? { status: 503, reason: 'Too many requests for this log wait already.' };
  }

  async #cosign(
    { checkpoint, logSignatures }: Exclude<ReturnType<typeof readSubmission>, WitnessRefusal>,
    after: bigint,
  ): Promise<Answer> {
    const { origin, size, rootHash, note } = checkpoint;
    const timestamp = BigInt(Math.floor(this.parts.now() / 1000));
    // A cosignature says: at this time this is the largest tree I have seen. One in the past would not be true.
    if (timestamp < after)
      return { status: 503, reason: 'The clock of this witness was set back; it waits until it is right.' };
    const signature = cosign({ text: note.text, signer: this.parts.signer, timestamp });
    const signed = formatNote({ text: note.text, signatures: [...logSignatures, signature] });
    await this.parts.heads.remember({ origin, size, rootHash, cosignedAt: timestamp, note: signed });
    return { status: 200, origin, size, signatures: [signature] };
  }

  /** Undefined where too many wait. */
  #inLine<T>(origin: string, work: () => Promise<T>): Promise<T> | undefined {
    const line = this.#lines.get(origin) ?? { tail: Promise.resolve(), waiting: 0 };
    if (line.waiting >= MOST_WAITING) return undefined;
    line.waiting += 1;
    this.#lines.set(origin, line);
    const done = line.tail.then(work).finally(() => (line.waiting -= 1));
    line.tail = done.catch(() => undefined);
    return done;
  }
}
