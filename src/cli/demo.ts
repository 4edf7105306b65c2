import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SetupService } from '../platform/access/login/setup.service.js';
import { configFrom, DEMONSTRATION_DATA, type Config } from '../platform/config/config.js';
import { Vault } from '../platform/crypto/vault.js';
import {
  DemonstrationClock,
  freshDemonstrationDatabase,
  makeDemonstration,
} from '../platform/database/demonstration.js';
import { PROGRAM_FOLDER } from '../platform/program.js';
import { DATABASE_NAME, openRuntime, signerFolderOf, type Runtime } from '../platform/runtime.js';
import { buildServer } from '../server.js';
import { readBook } from './demo/book.js';
import { demonstrate } from './demo/demonstrate.js';
import { untilAskedToStop } from './stopping.js';
import { verifyCommand } from './verify.js';

const DAY_MS = 86_400_000;
/** As a shell reports a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * `countersign demo [--daybook DIR] [--exit] [--port N]`: plays a clinic's book through the HTTP interface into a new
 * demonstration database, reports what the ledger concludes, and serves on until Ctrl-C. The exit code is 0 unless the
 * book has expectations and the ledger disagrees, or the log does not verify.
 */
export async function demo(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { daybook: { type: 'string' }, exit: { type: 'boolean' }, port: { type: 'string' } },
  });
  const book = await readBook(resolve(values.daybook ?? fileURLToPath(new URL('examples/daybook', PROGRAM_FOLDER))));
  const config = demoConfig(values);
  const stopping = untilAskedToStop();
  const say = (line: string) => console.log(line);
  const startsAt = new Date(Date.parse(book.rows[0]?.at ?? '') - DAY_MS).toISOString();
  const opened = await openRuntime({
    config,
    log: say,
    chooseDatabase: async (serverUrl) => {
      const url = await freshDemonstrationDatabase(serverUrl, databaseName(config));
      // With the demonstration before go the heads that were signed of it.
      await rm(signerFolderOf(config, true), { recursive: true, force: true });
      return url;
    },
    prepare: (adminUrl) => makeDemonstration(adminUrl, startsAt),
  });
  delete process.env.DATABASE_URL;
  let app: NestFastifyApplication | undefined;
  try {
    app = await buildServer(opened.runtime);
    await app.listen(config.port, config.host);
    const address = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    const ended = Promise.race([stopping, opened.crashed.then(() => 'crashed' as const)]);
    const playing = playInto(app, { runtime: opened.runtime, address, book, say });
    // Asked to stop in the middle of the book: the rest of it is of no interest, nor what becomes of it.
    playing.catch(() => undefined);
    const agreed = await Promise.race([playing, ended]);
    if (agreed === 'asked') return INTERRUPTED;
    if (agreed === 'crashed') return crashed();
    if (!values.exit) {
      say(`\nServing at ${address} (interface: ${address}/api/docs) until Ctrl-C.`);
      if ((await ended) === 'crashed') return crashed();
    }
    return agreed ? 0 : 1;
  } finally {
    await app?.close();
    await opened.close();
  }
}

function crashed(): number {
  console.error('countersign: the database ended by itself; start again.');
  return 1;
}

async function playInto(
  app: NestFastifyApplication,
  of: { runtime: Runtime; address: string; book: Awaited<ReturnType<typeof readBook>>; say: (line: string) => void },
): Promise<boolean> {
  const { appUrl, secrets, signerFolder } = of.runtime;
  const clock = await DemonstrationClock.connect(appUrl);
  try {
    const setupLink = await app.get(SetupService).setupLink();
    const agreed = await demonstrate({
      address: of.address,
      setupToken: setupLink!.split('#')[1]!,
      book: of.book,
      clock,
      say: of.say,
      verify: async () =>
        (await verifyCommand(appUrl, new Vault(secrets.vaultKey), process.stdout, signerFolder)) === 0,
    });
    await clock.run();
    return agreed;
  } finally {
    await clock.close();
  }
}

/**
 * A demonstration keeps its data apart. With a server of the operator's own there is no data folder to keep apart, but
 * the server's roles are shared: their passwords are those of the folder that `serve` uses.
 */
function demoConfig(values: { exit?: boolean | undefined; port?: string | undefined }): Config {
  const { COUNTERSIGN_DATA, DATABASE_URL, PORT } = process.env;
  return configFrom({
    ...process.env,
    COUNTERSIGN_DATA: COUNTERSIGN_DATA || (DATABASE_URL ? '.data' : DEMONSTRATION_DATA),
    // A month of requests would hide what the demonstration has to say.
    COUNTERSIGN_REQUEST_LOG: process.env.COUNTERSIGN_REQUEST_LOG || 'off',
    PORT: values.port ?? (values.exit ? '0' : PORT),
  });
}

function databaseName({ databaseUrl }: Config): string {
  const given = databaseUrl && new URL(databaseUrl).pathname.slice(1);
  return given ? `${decodeURIComponent(given)}_demo` : DATABASE_NAME;
}
