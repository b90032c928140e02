import { describe, expect, test } from 'vitest';
import { createChecker, type Claim, type PriorUse, type Session } from '../../src/index.js';
import { mergePatch, readFixture } from '../support/cases.js';
import { claimOf, foundIn, lineOf, outcomeOf, resultOf, type Change } from './support.js';

const rule = 'claim/duplicate';
const checker = createChecker();

/** A complete session of H2017TG of M-1 on 2024-03-12 from 10:00 to 11:30, with a change. */
function session(id: string, change: Change = {}): Session {
  const complete = readFixture('sessions/mo-H2017TG.json');
  return { ...(mergePatch(complete as never, change) as unknown as Session), id };
}

/** Each session's outcome; duplicates have no weekly note of their own to find fault with. */
function outcomes(sessions: readonly Session[], history: PriorUse[] = []): string[] {
  return checker
    .checkSessions(sessions, { history })
    .results.map((result) => (result.verdict === 'invalid' ? 'invalid' : outcomeOf(rule, result)));
}

const noStart = { startTime: null, endTime: null, minutes: 90 };

describe('two sessions of one member, service and day', () => {
  test.each<[title: string, first: Change, second: Change, expected: string[]]>([
    ['the same start', {}, {}, ['pass', 'fail']],
    ['the same start, another end', {}, { endTime: '10:45', units: 3 }, ['pass', 'fail']],
    ['the same start, other units', {}, { units: 2 }, ['pass', 'fail']],
    ['the same start, other staff', {}, { staff: { id: 'T-99' } }, ['pass', 'fail']],
    ['a start a minute later', {}, { startTime: '10:01' }, ['pass', 'pass']],
    ['another day', {}, { dateOfService: '2024-03-13' }, ['pass', 'pass']],
    ['another member', {}, { member: { id: 'M-99' } }, ['pass', 'pass']],
    ['another service', {}, { service: 'mo/H2017HO' }, ['pass', 'pass']],
    ['the second has no start', {}, noStart, ['pass', 'unknown']],
    ['the first has no start, so it comes last', noStart, {}, ['unknown', 'pass']],
    ['neither has a start', noStart, noStart, ['pass', 'unknown']],
    [
      'the second has no start and is of another day',
      {},
      { ...noStart, dateOfService: '2024-03-13' },
      ['pass', 'pass'],
    ],
    ['an end alone tells no start', {}, { startTime: null, endTime: '15:00' }, ['pass', 'unknown']],
  ])('%s', (_title, first, second, expected) => {
    expect(outcomes([session('A', first), session('B', second)])).toEqual(expected);
  });

  test('the first stands, whatever the order of the input: by start, then by key', () => {
    expect(outcomes([session('B'), session('A')])).toEqual(['fail', 'pass']);
  });

  test('of three copies the first stands', () => {
    expect(outcomes([session('A'), session('B'), session('C')])).toEqual(['pass', 'fail', 'fail']);
    expect(outcomes([session('C'), session('A'), session('B')])).toEqual(['fail', 'pass', 'fail']);
    const { results } = checker.checkSessions([session('C'), session('A'), session('B')], { history: [] });
    expect([results[0], results[2]]).toMatchObject([
      { findings: [{ data: { other: { entry: 1 } } }] },
      { findings: [{ data: { other: { entry: 1 } } }] },
    ]);
  });

  test('a copy is not billable, and draws the denial of duplicates', () => {
    const { results, totals } = checker.checkSessions([session('A'), session('B')], { history: [] });
    expect(results.map(({ verdict }) => verdict)).toEqual(['billable', 'not-billable']);
    expect(results[1]).toMatchObject({
      findings: [
        {
          rule,
          severity: 'error',
          data: { other: { entry: 0 } },
          denials: [{ carc: '18', rarc: 'M86', group: 'OA' }],
        },
      ],
    });
    expect([totals.billableCharge, totals.notBillableCharge]).toEqual(['29.70', '29.70']);
  });

  test('one that may be a copy is undetermined, and its start is asked for', () => {
    const { results } = checker.checkSessions([session('A'), session('B', noStart)], { history: [] });
    expect(results.map(({ verdict }) => verdict)).toEqual(['billable', 'undetermined']);
    expect(results[1]).toMatchObject({
      findings: [
        {
          rule,
          outcome: 'unknown',
          data: { other: { entry: 0 } },
          missing: [{ path: '/startTime' }],
          denials: [],
        },
      ],
    });
  });

  test('reported only, it does not hold the verdict back', () => {
    const sessions = [session('A'), session('B', noStart)];
    const { results } = checker.checkSessions(sessions, { history: [], missingFacts: 'report' });
    expect(results.map(({ verdict }) => verdict)).toEqual(['billable', 'billable']);
  });

  const nobody = { member: { id: null } };
  const found = { rule, outcome: 'unknown', data: { other: { entry: 0 } } };

  test('the later one of a member who is not stated is undetermined, and the member is asked for', () => {
    const { results } = checker.checkSessions([session('A'), session('B', nobody)], { history: [] });
    expect(results).toMatchObject([
      { verdict: 'billable', findings: [] },
      {
        verdict: 'undetermined',
        findings: [{ ...found, severity: 'error', missing: [{ path: '/member/id' }] }],
      },
    ]);
  });

  test('one that states its member is not held back by an earlier one that states none', () => {
    const { results } = checker.checkSessions([session('A', nobody), session('B')], { history: [] });
    expect(results).toMatchObject([
      { verdict: 'billable', findings: [] },
      {
        verdict: 'billable',
        findings: [{ ...found, severity: 'warning', missing: [{ path: '/member/id' }] }],
      },
    ]);
  });

  test('without a start it may be any one of the day, and both are asked for', () => {
    const { results } = checker.checkSessions([session('A'), session('B', { ...nobody, ...noStart })], {
      history: [],
    });
    expect(results[1]).toMatchObject({
      findings: [{ ...found, missing: [{ path: '/member/id' }, { path: '/startTime' }] }],
    });
  });
});

describe('a session and what was billed before', () => {
  const use: PriorUse = {
    id: 'Z',
    service: 'mo/H2017TG',
    memberId: 'M-1',
    dateOfService: '2024-03-12',
    units: 6,
    startTime: '10:00',
  };

  test.each<[title: string, PriorUse, expected: string]>([
    ['the same start, another key', use, 'fail'],
    ['the same start, no key', { ...use, id: null }, 'fail'],
    ['the session itself', { ...use, id: 'A' }, 'pass'],
    ['another start', { ...use, startTime: '10:15' }, 'pass'],
    ['no start', { ...use, startTime: null }, 'unknown'],
    ['another service', { ...use, service: 'mo/H2017HO' }, 'pass'],
    ['another member', { ...use, memberId: 'M-2' }, 'pass'],
    ['another day', { ...use, dateOfService: '2024-03-11' }, 'pass'],
  ])('%s', (_title, prior, expected) => {
    expect(outcomes([session('A')], [prior])).toEqual([expected]);
  });

  test('one without a start may be a use without one, and any other of the day', () => {
    expect(outcomes([session('A', noStart)], [{ ...use, startTime: null }])).toEqual(['unknown']);
    expect(outcomes([session('A', noStart)], [use])).toEqual(['unknown']);
  });

  test('all copies of it fail', () => {
    expect(outcomes([session('A'), session('B')], [use])).toEqual(['fail', 'fail']);
  });

  test('a prior use with the key of any entry is that entry', () => {
    expect(
      outcomes([session('A'), session('B', { startTime: '13:00', endTime: '14:30' })], [{ ...use, id: 'B' }]),
    ).toEqual(['pass', 'pass']);
  });

  test('those without a start are counted in a notice', () => {
    const { notices } = checker.checkSessions([session('A')], {
      history: [
        { ...use, startTime: null },
        { ...use, id: 'Y', startTime: null },
      ],
    });
    expect(notices.filter(({ code }) => code === 'no-start-time')).toMatchObject([{ data: { count: 2 } }]);
  });

  test('the finding names the prior use', () => {
    const { results } = checker.checkSessions([session('A')], {
      history: [{ ...use, memberId: 'M-2' }, use],
    });
    expect(results[0]).toMatchObject({ findings: [{ rule, data: { other: { history: 1 } } }] });
  });

  test.each<[title: string, Partial<PriorUse>, duplicate: string, overlap: string]>([
    ['at the same time', {}, 'unknown', 'pass'],
    ['at the same time, to another end', { endTime: '11:00' }, 'unknown', 'pass'],
    ['at another time of the hour', { startTime: '10:30', endTime: '11:00' }, 'pass', 'unknown'],
    ['later', { startTime: '12:00', endTime: '13:00' }, 'pass', 'pass'],
    ['on another day', { dateOfService: '2024-03-11' }, 'pass', 'pass'],
    ['that state no member, so the same', { memberId: null }, 'fail', 'pass'],
  ])('a single claim of a member not known, and uses of a known one %s', (_title, change, ...expected) => {
    const claim = claimOf('mo-H2017TG', [lineOf('mo-H2017TG')], { member: { id: null } });
    const [judged] = resultOf(claim, { history: [{ ...use, ...change }] }).lines;
    if (judged === undefined) throw new Error('one line');
    expect(([rule, 'schedule/member-overlap'] as const).map((one) => outcomeOf(one, judged))).toEqual(
      expected,
    );
    const asked = judged.findings.flatMap(({ missing }) => missing.map(({ path }) => path));
    expect(asked).toEqual(expected.includes('unknown') ? ['/member/id'] : []);
  });

  test("of a single claim, prior uses that state no member are the claim's", () => {
    const result = resultOf(claimOf('mo-H2017TG', [lineOf('mo-H2017TG')]), {
      history: [{ ...use, memberId: null }],
    });
    expect(result.lines.map((line) => outcomeOf(rule, line))).toEqual(['fail']);
  });
});

describe('claims', () => {
  const line = lineOf('mo-H2017TG');
  const later = lineOf('mo-H2017TG', { session: { startTime: '13:00', endTime: '14:30' } });
  const bare = lineOf('mo-H2017TG', { session: { startTime: null, endTime: null, minutes: 90 } });
  const onClaim = (claim: Claim) => resultOf(claim).lines.map((one) => outcomeOf(rule, one));
  const across = (claims: readonly Claim[]) =>
    checker
      .checkClaims(claims, { history: [] })
      .results.map((result) =>
        !('lines' in result) ? ['invalid'] : result.lines.map((one) => outcomeOf(rule, one)),
      );

  test.each<[title: string, lines: Claim['lines'], expected: string[]]>([
    ['two lines alike', [line, line], ['pass', 'fail']],
    ['three lines alike', [line, line, line], ['pass', 'fail', 'fail']],
    ['another start', [line, later], ['pass', 'pass']],
    ['the later one first', [later, line, later], ['pass', 'pass', 'fail']],
    ['two lines without times', [bare, bare], ['pass', 'unknown']],
    ['the second line without times', [line, bare], ['pass', 'unknown']],
    ['the first line without times: the second is the later one', [bare, line], ['pass', 'unknown']],
    ['the line between without times', [line, bare, later], ['pass', 'unknown', 'unknown']],
    ['a copy before the line without times', [line, line, bare], ['pass', 'fail', 'unknown']],
    ['a copy after it', [bare, line, line], ['pass', 'unknown', 'fail']],
  ])('%s on one claim', (_title, lines, expected) => {
    expect(onClaim(claimOf('mo-H2017TG', lines))).toEqual(expected);
  });

  test('the start that is asked for is the one that is not known', () => {
    const askedOf = (lines: Claim['lines']) =>
      resultOf(claimOf('mo-H2017TG', lines))
        .lines[1]?.findings.filter(({ rule }) => rule === 'claim/duplicate')
        .map(({ paths, missing }) => [paths, missing.map(({ path }) => path)]);
    const [first, second] = [['/lines/0/session/startTime'], ['/lines/1/session/startTime']];
    expect(askedOf([bare, line])).toEqual([[first, first]]);
    expect(askedOf([line, bare])).toEqual([[second, second]]);
    const { lines } = resultOf(claimOf('mo-H2017TG', [bare, bare, line]));
    expect(lines[2]?.findings[0]).toMatchObject({ paths: first, data: { other: { entry: 0, line: 0 } } });
  });

  test('lines without times on two claims: the later claim is unknown, and each line after another', () => {
    expect(
      across([
        claimOf('mo-H2017TG', [bare, later], { id: 'C-2' }),
        claimOf('mo-H2017TG', [line, bare], { id: 'C-1' }),
      ]),
    ).toEqual([
      ['unknown', 'unknown'],
      ['pass', 'unknown'],
    ]);
  });

  test('a line without times is not known to be another than a timed one of another claim, whatever its place', () => {
    const other = lineOf('mo-H2017HO');
    expect(
      across([
        claimOf('mo-H2017TG', [other, line], { id: 'C-1' }),
        claimOf('mo-H2017TG', [bare], { id: 'C-2' }),
      ]),
    ).toEqual([['pass', 'pass'], ['unknown']]);
  });

  test('of claims without keys, lines alike stand in the order of their claims, not of the input', () => {
    const noKey = { id: null };
    const one = claimOf('mo-H2017TG', [line, later], noKey);
    const other = claimOf('mo-H2017TG', [line], noKey);
    const [ofOne, ofOther] = across([one, other]);
    expect([ofOne, ofOther].flat().filter((outcome) => outcome === 'fail')).toHaveLength(1);
    expect(across([other, one])).toEqual([ofOther, ofOne]);
  });

  test('lines of one claim are of one member, known or not', () => {
    expect(onClaim(claimOf('mo-H2017TG', [line, line], { member: { id: null } }))).toEqual(['pass', 'fail']);
  });

  test('the finding names the line of the claim', () => {
    const { lines } = resultOf(claimOf('mo-H2017TG', [later, line, line]));
    expect(lines[2]).toMatchObject({
      verdict: 'not-billable',
      findings: [{ rule, data: { other: { entry: 0, line: 1 } } }],
    });
  });

  test('on two claims of a member the later claim fails, by its key', () => {
    const claims = [
      claimOf('mo-H2017TG', [line], { id: 'C-2' }),
      claimOf('mo-H2017TG', [line], { id: 'C-1' }),
    ];
    expect(across(claims)).toEqual([['fail'], ['pass']]);
    expect(across([...claims].reverse())).toEqual([['pass'], ['fail']]);
  });

  test('a line of one claim on another beside other lines', () => {
    expect(
      across([
        claimOf('mo-H2017TG', [line, later], { id: 'C-1' }),
        claimOf('mo-H2017TG', [later], { id: 'C-2' }),
        claimOf('mo-H2017TG', [line], { id: 'C-3', member: { id: 'M-99' } }),
      ]),
    ).toEqual([['pass', 'pass'], ['fail'], ['pass']]);
  });

  test('on claims whose member is not known, it cannot be told', () => {
    const nobody = claimOf('mo-H2017TG', [line], { member: { id: null } });
    expect(across([nobody])).toEqual([['pass']]);
    expect(across([nobody, claimOf('mo-H2017TG', [line], { id: 'C-2' })])).toEqual([['pass'], ['unknown']]);
    expect(across([nobody, { ...nobody, id: 'C-0' }])).toEqual([['unknown'], ['pass']]);
  });

  test('the lines of one claim are of one member, whoever that is', () => {
    const nobody = claimOf('mo-H2017TG', [line, line], { member: { id: null } });
    expect(across([nobody])).toEqual([['pass', 'fail']]);
    expect(onClaim(nobody)).toEqual(['pass', 'fail']);
  });

  test('a line without times, on a claim whose member is not known, may be the line of another claim', () => {
    const nobody = claimOf('mo-H2017TG', [bare, line, later], { id: 'C-1', member: { id: null } });
    const evening = lineOf('mo-H2017TG', { session: { startTime: '18:00', endTime: '19:30' } });
    expect(across([nobody])).toEqual([['pass', 'unknown', 'unknown']]);
    expect(across([nobody, claimOf('mo-H2017TG', [evening], { id: 'C-2' })])).toEqual([
      ['unknown', 'unknown', 'unknown'],
      ['pass'],
    ]);
  });

  test('a copy of a local code is one of the same service', () => {
    const local = { ...line, procedureCode: 'H2017G', modifiers: [] };
    expect(onClaim(claimOf('mo-H2017TG', [line, local]))).toEqual(['pass', 'fail']);
  });

  test('a line without a definition is no copy of anything', () => {
    const other = { ...line, modifiers: [] };
    const { lines } = resultOf(claimOf('mo-H2017TG', [other, other]));
    expect(lines.map(foundIn)).toEqual([{ 'claim/code': 'unknown' }, { 'claim/code': 'unknown' }]);
  });
});
