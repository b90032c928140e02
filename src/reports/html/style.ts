/** Light or dark as the reader's system is; on paper dark on white, without what is to be pressed. */
export const style = `
:root {
  color-scheme: light dark;
  --back: #ffffff; --front: #1b1f24; --soft: #57606a; --line: #d0d7de; --zebra: #f6f8fa;
  --accent: #0a5a9c; --bad: #b3261e; --open: #7a5200; --good: #1a6b34; --odd: #7a2e8e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #14171b; --front: #e8eaed; --soft: #a9b2bc; --line: #3a424b; --zebra: #1b2026;
    --accent: #6cb6ff; --bad: #ff9d94; --open: #f0c060; --good: #7ed99a; --odd: #e0a6ef;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; background: var(--back); color: var(--front); font: 1rem/1.45 system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
p, .notices { margin: .4rem 0 .8rem; max-width: 70rem; color: var(--soft); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--line); white-space: nowrap; }
tbody th { font-weight: 600; }
tbody tr:nth-child(even) { background: var(--zebra); }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { width: 30%; min-width: 8rem; vertical-align: middle; }
.bar svg { display: block; }
.track { fill: var(--line); }
.part { fill: var(--accent); }
tbody th { overflow-wrap: anywhere; }
#records tbody th { min-width: 8em; }
#records ul { margin: 0; padding-left: 1.1rem; }
#records li + li { margin-top: .3rem; }
#records td:last-child { width: 45%; }
.day { white-space: nowrap; }
.verdict { font-weight: 600; white-space: nowrap; }
.not-billable, .invalid { color: var(--bad); }
.undetermined { color: var(--open); }
.billable { color: var(--good); }
.void { color: var(--odd); }
#records .ways p { margin: .5rem 0 .2rem; }
#records .needs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: .4rem; padding: 0; list-style: none; }
#records .needs > li { margin: 0; padding: .4rem .6rem; border: 1px solid var(--line); border-left: .25rem solid var(--accent); border-radius: .3rem; background: var(--back); break-inside: avoid; overflow-wrap: anywhere; }
.ask { color: var(--accent); }
.clause { color: var(--soft); font-size: .875em; }
.filters { display: none; gap: 1rem; flex-wrap: wrap; align-items: end; margin: .5rem 0; }
.live .filters { display: flex; }
.filters label { display: grid; gap: .2rem; font-size: .875rem; color: var(--soft); }
select, button { font: inherit; color: var(--front); background: var(--back); border: 1px solid var(--soft); border-radius: .3rem; padding: .3rem .5rem; }
th button { border: 0; padding: 0; background: none; font-weight: 700; cursor: pointer; text-decoration: underline; }
th[aria-sort=descending] button::after { content: ' \\2193'; }
th[aria-sort=ascending] button::after { content: ' \\2191'; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
footer { margin-top: 2rem; }
@page { margin: 1.5cm; }
@media print {
  :root {
    color-scheme: light;
    --back: #ffffff; --front: #000000; --soft: #404040; --line: #b0b0b0; --zebra: #ffffff;
    --accent: #0a5a9c; --bad: #8c1d18; --open: #5c3d00; --good: #10451f; --odd: #5a1f69;
  }
  body { max-width: none; padding: 0; font-size: 9pt; }
  th, td { padding: .25rem .35rem; }
  .verdict { white-space: normal; }
  .scroll { overflow: visible; }
  .live .filters, #more { display: none; }
  th button { text-decoration: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  .track, .part { print-color-adjust: exact; }
}
`;

/** The digest by which the policy of the page knows it; a test compares. */
export const styleDigest = 'sha256-lq4wBInqhUshPkTbR7YAhnQBuyYm0XaVeDlXI67LLaY=';
