#!/usr/bin/env node
// `npx countersign-verify`: builds the offline verifier where that is needed, and runs it with what follows. The file that is
// handed to others is dist/countersign-verify.mjs itself: it needs nothing of this tree.
import { prepare } from '../scripts/prepare.mjs';

try {
  await prepare({ quiet: true });
  await import('../dist/countersign-verify.mjs');
} catch (error) {
  console.error(`countersign-verify: ${error.message}`);
  process.exitCode = 2;
}
