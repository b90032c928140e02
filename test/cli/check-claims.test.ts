import { describe, expect, test } from 'vitest';
import { claim } from './claims.js';
import { check, file, recordsOf, unwrapped } from './run.js';
import { billable, ndjson, notBillable } from './sessions.js';

const clean = claim('clean', [{}, { dateOfService: '2024-03-19' }]);
/** One line has a charge that is over, one states too many units, one has a code that nobody knows. */
const mixed = claim('mixed', [
  { dateOfService: '2024-03-05', charge: '30.00' },
  { dateOfService: '2024-03-12', units: 9, charge: '44.55', lineNumber: 20 },
  { dateOfService: '2024-03-19', modifiers: [], charge: '5.00' },
]);
/** Funding is not stated, and the codes tell two. */
const twoFundings = {
  ...claim('two-fundings', [
    { dateOfService: '2024-03-12', charge: '29.70' },
    { dateOfService: '2024-03-19', procedureCode: 'H2017G', modifiers: [], charge: '26.28' },
  ]),
  funding: null,
};
const none = ['--history', 'none'];

describe('claims', async () => {
  const name = file('claims.ndjson', ndjson(clean, mixed, twoFundings, { ...clean, lines: [] }));
  const { stdout, status } = await check([name, ...none]);
  const records = recordsOf(await check([name, ...none, '--format', 'ndjson']));
  /** What is said of the record in a line, up to the next. */
  const blockOf = (line: number) =>
    stdout.split('\n\n').find((block) => block.startsWith(`claims.ndjson:${String(line)} `)) ?? '';

  test('are told by their lines, and each has one record in its place', () => {
    expect(records.map(({ line, id, verdict }) => [line, id, verdict])).toEqual([
      [1, 'clean', 'billable'],
      [2, 'mixed', 'not-billable'],
      [3, 'two-fundings', 'not-billable'],
      [4, 'clean', 'invalid'],
    ]);
    expect(
      records[1]?.lines?.map(({ lineNumber, service, verdict }) => [lineNumber, service, verdict]),
    ).toEqual([
      [1, 'mo/H2017TG', 'billable'],
      [20, 'mo/H2017TG', 'not-billable'],
      [3, null, 'undetermined'],
    ]);
    expect(status).toBe(2);
  });

  test('as text show the totals with lines and money by verdict', () => {
    expect(stdout.split('\n').slice(2, 7)).toEqual(
      [
        '  Records               4  7 lines  45 units  $194.93 charged',
        '  Billable              1  3 lines  18 units   $89.40 charged',
        '  Not billable          2  3 lines  21 units  $100.53 charged',
        '  Cannot be told yet    0  1 line    6 units    $5.00 charged',
        '  Unreadable            1',
      ].map((line) => line.replace('1 line ', ' 1 line')),
    );
  });

  test('as text show each line to look at, with code, service and verdict, and the charges of the claim', () => {
    const block = blockOf(2);
    const title = 'Psychosocial Rehabilitation - Illness Management Recovery';
    expect(block.split('\n').filter((line) => /^(claims| {2}\S| {4}Psycho)/.test(line))).toEqual([
      'claims.ndjson:2 (mixed)  claim of 3 lines  21 units  $79.55  NOT BILLABLE',
      '  line 1  2024-03-05  H2017 TG',
      `    ${title}  billable`,
      '  line 20  2024-03-12  H2017 TG',
      `    ${title}  not billable`,
      '  line 3  2024-03-19  H2017  no definition on file  cannot be told yet',
      '  charged $79.55: $30.00 billable, $44.55 not billable, $5.00 cannot be told yet',
    ]);
    expect(block).toContain('\n    warning: The charge of $30.00 is more than $29.70');
    expect(block).toContain('\n    fails: 9 units are claimed.');
    expect(block).toContain('[claim/code]');
  });

  test('as text show first what is found of the claim as a whole, and its lines are not billable then', () => {
    const block = blockOf(3);
    expect(block).toMatch(
      /^claims\.ndjson:3 .*\n? *NOT BILLABLE\n {2}fails: .*\n(.*\n)* .*\[claim\/local-code\]\n/,
    );
    expect(block.split('\n').at(-1)).toBe(
      '  charged $55.98: $0.00 billable, $55.98 not billable, $0.00 cannot be told yet',
    );
  });

  test('that need no look are not shown', async () => {
    expect(stdout).not.toContain('claims.ndjson:1 (clean)');
    expect((await check(none, ndjson(clean))).stdout).toContain('standard input: nothing needs attention.');
  });

  test('as JSON carry the result as the library gives it', async () => {
    const { stdout: json } = await check([name, ...none, '--format', 'json']);
    const report = JSON.parse(json) as { results: unknown; totals: unknown };
    expect(report.results).toEqual(records);
    expect(report.totals).toMatchObject({
      entries: 4,
      billable: 1,
      charge: '194.93',
      billableCharge: '89.40',
    });
  });

  test('show no code that is none', async () => {
    const { stdout: text } = await check(
      none,
      ndjson(claim('odd', [{ procedureCode: 'Jane Doe\u001b[1m' }])),
    );
    expect(text).toMatch(/^ {2}line 1 {2}2024-03-12 {2}no definition on file/m);
    expect(text).not.toContain('Jane');
  });
});

describe('sessions and claims in one file', async () => {
  const input = ndjson(billable, clean, notBillable, mixed);
  const records = recordsOf(await check([...none, '--format', 'ndjson'], input));

  test('are two batches with the results in their places', async () => {
    expect(records.map(({ id, verdict }) => [id, verdict])).toEqual([
      [billable.id, 'billable'],
      ['clean', 'billable'],
      ['too-young', 'not-billable'],
      ['mixed', 'not-billable'],
    ]);
    const alone = recordsOf(await check([...none, '--format', 'ndjson'], ndjson(billable, notBillable)));
    expect([records[0], records[2]]).toEqual(
      alone.map((record, index) => ({ ...record, line: index * 2 + 1 })),
    );
  });

  test('are summed up together', async () => {
    expect((await check(none, input)).stdout).toMatch(
      /\n {2}Records +4 +5 lines +49 units +\$138\.95 charged\n {2}Billable +2 +3 lines +26 units +\$89\.40 charged\n/,
    );
  });
});

describe('a finding about another entry says where that stands', () => {
  test('in another file, in text and in JSON', async () => {
    const first = file('march.ndjson', `\n\n${ndjson({ ...billable, id: 'first' })}`);
    const again = file('april.ndjson', ndjson({ ...billable, id: 'second' }));
    const { stdout } = await check([first, again, ...none]);
    expect(unwrapped(stdout)).toContain(
      ' fails: Member, service, date of service and start time are those of another session of the batch. ',
    );
    expect(stdout).toContain('\n    with entry 1, see march.ndjson:3 (first)\n');
    const records = recordsOf(await check([first, again, ...none, '--format', 'ndjson']));
    expect(records[1]?.findings).toMatchObject([
      { rule: 'claim/duplicate', data: { other: { entry: 0 } }, otherFile: 'march.ndjson', otherLine: 3 },
    ]);
  });

  test('behind records of another kind', async () => {
    const copy = { ...billable, id: 'copy' };
    const records = recordsOf(
      await check([...none, '--format', 'ndjson'], ndjson(clean, mixed, billable, copy)),
    );
    expect(records[3]?.findings).toMatchObject([{ data: { other: { entry: 2 } }, otherLine: 3 }]);
  });

  test('in the history', async () => {
    const { service, member, dateOfService, startTime } = billable;
    const use = { service, memberId: member?.id, dateOfService, units: 1 };
    const uses = file(
      'billed.ndjson',
      ndjson({ ...use, dateOfService: '2017-05-01' }, { ...use, startTime }),
    );
    const { stdout } = await check(['--history', uses], ndjson(billable));
    expect(stdout).toContain(
      '\n    with a session already billed (entry 2 of the history), see billed.ndjson:2\n',
    );
  });

  test('on a line of a claim', async () => {
    const twice = claim('twice', [{}, {}]);
    const { stdout } = await check(none, ndjson(clean, twice));
    expect(stdout).toContain('\n      with line 1 of entry 2, see standard input:2 (twice)\n');
  });

  test('what is found of the weekly note stands with each line of the week', async () => {
    const week = claim('week', [
      { session: { ...clean.lines[0]?.session, documentation: { weeklyNote: 'none' } } },
      {
        dateOfService: '2024-03-13',
        session: { ...clean.lines[0]?.session, documentation: { weeklyNote: null } },
      },
    ]);
    const { stdout } = await check(none, ndjson(week));
    expect(stdout.match(/fails: There is no weekly note\./g)).toHaveLength(2);
  });
});

describe('charges that the totals leave out', () => {
  const noCharge = claim('no-charge', [{ modifiers: ['XX'], charge: null }]);

  test('are no note where there are none at all', async () => {
    expect((await check(none, ndjson(billable))).stdout).not.toMatch(/leave out the charges|\$/);
    expect((await check(none, ndjson(noCharge))).stdout).not.toContain('leave out the charges');
  });

  test('are one where some are known', async () => {
    const { stdout } = await check(none, ndjson(clean, noCharge));
    expect(stdout).toContain('\n  - The totals leave out the charges of 1 line: none is stated');
    expect((await check(none, ndjson({ ...billable, charge: '8.00' }, billable))).stdout).toContain(
      'The totals leave out the charges of 1 entry',
    );
  });
});
