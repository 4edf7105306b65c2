import { spawn } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { domainVectors, type IdentifierVector } from '../support/domain-vectors.js';

const EVERYTHING = 60_000; // the first run may have to build

interface Run {
  code: number | null;
  lines: unknown[];
  errors: string;
}

async function identify(args: string[], input: string): Promise<Run> {
  const child = spawn(process.execPath, ['bin/countersign.mjs', 'identify', ...args]);
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // A command that refuses its arguments ends without reading: what was sent to it is then lost, as it should be.
  child.stdin.on('error', () => {}).end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const lines = output.split('\n').slice(0, -1);
  return { code, lines: lines.map((line) => JSON.parse(line) as unknown), errors };
}

const asLines = (vectors: IdentifierVector[]) => vectors.map(({ input }) => `${JSON.stringify(input)}\n`).join('');

describe('countersign identify', () => {
  test.each<[string, string[], IdentifierVector[]]>([
    ['dea', [], domainVectors.dea_numbers],
    ['npi', [], domainVectors.npi],
    ['ndc', [], domainVectors.ndc],
    ['gs1', ['--reference-year', '2026'], [...domainVectors.gs1_scans, ...domainVectors.gs1_typed]],
    ['gs1', [], [...domainVectors.gs1_scans, ...domainVectors.gs1_typed]],
  ])(
    '%s %j prints the fields of all vectors, and no others',
    async (kind, options, vectors) => {
      const { code, lines, errors } = await identify([kind, ...options], asLines(vectors));
      expect(lines).toEqual(vectors.map(({ expect: expected }) => expected));
      expect(errors).toBe('');
      expect(code).toBe(0);
    },
    EVERYTHING,
  );

  test(
    'a line that is no JSON string gives an error, the others their answer, and the exit code says so',
    async () => {
      const { code, lines } = await identify(['npi'], '"1234567893"\n12\n\n{"a\r\n"1558598797"');
      expect(lines).toEqual([
        { valid: true, normalized: '1234567893' },
        { error: 'not_a_json_string', line: 2 },
        { error: 'not_a_json_string', line: 3 },
        { error: 'not_a_json_string', line: 4 },
        { valid: true, normalized: '1558598797' },
      ]);
      expect(code).toBe(1);
    },
    EVERYTHING,
  );

  test(
    'a line separator inside a string ends no line',
    async () => {
      const { code, lines } = await identify(['dea'], '"AB\u2028"\r\n"\u00e4"\n');
      expect(lines).toEqual(Array(2).fill({ valid: false, reason: 'format' }));
      expect(code).toBe(0);
    },
    EVERYTHING,
  );

  test(
    'the reference year decides the century',
    async () => {
      const dates = async (options: string[]) => (await identify(['gs1', ...options], '"17760101"\n')).lines;
      expect(await dates(['--reference-year=2026'])).toMatchObject([{ expiry_date: '2076-01-01' }]);
      expect(await dates(['2025'])).toMatchObject([{ expiry_date: '1976-01-01' }]);
    },
    EVERYTHING,
  );

  test.each([
    [[]],
    [['upc']],
    [['toString']],
    [['gs1', '--reference-year', 'soon']],
    [['gs1', '0026']],
    [['dea', 'x']],
  ])(
    'arguments %j are answered with the usage',
    async (args: string[]) => {
      const { code, lines, errors } = await identify(args, '"1"\n');
      expect({ code, lines }).toEqual({ code: 2, lines: [] });
      expect(errors).toContain('usage: countersign identify');
    },
    EVERYTHING,
  );
});
