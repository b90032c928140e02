import { holders } from '../../explain/words.js';
import type { Verdict } from '../../findings/result.js';
import { addUnits } from '../../units/quantity.js';
import { compareMoney, type Money } from '../../values/money.js';
import { sum } from '../../values/sum.js';
import type { ReportOptions } from '../format.js';
import { itemsOf, type Item } from '../items.js';
import { clauseInWords, waiversOf } from '../own-rules.js';
import { otherOf, positionInWords, type CheckedRecord } from '../records.js';
import { counted, dollars, grouped } from '../text/layout.js';
import { foundInWords, outcomeWording, recordInWords, verdicts, type Page } from '../text/page.js';
import { toDosOf, type ToDo } from '../to-dos.js';
import { cell, escaped, head, number, rowHead, section, type Markup } from './markup.js';
import { waysMarkup } from './ways.js';

/** How many rows are shown at once: a browser takes minutes to lay out a table of fifty thousand. */
const AT_ONCE = 200;

/** Which columns there are beside the others. */
interface Shows {
  readonly keys: boolean;
  readonly charges: boolean;
}

/** A record that somebody has to do something about. */
interface Row {
  readonly record: CheckedRecord;
  readonly items: readonly Item[];
  readonly toDos: readonly ToDo[];
  readonly verdict: Verdict | 'invalid' | 'void';
  readonly units: number;
  readonly charge: Money;
}

/** The records that need attention, those with most money first, with what filters them. */
export function recordsPart(records: readonly CheckedRecord[], page: Page, options: ReportOptions): Markup[] {
  const rows = records.flatMap((record) => rowsOf(record, options));
  rows.sort((one, other) => compareMoney(other.charge, one.charge) || other.units - one.units);
  if (rows.length === 0) return [section('look', 'Records to look at', '<p>Nothing needs attention.</p>\n')];
  const shows: Shows = {
    keys: options.keys === true,
    charges: rows.some(({ charge }) => charge !== '0.00'),
  };
  const heads = [
    sorter('Record', 'entry'),
    sorter('Day', 'day'),
    head('Service'),
    ...(shows.keys ? [head('Member'), head('Staff')] : []),
    head('Verdict'),
    sorter('Units', 'units', 'n'),
    ...(shows.charges ? [sorter('Charge', 'charge', 'n')] : []),
    head('What to do'),
  ];
  return [
    '<section aria-labelledby="look-heading">\n<h2 id="look-heading">Records to look at</h2>\n',
    filtersOf(rows),
    `<p id="shown" role="status">${escaped(counted(rows.length, 'record'))}</p>\n`,
    '<div class="scroll" tabindex="0" role="region" aria-label="Records that need attention">',
    `<table id="records" data-at-once="${String(AT_ONCE)}" data-sorted-by="${shows.charges ? 'charge' : 'units'}"><caption>Records that need attention</caption><thead><tr>${heads.join('')}</tr></thead><tbody>\n`,
    ...rows.slice(0, AT_ONCE).map((row) => rowMarkup(row, page, shows)),
    '</tbody></table></div>\n<template id="rest">\n',
    ...rows.slice(AT_ONCE).map((row) => rowMarkup(row, page, shows)),
    '</template>\n<button type="button" id="more" hidden>Show more</button>\n</section>\n',
  ];
}

function rowsOf(record: CheckedRecord, options: ReportOptions): Row[] {
  const toDos = toDosOf(record, options);
  if (toDos.length === 0) return [];
  const { result } = record;
  const items = itemsOf(record);
  return [
    {
      record,
      items,
      toDos,
      verdict: result.kind === 'void' ? 'void' : result.verdict,
      units: items.reduce((units, item) => addUnits(units, item.units ?? 0), 0),
      charge: sum(items.flatMap(({ charge }) => charge ?? [])),
    },
  ];
}

function sorter(text: string, by: string, kind?: 'n'): Markup {
  const ofNumbers = kind === 'n' ? ' class="n"' : '';
  return `<th scope="col"${ofNumbers}><button type="button" data-sort="${by}">${escaped(text)}</button></th>`;
}

/** What a row may be filtered by: each value that occurs, with how a person calls it. */
function filtersOf(rows: readonly Row[]): Markup {
  const ofVerdict = rows.map(({ verdict }) => verdict);
  const ofRule = rows.flatMap(({ toDos }) => rulesOf(toDos)).sort();
  const ofHolder = rows.flatMap(({ toDos }) => toDos.map(({ heldBy }) => heldBy));
  return [
    '<div class="filters" role="group" aria-label="Which records to show">',
    filter('verdict', 'Verdict', ofVerdict, (verdict) => verdicts[verdict].words),
    filter('rules', 'Rule', ofRule, (rule) => rule),
    filter('holders', 'Who can settle it', ofHolder, (holder) => holders[holder]),
    '</div>\n',
  ].join('');
}

function filter<Value extends string>(
  name: string,
  label: string,
  values: readonly Value[],
  wordsOf: (value: Value) => string,
): Markup {
  const options = [...new Set(values)].map(
    (value) => `<option value="${escaped(value)}">${escaped(wordsOf(value))}</option>`,
  );
  return `<label>${escaped(label)}<select data-filter="${name}"><option value="">all</option>${options.join('')}</select></label>`;
}

function rulesOf(toDos: readonly ToDo[]): string[] {
  return [...new Set(toDos.flatMap(({ finding }) => finding?.rule ?? []))];
}

function rowMarkup(row: Row, page: Page, shows: Shows): Markup {
  const { record, items, toDos, verdict, units, charge } = row;
  const days = each(items, ({ dateOfService }) => dateOfService);
  const services = each(
    items,
    ({ service, dateOfService }) => service && page.titleOf(service, dateOfService),
  );
  const attributes: Readonly<Record<string, string>> = {
    entry: String(record.entry),
    day: days[0] ?? '',
    units: String(units),
    charge,
    verdict,
    rules: rulesOf(toDos).join(' '),
    holders: [...new Set(toDos.map(({ heldBy }) => heldBy))].join(' '),
  };
  const data = Object.entries(attributes).map(([name, value]) => ` data-${name}="${escaped(value)}"`);
  const keys = shows.keys
    ? cell(each(items, ({ memberId }) => memberId).join(', ')) +
      cell(each(items, ({ staffId }) => staffId).join(', '))
    : '';
  return [
    `<tr${data.join('')}>`,
    rowHead(recordInWords(record)),
    `<td class="day">${escaped(days.join(', '))}</td>`,
    cell(services.join(', ')),
    keys,
    `<td class="verdict ${verdict}">${escaped(verdicts[verdict].words)}</td>`,
    number(items.length === 0 ? '' : grouped(units)),
    shows.charges ? number(charge === '0.00' ? '' : dollars(charge)) : '',
    `<td><ul>${byFinding(toDos)
      .map((ofOne) => toDoMarkup(ofOne, page))
      .join('')}</ul>${waysMarkup(record.ways)}</td></tr>\n`,
  ].join('');
}

/** What is stated of the items, each once. */
function each(items: readonly Item[], of: (item: Item) => string | null | undefined): string[] {
  return [...new Set(items.flatMap((item) => of(item) ?? []))];
}

/** The facts that a finding asks for stand together. */
function byFinding(toDos: readonly ToDo[]): [ToDo, ...ToDo[]][] {
  const groups: [ToDo, ...ToDo[]][] = [];
  for (const toDo of toDos) {
    const last = groups.at(-1);
    if (toDo.finding !== undefined && last?.[0].finding === toDo.finding) last.push(toDo);
    else groups.push([toDo]);
  }
  return groups;
}

function toDoMarkup([first, ...others]: [ToDo, ...ToDo[]], { find }: Page): Markup {
  const { finding, item, message, toDo } = first;
  const line = item?.result.kind === 'line' ? `Line ${String(item.result.lineNumber)}: ` : '';
  if (finding === undefined) return `<li>${escaped(message)}</li>`;
  const other = otherOf(finding);
  const beside = other === null ? '' : ` With ${foundInWords(find(other)) ?? positionInWords(other)}.`;
  const asked = [first, ...others].flatMap(({ question, heldBy }) =>
    question === undefined ? [] : ` <span class="ask">Ask ${holders[heldBy]}: ${escaped(question)}</span>`,
  );
  const clauses = finding.citations.map(clauseInWords).join('; ');
  const text = escaped(`${message}${beside}`);
  const [waived] = waiversOf([finding]);
  return [
    `<li>${escaped(line)}<b>${escaped(outcomeWording(finding).words)}:</b> `,
    waived === undefined ? text : `<s>${text}</s> <span class="ask">${escaped(`Waived: ${waived}.`)}</span>`,
    ...(toDo === undefined ? [] : [` <span class="ask">${escaped(toDo)}</span>`]),
    ...asked,
    ` <span class="clause">${escaped(clauses)} [${escaped(finding.rule)}]</span></li>`,
  ].join('');
}
