import { describe, expect, test } from 'vitest';
import {
  createChecker,
  InputError,
  type BatchResult,
  type CheckOptions,
  type PriorUse,
  type Session,
} from '../../src/index.js';
import type { Change } from '../rules/support.js';
import { peerSupport } from '../../src/services/mo/peer-support.js';
import { digestOf } from '../../src/values/digest.js';
import { version } from '../../src/version.js';
import { checker, entry, ofUnits, use } from './support.js';
import { frozen } from '../../src/values/frozen.js';
import { notice } from '../../src/findings/notices.js';

const nothingElse = { history: [] };
const check = (entries: readonly unknown[], options: CheckOptions = nothingElse) =>
  checker.checkSessions(entries, options);

/** Verdict and failed or unknown limits of each entry. */
function told({ results }: BatchResult) {
  return results.map((result) => {
    if (result.verdict === 'invalid') return 'invalid';
    const limits = result.findings.filter(({ rule }) => rule.endsWith('-limit'));
    return [result.verdict, ...limits.map(({ rule, outcome }) => `${rule} ${outcome}`)].join(', ');
  });
}
const daily = 'units/daily-limit';

/** The numbers of a limit in the result of an entry. */
function limitOf({ results }: BatchResult, index: number, rule: string) {
  const result = results[index];
  const findings = result?.verdict === 'invalid' ? [] : (result?.findings ?? []);
  return findings.find((finding) => finding.rule === rule)?.data;
}

describe('sessions of one member share the limits', () => {
  test('to the last unit of the day', () => {
    expect(told(check([entry('A', ofUnits(24)), entry('B', ofUnits(8, '16:00'))]))).toEqual([
      'billable',
      'billable',
    ]);
  });

  test('and one over it: the later one fails, with the numbers', () => {
    const result = check([entry('A', ofUnits(25)), entry('B', ofUnits(8, '16:00'))]);
    expect(told(result)).toEqual(['billable', `not-billable, ${daily} fail`]);
    expect(limitOf(result, 1, daily)).toEqual({
      limit: 32,
      used: 25,
      asked: 8,
      remaining: 7,
      over: 1,
      window: { per: 'day', from: '2017-05-16', through: '2017-05-16' },
    });
  });

  test('whichever comes first in the input, the earlier one stands', () => {
    expect(told(check([entry('B', ofUnits(8, '16:00')), entry('A', ofUnits(25))]))).toEqual([
      `not-billable, ${daily} fail`,
      'billable',
    ]);
  });

  test('a month of days', () => {
    const days = ['01', '02', '03', '04'].map((day) =>
      entry(day, { ...ofUnits(28), dateOfService: `2017-05-${day}` }),
    );
    const result = check(days);
    expect(told(result).slice(2)).toEqual(['billable', 'not-billable, units/monthly-limit fail']);
    expect(limitOf(result, 3, 'units/monthly-limit')).toMatchObject({
      used: 84,
      asked: 28,
      remaining: 12,
      over: 16,
    });
  });

  test('but not with other members, months or services', () => {
    const others = [
      entry('A', ofUnits(32)),
      entry('B', { ...ofUnits(32), member: { id: 'M-5' } }),
      entry('C', { ...ofUnits(32), dateOfService: '2017-05-17' }),
    ];
    expect(told(check(others))).toEqual(['billable', 'billable', 'billable']);
  });
});

describe('what uses a limit up', () => {
  const refused = { staff: { treatmentTeamMember: false } };
  const open = { plan: null };
  const noTime = { units: null, startTime: null, endTime: null };

  test.each<[title: string, first: Session, then: string]>([
    ['one that is not billable uses none', entry('A', { ...ofUnits(30, '08:00'), ...refused }), 'billable'],
    [
      'one that is undetermined uses its units',
      entry('A', { ...ofUnits(30, '08:00'), ...open }),
      `not-billable, ${daily} fail`,
    ],
    [
      'one over the limit uses none, and a smaller one still fits',
      entry('A', ofUnits(33, '00:00')),
      'billable',
    ],
    [
      'one of units not known leaves the window open',
      entry('A', { ...noTime, dateOfService: '2017-05-15' }),
      'undetermined, units/monthly-limit unknown',
    ],
  ])('%s', (_title, first, then) => {
    expect(told(check([first, entry('B', ofUnits(8, '16:00'))]))[1]).toBe(then);
  });

  test('units not known leave the window open from there on only', () => {
    const result = check([
      entry('Z', noTime),
      entry('A', ofUnits(8)),
      entry('B', { ...ofUnits(8), dateOfService: '2017-05-17' }),
    ]);
    expect(told(result)).toEqual([
      `undetermined, ${daily} unknown, units/monthly-limit unknown`,
      'billable',
      'undetermined, units/monthly-limit unknown',
    ]);
  });

  test('unless what is known breaks the limit', () => {
    const result = check([
      entry('A', { ...noTime, startTime: '08:00' }),
      entry('B', ofUnits(30)),
      entry('C', ofUnits(8, '17:00')),
    ]);
    expect(told(result)[2]).toBe(`not-billable, ${daily} fail, units/monthly-limit unknown`);
  });

  test('what a sibling leaves open is prior use, for the one after it', () => {
    const { results } = check([entry('A', { ...noTime, startTime: '08:00' }), entry('B', ofUnits(8))]);
    const missing = results.map((result) =>
      result.verdict === 'invalid'
        ? []
        : result.findings.flatMap((finding) => finding.missing.map(({ path }) => path)),
    );
    expect(missing[1]).toEqual(['/history', '/history']);
    const twoOpen = check([
      entry('A', { ...noTime, startTime: '08:00' }),
      entry('B', { ...noTime, startTime: '09:00' }),
      entry('C', ofUnits(8, '17:00')),
    ]);
    expect(twoOpen.results[2]).toMatchObject({ findings: [{ missing: [{ path: '/history' }] }, {}] });
  });
});

describe('history', () => {
  test('counts for the member it is of', () => {
    const entries = [entry('A', ofUnits(8)), entry('B', { ...ofUnits(8), member: { id: 'M-5' } })];
    expect(told(check(entries, { history: [use(25)] }))).toEqual([`not-billable, ${daily} fail`, 'billable']);
  });

  test('counts whole, later uses too', () => {
    const later = use(25, { startTime: '20:00' });
    expect(told(check([entry('A', ofUnits(8))], { history: [later] }))).toEqual([
      `not-billable, ${daily} fail`,
    ]);
  });

  test('not stated is not known', () => {
    expect(told(check([entry('A')], {}))).toEqual([
      `undetermined, ${daily} unknown, units/monthly-limit unknown`,
    ]);
  });

  test('with the key of an entry is that entry, and is not counted twice', () => {
    const history = [use(25, { id: 'A' }), use(25, { id: 'B', dateOfService: '2017-05-15' })];
    expect(told(check([entry('A', ofUnits(25)), entry('B', ofUnits(4, '16:00'))], { history }))).toEqual([
      'billable',
      'billable',
    ]);
  });

  test('with no key, or of a key that is no entry, counts', () => {
    expect(told(check([entry('A')], { history: [use(13), use(12, { id: 'C' })] }))).toEqual([
      `not-billable, ${daily} fail`,
    ]);
  });

  test('that does not say whose it is is refused', () => {
    const history = [use(8), { service: 'mo/peer-support', dateOfService: '2017-05-16', units: 8 }];
    expect(() => check([], { history })).toThrow(InputError);
    expect(() => check([], { history })).toThrow('/history/1/memberId: expected text, found nothing');
  });
});

describe('limits of a session whose member is not stated', () => {
  const noKey = { member: { id: null } };
  const onDay = (units: number, day: string, change: Change = noKey) => ({
    ...ofUnits(units),
    dateOfService: `2017-05-${day}`,
    ...(change as object),
  });
  const limitsIn = (changes: readonly Change[], history: PriorUse[] | null = []) =>
    check(
      changes.map((change, index) => entry(`S-${String(index)}`, change)),
      { history },
    ).results.map((result) => {
      if (result.verdict === 'invalid') throw new Error('it can be read');
      return result.findings.flatMap(({ rule, outcome, severity, missing }) =>
        rule.endsWith('-limit')
          ? [
              [rule === daily ? 'day' : 'month', outcome, severity, ...missing.map(({ path }) => path)].join(
                ' ',
              ),
            ]
          : [],
      );
    });

  test('alone pass as those of any other', () => {
    expect(limitsIn([onDay(32, '16')])).toEqual([[]]);
    expect(limitsIn([{ ...noKey, ...ofUnits(33, '00:00') }])).toEqual([['day fail error']]);
  });

  test.each<[title: string, history: PriorUse[] | null, expected: string[]]>([
    ['that leave room, whoever it is', [use(24), use(24, { memberId: 'M-5' })], []],
    ['of which those of one member are too many', [use(25)], ['day unknown error /member/id']],
    ['of two members, which are not added up', [use(13), use(13, { memberId: 'M-5' })], []],
    ['that are not known', null, ['day unknown error /history', 'month unknown error /history']],
  ])('beside prior uses %s', (_title, history, expected) => {
    expect(limitsIn([onDay(8, '16')], history)).toEqual([expected]);
    const { findings } = checker.checkSession(entry('S-0', onDay(8, '16')), { history });
    expect(findings.map(({ rule }) => rule)).toEqual(
      expected.map((one) => (one.startsWith('day') ? daily : 'units/monthly-limit')),
    );
  });

  test('count what one other member used and what all others whose member is not stated used', () => {
    expect(limitsIn([onDay(16, '15', {}), onDay(16, '15'), onDay(1, '15')])).toEqual([
      [],
      [],
      ['day unknown error /member/id'],
    ]);
    expect(
      limitsIn([onDay(16, '15', {}), onDay(16, '15', { member: { id: 'M-5' } }), onDay(16, '15')]),
    ).toEqual([[], [], []]);
  });

  test('hold no session back that states its member, but are a warning of it where they decide', () => {
    expect(limitsIn([onDay(16, '15'), onDay(16, '15', {})])).toEqual([[], []]);
    expect(limitsIn([onDay(17, '15'), onDay(16, '15', {})])).toEqual([
      [],
      ['day unknown warning /member/id'],
    ]);
    expect(limitsIn([onDay(1, '15'), onDay(32, '15', {})])).toEqual([[], ['day unknown warning /member/id']]);
    const { results } = check([entry('A', onDay(17, '15')), entry('B', onDay(16, '15', {}))]);
    expect(results[1]).toMatchObject({ verdict: 'billable' });
    expect(results[1]).toHaveProperty(
      'findings.0.message',
      'With the units of sessions whose member is not stated, the member could be over the limit. A member may receive at most 32 units in a day.',
    );
    expect(results[1]).toHaveProperty('findings.0.data', {
      limit: 32,
      used: null,
      asked: 16,
      remaining: null,
      over: null,
      window: { per: 'day', from: '2017-05-15', through: '2017-05-15' },
    });
  });

  test('a session that breaks the limit by what is its own fails', () => {
    expect(limitsIn([onDay(17, '15'), onDay(17, '15', {}), onDay(16, '15', {})])[2]).toEqual([
      'day fail error',
    ]);
  });

  test('a session that says nothing of its member is one of them', () => {
    const { results } = check([{ ...entry('A'), member: undefined }], { history: [use(25)] });
    expect(told({ ...check([]), results })).toEqual([`undetermined, ${daily} unknown`]);
  });
});

describe('entries that cannot be read', () => {
  const entries = [
    entry('A', ofUnits(32)),
    { ...entry('B'), units: 'eight' },
    null,
    { ...entry('C'), service: 'mo/peersupport' },
    entry('D', { ...ofUnits(1), dateOfService: '2017-05-17' }),
  ];

  test('stand in their place, and the rest goes on', () => {
    const { results, totals } = check(entries);
    expect(told(check(entries))).toEqual(['billable', 'invalid', 'invalid', 'invalid', 'billable']);
    expect(results.slice(1, 4)).toEqual([
      {
        kind: 'invalid',
        verdict: 'invalid',
        id: 'B',
        issues: [{ code: 'wrong-type', path: '/units', message: 'expected a number, found text' }],
      },
      {
        kind: 'invalid',
        verdict: 'invalid',
        issues: [{ code: 'not-stated', path: '', message: 'expected an object, found null' }],
      },
      {
        kind: 'invalid',
        verdict: 'invalid',
        id: 'C',
        issues: [
          {
            code: 'service-not-on-file',
            path: '/service',
            message: 'expected the id of a service on file; did you mean "mo/peer-support"?',
          },
        ],
      },
    ]);
    expect(totals).toMatchObject({ entries: 5, billable: 2, invalid: 3, units: 33 });
  });
});

test.each([[null], [{}], ['text'], [undefined]])('a batch that is no list is refused: %j', (batch) => {
  expect(() => checker.checkSessions(batch as never, nothingElse)).toThrow(InputError);
});

describe('totals', () => {
  const priced = createChecker({
    codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '4.95', from: '2016-01-01' }] },
  });

  test('are exact over a thousand sessions', () => {
    const entries = Array.from({ length: 1000 }, (_, index) =>
      entry(`S-${index}`, { ...ofUnits(1), member: { id: `M-${index}` }, charge: '4.95' }),
    );
    expect(priced.checkSessions(entries, nothingElse).totals).toStrictEqual({
      entries: 1000,
      billable: 1000,
      notBillable: 0,
      undetermined: 0,
      invalid: 0,
      notTakenPlace: 0,
      void: 0,
      units: 1000,
      charge: '4950.00',
      billableCharge: '4950.00',
      notBillableCharge: '0.00',
      undeterminedCharge: '0.00',
    });
  });

  test('take the rate where no charge is stated, and say what they leave out', () => {
    const entries = [
      entry('A'),
      entry('B', { dateOfService: '2015-12-31', staff: { credentials: [{ code: 'MO-CMPS' }] } }),
    ];
    const { totals, notices } = priced.checkSessions(entries, nothingElse);
    expect([totals.charge, totals.units]).toEqual(['39.60', 16]);
    expect(notices).toEqual([notice('charges-left-out', { count: 1, of: 'entry', unitsNotKnown: 0 })]);
  });
});

test('an empty batch has no results', () => {
  expect(check([])).toMatchObject({ results: [], totals: { entries: 0, charge: '0.00' }, notices: [] });
});

test('a session alone in a batch is found as it is by itself', () => {
  const alone = entry('A', { units: 9 });
  const [result] = check([alone]).results;
  const { findings, verdict, units, passed } = checker.checkSession(alone, nothingElse);
  expect(result).toMatchObject({
    findings,
    verdict,
    units,
    passed: expect.arrayContaining(passed) as string[],
  });
});

test('a session of a definition that is not in force has no other rule run, and nothing passed', () => {
  const [result] = check([entry('A', { dateOfService: '2014-09-30' })]).results;
  expect(result).toMatchObject({
    verdict: 'undetermined',
    findings: [{ rule: 'service/in-force' }],
    passed: [],
  });
});

test('a prior use is pointed at by its place in the history as it was given', () => {
  const entries = [entry('A'), entry('B', { dateOfService: '2017-05-17' })];
  const history = [use(8, { id: 'A' }), use(8, { dateOfService: '2017-05-17', startTime: '09:00' })];
  expect(check(entries, { history }).results[1]).toMatchObject({
    findings: [{ rule: 'claim/duplicate', data: { other: { history: 1 } } }],
  });
});

test('prior uses are counted that have no start, and no others', () => {
  const uses = [use(1, { startTime: '20:00' }), use(1), use(1)];
  expect(check([entry('A', { charge: '1.00' })], { history: uses }).notices).toEqual([
    notice('no-start-time', { count: 2 }),
  ]);
  expect(check([entry('A', { charge: '1.00' })], { history: uses.slice(0, 1) }).notices).toEqual([]);
});

test('a session without an id, before its definition is in force, is not known to be billable', () => {
  expect(check([{ ...entry('A', { dateOfService: '2014-09-30' }), id: null }]).results[0]).toStrictEqual({
    kind: 'session',
    service: 'mo/peer-support',
    verdict: 'undetermined',
    findings: [expect.objectContaining({ rule: 'service/in-force' }) as object],
    passed: [],
    notApplicable: [],
    notices: [],
    rules: { package: 'billability', version, definition: digestOf(peerSupport) },
  });
});

test('the caller hears of each entry once', () => {
  let heard = 0;
  checker.checkSessions([entry('A'), null, entry('B')], nothingElse, () => heard++);
  expect(heard).toBe(3);
});

test('neither entries nor history are changed, and JSON keeps the result', () => {
  const entries = frozen([entry('B', ofUnits(30)), entry('A', ofUnits(8)), null]);
  const result = check(entries, frozen({ history: [use(1)] }));
  expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
});

describe('a batch that is no list is refused', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['one session', entry('A')],
    ['text', '[]'],
    ['a set of sessions', new Set([entry('A')])],
    ['what is like a list', { length: 1, 0: entry('A') }],
  ])('%s', (_what, entries) => {
    const refused = expect.objectContaining({
      issues: [{ code: 'wrong-type', path: '', message: 'expected a list of entries, found none' }],
    }) as Error;
    expect(() => check(entries as never)).toThrow(InputError);
    expect(() => check(entries as never)).toThrow(refused);
    expect(() => checker.checkClaims(entries as never, nothingElse)).toThrow(refused);
  });

  test('a place of a list that holds nothing is a malformed entry of its own', () => {
    const entries = [entry('A'), , entry('B', ofUnits(8, '16:00'))]; // eslint-disable-line no-sparse-arrays
    expect(told(check(entries))).toEqual(['billable', 'invalid', 'billable']);
  });
});
