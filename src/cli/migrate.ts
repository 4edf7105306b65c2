import { configFrom } from '../platform/config/config.js';
import { openRuntime } from '../platform/runtime.js';

/** `countersign migrate`: brings the database to the newest schema and ends. For those who migrate in a step apart. */
export async function migrateCommand(): Promise<number> {
  const opened = await openRuntime({ config: configFrom(process.env), log: (line) => console.log(line) });
  await opened.close();
  console.log('The database has the newest schema.');
  return 0;
}
