import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { parseDeaNumber } from '../interop/dea-number.js';
import { isBracketed, parseGs1 } from '../interop/gs1.js';
import { parseNdc } from '../interop/ndc.js';
import { parseNpi } from '../interop/npi.js';

export interface IdentifyOptions {
  /** The year that decides the century of GS1 dates; the current one where absent. */
  referenceYear?: number;
}

const USAGE = 'usage: countersign identify gs1|ndc|dea|npi [--reference-year YYYY]   (JSON strings, one a line)\n';

const FAILED = 1;
const MISUSED = 2;

type Identify = (text: string, referenceYear: number) => object;

const KINDS: Record<string, Identify> = {
  gs1: identifyGs1,
  ndc: (text) => withoutKeys(parseNdc(text), ['segments']),
  dea: parseDeaNumber,
  npi: parseNpi,
};

/**
 * `countersign identify`, from its arguments: kind, then for GS1 dates a reference year, bare or as `--reference-year`.
 * Gives the exit code of `identifyMain`, or 2 with the usage on `errors`.
 */
export async function identifyCommand(
  args: readonly string[],
  streams: { input: Readable; output: Writable; errors: Writable },
): Promise<number> {
  const [kind, ...rest] = args;
  const year = rest.length === 0 ? undefined : /^(?:--reference-year[= ])?(\d{4})$/.exec(rest.join(' '))?.[1];
  const referenceYear = year === undefined ? undefined : Number(year);
  const misused = (rest.length > 0 && year === undefined) || (referenceYear !== undefined && !isYear(referenceYear));
  if (kind === undefined || !Object.hasOwn(KINDS, kind) || misused) {
    streams.errors.write(USAGE);
    return MISUSED;
  }
  return identifyMain(kind, streams.input, streams.output, { referenceYear });
}

/**
 * Reads JSON strings, one a line, and writes one JSON object a line, in the same order, each as soon as its line is
 * there. Fields are those of `expect` in the domain vectors. A line that is no JSON string gives an object with
 * `error`, and reading goes on. The exit code: 0; 1 where such a line was; 2 where `kind` is none of gs1, ndc, dea, npi.
 */
async function identifyMain(
  kind: string,
  input: Readable,
  output: Writable,
  options: IdentifyOptions = {},
): Promise<number> {
  const identify = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!identify) {
    await writeLine(output, { error: 'unknown_kind', kind });
    return MISUSED;
  }
  const referenceYear = options.referenceYear ?? new Date().getFullYear();
  let exitCode = 0;
  let line = 0;
  for await (const text of linesOf(input)) {
    line += 1;
    const value = parseJsonString(text);
    if (value === undefined) exitCode = FAILED;
    await writeLine(
      output,
      value === undefined ? { error: 'not_a_json_string', line } : identify(value, referenceYear),
    );
  }
  return exitCode;
}

function identifyGs1(text: string, referenceYear: number): object {
  const { gtin: _, ...result } = { gtin: undefined, ...parseGs1(text, { referenceYear }) };
  // What is typed is answered by its elements alone, as in the vectors: it carries no scan to warn about.
  if (result.ok && isBracketed(text)) return { ok: true, elements: result.elements };
  return result;
}

function withoutKeys(result: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(result).filter(([key]) => !keys.includes(key)));
}

function isYear(year: number): boolean {
  return year >= 1000 && year <= 9899;
}

function parseJsonString(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

// Not node:readline: it also ends lines at U+2028 and U+2029, which a JSON string may hold.
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

async function writeLine(output: Writable, result: object): Promise<void> {
  if (!output.write(`${JSON.stringify(snakeCase(result))}\n`)) await once(output, 'drain');
}

// Keys of objects, and of objects in lists (the candidates of an NDC); `elements` are lists of texts and stay.
function snakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCase);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, its]) => [
    key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
    snakeCase(its),
  ]);
  return Object.fromEntries(entries);
}
