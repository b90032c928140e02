import type { RuleRow } from '../rule-row.js';
import type { Sums } from '../records.js';
import { counted, dollars, grouped, WIDTH } from './layout.js';
import { headed, type Page } from './page.js';

interface Column {
  readonly heading: string;
  readonly cellOf: (row: RuleRow) => string;
}

/** How each rule of each service came out, and what waits for it, where it is asked for. */
export function* byRuleSection({ byRule }: Sums, page: Page): Generator<string> {
  if (byRule === undefined) return;
  const hasMoney = byRule.some(
    ({ charge, chargeWithOthers }) => charge !== '0.00' || chargeWithOthers !== '0.00',
  );
  yield `\n${headed('By rule', `: sessions and lines, and ${hasMoney ? 'what' : 'the units that'} a rule holds back alone or with others`, page)}`;
  if (byRule.length === 0) yield '  No rule was judged.\n';
  const columns = columnsFor(byRule, hasMoney);
  for (const service of new Set(byRule.map((row) => row.service))) {
    const rows = byRule.filter((row) => row.service === service);
    yield `\n${page.wrap(service ?? 'a code for which no service is on file', '')}`;
    yield* table(rows, columns, page);
  }
}

/** Those in which something stands, and always what passed, failed or is not known. */
function columnsFor(rows: readonly RuleRow[], hasMoney: boolean): Column[] {
  const held = (
    heading: string,
    charge: 'charge' | 'chargeWithOthers',
    units: 'units' | 'unitsWithOthers',
  ) =>
    rows.some((row) => row[charge] !== '0.00' || row[units] !== 0)
      ? [
          {
            heading,
            cellOf: (row: RuleRow) =>
              hasMoney ? amountOf(row[charge], row[units]) : row[units] === 0 ? '' : grouped(row[units]),
          },
        ]
      : [];
  const numbers = (heading: string, of: 'notApplicable' | 'due') =>
    rows.some((row) => row[of] > 0) ? [{ heading, cellOf: (row: RuleRow) => grouped(row[of]) }] : [];
  return [
    { heading: 'pass', cellOf: ({ passed }) => grouped(passed) },
    ...numbers('n/a', 'notApplicable'),
    { heading: 'fail', cellOf: ({ failed }) => grouped(failed) },
    { heading: 'open', cellOf: ({ unknown }) => grouped(unknown) },
    ...numbers('due', 'due'),
    ...held('alone', 'charge', 'units'),
    ...held('others', 'chargeWithOthers', 'unitsWithOthers'),
  ];
}

/** What has no charge is counted in units. */
function amountOf(charge: string, units: number): string {
  const money = charge === '0.00' ? [] : [dollars(charge)];
  return [...money, ...(units === 0 ? [] : [counted(units, 'unit')])].join(' + ');
}

/** The rule stands last; where the lines would be too long, on a line before its own. */
function* table(
  rows: readonly RuleRow[],
  columns: readonly Column[],
  { options: { width = WIDTH }, style }: Page,
): Generator<string> {
  const cells = columns.map(({ heading, cellOf }) => {
    const all = [heading, ...rows.map(cellOf)];
    const widest = Math.max(...all.map(({ length }) => length));
    return all.map((cell) => cell.padStart(widest));
  });
  const numbers = ['rule', ...rows.map(({ rule }) => rule)].map((rule, index) => ({
    rule,
    line: cells.map((column) => column[index]).join('  '),
  }));
  const fits = numbers.every(({ rule, line }) => line.length + rule.length + 4 <= width);
  for (const [index, { rule, line }] of numbers.entries()) {
    const paint = index === 0 ? style.dim : (text: string) => text;
    yield fits ? `${paint(`  ${line}  ${rule}`)}\n` : `${paint(`  ${rule}\n    ${line}`)}\n`;
  }
}
