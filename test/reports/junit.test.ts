import { parse, type TestCase, type TestSuites } from 'junit2json';
import { describe, expect, test } from 'vitest';
import { junit } from '../../src/reports/index.js';
import { hostileShown, writtenOf, type Kind } from './kinds.js';
import { all, nothingElse, session, written } from './support.js';

async function read(report: string): Promise<TestSuites> {
  // Keys stay text, as they were written.
  return (await parse(report, { attrValueProcessors: [] })) as TestSuites;
}

const casesOf = ({ testsuite = [] }: TestSuites) => testsuite.flatMap(({ testcase = [] }) => testcase);

async function caseOf(kind: Kind, ...others: readonly Kind[]): Promise<TestCase> {
  return casesOf(await read(writtenOf(junit, [kind, ...others]))).at(-1) ?? {};
}

function outcomeOf({ failure, error, skipped }: TestCase): string {
  return [failure && 'failure', error && 'error', skipped && 'skipped'].filter(Boolean).join() || 'pass';
}

describe('each kind of record', () => {
  test.each<[Kind, string, string | undefined]>([
    ['pass', 'pass', undefined],
    ['fail', 'failure', '33 units are claimed. 120 minutes support only 8 units of 15 minutes. Asked for 33'],
    ['unknown', 'skipped', 'Not known: the end time. A session ends after it starts'],
    ['due', 'pass', undefined],
    ['remark', 'pass', undefined],
    ['invalid', 'error', '/units: expected a number, found text an unknown key'],
    ['nothing', 'error', 'expected an object, found null'],
    ['claim', 'failure', '1.5 units are claimed.'],
    ['void', 'pass', undefined],
    ['cancelled', 'skipped', 'The session was cancelled.'],
    ['hostile', 'failure', '33 units are claimed.'],
  ])('%s', async (kind, outcome, message) => {
    const found = await caseOf(kind);
    expect(outcomeOf(found)).toBe(outcome);
    const [told] = [...(found.failure ?? []), ...(found.error ?? []), ...(found.skipped ?? [])];
    expect(told?.message?.slice(0, message?.length)).toBe(message);
  });

  test('one that another stands for is skipped', async () => {
    const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 1.5 };
    const claim = { id: 'C-1', jurisdiction: 'MO', lines: [line] };
    const entries = [claim, { ...claim, id: 'C-2', frequency: 'replacement', replaces: 'C-1' }];
    const cases = casesOf(await read(written(junit, entries)));
    expect(cases.map(outcomeOf)).toEqual(['skipped', 'failure']);
    expect(cases[0]?.skipped?.[0]?.message).toContain('Another claim of the batch stands for this one');
  });
});

describe('a test case', () => {
  test('is named by its own key, or by where it stands, in the suite of its file', async () => {
    const entries = Array.from({ length: 4 }, (_, day) => ({
      ...session,
      id: day === 0 ? 'V-1' : null,
      dateOfService: `2017-06-0${String(day + 1)}`,
    }));
    const places = [
      { file: 'a.csv', line: 2 },
      { file: 'a.csv', line: 3 },
      { file: '-', at: 'Claim/C-1' },
    ];
    const { testsuite } = await read(written(junit, entries, { ...nothingElse, places }));
    expect(
      testsuite?.map(({ name, testcase }) => [
        name,
        testcase?.map(({ name: of, classname }) => [of, classname]),
      ]),
    ).toEqual([
      [
        'a.csv',
        [
          ['V-1', 'a.csv'],
          ['line 3', 'a.csv'],
        ],
      ],
      ['standard input', [['Claim/C-1', 'standard input']]],
      ['entries', [['entry 4', 'entries']]],
    ]);
  });

  test('says of a failure which rules, each clause and what to do, and nothing twice', async () => {
    const { failure, 'system-out': output } = await caseOf('fail');
    expect(output).toBeUndefined();
    expect(failure?.[0]?.type).toBe('units/time units/daily-limit');
    expect(failure?.[0]?.inner?.split('\n').slice(0, 6)).toEqual([
      'units/time: fail (error)',
      '  33 units are claimed. 120 minutes support only 8 units of 15 minutes.',
      '  at march.csv row 3, column "Units"',
      '  at march.csv row 3',
      '  Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.1',
      '  reading: rounding (setting rounding)',
    ]);
    expect(failure?.[0]?.inner).toContain('\n  Correct the units to 8 and bill those, or correct the times');
  });

  test('says of a line of a claim which it is', async () => {
    const { failure } = await caseOf('claim');
    expect(failure?.[0]?.inner).toMatch(
      /^claim\/replaces: [^]*\nline 1, units\/time: [^]*\nline 2, units\/whole: /,
    );
  });

  test.each<[Kind, string]>([
    ['unknown', 'session/time: unknown (error)\n  Not known: the end time.'],
    ['due', 'documentation/program-requirements: due (error)\n'],
    ['remark', 'units/unbilled-time: fail (info)\n'],
    ['void', 'claim/replaces: fail (warning)\n'],
  ])('says of %s in its output what is found', async (kind, output) => {
    const { 'system-out': told } = await caseOf(kind);
    expect(told?.[0]?.slice(0, output.length)).toBe(output);
  });

  test.each<[Kind, Record<string, string>]>([
    ['pass', { verdict: 'billable', line: '2' }],
    ['fail', { verdict: 'not-billable', charge: '80.00', line: '3' }],
    ['claim', { verdict: 'not-billable', charge: '30.70' }],
    ['void', { verdict: 'void' }],
    ['invalid', { verdict: 'invalid', line: '7' }],
  ])('has properties: %s', async (kind, expected) => {
    const { properties } = (await caseOf(kind)) as { properties?: { name: string; value: string }[] };
    expect(Object.fromEntries((properties ?? []).map(({ name, value }) => [name, value]))).toEqual(expected);
  });
});

test('the numbers of each suite, and of all, are those of their cases', async () => {
  const places = all.map((_, index) => ({ file: index % 3 === 0 ? 'a.csv' : 'b.csv', line: index + 1 }));
  const { testsuite = [], ...whole } = await read(written(junit, all, { ...nothingElse, places }));
  const counted = (cases: readonly TestCase[]) => {
    const of = (outcome: string) => String(cases.filter((one) => outcomeOf(one) === outcome).length);
    return {
      tests: String(cases.length),
      failures: of('failure'),
      errors: of('error'),
      skipped: of('skipped'),
    };
  };
  expect(testsuite).toHaveLength(2);
  for (const suite of testsuite) expect(suite).toMatchObject(counted(suite.testcase ?? []));
  expect(whole).toEqual({ name: 'billability', ...counted(casesOf({ testsuite })) });
  expect(Object.values(whole)).not.toContain('0');
});

test('hostile text stays text', async () => {
  const report = writtenOf(junit, ['hostile']);
  // eslint-disable-next-line no-control-regex -- what XML 1.0 has no character for
  expect(report).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u);
  expect(report).not.toContain(']]>');
  expect((await caseOf('hostile')).name).toBe(hostileShown.replaceAll('\uffff', '\ufffd'));
});

test('a report without records is one, too', async () => {
  expect(await read(written(junit, []))).toEqual({
    name: 'billability',
    tests: '0',
    failures: '0',
    errors: '0',
    skipped: '0',
  });
});
