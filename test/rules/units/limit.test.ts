import { describe, expect, test } from 'vitest';
import {
  describeService,
  remainingUnits,
  type CheckOptions,
  type PriorUse,
  type RuleId,
  type Service,
  type SessionResult,
} from '../../../src/index.js';
import { general } from '../../../src/findings/citation.js';
import { dailyLimit } from '../../../src/rules/units/limit.js';
import { anyService, resultOf } from '../service/any-service.js';
import { bulletin, wholeSentences, peerResult, questionOf, saidBy, type Change } from '../support.js';

const day = { per: 'day', from: '2017-05-16', through: '2017-05-16' };
const month = { per: 'calendar-month', from: '2017-05-01', through: '2017-05-31' };
const always = { severity: 'error', citations: [bulletin('6.1')] };
const denials = [
  { carc: '119', rarc: 'N362', group: 'CO', likelihood: 'likely', seenAt: 'claim' },
  { carc: '273', group: 'CO', likelihood: 'possible', seenAt: 'claim' },
];
const perDay = 'A member may receive at most 32 units in a day.';
const perMonth = 'A member may receive at most 96 units in a calendar month.';

function used(units: number, dateOfService = '2017-05-16', rest: Partial<PriorUse> = {}): PriorUse {
  return { service: 'mo/peer-support', dateOfService, units, ...rest };
}
const said = (rule: RuleId, change: Change, options?: CheckOptions) =>
  saidBy(rule, peerResult(change, options));

describe('32 units a day', () => {
  test.each([
    [[], 8],
    [[used(24)], 8],
    [[used(12), used(12)], 8],
    [[used(32, '2017-05-15'), used(32, '2017-05-17')], 8],
  ])('used %j, asked %i: pass', (history, units) => {
    expect(said('units/daily-limit', { units }, { history })).toBe('pass');
  });

  test.each([
    [
      25,
      8,
      7,
      1,
      'Asked for 8 units, beside 25 units already used, of the 32 units allowed on 2017-05-16. 7 units remain.',
    ],
    [
      32,
      1,
      0,
      1,
      'Asked for 1 unit, beside 32 units already used, of the 32 units allowed on 2017-05-16. 0 units remain.',
    ],
    [
      40,
      8,
      0,
      16,
      'Asked for 8 units, beside 40 units already used, of the 32 units allowed on 2017-05-16. 0 units remain.',
    ],
    [
      0,
      33,
      32,
      1,
      'Asked for 33 units, beside 0 units already used, of the 32 units allowed on 2017-05-16. 32 units remain.',
    ],
  ])('used %i, asked %i: %i remain, %i over', (before, asked, remaining, over, message) => {
    expect(message).toMatch(wholeSentences);
    expect(said('units/daily-limit', { units: asked }, { history: [used(before)] })).toStrictEqual({
      ...always,
      rule: 'units/daily-limit',
      outcome: 'fail',
      message,
      data: { limit: 32, used: before, asked, remaining, over, window: day },
      paths: ['/dateOfService', '/units'],
      missing: [],
      basis: remaining > 0 ? 'reading' : 'source',
      ...(remaining > 0 && { reading: { name: 'partial-excess', setting: null } }),
      denials,
    });
  });

  test('one unit left is spoken of in the singular', () => {
    expect(said('units/daily-limit', {}, { history: [used(31)] })).toMatchObject({
      message:
        'Asked for 8 units, beside 31 units already used, of the 32 units allowed on 2017-05-16. 1 unit remains.',
    });
  });
});

describe('96 units a calendar month', () => {
  const most = [used(32, '2017-05-01'), used(32, '2017-05-31')];

  test.each([
    ['to the last unit', [...most, used(24, '2017-05-10')]],
    ['the days beside the month do not count', [...most, used(24, '2017-04-30'), used(24, '2017-06-01')]],
    ['the same month of another year does not count', [...most, used(32, '2016-05-16')]],
  ])('%s: pass', (_title, history) => {
    expect(said('units/monthly-limit', {}, { history })).toBe('pass');
  });

  test('92 used, 8 asked: 4 remain, 4 over', () => {
    const message =
      'Asked for 8 units, beside 92 units already used, of the 96 units allowed from 2017-05-01 through 2017-05-31. 4 units remain.';
    expect(message).toMatch(wholeSentences);
    expect(said('units/monthly-limit', {}, { history: [...most, used(28, '2017-05-10')] })).toStrictEqual({
      ...always,
      rule: 'units/monthly-limit',
      outcome: 'fail',
      message,
      data: { limit: 96, used: 92, asked: 8, remaining: 4, over: 4, window: month },
      paths: ['/dateOfService', '/units'],
      missing: [],
      basis: 'reading',
      reading: { name: 'partial-excess', setting: null },
      denials,
    });
  });
});

describe('units that are not stated follow from the time, which is what may be wrong', () => {
  test.each<[Change, paths: string[]]>([
    [{ units: null, endTime: '17:15' }, ['/dateOfService', '/startTime', '/endTime']],
    [{ units: null, startTime: null, endTime: null, minutes: 495 }, ['/dateOfService', '/minutes']],
    [{ units: 33, endTime: '17:15' }, ['/dateOfService', '/units']],
  ])('%j', (change, paths) => {
    expect(said('units/daily-limit', change)).toMatchObject({
      outcome: 'fail',
      data: { used: 0, asked: 33, remaining: 32, over: 1 },
      paths,
    });
  });
});

describe('parts of units add up to a millionth', () => {
  test('0.1 and 0.2 used leave room for 31.7', () => {
    const history = [used(0.1), used(0.2)];
    expect(said('units/daily-limit', { units: 31.7 }, { history })).toBe('pass');
    expect(said('units/daily-limit', { units: 31.8 }, { history })).toMatchObject({
      message:
        'Asked for 31.8 units, beside 0.3 units already used, of the 32 units allowed on 2017-05-16. 31.7 units remain.',
      data: { used: 0.3, asked: 31.8, remaining: 31.7, over: 0.1 },
    });
  });

  test('a millionth too many fails', () => {
    expect(said('units/daily-limit', { units: 32.000001 }, { history: [] })).toMatchObject({
      outcome: 'fail',
      data: { over: 0.000001 },
    });
  });
});

describe('not known', () => {
  test('what was billed before', () => {
    expect(said('units/daily-limit', {}, { history: null })).toStrictEqual({
      ...always,
      rule: 'units/daily-limit',
      outcome: 'unknown',
      message: `Not known: the units already billed. ${perDay}`,
      data: { limit: 32, used: null, asked: 8, remaining: null, over: null, window: day },
      paths: ['/dateOfService', '/units', '/history'],
      missing: [questionOf.history],
      basis: 'source',
      denials: [],
    });
  });

  test('how many units are asked for', () => {
    const change = { units: null, startTime: null, endTime: null };
    expect(said('units/monthly-limit', change, { history: [used(20)] })).toMatchObject({
      outcome: 'unknown',
      message: `Not known: the start time; the end time. ${perMonth}`,
      data: { limit: 96, used: 20, asked: null, remaining: 76, over: null, window: month },
      paths: ['/dateOfService', '/startTime', '/endTime'],
      missing: [questionOf.start, questionOf.end],
      basis: 'source',
      denials: [],
    });
  });

  test('whether a prior use is of this member', () => {
    const history = [used(30, '2017-05-16', { memberId: 'M-4' })];
    expect(said('units/daily-limit', { member: { id: null } }, { history })).toMatchObject({
      outcome: 'unknown',
      data: { limit: 32, used: null, asked: 8, remaining: null, over: null },
      missing: [questionOf.memberId],
    });
  });

  test.each<[title: string, Change, CheckOptions]>([
    ['more than the limit asked for, whatever was used', { units: 33 }, { history: null }],
    [
      'the limit used up, whatever is asked for',
      { units: null, minutes: 15, endTime: null },
      { history: [used(32)] },
    ],
    ['more than the limit used', { units: 1, member: { id: null } }, { history: [used(32)] }],
  ])('but %s: fails', (_title, change, options) => {
    expect(said('units/daily-limit', change, options)).toMatchObject({ outcome: 'fail', missing: [] });
  });

  test('more than the limit asked for, what was used not known: the numbers, in a sentence', () => {
    const finding = said('units/daily-limit', { units: 33 }, { history: null });
    expect(finding).toMatchObject({
      message:
        'Asked for 33 units, beside at least 0 units already used, of the 32 units allowed on 2017-05-16.',
      data: { limit: 32, used: null, asked: 33, remaining: null, over: null, window: day },
      basis: 'source',
    });
    expect(finding).toHaveProperty('message', expect.stringMatching(wholeSentences));
    expect(finding).not.toHaveProperty('reading');
  });
});

describe('a limit that changed', () => {
  const changing: Service = {
    ...anyService,
    unit: { minutes: 15, cite: general('Unit') },
    limits: [
      { per: 'day', from: '2020-01-01', units: 4, cite: general('Until 2024') },
      { per: 'day', from: '2025-01-01', units: 8, cite: general('From 2025') },
    ],
  };
  const judged = (dateOfService: string, units: number, history: PriorUse[] | null = []) =>
    resultOf(changing, { dateOfService, units }, { history });
  const findingsOf = ({ findings }: SessionResult) =>
    findings
      .filter(({ rule }) => rule === 'units/daily-limit')
      .map(({ outcome, data, citations }) => [outcome, 'limit' in data && data.limit, citations[0]?.section]);

  test.each([
    ['the day before the change, the old limit', '2024-12-31', 4, []],
    ['the day before the change, over the old limit', '2024-12-31', 5, [['fail', 4, 'Until 2024']]],
    ['the day of the change, over the old limit', '2025-01-01', 5, []],
    ['the day of the change, over the new limit', '2025-01-01', 9, [['fail', 8, 'From 2025']]],
    ['the day after the change, the new limit', '2025-01-02', 8, []],
    ['the first day of the first limit', '2020-01-01', 5, [['fail', 4, 'Until 2024']]],
  ])('%s', (_title, on, units, findings) => {
    expect(findingsOf(judged(on, units))).toEqual(findings);
  });

  test('what was used is not known: the limit in force is asked about', () => {
    const [finding] = judged('2024-12-31', 4, null).findings.filter(
      ({ rule }) => rule === 'units/daily-limit',
    );
    expect(finding?.message).toContain('at most 4 units in a day');
  });

  test('a limit of one value, which has a first day, is none before it', () => {
    const limits = changing.limits?.slice(1) ?? [];
    const on = (dateOfService: string) => resultOf({ ...changing, limits }, { dateOfService, units: 9 });
    expect(findingsOf(on('2024-12-31'))).toEqual([]);
    expect(findingsOf(on('2025-01-01'))).toEqual([['fail', 8, 'From 2025']]);
  });

  test('the rule speaks of each of its values, with the first day of each', () => {
    const [first, second] = changing.limits ?? [];
    if (first === undefined || second === undefined) throw new Error('two values');
    const { per, units, cite } = first;
    const always = { per, units, cite };
    const ruleOf = (limits: Service['limits'] = []) => dailyLimit.forService({ ...anyService, limits });
    expect(ruleOf([always, second])?.says).toBe(
      'A member may receive at most 4 units (from 2025-01-01 on 8 units) in a day.',
    );
    expect(ruleOf([always, second])?.cite.section).toBe('From 2025');
    const later = ['2026-01-01', '2027-01-01'].map((from) => ({ ...second, from, cite: general(from) }));
    expect(ruleOf([always, second, ...later])?.cite.section).toBe('2027-01-01');
    expect(ruleOf([always, second, ...later.slice(1)])?.says).toBe(
      'A member may receive at most 4 units (from 2025-01-01 on 8 units; from 2027-01-01 on 8 units) in a day.',
    );
    expect(ruleOf([always])?.says).toBe('A member may receive at most 4 units in a day.');
  });

  test('before the first limit none is set', () => {
    expect(judged('2019-12-31', 50).notApplicable).toContainEqual({
      rule: 'units/daily-limit',
      code: 'limit-not-set',
      message: 'Units are not limited by this source on that day.',
    });
  });

  test.each([
    ['2019-12-31', [null]],
    ['2024-12-31', [4]],
    ['2025-01-01', [8]],
  ])('what is left on %s', (on, limits) => {
    expect(remainingUnits(changing, { on, history: [] }).map(({ limit }) => limit)).toEqual(limits);
  });

  test.each([
    ['2024-12-31', 'At most 4 units a day for a member.'],
    [undefined, 'At most 8 units a day for a member.'],
  ])('the sheet of %s', (on, says) => {
    const lines = describeService(changing, { on }).sections.flatMap((section) => section.lines);
    expect(lines.filter(({ rule }) => rule === 'units/daily-limit').map((line) => line.says)).toEqual([says]);
  });
});
