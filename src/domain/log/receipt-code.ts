import { decodeBase64, encodeBase64 } from './base64.js';
import { parseDecimal } from './checkpoint.js';
import { parseLogOrigin } from './log-origin.js';
import { HASH_BYTES } from './sha256.js';

/** What a printed page carries: which record of which log, its leaf, and the digest of the file it is a print of. */
export interface ReceiptCode {
  readonly origin: string;
  readonly seq: number;
  readonly leafHash: Uint8Array;
  /** SHA-256 of the exported bytes, where the record is that of an export. */
  readonly fileDigest?: Uint8Array | undefined;
}

const PREFIX = 'countersign:v1:';

/**
 * `countersign:v1:<origin>:<seq>:<leaf hash>[:<file digest>]`, hashes in base64url without padding: ASCII, without spaces, for
 * a QR code (docs/audit-log.md, "Receipts"). It proves nothing by itself: it says which proof to ask for, and what it must prove.
 */
export function formatReceiptCode({ origin, seq, leafHash, fileDigest }: ReceiptCode): string {
  const file = fileDigest ? `:${base64url(fileDigest)}` : '';
  return `${PREFIX}${origin}:${seq}:${base64url(leafHash)}${file}`;
}

/** The parts of a code, or undefined for a text that is none. */
export function parseReceiptCode(text: string): ReceiptCode | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const [origin = '', seqText = '', leafText = '', fileText, ...rest] = text.slice(PREFIX.length).split(':');
  const seq = parseDecimal(seqText);
  const leafHash = hashOf(leafText);
  const fileDigest = fileText === undefined ? undefined : hashOf(fileText);
  if (!parseLogOrigin(origin) || seq === undefined || !leafHash || rest.length > 0) return undefined;
  if (fileText !== undefined && !fileDigest) return undefined;
  return { origin, seq, leafHash, ...(fileDigest ? { fileDigest } : {}) };
}

function base64url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
}

function hashOf(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return undefined;
  try {
    const bytes = decodeBase64(`${text.replaceAll('-', '+').replaceAll('_', '/')}=`);
    return bytes.length === HASH_BYTES ? bytes : undefined;
  } catch {
    return undefined;
  }
}
