// The description of the interface as it lies in web/src/api, and the types that the web application is written against.
import openapiTS, { astToString } from 'openapi-typescript';

const HEAD = '// Written by `npm run docs` from openapi.json: change the interface, not this file.\n';
const PROBLEM = 'application/problem+json';

/**
 * The document as text, in an order that only a change of the interface changes. Which codes an address can be refused
 * with is left out: every refusal has the same form, and docs/errors.md has them all.
 */
export function interfaceText({ paths, components, ...rest }) {
  const refused = {
    description: 'A refusal.',
    content: { [PROBLEM]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const document = {
    ...rest,
    paths: byKey(mapped(paths, (methods) => mapped(methods, briefly))),
    components: { ...components, schemas: byKey(components.schemas), responses: { Refused: refused } },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** TypeScript types of every address, request and answer. */
export async function clientTypes(text) {
  return HEAD + astToString(await openapiTS(JSON.parse(text), { alphabetize: true }));
}

function briefly({ responses, ...operation }) {
  const done = Object.entries(responses).filter(([, { content }]) => content?.[PROBLEM] === undefined);
  const refused = done.length < Object.keys(responses).length;
  return {
    ...operation,
    responses: {
      ...Object.fromEntries(done),
      ...(refused ? { default: { $ref: '#/components/responses/Refused' } } : {}),
    },
  };
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function byKey(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
