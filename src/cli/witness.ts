import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatVerifierKey, type NoteSigner } from '../domain/log/note-key.js';
import { createOnce } from '../platform/signer/durable-file.js';
import { addressOf, whyNotListening } from './listen.js';
import { untilAskedToStop } from './stopping.js';
import { CosignedHeads } from './witness/cosigned-heads.js';
import { Cosigner } from './witness/cosigner.js';
import { lockFolder } from './witness/folder-lock.js';
import { WatchedLogs } from './witness/watched-logs.js';
import { cosignerKey, loadWitnessKey, makeWitnessKey } from './witness/witness-key.js';
import { witnessServer } from './witness/witness-server.js';

const USAGE = `usage: countersign witness init --name NAME [--folder DIR]
       countersign witness key [--folder DIR]
       countersign witness [serve] [--folder DIR] [--policy FILE] [--host HOST] [--port PORT]`;

const OPTIONS = {
  name: { type: 'string' },
  folder: { type: 'string' },
  policy: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
} as const;

const POLICY_TEMPLATE = `# The logs that this witness watches, one a line; the key is printed by the log's operator:
#   log <key>
# A witness needs no other witness:
quorum none
`;

const DEFAULT_PORT = '8081';
const MISUSED = 2;

/**
 * `countersign witness`: a small server that cosigns the heads of the logs it watches, for whoever keeps it away from those who
 * run the logs (c2sp.org/tlog-witness). It needs no database. `init` makes its key, `key` prints what others know it by.
 */
export async function witness(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [command = 'serve', ...more] = positionals;
  const folder = resolve(values.folder ?? join(process.env.COUNTERSIGN_DATA || '.data', 'witness'));
  if (command === 'init' && more.length === 0 && values.name !== undefined) {
    printKey(await makeWitnessKey(folder, values.name));
    if (await createOnce(policyFile(folder), POLICY_TEMPLATE))
      console.log(`List the logs it is to watch in ${policyFile(folder)}, then start it: countersign witness`);
    return 0;
  }
  if (command === 'key' && more.length === 0) {
    printKey(await loadWitnessKey(folder));
    return 0;
  }
  if (command === 'serve' && more.length === 0) return serveWitness({ folder, ...values });
  console.error(USAGE);
  return MISUSED;
}

/** What stands in the policies of those who believe this witness. */
function printKey(signer: NoteSigner): void {
  console.log(formatVerifierKey(cosignerKey(signer)));
}

function policyFile(folder: string): string {
  return join(folder, 'policy.txt');
}

async function serveWitness(of: { folder: string; policy?: string; host?: string; port?: string }): Promise<number> {
  const stopping = untilAskedToStop();
  const say = (line: string) => console.log(`${new Date().toISOString()} ${line}`);
  const signer = await loadWitnessKey(of.folder);
  const unlock = lockFolder(of.folder);
  try {
    const logs = await WatchedLogs.open(resolve(of.policy ?? policyFile(of.folder)), say);
    const heads = await CosignedHeads.open(of.folder, cosignerKey(signer));
    const cosigner = new Cosigner({ signer, logs, heads, now: Date.now });
    const server = witnessServer({ cosigner, heads, say });
    const address = await listening(server, { host: of.host ?? '127.0.0.1', port: portFrom(of.port) });
    console.log(
      `The witness ${signer.name} is ready at ${address}, and watches ${(await logs.keys()).length} keys of logs`,
    );
    await stopping;
    await new Promise((done) => {
      server.close(done);
      server.closeIdleConnections();
    });
    return 0;
  } finally {
    unlock();
  }
}

async function listening(
  server: ReturnType<typeof witnessServer>,
  where: { host: string; port: number },
): Promise<string> {
  server.listen(where);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(whyNotListening((error as NodeJS.ErrnoException).code, where), { cause: error });
  }
  return addressOf(where.host, (server.address() as AddressInfo).port);
}

function portFrom(text: string | undefined): number {
  const port = Number(text ?? (process.env.PORT || DEFAULT_PORT));
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('The port is a number from 0 to 65535.');
  return port;
}
