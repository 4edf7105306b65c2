import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { REFUSALS } from '../../src/domain/refusal-codes.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServer, type RunningServer } from '../support/server.js';

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, { content?: Record<string, { examples?: Record<string, { value: { code: string } }> }> }>;
}
interface Schema {
  required?: string[];
  properties?: Record<string, { example?: unknown; $ref?: string; allOf?: unknown; items?: unknown; type?: string }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

let database: TestDatabase;
let server: RunningServer;
let document: Document;
let operations: [string, Operation][];

beforeAll(async () => {
  database = await createTestDatabase('openapi');
  server = await startServer({ databaseUrl: database.superuserUrl });
  document = (await (await fetch(`${server.url}/api/docs-json`)).json()) as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});

afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

/** Authentication is no act of the ledger; reading a scan and asking a key record nothing. */
const NO_KEY = /\/auth\/|\/setup$|\/scans$|\/patients\/(search|names)$|\/options$|\/heads\/compare$/;

test('every operation says in a sentence what it does', () => {
  expect(operations.filter(([, { summary }]) => !summary).map(([name]) => name)).toEqual([]);
});

test('every write names the Idempotency-Key it needs', () => {
  const without = operations.filter(
    ([name, { parameters = [] }]) =>
      name.startsWith('POST') &&
      !NO_KEY.test(name) &&
      !parameters.some((parameter) => parameter.name === 'Idempotency-Key' && parameter.required),
  );
  expect(without.map(([name]) => name)).toEqual([]);
});

test('every write without the key is refused, and says so', async () => {
  const writes = operations.filter(([name]) => name.startsWith('POST') && !NO_KEY.test(name));
  expect(writes.length).toBeGreaterThan(30);
  for (const [name, { responses }] of writes) {
    const codes = Object.values(responses).flatMap(({ content }) =>
      Object.keys(content?.['application/problem+json']?.examples ?? {}),
    );
    expect([name, codes.includes('idempotency_key_missing')]).toEqual([name, true]);
  }
});

test('every example of a refusal is of the closed list, under its own status', () => {
  for (const [name, { responses }] of operations) {
    for (const [status, { content }] of Object.entries(responses)) {
      for (const [code, { value }] of Object.entries(content?.['application/problem+json']?.examples ?? {})) {
        expect([name, value.code, REFUSALS[code as keyof typeof REFUSALS]?.status]).toEqual([
          name,
          code,
          Number(status),
        ]);
      }
    }
  }
});

// An optional field has none where it would make the example body one that is refused (a late reason for what is not late).
test('every field that a request or an answer must have has an example', () => {
  const bare = Object.entries(document.components.schemas).flatMap(([schema, { properties = {}, required = [] }]) =>
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .filter(([, field]) => field.example === undefined && !field.$ref && !field.allOf && !field.items)
      .map(([field]) => `${schema}.${field}`),
  );
  expect(bare).toEqual([]);
});
