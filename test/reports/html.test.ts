import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createChecker, type Claim, type Session } from '../../src/index.js';
import { html, type BatchReportOptions } from '../../src/reports/index.js';
import { script } from '../../src/reports/html/script.js';
import { style } from '../../src/reports/html/style.js';
import { all, nothingElse, session, written } from './support.js';

const checker = createChecker();

function pageOf(entries: readonly unknown[], options: BatchReportOptions = {}): string {
  return written(html, entries, { ...nothingElse, checker, ...options });
}

/** The text of the rows of a table, cell by cell. */
function rowsOf(page: string, caption: string): string[] {
  const [, table = ''] = page.split(`<caption>${caption}</caption>`);
  const [body = ''] = table.split('<tbody>').slice(1);
  const [rows = ''] = body.split('</tbody>');
  return rows
    .split('</tr>')
    .slice(0, -1)
    .map((row) => row.split(/<\/t[dh]>/).map((cell) => cell.replace(/<[^>]*>/g, '').trim()))
    .map((cells) => cells.slice(0, -1).join(' | '));
}

const on = (day: string, change: Partial<Session> = {}): Session => ({
  ...session,
  id: `V-${day}`,
  dateOfService: `2017-05-${day}`,
  ...change,
});
const young = { member: { ...session.member, birthDate: '2010-01-01' } };
const entries = [
  on('17', { charge: '160.00' }),
  on('18', { ...young, charge: '160.00' }),
  on('19', { plan: { sessionServesGoal: null }, charge: '200.50' }),
  on('22', { phase: 'no-show', units: null }),
  { ...session, id: 'V-x', units: 'x' },
];

describe('the policy of the page', () => {
  const page = pageOf(entries);
  const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const between = (from: string, to: string) => page.split(from)[1]?.split(to)[0] ?? 'none';

  test('lets run and look what is in it, and nothing else', () => {
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}">`,
    );
    expect(between('<script>', '</script>')).toBe(script);
    expect(between('<style>', '</style>')).toBe(style);
  });

  test('is the same whatever is checked: no data are in the script or the style, and nothing is loaded', () => {
    const heads = [page, pageOf(all, { keys: true })].map((one) => /<meta http-equiv[^>]*>/.exec(one)?.[0]);
    expect(heads[0]).toBe(heads[1]);
    expect(page.match(/<(script|style|link|img|iframe|object|form)\b/g)).toEqual(['<style', '<script']);
    expect(page).not.toMatch(/ (style|src|href|on[a-z]+)=/);
  });
});

describe('how it stands', () => {
  test('is told with units and charges', () => {
    expect(rowsOf(pageOf(entries), 'Records, units and charges by verdict')).toEqual([
      'Billable | 1 | 8 | $160.00',
      'Not billable | 1 | 8 | $160.00',
      'Cannot be told yet | 1 | 8 | $200.50',
      'Did not take place | 1 |  | ',
      'Unreadable | 1 |  | ',
      'All records | 5 | 24 | $520.50',
    ]);
  });

  test('without charges where none is known', () => {
    expect(rowsOf(pageOf([on('17'), on('18', young)]), 'Records, units by verdict')).toEqual([
      'Billable | 1 | 8',
      'Not billable | 1 | 8',
      'Cannot be told yet | 0 | 0',
      'All records | 2 | 16',
    ]);
  });

  test('with claims that void or are replaced, and what holds for all', () => {
    const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6, charge: '81.44' };
    const first: Claim = { id: 'C-1', jurisdiction: 'MO', member: { id: 'M-1' }, lines: [line] };
    const page = pageOf([first, { ...first, id: 'C-2', frequency: 'void', replaces: 'C-1' }]);
    const rows = rowsOf(page, 'Records, units by verdict');
    expect(rows.filter((row) => /^(Voids|Replaced|All)/.test(row))).toEqual([
      'Voids | 1 | ',
      'Replaced | 1 | ',
      'All records | 2 | 0',
    ]);
    const [, notices = ''] = pageOf([first, session]).split('<ul class="notices">');
    expect(notices.split('</ul>')[0]).toContain('<li>The rules are those of');
  });

  test('of nothing is said so', () => {
    expect(pageOf([])).toContain('<h1>Billability of 0 records</h1>');
    expect(pageOf([])).not.toContain('class="notices"');
    expect(pageOf([])).toContain('<p>Nothing needs attention.</p>');
  });

  test.each<[string, BatchReportOptions, string]>([
    ['one file', { files: ['march.csv'] }, 'march.csv'],
    ['standard input', { files: ['-'] }, 'standard input'],
    ['several', { files: ['march.csv', 'april.csv'] }, '2 files'],
    ['none', {}, '5 records'],
  ])('of %s', (_what, options, what) => {
    expect(pageOf(entries, options)).toContain(`<title>Billability of ${what}</title>`);
  });

  test('as of a day, where it is stated', () => {
    expect(pageOf(entries, { asOf: '2017-06-01' })).toContain(
      '<p>As of 2017-06-01. Not judged: eligibility,',
    );
    expect(pageOf(entries)).toContain('<p>Checked without a day of the check. Not judged: eligibility,');
  });
});

describe('bars', () => {
  test('of money at risk, by rule', () => {
    const page = pageOf(entries);
    expect(page).toContain('Money at risk, by rule');
    expect(rowsOf(page, 'What each rule holds back')).toEqual([
      'plan/goal | 1 | 1 | 8 | $200.50 | ',
      'member/age | 1 | 1 | 8 | $160.00 | ',
    ]);
    expect(page.match(/class="part" width="[\d.]+%"/g)?.slice(0, 2)).toEqual([
      'class="part" width="100%"',
      'class="part" width="79.8%"',
    ]);
  });

  test('of units where no charge is known, with how to state a rate; none where nothing is held back', () => {
    const page = pageOf([on('17', young)]);
    expect(page).toContain('Units at risk, by rule');
    expect(page).toContain('--config: {&quot;codes&quot;:');
    expect(rowsOf(page, 'What each rule holds back')).toEqual(['member/age | 1 | 1 | 8 | ']);
    expect(pageOf([on('17')])).not.toContain('at risk');
    const unknown = { units: null, endTime: null, startTime: null };
    expect(pageOf([on('17', { ...young, ...unknown })])).toContain('class="part" width="0%"');
  });

  test('of units of the month by member, who is named by a record, or by key', () => {
    const month = (options: BatchReportOptions = {}) =>
      rowsOf(pageOf([on('17'), on('18')], options), 'Members with the fewest units left');
    const left = 'May 2017 | Peer Support Services | 80 of 96 | ';
    expect(month()).toEqual([`entry 2 (V-18) | ${left}`]);
    expect(month({ keys: true })).toEqual([`M-4 | ${left}`]);
    expect(pageOf([on('17')], { history: undefined })).not.toContain('Units of the month');
    const open = on('19', { units: null, endTime: null });
    expect(rowsOf(pageOf([on('17'), open]), 'Members with the fewest units left')).toEqual([
      'entry 2 (V-19) | May 2017 | Peer Support Services | at most 88 of 96 | ',
    ]);
  });

  test('of the twenty members with the fewest units left', () => {
    const many = Array.from({ length: 23 }, (_, index) =>
      on('17', {
        id: `V-${String(index)}`,
        member: { ...session.member, id: `M-${String(index)}` },
        staff: { ...session.staff, id: `S-${String(index)}` },
      }),
    );
    const page = pageOf(many);
    expect(rowsOf(page, 'Members with the fewest units left')).toHaveLength(20);
    expect(page).toContain('<p>3 members more, with no fewer left.</p>');
  });
});

describe('records', () => {
  const caption = 'Records that need attention';

  test('are those that need attention, most money first, with what there is to do', () => {
    const rows = rowsOf(pageOf(entries), caption);
    expect(rows.map((row) => row.split(' | ').slice(0, 6).join(' | '))).toEqual([
      'entry 3 (V-19) | 2017-05-19 | Peer Support Services | cannot be told yet | 8 | $200.50',
      'entry 2 (V-18) | 2017-05-18 | Peer Support Services | not billable | 8 | $160.00',
      'entry 5 (V-x) |  |  | unreadable |  | ',
    ]);
    expect(rows[0]).toMatch(
      /open: Not known: whether the session works toward .*\. Ask clinician: Does the session .*\? Clinical Services Bulletin .* \[plan\/goal\]$/,
    );
    expect(rows[2]).toMatch(/ \| \/units: expected a number/);
    expect(rowsOf(pageOf([null]), caption)[0]).toMatch(/ \| expected an object/);
  });

  test('can be told apart by their attributes', () => {
    const [tag] = /<tr data-entry="1"[^>]*>/.exec(pageOf(entries)) ?? [];
    expect(tag).toBe(
      '<tr data-entry="1" data-day="2017-05-18" data-units="8" data-charge="160.00" data-verdict="not-billable" data-rules="member/age" data-holders="front-desk">',
    );
  });

  test('are filtered by what occurs in them, in words', () => {
    const page = pageOf(entries);
    const choices = (name: string) => {
      const [, select = ''] = page.split(`<select data-filter="${name}">`);
      return [...(select.split('</select>')[0] ?? '').matchAll(/<option value="([^"]*)">([^<]*)/g)].map(
        ([, value, words]) => `${String(value)}: ${String(words)}`,
      );
    };
    expect(choices('verdict')).toEqual([
      ': all',
      'undetermined: cannot be told yet',
      'not-billable: not billable',
      'invalid: unreadable',
    ]);
    expect(choices('rules')).toEqual([': all', 'member/age: member/age', 'plan/goal: plan/goal']);
    expect(choices('holders')).toEqual([
      ': all',
      'clinician: clinician',
      'front-desk: front desk',
      'billing: billing',
    ]);
  });

  test('name members and staff with keys alone', () => {
    expect(pageOf(entries)).not.toMatch(/\bM-4\b|\bT-4\b/);
    expect(rowsOf(pageOf(entries, { keys: true }), caption)[1]).toMatch(
      /Services \| M-4 \| T-4 \| not billable/,
    );
  });

  test('of a claim have the line that is meant, and the other record', () => {
    const line = { procedureCode: 'H2017', modifiers: ['HO'], dateOfService: '2024-03-12', units: 1.5 };
    const claim: Claim = { id: 'C-1', jurisdiction: 'MO', member: { id: 'M-1' }, lines: [line] };
    const [row] = rowsOf(pageOf([claim]), caption);
    expect(row).toContain('Line 1: fails: ');
    const twice = pageOf([on('17'), on('17', { id: 'again' })]);
    expect(rowsOf(twice, caption)[0]).toContain(' With entry 1. ');
    const places = [{ file: 'a.csv', line: 2 }];
    expect(rowsOf(pageOf([on('17'), on('17', { id: 'again' })], { places }), caption)[0]).toContain(
      ' With a.csv:2 (V-17). ',
    );
  });

  test('of an unknown code have no service, and a claim that cannot be voided no units', () => {
    const line = { procedureCode: 'X9999', dateOfService: '2024-03-12', units: 1 };
    const claim: Claim = { id: 'C-1', jurisdiction: 'MO', member: { id: 'M-1' }, lines: [line] };
    expect(rowsOf(pageOf([claim]), caption)[0]).toMatch(
      /^entry 1 \(C-1\) \| 2024-03-12 \| {2}\| cannot be told yet \| 1 \| /,
    );
    expect(rowsOf(pageOf([{ ...claim, frequency: 'void' }]), caption)[0]).toMatch(
      /^entry 1 \(C-1\) \| {2}\| {2}\| void \| {2}\| warning: /,
    );
  });

  test('beyond the first two hundred wait in a template, which no browser lays out', () => {
    const many = Array.from({ length: 203 }, (_, index) => ({ id: String(index) }));
    const page = pageOf(many);
    expect(rowsOf(page, caption)).toHaveLength(200);
    const [, rest = ''] = page.split('<template id="rest">');
    expect(rest.split('</template>')[0]?.match(/<tr data-entry=/g)).toHaveLength(3);
    expect(page).toContain('<p id="shown" role="status">203 records</p>');
  });
});

test('text of the input is text: nothing of it is markup, closes anything, or steers what shows it', () => {
  const hostile = `</td><script>alert(1)</script><img src=x onerror="alert(1)">&amp;' \u202e\u001b[31m\u0000`;
  const entry = on('18', {
    ...young,
    id: hostile,
    member: { ...young.member, id: hostile },
    staff: { ...session.staff, id: hostile },
  });
  const file = `a${hostile}.csv`;
  const page = pageOf([entry, { ...entry, [hostile]: 1 }], {
    keys: true,
    files: [file],
    places: [{ file, line: 1 }],
  });
  expect(page.match(/<script/g)).toHaveLength(1);
  for (const one of ['<img', '\u202e', '\u001b', '\u0000']) expect(page).not.toContain(one);
  expect(page).toContain(
    '&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;&#39; ??[31m?',
  );
  expect(rowsOf(page, 'Records that need attention')).toHaveLength(2);
});

test('a mixed month is one page, whose tags are closed', () => {
  const page = pageOf(all);
  expect(page.startsWith('<!doctype html>\n<html lang="en">\n')).toBe(true);
  expect(page.endsWith('</body>\n</html>\n')).toBe(true);
  for (const tag of ['table', 'tbody', 'tr', 'td', 'th', 'li', 'ul', 'section', 'div', 'label', 'select']) {
    const opened = page.match(new RegExp(`<${tag}[ >]`, 'g'));
    expect([tag, page.match(new RegExp(`</${tag}>`, 'g'))?.length]).toEqual([tag, opened?.length]);
  }
});
