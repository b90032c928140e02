import { reportOfAll, type Format, type ReportOptions } from './format.js';
import { heldBackByRule } from './held-back.js';
import { escaped, type Markup } from './html/markup.js';
import { recordsPart } from './html/records.js';
import { script, scriptDigest } from './html/script.js';
import { style, styleDigest } from './html/style.js';
import { membersPart, rulesPart, totalsPart } from './html/sums.js';
import type { CheckedRecord, Sums } from './records.js';
import { counted } from './text/layout.js';
import { fileName } from './text/page.js';
import { pageOf } from './text.js';

/** What may run and look in the page: its own script and style, whose text is always the same; nothing is loaded. */
const policy = `default-src 'none'; script-src '${scriptDigest}'; style-src '${styleDigest}'`;

/** A page for supervisors that opens from a file: all is in it, and what it shows is text. */
export const html: Format = {
  name: 'html',
  says: 'is a page for supervisors, in one file that needs no network: the totals, what each rule holds back, the units of the month by member, and the records that need attention, to filter, sort and print; with --ways a card for each thing that a record needs to pass.',
  streams: false,
  tellsNotices: true,
  tellsWays: true,
  open: (options) => reportOfAll((records, sums) => pageMarkup(records, sums, options)),
};

function* pageMarkup(
  records: readonly CheckedRecord[],
  sums: Sums,
  options: ReportOptions,
): Generator<Markup> {
  const page = pageOf(options, records);
  const [file, another] = page.files;
  const several =
    page.files.length === 0 ? counted(records.length, 'record') : counted(page.files.length, 'file');
  const what = file !== undefined && another === undefined ? fileName(file) : several;
  const title = escaped(`Billability of ${what}`);
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${escaped(options.asOf === undefined ? 'Checked without a day of the check.' : `As of ${options.asOf}.`)} ${NOT_JUDGED}</p>
</header>
<main>
`;
  yield totalsPart(records, sums);
  yield rulesPart(heldBackByRule(records));
  yield membersPart(records, page, options);
  yield* recordsPart(records, page, options);
  yield `</main>
<footer><p>Made by billability, from the documents that each finding names. No promise of payment.</p></footer>
<script>${script}</script>
</body>
</html>
`;
}

const NOT_JUDGED =
  'Not judged: eligibility, prior authorization, timely filing, NCCI edits, and what other payers ask.';
