import { eachOnce, type Notice } from '../../findings/notices.js';
import type { Verdict } from '../../findings/result.js';
import { addUnits } from '../../units/quantity.js';
import type { ReportOptions } from '../format.js';
import type { HeldBack } from '../held-back.js';
import { isReplaced, itemsOf } from '../items.js';
import { settingsIn, settingsInWords } from '../own-rules.js';
import type { CheckedRecord, Sums } from '../records.js';
import { counted, dollars, grouped } from '../text/layout.js';
import { recordInWords, type Page } from '../text/page.js';
import { monthOf, createMembersLeft } from '../text/units-left.js';
import { bar, cell, escaped, head, number, rowHead, section, tableOf, type Markup } from './markup.js';

const MOST_MEMBERS = 20;

/** How many records came out how, with their units and charges, and what holds for all of them. */
export function totalsPart(records: readonly CheckedRecord[], { totals, notices }: Sums): Markup {
  const units: Record<Verdict, number> = { billable: 0, 'not-billable': 0, undetermined: 0 };
  for (const record of records) {
    for (const { verdict, units: ofItem = 0 } of itemsOf(record))
      units[verdict] = addUnits(units[verdict], ofItem);
  }
  const rows = [
    { name: 'Billable', count: totals.billable, units: units.billable, charge: totals.billableCharge },
    {
      ...{ name: 'Not billable', count: totals.notBillable },
      ...{ units: units['not-billable'], charge: totals.notBillableCharge },
    },
    {
      ...{ name: 'Cannot be told yet', count: totals.undetermined },
      ...{ units: units.undetermined, charge: totals.undeterminedCharge },
    },
    { name: 'Did not take place', count: totals.notTakenPlace },
    { name: 'Voids', count: totals.void },
    { name: 'Replaced', count: records.filter(isReplaced).length },
    { name: 'Unreadable', count: totals.invalid },
  ];
  const knowsCharges = totals.charge !== '0.00';
  const shown = [
    ...rows.filter((row) => row.units !== undefined || row.count > 0),
    { name: 'All records', count: totals.entries, units: totals.units, charge: totals.charge },
  ].map(
    (row) =>
      `<tr>${rowHead(row.name)}${number(grouped(row.count))}${number(row.units === undefined ? '' : grouped(row.units))}${knowsCharges ? number(row.charge === undefined ? '' : dollars(row.charge)) : ''}</tr>`,
  );
  const heads = [
    head('Verdict'),
    head('Records', 'n'),
    head('Units', 'n'),
    ...(knowsCharges ? [head('Charges', 'n')] : []),
  ];
  return section(
    'totals',
    'How it stands',
    tableOf(`Records, units${knowsCharges ? ' and charges' : ''} by verdict`, heads, shown) +
      withPart(records) +
      noticesList(notices, records),
  );
}

/** What differs from the defaults. */
function withPart(records: readonly CheckedRecord[]): Markup {
  const words = settingsInWords(settingsIn(records));
  return words === undefined ? '' : `<p>${escaped(words)}</p>\n`;
}

function noticesList(ofBatch: readonly Notice[], records: readonly CheckedRecord[]): Markup {
  const notices = eachOnce([...ofBatch, ...records.flatMap(noticesOf)]);
  if (notices.length === 0) return '';
  return `<ul class="notices">${notices.map(({ message }) => `<li>${escaped(message)}</li>`).join('')}</ul>\n`;
}

/** What a record says beside its findings, but that it is replaced, which is counted. */
function noticesOf({ result }: CheckedRecord): readonly Notice[] {
  if (result.kind === 'session') return result.notices;
  return result.kind === 'claim' ? result.lines.flatMap(({ notices }) => notices) : [];
}

/** What each rule keeps from being billed, with a bar of its money; of its units where no charge is known. */
export function rulesPart(rules: readonly HeldBack[]): Markup {
  if (rules.length === 0) return '';
  const knowsCharges = rules.some(({ all }) => all.charge !== '0.00');
  const weights = rules.map(({ all }) => (knowsCharges ? Number(all.charge) : all.units));
  const most = Math.max(...weights);
  const rows = rules.map(
    ({ rule, all: { records, units, charge }, alone }, index) =>
      `<tr>${rowHead(rule)}${number(grouped(records))}${number(grouped(alone.records))}${number(grouped(units))}${knowsCharges ? number(dollars(charge)) : ''}${bar(Number(weights[index]), most)}</tr>`,
  );
  const heads = [
    head('Rule'),
    head('Records', 'n'),
    head('By it alone', 'n'),
    head('Units', 'n'),
    ...(knowsCharges ? [head('Charges', 'n')] : []),
    head(knowsCharges ? 'Share of the greatest charge' : 'Share of the most units'),
  ];
  const why =
    'A record that several rules hold back is counted for each of them. “By it alone”: what settles it lets the record be billed.';
  const noRate = `No charge is stated and no rate is on file, so the bars are of units. A rate of your own is given with --config: {"codes": {"SERVICE": [{"procedureCode": "CODE", "rate": "20.00"}]}}.`;
  return section(
    'rules',
    knowsCharges ? 'Money at risk, by rule' : 'Units at risk, by rule',
    `<p>${escaped(knowsCharges ? why : `${why} ${noRate}`)}</p>\n${tableOf('What each rule holds back', heads, rows)}`,
  );
}

/** What the members with the fewest units left of a month have used of its limit. */
export function membersPart(records: readonly CheckedRecord[], page: Page, options: ReportOptions): Markup {
  const membersLeft = createMembersLeft(options, MOST_MEMBERS);
  for (const record of records) membersLeft.add(record);
  const { fewest, members } = membersLeft.end();
  if (members === 0) return '';
  const rows = fewest.map(({ lastUsedBy, member, service, day, from, limit, remaining, atMost }) => {
    const who = options.keys === true ? member : undefined;
    const left = `${atMost ? 'at most ' : ''}${grouped(remaining)} of ${grouped(limit)}`;
    return `<tr>${rowHead(who ?? recordInWords(lastUsedBy))}${cell(monthOf(from))}${cell(page.titleOf(service, day))}${number(left)}${bar(limit - remaining, limit)}</tr>`;
  });
  const more = members - rows.length;
  const heads = [
    head(options.keys === true ? 'Member' : 'Member of the record'),
    head('Month'),
    head('Service'),
    head('Units left', 'n'),
    head('Units used of the limit'),
  ];
  return section(
    'members',
    'Units of the month, by member',
    tableOf('Members with the fewest units left', heads, rows) +
      (more > 0 ? `<p>${escaped(`${counted(more, 'member')} more, with no fewer left.`)}</p>\n` : ''),
  );
}
