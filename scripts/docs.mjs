// `npm run docs`: writes the documents that are made from the code.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

await prepare({ quiet: true });
const { errorsMarkdown } = await import('../dist/src/platform/http/errors-page.js');
await writeFile(join(root, 'docs', 'errors.md'), errorsMarkdown());
