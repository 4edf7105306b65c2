import type { DataSource } from 'typeorm';
import { containerRead } from '../../domain/ledger/container-ref.js';
import type { Read } from '../../domain/ledger/state.js';

/**
 * The reads an act on a container needs: the container by label or id, and its product and lot, which never change and
 * so can be looked up before the lock. An unknown container gives only its own read: the decision then finds nothing.
 */
export async function containerReads(
  source: DataSource,
  siteId: string,
  labelOrId: string,
): Promise<readonly [Read, ...Read[]]> {
  const read = containerRead(labelOrId);
  const column = read.column ?? 'container_id';
  const [found] = (await source.query(
    `SELECT product_id, lot_id FROM countersign.container WHERE site_id = $1 AND ${column} = $2`,
    [siteId, read.values[0]],
  )) as { product_id: string; lot_id: string }[];
  if (!found) return [read];
  return [read, { table: 'product', values: [found.product_id] }, { table: 'lot', values: [found.lot_id] }];
}
