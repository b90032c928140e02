import { describe, expect, test } from 'vitest';
import { notice } from '../../src/findings/notices.js';
import { billability, check, file, recordsOf, unwrapped } from './run.js';
import { ndjson } from './sessions.js';

/** A row of peer support with cells of other columns. */
function table(columns: string, ...rows: readonly string[]): string {
  const cells = rows.map((row, index) => `V-${String(index + 1)},mo/peer-support,2025-03-18,${row}\n`);
  return `id,service,dateOfService,${columns}\n${cells.join('')}`;
}

const ofOneCell = (column: string) =>
  notice('cells-empty', { file: 'standard input', columns: [{ column, count: 1 }] });

async function jsonOf(input: string, ...args: readonly string[]) {
  const run = await check(['--history', 'none', '--format', 'json', ...args], input);
  return JSON.parse(run.stdout) as {
    results: { verdict: string; missing: object[]; findings: { rule: string; outcome: string }[] }[];
    notices: object[];
  };
}

const finding = async (rule: string, input: string) =>
  (await jsonOf(input)).results[0]?.findings.find((one) => one.rule === rule)?.outcome ?? 'none';

describe('a word for nothing is an empty cell', () => {
  test.each([
    'NULL',
    'null',
    'Null',
    ' NULL ',
    'N/A',
    'n/a',
    'NA',
    'na',
    '#N/A',
    'nil',
    'NIL',
    'None',
    'none',
    '-',
    '\u2013',
    '\u2014',
    '"NULL"',
    '" n/a "',
  ])('%s as the birth date', async (cell) => {
    const { results, notices } = await jsonOf(table('member.birthDate', cell));
    expect(results[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'member/age', outcome: 'unknown' }),
    );
    expect(notices).toContainEqual(ofOneCell('member.birthDate'));
  });

  test.each(['NULLS', 'N.A.', 'n / a', '--', '#NA', 'no', '0', '?', 'nil-', 'unknown'])(
    '%s is not, and no birth date',
    async (cell) => {
      const { results, notices } = await jsonOf(table('member.birthDate', cell));
      expect(results[0]?.verdict).toBe('invalid');
      expect(notices).not.toContainEqual(expect.objectContaining({ code: 'cells-empty' }));
    },
  );

  test.each([
    ['a day', 'member.birthDate'],
    ['a time', 'startTime'],
    ['a number', 'units'],
    ['a number of people', 'group.participants'],
    ['yes or no', 'personCentered'],
    ['an amount', 'charge'],
    ['a key', 'member.id'],
    ['a choice', 'phase'],
    ['a list of codes', 'activities'],
    ['codes with dates', 'staff.credentials'],
    ['trainings', 'staff.trainings'],
    ['a fact of a supervisor', 'staff.supervisor.id'],
  ])('in a column of %s (%s)', async (_title, column) => {
    const withWord = await jsonOf(table(`${column},faceToFace`, 'none,yes', 'n/a,yes'));
    const empty = await jsonOf(table(`${column},faceToFace`, ',yes', ',yes'));
    expect(withWord.results).toEqual(empty.results);
    expect(withWord.notices).toEqual([
      notice('cells-empty', { file: 'standard input', columns: [{ column, count: 2 }] }),
      ...empty.notices,
    ]);
  });
});

describe('"none" keeps its meaning where the column takes it', () => {
  test.each([
    ['none', 'fail'],
    ['None', 'fail'],
    ['NONE', 'fail'],
    ['', 'unknown'],
    ['NULL', 'unknown'],
    ['N/A', 'unknown'],
    ['-', 'unknown'],
  ])('of the plan %s: the goal is %s', async (cell, outcome) => {
    expect(await finding('plan/goal', table('plan', cell))).toBe(outcome);
  });

  test('of a level of impairment, which is then no impairment', async () => {
    const column = 'assessment.impairments.dailyLiving';
    expect((await jsonOf(table(column, 'none', 'None', 'Mild'))).notices).not.toContainEqual(
      expect.objectContaining({ code: 'cells-empty' }),
    );
    expect((await jsonOf(table(column, 'nil'))).notices).toContainEqual(ofOneCell(column));
  });

  test('not of a list: what is done in a session is not known, and [] says that nothing is', async () => {
    const columns = 'activities';
    expect(await finding('session/key-function', table(columns, 'none'))).toBe('unknown');
    expect(await finding('session/key-function', table(columns, '[]'))).toBe('fail');
  });
});

describe('an agency that says what such a word means has said something', () => {
  const config = (words: object) => file('words.json', JSON.stringify({ words }));
  const outcomes = async (cell: string, words: object) => {
    const input = table('staff.credentials', cell);
    const { results, notices } = await jsonOf(input, '--config', config(words));
    const found = results[0]?.findings.filter(({ rule }) => rule === 'staff/credential');
    return [found?.[0]?.outcome, JSON.stringify(notices).includes('cells-empty')];
  };

  test.each<[cell: string, words: object, outcome: string, isEmpty: boolean]>([
    ['NA', {}, 'unknown', true],
    ['NA', { 'staff.credentials': { 'First aid': 'other' } }, 'unknown', true],
    ['NA', { 'staff.credentials': { '*': 'other' } }, 'unknown', true],
    ['NA', { 'member.programs': { NA: 'other' } }, 'unknown', true],
    ['NA', { 'staff.credentials': { NA: 'other' } }, 'fail', false],
    ['na', { 'staff.credentials': { Na: 'other' } }, 'fail', false],
    ['NULL', { 'staff.credentials': { NA: 'other' } }, 'unknown', true],
  ])('%s with %j', async (cell, words, outcome, isEmpty) => {
    expect(await outcomes(cell, words)).toEqual([outcome, isEmpty]);
  });
});

describe('a key that says NULL in all rows is no shared person', () => {
  const hour = (member: string, staff: string, start: string, end: string) =>
    `${start},${end},18,${member},${staff}`;
  const columns = 'startTime,endTime,units,member.id,staff.id';
  const never = (rows: readonly string[]) => async () => {
    const { results } = await jsonOf(table(columns, ...rows), '--missing-facts', 'report');
    const failed = results.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === 'fail'));
    const rules = failed.map(({ rule }) => rule);
    expect(rules.filter((rule) => /duplicate|limit|overlap/.test(rule))).toEqual([]);
  };

  test(
    'of members: neither duplicates nor a day beyond its limit',
    never([hour('NULL', 'T-1', '10:00', '14:30'), hour('NULL', 'T-2', '10:00', '14:30')]),
  );

  test(
    'of staff: no overlap',
    never([hour('M-1', 'N/A', '10:00', '14:30'), hour('M-2', 'N/A', '11:00', '15:30')]),
  );

  test('of members whose key is stated it is all of these', async () => {
    const rows = [hour('M-1', 'T-1', '10:00', '14:30'), hour('M-1', 'T-1', '10:00', '14:30')];
    const { results } = await jsonOf(table(columns, ...rows));
    expect(results[1]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'claim/duplicate', outcome: 'fail' }),
    );
  });
});

describe('the cells are counted by column, once for a file', () => {
  const march = table('member.id,staff.id,units', 'NULL,N/A,4', 'NULL,T-1,nil', 'M-1,T-1,4');
  const told =
    'Cells of march.csv that say NULL, N/A, none, a dash or the like are read as empty: 2 of member.id, 1 of staff.id, 1 of units.';

  test.each(['text', 'json'])('in the report as %s', async (format) => {
    const run = await check(['--history', 'none', '--format', format, file('march.csv', march)]);
    expect(run.stderr).toBe('');
    expect(run.stdout.replace(/\n +/g, ' ').split(told)).toHaveLength(2);
  });

  test.each(['ndjson', 'csv'])('beside the report as %s', async (format) => {
    const run = await check(['--history', 'none', '--format', format, file('march.csv', march)]);
    expect(run.stderr).toBe(`billability: ${told}\n`);
  });

  test('of several files each, in their order', async () => {
    const files = [file('march.csv', march), file('april.csv', table('member.id', '-'))];
    const { stderr } = await check(['--history', 'none', '--format', 'ndjson', ...files]);
    expect(stderr).toBe(
      `billability: ${told}\nbillability: ${notice('cells-empty', { file: 'april.csv', columns: [{ column: 'member.id', count: 1 }] }).message}\n`,
    );
  });

  test('not of a file that leaves them empty, nor of JSON, where a text is a text', async () => {
    const session = { service: 'mo/peer-support', dateOfService: '2025-03-18', id: 'NULL' };
    const empty = await check(['--history', 'none', '--format', 'ndjson'], table('member.id', ''));
    const json = await check(['--history', 'none', '--format', 'ndjson'], ndjson(session));
    expect([empty.stderr, json.stderr]).toEqual(['', '']);
    expect(recordsOf(json)[0]?.id).toBe('NULL');
  });

  test('a row that cannot be read for another cell is counted too', async () => {
    const { notices } = await jsonOf(table('units,member.id', 'many,NULL'));
    expect(notices).toContainEqual(ofOneCell('member.id'));
  });
});

describe('in a history', () => {
  const session = {
    id: 'S-1',
    service: 'mo/peer-support',
    dateOfService: '2025-03-18',
    member: { id: 'M-1' },
  };
  const columns = 'id,service,memberId,dateOfService,units,startTime\n';
  const use = (id: string, memberId: string, startTime: string) =>
    `${id},mo/peer-support,${memberId},2025-03-04,8,${startTime}\n`;
  const told = (column: string) =>
    `Cells of billed.csv that say NULL, N/A, none, a dash or the like are read as empty: 1 of ${column}.`;

  test.each([[[]], [['--grouped']]])('they are counted as in the records %j', async (more) => {
    const billed = file('billed.csv', columns + use('NULL', 'M-1', '09:00'));
    const run = await check(['--history', billed, '--format', 'ndjson', ...more], ndjson(session));
    expect(run.stderr).toContain(`billability: ${told('id')}\n`);
  });

  test('member by member, the text tells them at its end', async () => {
    const billed = file('billed.csv', columns + use('B-1', 'M-1', '-'));
    const run = await check(['--history', billed, '--grouped'], ndjson(session));
    expect(unwrapped(run.stdout)).toMatch(/ Notes - Cells of billed\.csv /);
    expect(unwrapped(run.stdout)).toContain(` - ${told('startTime')} - `);
  });

  test('a use whose member is not known is refused, and it is told why the cell is empty', async () => {
    const billed = file('billed.csv', columns + use('B-1', 'NULL', '09:00'));
    const run = await check(['--history', billed], ndjson(session));
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toBe(
      `billability: billed.csv:2: /memberId: expected text, found nothing\nbillability: ${told('memberId')}\n`,
    );
  });

  test.each(['text', 'json'])('what is left of a limit is told with them (%s)', async (format) => {
    const billed = file('billed.csv', columns + use('NULL', 'M-1', '09:00'));
    const args = ['mo/peer-support', '--on', '2025-03-18', '--history', billed, '--format', format];
    const run = await billability(['remaining', ...args]);
    expect(run).toMatchObject({ status: 0, stderr: `billability: ${told('id')}\n` });
  });
});
