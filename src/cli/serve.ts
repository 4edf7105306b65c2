import { parseArgs } from 'node:util';
import { configFrom } from '../platform/config/config.js';
import { SetupService } from '../platform/access/login/setup.service.js';
import { DemonstrationClock } from '../platform/database/demonstration.js';
import { openRuntime } from '../platform/runtime.js';
import { buildServer } from '../server.js';
import { listen } from './listen.js';
import { untilAskedToStop } from './stopping.js';

/** `countersign serve [--port N]`: migrates, serves, and says where; until Ctrl-C. */
export async function serve(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } } });
  const environment = values.port === undefined ? process.env : { ...process.env, PORT: values.port };
  const config = configFrom(environment);
  const stopping = untilAskedToStop();
  const opened = await openRuntime({ config, log: (line) => console.log(line) });
  // The privileged log-in has done its work: this process and what it starts know it no longer.
  delete process.env.DATABASE_URL;
  try {
    const app = await buildServer(opened.runtime);
    let why: 'asked' | 'crashed';
    try {
      const address = await listen(app, config);
      if (opened.runtime.demonstration) {
        await DemonstrationClock.letRun(opened.runtime.appUrl);
        console.log('This is a demonstration: its clock can be set, and nothing in it is a record of anything.');
      }
      console.log(`Countersign is ready at ${address} (interface: ${address}/api/docs)`);
      const setupLink = await app.get(SetupService).setupLink();
      if (setupLink) console.log(`Create the administrator, once and within a day: ${address}${setupLink}`);
      why = await Promise.race([stopping, opened.crashed.then(() => 'crashed' as const)]);
    } finally {
      // Also when a step above fails: a server left listening would keep the process alive, answering from no database.
      await app.close();
    }
    if (why === 'crashed') console.error('countersign: the database ended by itself; start again.');
    return why === 'crashed' ? 1 : 0;
  } finally {
    await opened.close();
  }
}
