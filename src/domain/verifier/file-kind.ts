/** What a file given to the verifier can be. */
export type FileKind = 'policy' | 'proof' | 'checkpoint' | 'consistency' | 'path' | 'record' | 'log' | 'bundle' | 'zip';

/** Enough of the beginning of a file to tell its kind. */
export const HEAD_BYTES = 64 * 1024;

/** Every zip begins so, but an empty one. */
const ZIP_BEGINS = 'PK\u0003\u0004';
const POLICY_LINE = /^[ \t]*(?:log|witness|group|quorum)[ \t]/;
const HASH_LINES = /^(?:[A-Za-z0-9+/]{43}=\r?\n?)+$/;
const JSON_VERSION = /"v":"(countersign-[a-z]+)\//;
const JSON_KINDS: Readonly<Record<string, FileKind>> = {
  'countersign-record': 'record',
  'countersign-disclosure': 'record',
  'countersign-log': 'log',
};

/**
 * What kind of file begins with these bytes, undefined where it is none. Only a guess, so that a person need not say it:
 * whatever is read as the wrong kind is refused by the reader of that kind.
 */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  if (text.startsWith(ZIP_BEGINS)) return 'zip';
  if (text.startsWith('c2sp.org/tlog-proof')) return 'proof';
  if (/^old \d/.test(text)) return 'consistency';
  if (text.startsWith('{')) return jsonKind(text);
  if (POLICY_LINE.test(firstTelling(text))) return 'policy';
  // As every signature line begins.
  if (text.includes('\n\u2014 ')) return 'checkpoint';
  return HASH_LINES.test(text) ? 'path' : undefined;
}

function jsonKind(text: string): FileKind | undefined {
  if (text.startsWith('{"bundle":"countersign-bundle/')) return 'bundle';
  const name = JSON_VERSION.exec(text)?.[1];
  return name !== undefined && Object.hasOwn(JSON_KINDS, name) ? JSON_KINDS[name] : undefined;
}

/** The first line that is neither empty nor a comment. */
function firstTelling(text: string): string {
  return text.split('\n').find((line) => !/^[ \t]*(?:#|$)/.test(line)) ?? '';
}
