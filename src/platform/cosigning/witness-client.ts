import { formatAddCheckpoint } from '../../domain/log/add-checkpoint.js';
import { parseDecimal } from '../../domain/log/checkpoint.js';
import { cosignatureIn, type Cosignature } from '../../domain/log/cosignatures.js';
import { LogError } from '../../domain/log/log-error.js';
import type { VerifierKey } from '../../domain/log/note-key.js';
import { parseNote } from '../../domain/log/signed-note.js';

/** A witness of the policy that can be asked. */
export interface Witness {
  /** In the policy. */
  readonly name: string;
  readonly key: VerifierKey;
  /** The submission prefix (c2sp.org/tlog-witness). */
  readonly url: string;
}

/** What is to be cosigned, and how to prove to a witness that it grew. */
export interface HeadToCosign {
  readonly size: number;
  readonly note: string;
  /** Consistency path from a smaller size to that of the head. */
  readonly path: (oldSize: number) => Promise<readonly Uint8Array[]>;
}

/** What came of asking. `forgot`: it told a smaller size than it had cosigned before, and was asked again from there. */
export type Asked =
  | { readonly kind: 'cosigned'; readonly cosignature: Cosignature; readonly forgot: boolean }
  | { readonly kind: 'saw_more'; readonly size: number }
  | NoCosignature;

interface NoCosignature {
  readonly kind: 'disagrees' | 'refused' | 'unreachable' | 'too_slow' | 'wrong_answer';
  /** A sentence, or what the witness said. */
  readonly reason: string;
}

/** No answer of a witness is longer. */
const MAX_ANSWER_BYTES = 64 * 1024;
export const WITNESS_TIMEOUT_MS = 5_000;

/**
 * Asks a witness to cosign a head (c2sp.org/tlog-witness). `lastSize`: where it cosigned last, as far as we know. Where it tells
 * another size (409) it is asked once more from that. Never throws for anything a witness can do: answer late, never, at length, wrongly.
 */
export async function askWitness(of: {
  readonly witness: Witness;
  readonly head: HeadToCosign;
  readonly lastSize: number;
  readonly timeoutMs?: number;
}): Promise<Asked> {
  const { witness, head, lastSize, timeoutMs = WITNESS_TIMEOUT_MS } = of;
  let oldSize = Math.min(lastSize, head.size);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const body = formatAddCheckpoint({ oldSize, path: await head.path(oldSize), checkpoint: head.note });
    const answer = await post(witness.url, body, timeoutMs);
    if ('kind' in answer) return answer;
    if (answer.status === 200)
      return cosigned(answer.body, { witness, head, forgot: oldSize < lastSize && attempt > 0 });
    if (answer.status === 422) return { kind: 'disagrees', reason: firstLine(answer.body) };
    if (answer.status !== 409) return { kind: 'refused', reason: `${answer.status} ${firstLine(answer.body)}` };
    const size = parseDecimal(answer.body.replace(/\n$/, ''));
    if (size === undefined) return { kind: 'wrong_answer', reason: '409 without a size' };
    if (size > head.size) return { kind: 'saw_more', size };
    oldSize = size;
  }
  return { kind: 'wrong_answer', reason: 'It tells another size each time it is asked.' };
}

function cosigned(
  answer: string,
  { witness, head, forgot }: { witness: Witness; head: HeadToCosign; forgot: boolean },
): Asked {
  try {
    const { text } = parseNote(head.note);
    return { kind: 'cosigned', cosignature: cosignatureIn({ answer, text, key: witness.key }), forgot };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return { kind: 'wrong_answer', reason: error.message };
  }
}

/** Status and body, or why there is none. */
async function post(
  url: string,
  body: string,
  timeoutMs: number,
): Promise<{ status: number; body: string } | NoCosignature> {
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await bounded(response);
    if (text === undefined) return { kind: 'wrong_answer', reason: 'Its answer has no end.' };
    return { status: response.status, body: text };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    if (name === 'TimeoutError')
      return { kind: 'too_slow', reason: `It did not answer within ${timeoutMs / 1000} seconds.` };
    return { kind: 'unreachable', reason: `It cannot be reached (${cause?.code ?? name}).` };
  }
}

async function bounded(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What a stranger's server said, fit for one line of ours. */
function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}
