// Builds dist/countersign-verify.mjs: the offline verifier in one file, out of src/domain and its thin shell in
// src/cli, that needs nothing but Node.js. Whoever is to verify gets this file, and a policy on another way.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** The file's name in the folder of the build. */
const VERIFIER = 'countersign-verify.mjs';

/** Bundles the verifier of the checkout `root` into the folder `out`, readable as it is: an auditor may want to. */
export async function buildVerifier(root, out) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: 'src/cli/countersign-verify.ts',
      target: 'node20',
      outDir: out,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: VERIFIER, codeSplitting: false, banner: '#!/usr/bin/env node' },
      },
    },
  });
  await chmod(join(out, VERIFIER), 0o755);
}
