// `npm run docs`: writes the documents that are made from the code. `--check`: says which of them are not current.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientTypes, interfaceText } from './lib/interface-document.mjs';
import { prepare, root } from './prepare.mjs';

await prepare({ quiet: true });
const { errorsMarkdown } = await import('../dist/src/platform/http/errors-page.js');
const { describeServer } = await import('../dist/src/server.js');

const description = interfaceText(await describeServer());
const documents = {
  'docs/errors.md': errorsMarkdown(),
  'web/src/api/openapi.json': description,
  'web/src/api/schema.gen.ts': await clientTypes(description),
};

for (const [path, text] of Object.entries(documents)) {
  const file = join(root, path);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8')) !== text) {
    console.error(`${path} is not current: npm run docs`);
    process.exitCode = 1;
  }
}
