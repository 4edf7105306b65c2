// Builds dist/web/verify.html: the offline verifier as one page for a browser, out of src/domain and the page around it in
// web/verify. Opened from the disk it needs no server; its own policy lets it load nothing and run nothing but itself.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { standIns } from './lib/browser-stand-ins.mjs';

async function bundle(root, entry, format) {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [standIns(root)],
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      lib: { entry: join(root, entry), formats: [format], name: 'verifyPage', fileName: 'page' },
    },
  });
  const chunks = output[0].output;
  const outside = chunks.flatMap(({ imports = [] }) => imports);
  if (chunks.length !== 1 || outside.length > 0) throw new Error(`verify.html is not of one piece: ${outside}`);
  return chunks[0].code;
}

const sourceOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Builds the page of the checkout `root` into the folder `out`. */
export async function buildVerifyPage(root, out) {
  const page = await readFile(join(root, 'web/verify/page.html'), 'utf8');
  const code = await bundle(root, 'web/verify/main.ts', 'iife');
  const styleModule = await bundle(root, 'web/verify/style.ts', 'es');
  const { PAGE_STYLE: style } = await import(`data:text/javascript,${encodeURIComponent(styleModule)}`);
  // A script in a page ends where this stands, wherever it stands.
  const script = code.replaceAll('</script', '<\\/script');
  const policy = `default-src 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(style)}; base-uri 'none'; form-action 'none'`;
  const parts = { POLICY: policy, STYLE: style, SCRIPT: script };
  await writeFile(
    join(out, 'verify.html'),
    // With what a formatter puts around, which would else be a part of what is hashed.
    page.replace(/\s*__(POLICY|STYLE|SCRIPT)__;?\s*/g, (_, name) => parts[name]),
  );
}
