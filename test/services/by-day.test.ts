import { describe, expect, test } from 'vitest';
import {
  createChecker,
  describeService,
  explain,
  InputError,
  type Criterion,
  type RuleId,
  type Service,
} from '../../src/index.js';
import { is } from '../../src/conditions/build.js';
import { general } from '../../src/findings/citation.js';
import { anyService } from '../rules/service/any-service.js';
import { notVoid } from '../support/not-void.js';

const clause: Criterion = {
  rule: 'custom/face-to-face',
  requires: is('faceToFace'),
  says: 'The session is face-to-face.',
  fails: 'On {on} it was not face-to-face',
  cite: general('A clause'),
};
const cite = anyService.inForce.cite;

function outcomeOn(day: string, ...criteria: Partial<Criterion>[]) {
  const service = { ...anyService, criteria: criteria.map((one) => ({ ...clause, ...one })) };
  const { checkSession } = createChecker({ services: [service] });
  const { findings, passed, notApplicable } = checkSession({
    service: 'xx/any',
    dateOfService: day,
    faceToFace: false,
  });
  const isSaid = passed.includes(clause.rule) || notApplicable.some(({ rule }) => rule === clause.rule);
  return findings.find(({ rule }) => rule === clause.rule)?.severity ?? (isSaid ? 'said' : 'not judged');
}

describe('a clause holds from a day through a day', () => {
  test.each<[Partial<Criterion>, day: string, outcome: string]>([
    [{}, '2025-03-03', 'error'],
    [{ from: '2025-03-03' }, '2025-03-02', 'not judged'],
    [{ from: '2025-03-03' }, '2025-03-03', 'error'],
    [{ through: '2025-03-03' }, '2025-03-03', 'error'],
    [{ through: '2025-03-03' }, '2025-03-04', 'not judged'],
    [{ from: '2025-03-03', through: '2025-03-03' }, '2025-03-02', 'not judged'],
    [{ from: '2025-03-03', through: '2025-03-03' }, '2025-03-03', 'error'],
    [{ from: '2025-03-03', through: '2025-03-03' }, '2025-03-04', 'not judged'],
    [{ through: '9999-12-31' }, '9999-12-31', 'error'],
  ])('%j on %s: %s', (dates, day, outcome) => {
    expect(outcomeOn(day, dates)).toBe(outcome);
  });
});

describe('a clause that changed on a day stands there for each of its periods', () => {
  const before = { through: '2025-02-28', severity: 'warning' } as const;
  const after = { from: '2025-03-01' };

  test.each([
    ['2025-02-28', 'warning'],
    ['2025-03-01', 'error'],
  ])('%s: %s', (day, outcome) => {
    expect(outcomeOn(day, before, after)).toBe(outcome);
    expect(outcomeOn(day, after, before)).toBe(outcome);
  });

  const changing = {
    ...anyService,
    criteria: [
      { ...clause, ...before, says: 'A session may be face-to-face.' },
      { ...clause, ...after },
    ],
  };

  test.each([
    ['2025-02-28', ['A session may be face-to-face.']],
    ['2025-03-01', ['The session is face-to-face.']],
    [undefined, ['A session may be face-to-face.', 'The session is face-to-face.']],
  ])('the sheet of %s', (on, says) => {
    const lines = describeService(changing, { on }).sections.flatMap((section) => section.lines);
    expect(lines.filter(({ rule }) => rule === clause.rule).map((line) => line.says)).toEqual(says);
  });

  test('the sheet of all days and the page of the rule say the days', () => {
    const { markdown } = describeService(changing);
    expect(markdown).toContain('through 2025-02-28; `custom/face-to-face`');
    expect(markdown).toContain('from 2025-03-01; `custom/face-to-face`');
    const checker = createChecker({ services: [changing] });
    expect(explain(clause.rule, { checker }).statements).toMatchObject([
      { severity: 'warning', through: '2025-02-28' },
      { severity: 'error', from: '2025-03-01' },
    ]);
  });

  test('the definition that judged is one, on every day', () => {
    const checker = createChecker({ services: [changing] });
    const [one, other] = ['2025-02-28', '2025-03-01'].map(
      (dateOfService) => checker.checkSession({ service: 'xx/any', dateOfService }).rules.definition,
    );
    expect(one).toBe(other);
  });
});

describe('definitions of one id whose days are apart are all on file', () => {
  const code = { funding: 'medicaid', procedureCode: 'T9999', modifiers: [] } as const;
  const edition = (rate: string, units: number, days: Omit<Service['inForce'], 'cite'>): Service => ({
    ...anyService,
    title: `At ${rate}`,
    inForce: { ...days, cite },
    unit: { minutes: 15, cite },
    codes: [{ ...code, rates: [{ rate, providerPay: rate, cite }] }],
    limits: [{ per: 'day', units, cite }],
  });
  const first = edition('4.00', 4, { from: '2024-01-01', through: '2024-12-31' });
  const second = edition('5.00', 8, { from: '2025-02-01' });
  const checker = createChecker({ services: [second, first] });

  test.each([
    ['2023-12-31', null, null, 'unknown'],
    ['2024-01-01', '4.00', 4, 'pass'],
    ['2024-12-31', '4.00', 4, 'pass'],
    ['2025-01-01', null, null, 'unknown'],
    ['2025-01-31', null, null, 'unknown'],
    ['2025-02-01', '5.00', 8, 'pass'],
  ])('on %s: rate %s, limit %s, in force: %s', (on, rate, limit, inForce) => {
    const session = { service: 'xx/any', dateOfService: on, units: 1 };
    const result = checker.checkSession(session, { history: [] });
    expect(result.passed.includes('service/in-force')).toBe(inForce === 'pass');
    expect(result.price?.rate ?? null).toBe(rate);
    expect(checker.priceOf('xx/any', { units: 1, on }).rate).toBe(rate);
    expect(checker.remainingUnits('xx/any', { on, history: [] })[0]?.limit).toBe(limit);
    const [inBatch] = checker.checkSessions([session], { history: [] }).results;
    expect(inBatch).toMatchObject({ verdict: result.verdict, findings: result.findings });
    const line = { procedureCode: 'T9999', dateOfService: on, units: 1 };
    const claim = notVoid(checker.checkClaim({ jurisdiction: 'XX', lines: [line] }, { history: [] }));
    expect(claim.lines[0]?.service).toBe('xx/any');
    expect(claim.lines[0]?.price?.rate ?? null).toBe(rate);
    const found = checker.findService({ jurisdiction: 'XX', procedureCode: 'T9999', on });
    expect(found.service).toBe(inForce === 'pass' ? 'xx/any' : null);
  });

  test('the last is described where no day is stated', () => {
    expect(checker.serviceOf('xx/any').title).toBe('At 5.00');
    expect(describeService('xx/any', { checker }).title).toBe('At 5.00');
    expect(describeService('xx/any', { checker, on: '2024-06-01' }).title).toBe('At 4.00');
  });

  test('equal in another order', () => {
    const other = createChecker({ services: [first, second] });
    const session = { service: 'xx/any', dateOfService: '2024-06-01' };
    expect(other.checkSession(session)).toStrictEqual(checker.checkSession(session));
  });
});

describe('definitions of one id whose days overlap are refused by name', () => {
  const inForce = (from?: string, through?: string) => ({
    ...(from !== undefined && { from }),
    ...(through !== undefined && { through }),
    cite,
  });

  test.each<[string, Service[], path: string, message: string]>([
    [
      'a shipped one',
      [{ ...anyService, id: 'mo/peer-support' }],
      '/services/0/id',
      'mo/peer-support is on file as shipped for some of the same days; name it in "without", or let the days be apart',
    ],
    [
      'its last day is the first day of the shipped one',
      [{ ...anyService, id: 'mo/peer-support', inForce: inForce('2014-01-01', '2014-10-01') }],
      '/services/0/id',
      'mo/peer-support is on file as shipped for some of the same days; name it in "without", or let the days be apart',
    ],
    [
      'one of their own before it',
      [
        { ...anyService, inForce: inForce(undefined, '2025-01-31') },
        { ...anyService, inForce: inForce('2025-01-31') },
      ],
      '/services/1/id',
      'a definition before it has this id for some of the same days',
    ],
  ])('%s', (_what, own, path, message) => {
    expect(issuesOf(() => createChecker({ services: own }))).toEqual([{ code: 'id-taken', path, message }]);
  });

  test('the day before the first day of the shipped one is apart', () => {
    const before = { ...anyService, id: 'mo/peer-support', inForce: inForce('2014-01-01', '2014-09-30') };
    const { checkSession } = createChecker({ services: [before] });
    const passedOn = (dateOfService: string) =>
      checkSession({ service: 'mo/peer-support', dateOfService }).rules.definition;
    expect(passedOn('2014-09-30')).not.toBe(passedOn('2014-10-01'));
  });

  test('one rule twice for some of the same days', () => {
    const criteria = [
      { ...clause, through: '2025-03-03' },
      { ...clause, from: '2025-03-03' },
    ];
    expect(issuesOf(() => createChecker({ services: [{ ...anyService, criteria }] }))).toMatchObject([
      { code: 'said-twice', path: '/services/0/criteria/1/rule' },
    ]);
  });

  test('a clause that ends before it begins', () => {
    const criteria = [{ ...clause, from: '2025-03-03', through: '2025-03-02' }];
    expect(issuesOf(() => createChecker({ services: [{ ...anyService, criteria }] }))).toMatchObject([
      { code: 'not-in-order', path: '/services/0/criteria/0/through' },
    ]);
  });
});

describe('shipped definitions that are left out', () => {
  test.each([
    ['mo/peer-suport', 'expected the id of a shipped service; did you mean "mo/peer-support"?'],
    ['acupuncture', /^expected the id of a shipped service; shipped: mo\/H2017TG, /],
  ])('%s is none', (id, message) => {
    const issues = issuesOf(() => createChecker({ without: ['mt/imr', id] }));
    expect(issues).toMatchObject([
      { code: 'service-not-on-file', path: '/without/1', message: expect.stringMatching(message) as string },
    ]);
  });
});

test('a rule that no service on file has is no rule to explain', () => {
  const { checker, rule } = {
    checker: createChecker({ without: ['mt/imr'] }),
    rule: 'member/adultt' as RuleId,
  };
  expect(issuesOf(() => explain(rule, { checker }))).toEqual([
    {
      code: 'rule-not-on-file',
      path: '/rule',
      message: 'expected the id of a rule; did you mean "member/adult"?',
    },
  ]);
  expect(issuesOf(() => explain('custom/x'))[0]?.message).toBe(
    'expected the id of a rule, such as units/daily-limit',
  );
});

function issuesOf(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}
