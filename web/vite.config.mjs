import { dirname } from 'node:path';
import { defineConfig } from 'vite';
import { standIns } from '../scripts/lib/browser-stand-ins.mjs';

/** How the pages are bundled (scripts/build.mjs) and served while somebody works on them (`npx vite web`). */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [standIns(dirname(import.meta.dirname))],
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    target: 'es2022',
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
