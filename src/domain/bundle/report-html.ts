import type { BundleReport, ReportPart, ReportTable } from './report.js';
import { REPORT_STYLE } from './report-style.js';
import type { VerdictState } from './verdict.js';

/** Colour is never alone: a sign goes with it. */
const MARKS: Readonly<Record<VerdictState, string>> = {
  verified: '\u2714',
  keys_not_compared: '\u26A0',
  not_verified: '\u2716',
  unusable: '?',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text: whatever stands in a record, it is no markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
}

/** A report as the inside of a page. */
export function reportHtml(report: BundleReport): string {
  const { state, title, meaning } = report;
  return [
    `<div class="verdict ${state}"><h2><span class="mark" aria-hidden="true">${MARKS[state]}</span>${escapeHtml(title)}</h2><p>${escapeHtml(meaning)}</p></div>`,
    part(report.problems, 'problems'),
    part(report.proved),
    table(report.sums),
    table(report.records),
    part(report.limits, 'quiet'),
  ].join('\n');
}

function part({ heading, sentences }: ReportPart, name = ''): string {
  if (sentences.length === 0) return '';
  const items = sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  return `<section class="${name}"><h2>${escapeHtml(heading)}</h2><ul>${items.join('')}</ul></section>`;
}

function table({ heading, columns, rows, note }: ReportTable): string {
  if (rows.length === 0) return '';
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  const below = note === undefined ? '' : `<p class="quiet">${escapeHtml(note)}</p>`;
  return `<section><h2>${escapeHtml(heading)}</h2><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(heading)}"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>${below}</section>`;
}

/** A report as a page of its own, that may load and run nothing. `note`: what is said before everything. */
export function reportPage(report: BundleReport, of: { readonly title: string; readonly note: string }): string {
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(of.title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(of.title)}</h1>
<p>${escapeHtml(of.note)}</p>
${reportHtml(report)}
</main>
</body>
</html>
`;
}
