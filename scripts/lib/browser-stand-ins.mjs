// What of src/domain stands on Node.js, and what stands in its place where a bundle is for a browser.
import { join } from 'node:path';

/** What a browser has no node:crypto for, and what stands in for it. */
const IN_A_BROWSER = {
  'src/domain/log/sha256.ts': 'web/verify/sha256.ts',
  'src/domain/log/ed25519.ts': 'web/verify/ed25519.ts',
  'src/domain/webauthn/key-signature.ts': 'web/verify/key-signature.ts',
};

/** A plugin of vite: the core of src/domain in a browser, without Node.js. */
export function standIns(root) {
  return {
    name: 'stand-ins',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source.startsWith('node:')) throw new Error(`${importer} needs ${source}: give it a stand-in for browsers`);
      const found = importer && (await this.resolve(source, importer, { skipSelf: true }));
      const path = found && Object.keys(IN_A_BROWSER).find((original) => found.id === join(root, original));
      return path ? join(root, IN_A_BROWSER[path]) : null;
    },
  };
}
