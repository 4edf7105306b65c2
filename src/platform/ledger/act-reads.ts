import type { DataSource } from 'typeorm';
import { containerRead } from '../../domain/ledger/container-ref.js';
import type { Read } from '../../domain/ledger/state.js';

/**
 * The reads an act in a session needs: the session, what of it waits to be witnessed as waste, and its product, which
 * never changes and so can be looked up before the lock.
 */
export async function sessionReads(source: DataSource, siteId: string, sessionId: string): Promise<readonly Read[]> {
  const found: { product_id: string }[] = await source.query(
    'SELECT product_id FROM countersign.treatment_session WHERE site_id = $1 AND session_id = $2',
    [siteId, sessionId],
  );
  return [
    { table: 'treatment_session', values: [sessionId] },
    { table: 'pending_of_session', values: [sessionId] },
    { table: 'product', values: found.map(({ product_id }) => product_id) },
  ];
}

/** What of a container waits to be witnessed as waste. */
export async function pendingOfContainerRead(source: DataSource, siteId: string, labelOrId: string): Promise<Read> {
  const id = await containerIdOf(source, siteId, labelOrId);
  return { table: 'pending_of_container', values: id === undefined ? [] : [id] };
}

/** The id of the container of that label or id at the site. */
export async function containerIdOf(
  source: DataSource,
  siteId: string,
  labelOrId: string,
): Promise<string | undefined> {
  const read = containerRead(labelOrId);
  const [found]: { container_id: string }[] = await source.query(
    `SELECT container_id FROM countersign.container WHERE site_id = $1 AND ${read.column ?? 'container_id'} = $2`,
    [siteId, read.values[0]],
  );
  return found?.container_id;
}

/** The signatures behind the tokens that came with an act. */
export function signatureReads(signatureHashes: readonly string[]): Read {
  return { table: 'signature', column: 'token_hash', values: signatureHashes };
}
