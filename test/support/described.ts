import { readFileSync } from 'node:fs';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
}
type Content = Record<string, { schema?: Schema } | undefined>;
interface Operation {
  responses: Record<string, { $ref?: string; content?: Content }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, { content: Content }> };
}

/** The description that the web application is built on; test/architecture says when it is not of this code. */
const document = JSON.parse(readFileSync('web/src/api/openapi.json', 'utf8')) as Document;
const addresses = Object.keys(document.paths).map((path) => ({
  path,
  // Fixed segments before parameters: /sessions/unbalanced is not a session.
  fixed: path.split('/').filter((segment) => !segment.startsWith('{')).length,
  form: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
}));

/** `GET /sites/{siteId}/sessions`: every operation that has answered with a success in this test file. */
export const answered = new Set<string>();

/** Every operation there is, by the same name. */
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => nameOf(method, path)),
);

/** Throws where an answer is not what the description of the interface says that it is. */
export function checkDescribed(of: {
  method: string;
  path: string;
  status: number;
  kind: string;
  body: unknown;
}): void {
  const address = addresses
    .filter(({ form }) => form.test(of.path.split('?')[0]!))
    .sort((a, b) => b.fixed - a.fixed)[0];
  const operation = address && document.paths[address.path]?.[of.method.toLowerCase()];
  if (!operation) return;
  if (of.status < 300) answered.add(nameOf(of.method, address.path));
  const response = operation.responses[of.status] ?? operation.responses.default;
  const { content } = response?.$ref ? (document.components.responses.Refused ?? {}) : (response ?? {});
  const schema = content?.[of.kind.split(';')[0]!.trim()]?.schema;
  if (!schema && (of.body === undefined || of.kind.startsWith('text/'))) return;
  const wrong = schema ? faults(schema, of.body, 'body') : ['no such answer is described'];
  if (wrong.length > 0) {
    throw new Error(`${of.method} ${address.path} answered ${of.status}, not as described: ${wrong.join('; ')}`);
  }
}

function nameOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replace('/api/v1', '')}`;
}

/** What a value says otherwise than a schema, where: fields nobody described are a fault too. */
export function faults(schema: Schema, value: unknown, at: string): string[] {
  const { $ref, oneOf } = schema;
  if ($ref) return faults(document.components.schemas[$ref.split('/').at(-1)!]!, value, at);
  if (oneOf) {
    const each = oneOf.map((one) => faults(one, value, at));
    return each.some((wrong) => wrong.length === 0) ? [] : each[0]!;
  }
  if (schema.allOf?.length === 1) return faults(schema.allOf[0]!, value, at);
  const whole = schema.allOf ? together(schema.allOf) : schema;
  if (whole.enum && !whole.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}, not one of its words`];
  if (whole.type === 'array') {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((one, index) => faults(whole.items ?? {}, one, `${at}[${index}]`));
  }
  if (whole.type === 'object') return faultsOfObject(whole, value, at);
  return isOfType(whole.type, value) ? [] : [`${at} is ${JSON.stringify(value)}, no ${whole.type}`];
}

function faultsOfObject(schema: Schema, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
  const { properties = {}, required = [], additionalProperties = false } = schema;
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`);
  return Object.entries(value).reduce((wrong, [name, field]) => {
    const known = properties[name] ?? (additionalProperties === true ? {} : additionalProperties || undefined);
    return [...wrong, ...(known ? faults(known, field, `${at}.${name}`) : [`${at}.${name} is not described`])];
  }, missing);
}

function together(all: readonly Schema[]): Schema {
  const resolved = all.map((one) => (one.$ref ? document.components.schemas[one.$ref.split('/').at(-1)!]! : one));
  return {
    type: 'object',
    properties: Object.assign({}, ...resolved.map(({ properties }) => properties)) as Record<string, Schema>,
    required: resolved.flatMap(({ required = [] }) => required),
  };
}

function isOfType(type: string | undefined, value: unknown): boolean {
  if (type === undefined) return true;
  if (type === 'integer') return Number.isSafeInteger(value);
  return typeof value === type;
}
