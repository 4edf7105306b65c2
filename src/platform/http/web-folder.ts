import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pages as scripts/build.mjs makes them: dist/web. */
export const WEB_FOLDER = fileURLToPath(new URL('../../../web/', import.meta.url));

/** The verifier as one page, which needs no server. */
export const VERIFY_PAGE = 'verify.html';

export function verifyPageIn(folder: string): Promise<string> {
  return readFile(join(folder, VERIFY_PAGE), 'utf8');
}
