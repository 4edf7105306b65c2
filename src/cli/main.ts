import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Commands by name; each is loaded only when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> = {
  serve: async () => (await import('./serve.js')).serve,
  demo: async () => (await import('./demo.js')).demo,
  keys: async () => (await import('./keys.js')).keys,
  verify: async () => (await import('./verify.js')).verify,
  'export-log': async () => (await import('./export-log.js')).exportLog,
  witness: async () => (await import('./witness.js')).witness,
  migrate: async () => (await import('./migrate.js')).migrateCommand,
};

const USAGE = `usage: countersign ${Object.keys(COMMANDS).join('|')}|identify [options]`;

/** Runs one command of the program and sets the process's exit code. */
export async function main(args: readonly string[]): Promise<void> {
  const [name = 'serve', ...rest] = args;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  try {
    const command = await load();
    process.exitCode = await command(rest);
  } catch (error) {
    console.error(`countersign: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env.COUNTERSIGN_DEBUG) console.error(error);
    process.exitCode = 1;
  } finally {
    // The channel of scripts/run.mjs would keep the process alive.
    if (process.connected) process.disconnect();
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2));
