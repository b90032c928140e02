import { issueInWords } from '../facts/input-error.js';
import type { Notice } from '../findings/notices.js';
import type { Money } from '../values/money.js';
import { reportOfAll, type Format, type ReportOptions } from './format.js';
import { heldBackByRule } from './held-back.js';
import { isNotBilled, itemsOf } from './items.js';
import { waiversOf } from './own-rules.js';
import { fileInWords, located, type CheckedRecord, type Sums } from './records.js';
import { missingOf } from './to-dos.js';
import { counted, dollars, grouped } from './text/layout.js';
import { outcomeWording, recordInWords, verdicts } from './text/page.js';
import { needsAttention } from './text/records.js';
import { createSummary, noticesToShow, type Summary } from './text/totals.js';
import { clausesOf, plain, toDo, toldOf } from './told.js';
import { worstFirst, type AtStake } from './worst-first.js';

/** More would be no summary. */
const MOST_RECORDS = 50;

/** For tickets and wikis, as GitHub has Markdown: totals, why, and the records with most money, with what to do. */
export const markdown: Format = {
  name: 'markdown',
  says: `is Markdown for a ticket or a wiki: the totals, why records are held back, and the ${String(MOST_RECORDS)} records with most money, with what to do.`,
  streams: false,
  tellsNotices: true,
  open(options) {
    return reportOfAll(function* (all, sums) {
      const summary = createSummary();
      for (const record of all) summary.add(record);
      yield `## ${headingOf(sums, options)}\n\n`;
      yield* totals(sums, summary);
      const settings = summary.settings();
      if (settings !== undefined) yield `\n${escaped(settings)}\n`;
      yield* notes(noticesToShow(sums.notices, summary));
      yield* why(all, summary);
      yield* toLookAt(all, options);
    });
  },
};

function headingOf({ totals: { entries } }: Sums, { files = [], asOf }: ReportOptions): string {
  const [file, another] = files;
  const one = file !== undefined && another === undefined;
  const source = one ? code(fileInWords(file)) : counted(...sourceOf(files, entries));
  return `Billability of ${source}${asOf === undefined ? '' : ` as of ${asOf}`}`;
}

function sourceOf({ length }: readonly string[], entries: number): [number: number, noun: string] {
  return length === 0 ? [entries, 'record'] : [length, 'file'];
}

/** Records, units and money by verdict; money where any charge is known. What there is none of has no row but the verdicts. */
function* totals({ totals: sums }: Sums, { units, knowsCharges }: Summary): Generator<string> {
  const charged = (charge: Money) => (knowsCharges() ? [money(charge)] : []);
  const rows: readonly (readonly [name: string, records: number, units: number, charge: Money])[] = [
    ['Records', sums.entries, sums.units, sums.charge],
    ['Billable', sums.billable, units.billable, sums.billableCharge],
    ['Not billable', sums.notBillable, units['not-billable'], sums.notBillableCharge],
    ['Cannot be told yet', sums.undetermined, units.undetermined, sums.undeterminedCharge],
  ];
  const others: readonly (readonly [name: string, records: number])[] = [
    ['Did not take place', sums.notTakenPlace],
    ['Voids', sums.void],
    ['Unreadable', sums.invalid],
  ];
  const nothing = knowsCharges() ? ['', ''] : [''];
  yield* table(
    ['Verdict', 'Records', 'Units', ...(knowsCharges() ? ['Charged'] : [])],
    [
      ...rows.map(([name, records, of, charge]) => [name, grouped(records), grouped(of), ...charged(charge)]),
      ...others.flatMap(([name, records]) => (records === 0 ? [] : [[name, grouped(records), ...nothing]])),
    ],
  );
}

function* notes(notices: readonly Notice[]): Generator<string> {
  if (notices.length > 0) yield '\n';
  for (const { message } of notices) yield `- ${escaped(message)}\n`;
}

function* why(records: readonly CheckedRecord[], { knowsCharges }: Summary): Generator<string> {
  const rows = heldBackByRule(records);
  if (rows.length === 0) return;
  yield '\n### Why\n\n';
  yield* table(
    ['Rule', 'Records', 'By it alone', 'Units', ...(knowsCharges() ? ['Charged'] : [])],
    rows.map(({ rule, all, alone }) => [
      escaped(rule),
      ...[all.records, alone.records, all.units].map(grouped),
      ...(knowsCharges() ? [money(all.charge)] : []),
    ]),
  );
}

function* toLookAt(records: readonly CheckedRecord[], options: ReportOptions): Generator<string> {
  const toSee = worstFirst(
    records.filter((record) => needsAttention(record, options) && !isNotBilled(record)),
  );
  if (toSee.length === 0) {
    yield '\nNothing needs attention.\n';
    return;
  }
  yield `\n### ${counted(toSee.length, 'record')} to look at\n\n`;
  for (const stake of toSee.slice(0, MOST_RECORDS)) yield* block(stake, options);
  const more = toSee.length - MOST_RECORDS;
  if (more > 0) yield `\n${counted(more, 'record')} more, with no more money each.\n`;
}

function* block({ record, charge }: AtStake, options: ReportOptions): Generator<string> {
  const { result } = record;
  const { words } = verdicts[result.kind === 'void' ? 'void' : result.verdict];
  const [item, another] = itemsOf(record);
  const day = item !== undefined && another === undefined ? [item.dateOfService] : [];
  const about = [...day, ...(charge === undefined ? [] : [money(charge)])];
  yield `- ${[code(recordInWords(record)), ...about, `**${words}**`].join(' ')}\n`;
  if (result.kind === 'invalid')
    for (const issue of result.issues) yield `  - ${escaped(issueInWords(issue))}\n`;
  for (const { finding, line } of toldOf(located(record))) {
    if (finding.severity === 'info') continue;
    const of = line === undefined ? '' : `line ${String(line + 1)}, `;
    const places = [...new Set(Object.values(finding.places ?? {}))].map((place) => `at ${code(place)}`);
    const steps = toDo(finding, missingOf(finding, options)).map((step) => `**To do:** ${escaped(step)}`);
    const clause = clausesOf(finding).map((one) => `*${escaped(one)}*`);
    const waived = waiversOf([finding]).map((words) => `*waived: ${escaped(words)}*`);
    const message = waived.length === 0 ? escaped(finding.message) : `~~${escaped(finding.message)}~~`;
    yield `  - ${of}${outcomeWording(finding).words}: ${[message, ...waived, ...places, ...steps, ...clause].join(' ')}\n`;
  }
}

function* table(head: readonly string[], rows: readonly (readonly string[])[]): Generator<string> {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  yield line(head);
  yield line(head.map((_, index) => (index === 0 ? '---' : '---:')));
  for (const row of rows) yield line(row);
}

/** "$1,204.50"; the sign alone may begin a formula. */
function money(amount: Money): string {
  return escaped(dollars(amount));
}

/** Words as they are: no mark of Markdown is one, and no address becomes a link. */
function escaped(words: string): string {
  return plain(words).replace(/[\\`*_{}[\]<>()#+!|~&@$^=]|:(?=\/\/)|(?<=www)\./gi, String.raw`\$&`);
}

/** A key, a file or a place as code, in which nothing is marked. */
function code(words: string): string {
  const text = plain(words);
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)));
  const isPadded = /^`|`$/.test(text) || (text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text));
  return fence + (isPadded ? ` ${text} ` : text) + fence;
}
