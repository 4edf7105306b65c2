import { decodeBase64 } from '../../../src/domain/log/base64.js';
import { parseCheckpoint } from '../../../src/domain/log/checkpoint.js';
import { LogError } from '../../../src/domain/log/log-error.js';
import { requireGrowth } from '../../../src/domain/log/verify-checkpoint.js';
import { answer, api } from '../api/client.js';
import { Refused } from '../api/problem.js';

const KEPT_UNDER = 'countersign.heads';

/** What became of comparing the head that this device kept with the log as the server has it now. */
export type Comparison =
  | { readonly state: 'nothing-signed' | 'first' | 'grown' }
  /** After a restore that lost records two people declared the log to go on as another, in the record of that number. */
  | { readonly state: 'declared'; readonly seq: number }
  /** The log is not the one this device saw: shorter, or another. The server keeps it as evidence where it admits it. */
  | { readonly state: 'conflict'; readonly detail: string; readonly evidenceSeq?: number };

/**
 * Sends back the head of the site's log that this device saw last, and believes only what it verifies by itself: that the newest
 * head goes on from it. A head in conflict stays kept, so that it can be shown to others. Throws LineLost.
 */
export async function compareHeads(siteId: string): Promise<Comparison> {
  const kept = keptHeads()[siteId];
  if (kept === undefined) return keepFirst(siteId);
  const params = { path: { siteId } };
  const said = await answer(api.POST('/api/v1/sites/{siteId}/heads/compare', { params, body: { checkpoint: kept } }));
  if (said.declaredSeq !== undefined) {
    forget(siteId);
    await keepFirst(siteId);
    return { state: 'declared', seq: said.declaredSeq };
  }
  if (!said.consistent || said.checkpoint === undefined) {
    const evidence = said.evidenceSeq === undefined ? {} : { evidenceSeq: said.evidenceSeq };
    return { state: 'conflict', detail: said.detail ?? '', ...evidence };
  }
  try {
    const newer = parseCheckpoint(said.checkpoint);
    requireGrowth({ older: parseCheckpoint(kept), newer, path: (said.path ?? []).map(decodeBase64) });
  } catch (error) {
    if (error instanceof LogError) return { state: 'conflict', detail: error.message };
    throw error;
  }
  keep(siteId, said.checkpoint);
  return { state: 'grown' };
}

async function keepFirst(siteId: string): Promise<Comparison> {
  try {
    const note = await answer(
      api.GET('/api/v1/sites/{siteId}/checkpoint', { params: { path: { siteId } }, parseAs: 'text' }),
    );
    keep(siteId, note);
    return { state: 'first' };
  } catch (error) {
    // Nothing is signed yet: there is nothing to keep.
    if (error instanceof Refused) return { state: 'nothing-signed' };
    throw error;
  }
}

function keptHeads(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(localStorage.getItem(KEPT_UNDER) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

function keep(siteId: string, note: string): void {
  localStorage.setItem(KEPT_UNDER, JSON.stringify({ ...keptHeads(), [siteId]: note }));
}

function forget(siteId: string): void {
  const { [siteId]: _, ...others } = keptHeads();
  localStorage.setItem(KEPT_UNDER, JSON.stringify(others));
}
