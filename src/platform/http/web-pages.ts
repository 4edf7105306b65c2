import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { VERIFY_PAGE, verifyPageIn } from './web-folder.js';

/** Where the bundle names its files after their content: they never change under a name. */
const FOR_EVER = /\/assets\/[^/]+$/;
// Of each of these two any copy may be sent, compressed or not.
/** The worker that decodes pictures of the camera compiles WebAssembly, which pages may not; it may do nothing else. */
const DECODER = /decoder\.worker-[^/\\]+\.js(\.br|\.gz)?$/;
const DECODER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const VERIFIER = /verify\.html(\.br|\.gz)?$/;
/** Stands in index.html where the nonce of an answer goes: of the few style sheets that a component writes by itself. */
const NONCE_PLACE = '__CSP_NONCE__';

/**
 * Serves the web application that scripts/build.mjs put into `folder`: each file with its compressed copy, and the one page
 * for every other address that is not of the interface, since the page itself knows its places.
 */
export async function serveWebPages(app: NestFastifyApplication, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const verifierPolicy = ownPolicyOf(await verifyPageIn(folder));
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    globIgnore: ['index.html', '**/*.{br,gz,map}'],
    preCompressed: true,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = FOR_EVER.test(path.replaceAll('\\', '/'));
      if (VERIFIER.test(path)) void reply.header('Content-Security-Policy', verifierPolicy);
      if (DECODER.test(path)) void reply.header('Content-Security-Policy', DECODER_POLICY);
      void reply.header('Cache-Control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const send = (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url === '/api' || request.url.startsWith('/api/')) return reply.callNotFound();
    const nonce = (reply as FastifyReply & { cspNonce: { style: string } }).cspNonce.style;
    return reply
      .type('text/html; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .send(page.replaceAll(NONCE_PLACE, nonce));
  };
  const server = app.getHttpAdapter().getInstance();
  server.get('/', send);
  server.get('/*', send);
}

/** The policy that a page states in itself, for its header: what holds from the disk holds from here. */
function ownPolicyOf(page: string): string {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  if (policy === undefined) throw new Error(`${VERIFY_PAGE} states no policy of its own; build it again.`);
  return `${policy}; frame-ancestors 'none'`;
}
