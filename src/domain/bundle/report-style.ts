/** How a report looks: on paper, by day and by night. The verifier's page and the summary share it. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #10262b; --ground: #fbfcfc; --rule: #c5d0d2; --quiet: #4c6166; --good: #0b6b45; --care: #8a5200; --bad: #a61b1b; --panel: #eef3f4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eef0; --ground: #0f1a1d; --rule: #35474c; --quiet: #a3b5b9; --good: #57c795; --care: #f0b45c; --bad: #ff8a80; --panel: #182529; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--ink); background: var(--ground); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
.verdict { border: 2px solid currentColor; border-radius: .75rem; padding: 1rem 1.25rem; margin: 1rem 0; background: var(--panel); }
.verdict h2 { margin: 0; font-size: 1.4rem; } .verdict p { margin: .25rem 0 0; color: var(--ink); }
.verified { color: var(--good); } .keys_not_compared { color: var(--care); } .not_verified, .unusable { color: var(--bad); }
.mark { display: inline-block; min-width: 1.6em; }
.problems li { color: var(--bad); font-weight: 600; }
.quiet { color: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--rule); white-space: pre-line; }
th { border-bottom-width: 2px; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .noprint { display: none; } thead { display: table-header-group; } tr { break-inside: avoid; } .scroll { overflow: visible; } }
`;
