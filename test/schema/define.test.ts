import { describe, expect, test } from 'vitest';
import {
  createChecker,
  DefinitionError,
  defineService,
  peerSupport,
  services,
  type Criterion,
  type InputIssue,
  type IssueCode,
  type Service,
} from '../../src/index.js';
import { caseFiles, mergePatch, sessionOf } from '../support/cases.js';
import { objections } from './support.js';
import { withoutCodes } from '../support/issues.js';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function issuesOf(data: unknown): readonly Omit<InputIssue, 'code'>[] {
  try {
    defineService(data);
  } catch (error) {
    if (error instanceof DefinitionError) return withoutCodes(error.issues);
    throw error;
  }
  return [];
}

describe('the shipped definitions as files', () => {
  test.each(services.map((service) => [service.id, service] as const))('%s', (_id, service) => {
    expect(objections('service', service)).toEqual([]);
    expect(defineService(service)).toStrictEqual(service);
    expect(defineService(throughJson(service))).toStrictEqual(throughJson(service));
  });

  test('peer support from JSON finds what peer support finds, in every case', () => {
    const mine = createChecker({
      without: ['mo/peer-support'],
      services: [defineService(throughJson(peerSupport))],
    });
    const shipped = createChecker();
    const [cases = []] = caseFiles().flatMap(([file, list]) =>
      file === 'mo-peer-support.json' ? [list] : [],
    );
    expect(cases.length).toBeGreaterThan(0);
    for (const { options, ...rest } of cases) {
      const session = sessionOf(rest);
      expect(mine.checkSession(session, options)).toStrictEqual(shipped.checkSession(session, options));
    }
  });

  test('what is returned is a copy', () => {
    const data = throughJson(peerSupport) as { title: string; criteria: { says: string }[] };
    const defined = defineService(data);
    data.title = 'Changed';
    data.criteria.forEach((criterion) => (criterion.says = 'Changed.'));
    expect(defined).toStrictEqual(throughJson(peerSupport));
  });
});

const cite = { source: 'our-manual', title: 'Our manual', section: '1', basis: 'source' };
const clause = {
  rule: 'custom/signed',
  requires: { op: 'is', fact: 'documentation.meetsProgramRequirements', value: true },
  says: 'The note is signed.',
  fails: 'The note is not signed',
  cite,
};
const rate = { from: '2025-01-01', rate: '4.95', providerPay: '4.38', cite };
const code = { funding: 'medicaid', procedureCode: 'H0038', modifiers: ['HQ'], rates: [rate] };
const whole = {
  id: 'xx/own',
  title: 'Our own service',
  jurisdiction: 'XX',
  inForce: { from: '2025-01-01', through: '2025-12-31', cite },
  codes: [code],
  unit: { minutes: 15, cite },
  limits: [{ rule: 'units/daily-limit', per: 'day', units: 32, cite }],
  criteria: [clause],
};

/** The definition with one part changed, by a merge patch. */
const with_ = (change: unknown) => mergePatch(whole, change as never);
const requiring = (requires: unknown) => with_({ criteria: [{ ...clause, requires }] });

describe('a placeholder that is not filled is refused', () => {
  test.each([
    ['fails', 'On {on} the member is {age}, and on {on} still', false],
    ['fails', 'On {date} the note is not signed', true],
    ['fallsShort', 'The note of {} is not signed', true],
    ['fallsShort', 'The note of {on} is not signed', false],
    ['fails', 'The note has none of { a, b }', false],
  ])('%s: %s', (key, words, isRefused) => {
    const message = 'expected no placeholder but {on}, the date of service, and {age}, the age';
    expect(issuesOf(with_({ criteria: [{ ...clause, [key]: words }] }))).toEqual(
      isRefused ? [{ path: `/criteria/0/${key}`, message }] : [],
    );
  });

  test('in what a part of a condition says too', () => {
    const said = { op: 'all', conditions: [clause.requires], fails: 'On {date} it is not signed' };
    expect(issuesOf(requiring({ op: 'any', conditions: [said] }))).toMatchObject([
      { path: '/criteria/0/requires/conditions/0/fails' },
    ]);
  });

  test('and what a number of conditions counts has its words', () => {
    const counted = { of: 'items', are: 'signed', names: ['the note'] };
    const number = { op: 'atLeast', count: 1, conditions: [clause.requires], counted };
    expect(issuesOf(requiring(number))).toEqual([]);
    expect(issuesOf(requiring({ ...number, counted: { of: 'items' } }))).not.toEqual([]);
  });
});

test('words of our own are told as sentences', () => {
  const own = defineService(
    with_({
      criteria: [
        { ...clause, fails: 'On {on} and again on {on} it was not signed;  ' },
        {
          ...clause,
          rule: 'custom/consent',
          appliesWhen: { op: 'is', fact: 'faceToFace', value: true },
          otherwise: 'No consent is asked ',
        },
      ],
    }),
  );
  const session = {
    service: 'xx/own',
    dateOfService: '2025-03-03',
    faceToFace: false,
    documentation: { meetsProgramRequirements: false },
  };
  const { findings, notApplicable } = createChecker({ services: [own] }).checkSession(session);
  expect(findings.find(({ rule }) => rule === 'custom/signed')?.message).toBe(
    'On 2025-03-03 and again on 2025-03-03 it was not signed. The note is signed.',
  );
  expect(notApplicable.find(({ rule }) => rule === 'custom/consent')?.message).toBe('No consent is asked.');
});

test('a definition of our own is taken, and judges', () => {
  const own = defineService(whole);
  const checker = createChecker({ services: [own] });
  const session = {
    service: 'xx/own',
    dateOfService: '2025-03-03',
    startTime: '09:00',
    endTime: '10:00',
    units: 4,
    documentation: { meetsProgramRequirements: false },
  };
  const { verdict, findings, price } = checker.checkSession(session, { history: [] });
  expect([verdict, price?.charge]).toEqual(['not-billable', '19.80']);
  expect(findings).toMatchObject([{ rule: 'custom/signed', outcome: 'fail', citations: [cite] }]);
  expect(objections('service', whole)).toEqual([]);
});

describe('what is wrong is said, with its place', () => {
  test.each<[title: string, definition: unknown, path: string, message: RegExp]>([
    ['no object', null, '', /^expected an object, found null$/],
    ['text', 'mo/peer-support', '', /^expected an object, found text$/],
    ['an unknown key', with_({ formt: 'x' }), '/formt', /^unknown key "formt"; did you mean "format"\?$/],
    [
      'a key that is no name',
      with_({ 'a note': 'x' }),
      '',
      /^an unknown key, not shown, as it may be .*; known here: id, /,
    ],
    ['no id', with_({ id: null }), '/id', /^expected text without blanks, found nothing$/],
    [
      'an id with a blank',
      with_({ id: 'xx/our own' }),
      '/id',
      /^expected text without blanks, found other text$/,
    ],
    ['an empty title', with_({ title: '' }), '/title', /^expected text that is not empty/],
    [
      'a day that does not exist',
      with_({ inForce: { from: '2025-02-30' } }),
      '/inForce/from',
      /^expected a day that exists/,
    ],
    [
      'an inverted period',
      with_({ inForce: { through: '2024-12-31' } }),
      '/inForce/through',
      /^expected a day not before `from`$/,
    ],
    [
      'modifiers that are no list, beside a code that is sound',
      with_({ codes: [code, { ...code, modifiers: 'HQ' }] }),
      '/codes/1/modifiers',
      /^expected a list, found text$/,
    ],
    [
      'a limit that begins no later than the one before',
      with_({
        limits: ['2025-06-01', '2025-06-01'].map((from) => ({
          ...{ rule: 'units/daily-limit', per: 'day', units: 32, from, cite },
        })),
      }),
      '/limits/1/from',
      /later/,
    ],
    [
      'a limit of a rule that is no text',
      with_({ limits: [{ rule: 5, per: 'day', units: 32, cite }] }),
      '/limits/0/rule',
      /^expected one of /,
    ],
    ['a unit of no minutes', with_({ unit: { minutes: 0 } }), '/unit/minutes', /./],
    ['a unit of negative minutes', with_({ unit: { minutes: -15 } }), '/unit/minutes', /./],
    [
      'a unit without a citation',
      with_({ unit: { cite: null } }),
      '/unit/cite',
      /^expected an object, found nothing$/,
    ],
    [
      'a citation without its section',
      with_({ unit: { cite: { section: null } } }),
      '/unit/cite/section',
      /^expected text that is not empty, found nothing$/,
    ],
    ['a limit of no units', with_({ limits: [{ ...whole.limits[0], units: 0 }] }), '/limits/0/units', /./],
    [
      'a daily limit of a month',
      with_({ limits: [{ ...whole.limits[0], per: 'calendar-month' }] }),
      '/limits/0/per',
      /^expected "day" for this limit$/,
    ],
    [
      'two daily limits',
      with_({ limits: [whole.limits[0], whole.limits[0]] }),
      '/limits/1/from',
      /^expected a later day than the value before$/,
    ],
    [
      'a rate as a number',
      with_({ codes: [{ ...code, rates: [{ ...rate, rate: 4.95 }] }] }),
      '/codes/0/rates/0/rate',
      /^expected US dollars as text .*, found a number$/,
    ],
    [
      'a small letter',
      with_({ codes: [{ ...code, modifiers: ['hq'] }] }),
      '/codes/0/modifiers/0',
      /^expected two capitals or digits, found other text$/,
    ],
    [
      'rates in disorder',
      with_({ codes: [{ ...code, rates: [rate, { ...rate, from: '2024-07-01' }] }] }),
      '/codes/0/rates/1/from',
      /^expected a later day than the rate before$/,
    ],
    [
      'two rates of one day',
      with_({ codes: [{ ...code, rates: [rate, rate] }] }),
      '/codes/0/rates/1/from',
      /^expected a later day than the rate before$/,
    ],
    [
      'the same code twice, its modifiers in another order',
      with_({
        codes: [
          { ...code, modifiers: ['HO', 'HQ'] },
          { ...code, modifiers: ['HQ', 'HO'] },
        ],
      }),
      '/codes/1',
      /^the same code and modifiers/,
    ],
    ['no criteria', with_({ criteria: null }), '/criteria', /^expected a list, found nothing$/],
    [
      'a clause without a citation',
      with_({ criteria: [{ ...clause, cite: undefined }] }),
      '/criteria/0/cite',
      /^expected an object, found nothing$/,
    ],
    [
      'a rule id without an area',
      with_({ criteria: [{ ...clause, rule: 'signed' }] }),
      '/criteria/0/rule',
      /^expected an area and a name/,
    ],
    [
      'a rule id in capitals',
      with_({ criteria: [{ ...clause, rule: 'Custom/Signed' }] }),
      '/criteria/0/rule',
      /^expected an area and a name/,
    ],
    [
      'a rule id with two areas',
      with_({ criteria: [{ ...clause, rule: 'a/b/c' }] }),
      '/criteria/0/rule',
      /^expected an area and a name/,
    ],
    [
      'the id of a rule that computes',
      with_({ criteria: [{ ...clause, rule: 'units/time' }] }),
      '/criteria/0/rule',
      /^expected an id of your own, such as "custom\/signed", found the id of a shipped rule that computes$/,
    ],
    [
      'a rule id twice',
      with_({ criteria: [clause, { ...clause, says: 'Again.' }] }),
      '/criteria/1/rule',
      /^this rule id stands there before, for some of the same days$/,
    ],
    [
      'another severity',
      with_({ criteria: [{ ...clause, severity: 'info' }] }),
      '/criteria/0/severity',
      /^expected one of "error", "warning"/,
    ],
    [
      'an unknown denial',
      with_({ criteria: [{ ...clause, denial: 'unsigned' }] }),
      '/criteria/0/denial',
      /^expected one of "limit"/,
    ],
    [
      'an unknown reading',
      with_({ criteria: [{ ...clause, reading: 'ours' }] }),
      '/criteria/0/reading',
      /^expected a named reading: rounding, /,
    ],
    [
      'a reading named like a function',
      with_({ criteria: [{ ...clause, reading: 'toString' }] }),
      '/criteria/0/reading',
      /^expected a named reading: /,
    ],
    [
      'an unknown topic',
      with_({
        training: {
          initial: ['x'],
          additional: [],
          withinMonths: 6,
          cite: { initial: cite, additional: cite, documented: cite },
        },
      }),
      '/training/initial/0',
      /^expected one of /,
    ],
  ])('%s', (_title, definition, path, message) => {
    expect(issuesOf(definition)).toEqual([{ path, message: expect.stringMatching(message) as string }]);
  });
});

test.each<[code: IssueCode, definition: unknown, path: string]>([
  ['not-stated', null, ''],
  ['empty-text', with_({ title: '' }), '/title'],
  ['not-in-form', with_({ id: 'our own' }), '/id'],
  ['not-in-form', with_({ criteria: [{ ...clause, rule: 'Signed' }] }), '/criteria/0/rule'],
  ['id-taken', with_({ criteria: [{ ...clause, rule: 'units/time' }] }), '/criteria/0/rule'],
  ['said-twice', with_({ criteria: [clause, clause] }), '/criteria/1/rule'],
  ['said-twice', with_({ codes: [code, code] }), '/codes/1'],
  ['not-in-order', with_({ inForce: { through: '2024-12-31' } }), '/inForce/through'],
  ['not-in-order', with_({ codes: [{ ...code, rates: [rate, rate] }] }), '/codes/0/rates/1/from'],
  ['not-in-order', with_({ limits: [...whole.limits, ...whole.limits] }), '/limits/1/from'],
  [
    'does-not-fit',
    with_({ limits: whole.limits.map((limit) => ({ ...limit, per: 'calendar-month' })) }),
    '/limits/0/per',
  ],
  ['not-a-choice', with_({ inForce: { reading: 'none' } }), '/inForce/reading'],
  ['not-a-condition', requiring({ ...clause.requires, op: 'iss' }), '/criteria/0/requires/op'],
  [
    'not-a-condition',
    requiring({ op: 'reading', reading: 'diagnosisClasses', value: 1 }),
    '/criteria/0/requires/reading',
  ],
  ['unknown-key', requiring({ ...clause.requires, since: 1 }), '/criteria/0/requires/since'],
  [
    'does-not-fit',
    requiring({ op: 'atLeast', count: 2, conditions: [clause.requires] }),
    '/criteria/0/requires/count',
  ],
])('%s: the code of what is wrong in a definition', (issueCode, definition, path) => {
  expect(() => defineService(definition)).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ code: issueCode, path })] }) as Error,
  );
});

describe('conditions', () => {
  const is = clause.requires;

  test.each<[title: string, requires: unknown, path: string, message: RegExp]>([
    ['no condition', null, '', /./],
    ['no operator', { fact: 'faceToFace', value: true }, '/op', /^expected one of "is", "oneOf", /],
    ['an unknown operator', { ...is, op: 'iss' }, '/op', /^expected one of "is", .*; did you mean "is"\?$/],
    ['an unknown fact', { ...is, fact: 'documentation.signed' }, '/fact', /^expected one of "faceToFace", /],
    ['a misspelt fact', { ...is, fact: 'facetoface' }, '/fact', /^expected one of /],
    ['a fact of another kind', { ...is, fact: 'member.birthDate' }, '/fact', /^expected one of /],
    [
      'a list that is none',
      { op: 'holds', fact: 'activities', codes: ['x'] },
      '/fact',
      /^expected one of "member.programs", /,
    ],
    ['no codes', { op: 'holds', fact: 'staff.credentials', codes: [] }, '/codes', /at least one/],
    [
      'a key of another operator',
      { ...is, codes: ['x'] },
      '/codes',
      /^unknown key "codes"; known for is: op, fact, value, among$/,
    ],
    ['a value that is text', { ...is, value: 'true' }, '/value', /^expected true or false, found text$/],
    ['nothing in all', { op: 'all', conditions: [] }, '/conditions', /at least one/],
    [
      'within another',
      { op: 'not', condition: { op: 'all', conditions: [is, { ...is, op: 'no' }] } },
      '/condition/conditions/1/op',
      /^expected one of /,
    ],
    [
      'more than there are',
      { op: 'atLeast', count: 2, conditions: [is] },
      '/count',
      /^expected at most 1, the number of conditions$/,
    ],
    ['none at all', { op: 'atLeast', count: 0, conditions: [is] }, '/count', /./],
    [
      'an age of half a month',
      { op: 'ageAtLeast', fact: 'member.birthDate', months: 0.5, at: 'dateOfService' },
      '/months',
      /./,
    ],
    [
      'an unknown setting',
      { op: 'reading', reading: 'diagnosisClasses', value: 1 },
      '/reading',
      /^expected one of .*"adultProgram".*"licensedMhc"/,
    ],
    [
      'a choice that a setting has not',
      { op: 'reading', reading: 'adultProgram', value: 'on' },
      '/value',
      /^expected one of "error", "warn", "off"/,
    ],
    [
      'an unknown class',
      { op: 'hasDiagnosis', fact: 'assessment.diagnoses', class: 'anxiety' },
      '/class',
      /^expected one of "bipolar"/,
    ],
  ])('%s', (_title, requires, path, message) => {
    const definition = requiring(requires);
    expect(issuesOf(definition)).toEqual([
      { path: `/criteria/0/requires${path}`, message: expect.stringMatching(message) as string },
    ]);
    if (path !== '/count' || message.source === '.')
      expect(objections('service', definition)).not.toEqual([]);
  });

  test('the other two conditions of a clause are looked at too', () => {
    const odd = { op: 'atLeast', count: 3, conditions: [is, is] };
    expect(issuesOf(with_({ criteria: [{ ...clause, appliesWhen: odd, expects: odd }] }))).toEqual([
      { path: '/criteria/0/appliesWhen/count', message: expect.any(String) as string },
      { path: '/criteria/0/expects/count', message: expect.any(String) as string },
    ]);
  });
});

test('every problem is listed at once, those of order with those of shape', () => {
  const definition = {
    ...whole,
    titel: 'x',
    inForce: { from: '2025-12-31', through: '2025-01-01', cite },
    unit: { minutes: 0, cite },
    codes: [{ ...code, rates: [rate, { ...rate, from: '2024-01-01' }] }],
    criteria: [clause, { ...clause, requires: { op: 'is', fact: 'signed', value: true } }, null],
  };
  expect(
    issuesOf(definition)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(
    [
      '/titel',
      '/inForce/through',
      '/unit/minutes',
      '/codes/0/rates/1/from',
      '/criteria/1/rule',
      '/criteria/1/requires/fact',
      '/criteria/2',
    ].sort(),
  );
});

test('the error lists its problems in its message, and none of our values', () => {
  const definition = { ...whole, title: 5, unit: { minutes: 'secret', cite } };
  expect(() => defineService(definition)).toThrow(DefinitionError);
  expect(() => defineService(definition)).toThrow(
    '/title: expected text that is not empty, found a number\n/unit/minutes: expected a number, found text',
  );
  expect(
    new DefinitionError([{ code: 'not-stated', path: '', message: 'expected an object, found null' }]),
  ).toMatchObject({
    name: 'DefinitionError',
    message: 'definition: expected an object, found null',
  });
});

describe('what cannot be walked through is refused', () => {
  const tooDeep = [{ path: '', message: 'expected lists and objects in each other at most 100 deep' }];
  const nested = (levels: number) => {
    let requires: object = { op: 'is', fact: 'personCentered', value: true };
    for (let level = 0; level < levels; level++) requires = { op: 'not', condition: requires };
    return { ...whole, criteria: [{ ...clause, requires }] };
  };

  test.each([
    [90, []],
    [98, tooDeep],
    [50_000, tooDeep],
  ])('%d conditions in each other', (levels, issues) => {
    expect(issuesOf(nested(levels))).toEqual(issues);
  });

  test('a condition that holds itself', () => {
    const requires: { op: string; conditions: unknown[] } = { op: 'all', conditions: [] };
    requires.conditions.push(requires, requires);
    expect(issuesOf({ ...whole, criteria: [{ ...clause, requires }] })).toEqual(tooDeep);
  });

  test('an object that fails when it is read', () => {
    const failing = {
      get id(): string {
        throw new Error('SECRET');
      },
    };
    expect(issuesOf(failing)).toEqual([
      { path: '', message: 'expected plain data, found an object that cannot be read' },
    ]);
  });
});

test('a rate may have no first day, if it is the first', () => {
  const open = { rate: '4.00', providerPay: '4.00', cite };
  expect(issuesOf(with_({ codes: [{ ...code, rates: [open, rate] }] }))).toEqual([]);
  expect(issuesOf(with_({ codes: [{ ...code, rates: [rate, open] }] }))).toMatchObject([
    { path: '/codes/0/rates/1/from' },
  ]);
});

test('what is defined has the type of a service', () => {
  const defined: Service = defineService(whole);
  const [first]: readonly Criterion[] = defined.criteria;
  expect(first?.rule).toBe('custom/signed');
});
