#!/usr/bin/env node
// The executable: what the packages and the build lack is done first, then the first argument chooses. `identify`
// loads only the codecs, so that it answers at once and needs no database.
import { prepare } from '../scripts/prepare.mjs';

// Who reads may stop reading (`| head`): that ends the program and is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const args = process.argv.slice(2);
try {
  await prepare({ quiet: true });
  if (args[0] === 'identify') {
    const { identifyCommand } = await import('../dist/src/cli/identify.js');
    const { stdin: input, stdout: output, stderr: errors } = process;
    process.exitCode = await identifyCommand(args.slice(1), { input, output, errors });
  } else {
    const { main } = await import('../dist/src/cli/main.js');
    await main(args);
  }
} catch (error) {
  console.error(`countersign: ${error.message}`);
  process.exitCode = 1;
}
