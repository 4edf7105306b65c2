import { REPORT_STYLE } from '../../src/domain/bundle/report-style.js';

/** The report's look, and the page around it. Read by scripts/build-verify-page.mjs. */
export const PAGE_STYLE = `${REPORT_STYLE}
#drop { border: 3px dashed var(--rule); border-radius: 1rem; padding: 2rem 1rem; text-align: center; }
#drop.over { border-color: var(--ink); background: var(--panel); }
button { font: inherit; min-height: 44px; padding: .5rem 1rem; border: 1px solid var(--ink); border-radius: .5rem; color: var(--ink); background: var(--panel); cursor: pointer; }
button:focus-visible, .scroll:focus-visible { outline: 3px solid var(--care); outline-offset: 2px; }
button[aria-pressed='true'] { font-weight: 700; text-decoration: underline; }
.languages { text-align: right; }
#result:focus { outline: none; }
[hidden] { display: none; }
`;
