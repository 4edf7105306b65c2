import type { Vault } from '../crypto/vault.js';
import { privateContext } from '../ledger/recording.js';
import { withClient } from './one-client.js';

interface Sealed {
  readonly site_id: string;
  readonly seq: string;
  readonly private_values: Buffer;
}

/** Enough that a few which somebody altered do not pass for other keys: naming those is the checker's task. */
const SAMPLE = 20;

/**
 * Throws one sentence where the private values of a database were sealed with other keys than ours. To go on with new
 * keys would leave every patient's name unreadable from one record to the next, and would take the database's passwords
 * from a server that runs with the right ones.
 */
export async function requireKeysOfLedger(
  adminUrl: string,
  of: { readonly vault: Vault; readonly secretsFile: string },
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ begun: boolean }>(
      "SELECT to_regclass('countersign.audit_secret') IS NOT NULL AS begun",
    );
    if (!rows[0]!.begun) return;
    await client.query('SET ROLE countersign_owner');
    const sealed = await client.query<Sealed>(
      'SELECT site_id, seq, private_values FROM countersign.audit_secret WHERE private_values IS NOT NULL LIMIT $1',
      [SAMPLE],
    );
    if (sealed.rows.length === 0 || sealed.rows.some((row) => opens(of.vault, row))) return;
    throw new Error(
      `The keys in ${of.secretsFile} are not those of this ledger: restore its secrets.json from your backup of keys, or set COUNTERSIGN_DATA to the folder that holds it.`,
    );
  });
}

function opens(vault: Vault, sealed: Sealed): boolean {
  try {
    vault.open(sealed.private_values, privateContext(sealed.site_id, Number(sealed.seq)));
    return true;
  } catch {
    return false;
  }
}
