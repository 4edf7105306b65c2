import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { signatureLines } from '../../domain/log/signed-note.js';
import type { CosignedHeads } from './cosigned-heads.js';
import type { Answer, Cosigner } from './cosigner.js';

/** More than any request needs: 63 hashes and a checkpoint with many signatures. */
const MAX_BODY_BYTES = 64 * 1024;
const MAX_CONNECTIONS = 256;
const LIMITS = {
  maxHeaderSize: 8192,
  requestTimeout: 10_000,
  headersTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};
const TEXT = 'text/plain; charset=utf-8';
const CHECKPOINT_PATH = /^\/([0-9a-f]{64})\/checkpoint$/;

/** What is sent: bodies are short texts, all of them. */
interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The witness over HTTP (c2sp.org/tlog-witness): POST /add-checkpoint, and GET /<origin hash>/checkpoint for monitors. `say` is
 * told of each answer; bodies, headers and the time for both are bounded.
 */
export function witnessServer(of: {
  readonly cosigner: Cosigner;
  readonly heads: CosignedHeads;
  readonly say: (line: string) => void;
}): Server {
  const server = createServer(LIMITS, (request, response) => {
    reply(request, of).then(
      (sent) => send(response, sent),
      (error: Error) => {
        of.say(`failed: ${error.message}`);
        send(response, { status: 500, body: 'This witness cannot answer now.\n' });
      },
    );
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.keepAliveTimeout = 60_000;
  return server;
}

async function reply(
  request: IncomingMessage,
  { cosigner, heads, say }: Parameters<typeof witnessServer>[0],
): Promise<Reply> {
  const path = (request.url ?? '').split('?')[0] as string;
  if (path === '/add-checkpoint') {
    if (request.method !== 'POST') return { status: 405, body: 'POST only.\n', headers: { Allow: 'POST' } };
    const body = await readBody(request);
    if (!body) return { status: 413, body: 'The request is too large.\n', headers: { Connection: 'close' } };
    const answer = await cosigner.addCheckpoint(body);
    say(spoken(answer));
    return replyTo(answer);
  }
  const hash = CHECKPOINT_PATH.exec(path)?.[1];
  if (hash === undefined) return { status: 404, body: 'There is nothing here.\n' };
  if (request.method !== 'GET') return { status: 405, body: 'GET only.\n', headers: { Allow: 'GET' } };
  const head = heads.byHash(hash);
  return head
    ? { status: 200, body: head.note }
    : { status: 404, body: 'This witness cosigned no head of this log.\n' };
}

function replyTo(answer: Answer): Reply {
  if (answer.status === 200) return { status: 200, body: signatureLines(answer.signatures) };
  if (answer.status === 409)
    return { status: 409, body: `${answer.size}\n`, headers: { 'Content-Type': 'text/x.tlog.size' } };
  const retry = answer.status === 503 ? { headers: { 'Retry-After': '5' } } : {};
  return { status: answer.status, body: `${answer.reason}\n`, ...retry };
}

/** One line for the operator. */
function spoken(answer: Answer): string {
  if (answer.status === 200) return `cosigned ${answer.size} records of ${answer.origin}`;
  if (answer.status === 409) {
    const forgot =
      answer.logThinks > answer.size
        ? '; if this folder was restored from a backup, the witness forgot what it cosigned'
        : '';
    return `409 ${answer.origin}: cosigned ${answer.size}, the log thinks ${answer.logThinks}${forgot}`;
  }
  const conflict = 'conflict' in answer ? 'FORK: kept as evidence under conflicts/: ' : '';
  const origin = 'origin' in answer ? (answer.origin ?? '').replace(/[^\x20-\x7e]/g, '?').slice(0, 200) : '';
  return `${answer.status} ${origin}: ${conflict}${answer.reason}`;
}

/** Undefined where it is larger than any request. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not destroyed when it is too large: the answer goes out on the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'Content-Type': TEXT, 'Content-Length': Buffer.byteLength(body), ...headers });
  response.end(body);
}
