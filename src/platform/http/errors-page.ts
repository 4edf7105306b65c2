import { REFUSALS, type RefusalCode } from '../../domain/refusal-codes.js';

interface Row {
  readonly rank: number;
  readonly code: RefusalCode;
  readonly status: number;
  readonly title: string;
  readonly next: string;
}

function rows(): Row[] {
  return Object.entries(REFUSALS).map(([code, refusal], index) => ({
    rank: index + 1,
    code: code as RefusalCode,
    ...refusal,
  }));
}

/** docs/errors.md: `npm run docs` writes it, and a test says when it is old. */
export function errorsMarkdown(): string {
  return [
    '# Refusals',
    '',
    'Written by `npm run docs` from `src/domain/refusal-codes.ts`. The list is closed and ordered: when several rules',
    'refuse one act, the first of this list is the answer. A code is never renamed or used again for something else.',
    'Each is sent as an RFC 9457 problem (`application/problem+json`) with `code`, `detail`, the `field` at fault, and',
    'what to do `next`. A refused act is in the audit log; it moves nothing and claims no idempotency key.',
    '',
    '| # | code | status | what is wrong | what to do |',
    '|---|---|---|---|---|',
    ...rows().map((row) => `| ${row.rank} | \`${row.code}\` | ${row.status} | ${row.title} | ${row.next} |`),
    '',
  ].join('\n');
}

/** The page that the `type` of every problem points into: /api/errors#code. */
export function errorsPage(): string {
  const body = rows().map(
    ({ code, status, title, next }) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td><td>${escapeHtml(next)}</td></tr>`,
  );
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Countersign: refusals</title></head><body>' +
    '<h1>Refusals</h1><table><thead><tr><th>Code</th><th>Status</th><th>What is wrong</th><th>What to do</th></tr></thead>' +
    `<tbody>${body.join('')}</tbody></table></body></html>`
  );
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
