import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as mini from 'zod/mini';
import * as z from '../../src/facts/zod.js';
import {
  checkSession,
  createChecker,
  InputError,
  parseClaim,
  parseSession,
  type IssueCode,
} from '../../src/index.js';
import { defaultReadings } from '../../src/readings/generated.js';
import { told } from '../../src/facts/input-error.js';
import { inputIssues } from '../../src/facts/issues.js';
import { places, sessionWith } from '../support/facts.js';
import { codesOf, withoutCodes } from '../support/issues.js';

const session = { service: 'mo/peer-support', dateOfService: '2025-03-03' };

function issuesOf(value: unknown) {
  const parsed = parseSession(value);
  return parsed.ok ? [] : withoutCodes(parsed.issues);
}

function messageOf(check: () => unknown): string {
  try {
    check();
  } catch (error) {
    if (error instanceof InputError) return `${error.message} ${JSON.stringify(error.issues)}`;
    throw error;
  }
  throw new Error('expected an error');
}

describe('a misspelt key', () => {
  test.each([
    ['dateofservice', 'dateOfService'],
    ['startTme', 'startTime'],
    ['Activities', 'activities'],
    ['personCentred', 'personCentered'],
    ['unit', 'units'],
    ['untis', 'units'],
    ['member.BIRTH-DATE', 'birthDate'],
    ['member.birthdate', 'birthDate'],
    ['member.birth_date', 'birthDate'],
    ['staff.credential', 'credentials'],
    ['staff.supervisor.trainngs', 'trainings'],
    ['plan.sessionServeGoal', 'sessionServesGoal'],
    ['documentation.progressNotes', 'progressNote'],
    ['documentation.weeklyNote.clientResponce', 'clientResponse'],
    ['group.participant', 'participants'],
    ['member.ID', 'id'],
    ['member.ids', 'id'],
    ['staff.sid', 'id'],
  ])('%s: did you mean %s?', (path, meant) => {
    const key = path.split('.').at(-1) ?? '';
    expect(issuesOf({ ...sessionWith(path, true), dateOfService: '2025-03-03' })).toEqual([
      { path: `/${path.replaceAll('.', '/')}`, message: `unknown key "${key}"; did you mean "${meant}"?` },
    ]);
  });
});

/** What is said of a key that is not shown. */
const hidden = (known: string) =>
  `an unknown key, not shown, as it may be somebody's data; known here: ${known}`;

describe('a key like none of ours is not repeated, and its place is that of the object that holds it', () => {
  test.each([
    ['plan.authorizationNumber', 'from, through, includesService, memberChoseService, sessionServesGoal'],
    ['group.facilitatorName', 'id, participants, staff'],
    ['agency.taxpayerIdentification', 'id, credentials, billsRegularPsr, ownership'],
    ['group.nr', 'id, participants, staff'],
    ['group.ref', 'id, participants, staff'],
    ['group.x', 'id, participants, staff'],
    ['member.dob', 'id, birthDate, programs, determinations, careTeamRoles'],
    ['agency.npi', 'id, credentials, billsRegularPsr, ownership'],
  ])('%s: the known ones are listed', (path, known) => {
    const holder = path.split('.').slice(0, -1).join('/');
    expect(issuesOf(sessionWith(path, 'x'))).toEqual([{ path: `/${holder}`, message: hidden(known) }]);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s, from JSON',
    (key) => {
      const inside = `{"service":"x","dateOfService":"2025-03-03","plan":{"${key}":{"polluted":true}}}`;
      const atTop = `{"service":"x","dateOfService":"2025-03-03","${key}":{"polluted":true}}`;
      expect(issuesOf(JSON.parse(inside))).toMatchObject([{ path: '/plan' }]);
      expect(issuesOf(JSON.parse(atTop))).toMatchObject([{ path: '' }]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  test.each(['Jane', 'John', 'Smith', 'Doe', 'Jim'])(
    '%s, which is only about as long as one of ours',
    (key) => {
      expect(issuesOf({ ...session, [key]: 1 })).toMatchObject([{ path: '' }]);
      expect(issuesOf({ ...session, member: { [key]: 1 } })).toMatchObject([{ path: '/member' }]);
      expect(JSON.stringify(issuesOf({ ...session, [key]: 1 }))).not.toContain(key);
    },
  );

  const known = 'id, birthDate, programs, determinations, careTeamRoles';

  test.each([
    'Jane Doe 1990-01-01',
    '1990-01-01',
    'a/b~c',
    'Zoë',
    '',
    'k'.repeat(61),
    `birthDate${' '.repeat(60)}`,
    'birth\u202eDate',
    'birth\u0000Date',
    'birthD\u0430te',
  ])('"%s"', (key) => {
    expect(issuesOf({ ...session, member: { [key]: 1 } })).toEqual([
      { path: '/member', message: hidden(known) },
    ]);
  });

  test('several are counted, beside those that are almost known', () => {
    const member = { 'Birth Date': 1, 'Jane Doe': 1, 'John Doe': 1 };
    expect(issuesOf({ ...session, member })).toEqual([
      { path: '/member/Birth Date', message: 'unknown key "Birth Date"; did you mean "birthDate"?' },
      {
        path: '/member',
        message: `2 unknown keys, not shown, as they may be somebody's data; known here: ${known}`,
      },
    ]);
  });
});

describe('everything wrong is told at once', () => {
  test('each in its place', () => {
    const value = {
      ...session,
      dateOfService: '2025-02-30',
      units: -1,
      member: { birthDate: 19900809, programs: [{ code: 'MO-PR-PLUS' }, { cod: 'MO-PR-PLUS' }] },
      plan: { from: true, frm: true },
    };
    expect(
      issuesOf(value)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      '/dateOfService',
      '/member/birthDate',
      '/member/programs/1/cod',
      '/member/programs/1/code',
      '/plan/frm',
      '/plan/from',
      '/units',
    ]);
  });
});

describe('what is no session at all', () => {
  test.each([
    [null, 'null'],
    [undefined, 'nothing'],
    [[], 'a list'],
    ['{}', 'text'],
    [5, 'a number'],
    [true, 'true or false'],
    [() => session, 'a function'],
  ])('%s', (value, found) => {
    expect(issuesOf(value)).toEqual([{ path: '', message: `expected an object, found ${found}` }]);
    expect(parseClaim(value)).toEqual(parseSession(value));
  });

  test.each([
    ['Date', new Date(0)],
    ['Map', new Map([['id', 'M-1']])],
    ['Set', new Set(['M-1'])],
    ['RegExp', /M-1/],
    ['Promise', Promise.resolve({ id: 'M-1' })],
  ])('a %s in place of the member', (kind, value) => {
    const message = `expected a plain object, found a ${kind}`;
    expect(issuesOf({ ...session, member: value })).toEqual([{ path: '/member', message }]);
    expect(issuesOf({ ...session, staff: { supervisor: value } })).toEqual([
      { path: '/staff/supervisor', message },
    ]);
    expect(issuesOf(value)).toEqual([{ path: '', message }]);
    expect(parseClaim(value)).toEqual(parseSession(value));
  });

  test('an Error in place of the agency', () => {
    expect(issuesOf({ ...session, agency: new Error('A-1') })).toEqual([
      { path: '/agency', message: 'expected a plain object, found an Error' },
    ]);
  });

  test('each of them is told', () => {
    const held = { member: new Map(), agency: new Date(0), plan: { from: '2025-01-01' } };
    expect(issuesOf({ ...session, ...held }).map(({ path }) => path)).toEqual(['/member', '/agency']);
  });

  test('an object that throws when it is read', () => {
    const member = {
      get id(): string {
        throw new Error('M-1');
      },
    };
    expect(parseSession({ ...session, member })).toEqual({
      ok: false,
      issues: [
        {
          code: 'not-plain-data',
          path: '',
          message: 'expected plain data, found an object that cannot be read',
        },
      ],
    });
  });
});

describe('an object of facts may be', () => {
  test.each([
    ['without a prototype', Object.assign(Object.create(null) as object, { id: 'M-1' })],
    ['with a prototype of its own', Object.assign(Object.create({}) as object, { id: 'M-1' })],
    ['frozen', Object.freeze({ id: 'M-1' })],
  ])('%s', (_what, member) => {
    expect(parseSession({ ...session, member })).toEqual({
      ok: true,
      value: { ...session, member: { id: 'M-1' } },
    });
  });
});

describe('text of a certain form is told by its form, whatever stands there instead', () => {
  const aDay = 'expected a day that exists, written YYYY-MM-DD';
  const dollars = 'expected US dollars as text with exactly two digits after the point, such as "20.36"';

  test.each<[facts: object, path: string, message: string]>([
    [{ dateOfService: undefined }, '/dateOfService', `${aDay}, found nothing`],
    [{ dateOfService: null }, '/dateOfService', `${aDay}, found null`],
    [{ dateOfService: '' }, '/dateOfService', `${aDay}, found empty text`],
    [{ plan: { from: 20250101 } }, '/plan/from', `${aDay}, found a number`],
    [{ charge: 20.36 }, '/charge', `${dollars}, found a number`],
    [{ startTime: 9 }, '/startTime', 'expected a time from 00:00 to 23:59, written HH:mm, found a number'],
    [{ service: 5 }, '/service', 'expected text, found a number'],
    [{ member: { id: '' } }, '/member/id', 'expected text that is not empty, found empty text'],
  ])('%j', (facts, path, message) => {
    expect(issuesOf({ ...session, ...facts })).toEqual([{ path, message }]);
  });
});

describe('a number without end', () => {
  test.each([
    ['Infinity', Infinity],
    ['-Infinity', -Infinity],
    ['1e999 in JSON', JSON.parse('1e999') as number],
  ])('%s is told apart from a number', (_text, value) => {
    expect(issuesOf({ ...session, units: value })).toEqual([
      { path: '/units', message: 'expected a finite number' },
    ]);
  });
});

test('in place of what is no number it is named', () => {
  expect(issuesOf({ ...session, faceToFace: Infinity })).toEqual([
    { path: '/faceToFace', message: 'expected true or false, found an infinite number' },
  ]);
});

describe('input made to hurt', () => {
  test('an object ten thousand deep', () => {
    const deep = JSON.parse(`${'{"plan":'.repeat(10_000)}1${'}'.repeat(10_000)}`) as object;
    expect(issuesOf({ ...session, plan: deep })).toMatchObject([{ path: '/plan/plan' }]);
  });

  test('an object inside itself', () => {
    const member: Record<string, unknown> = { id: 'M-1' };
    member['self'] = member;
    expect(issuesOf({ ...session, member })).toMatchObject([{ path: '/member' }]);
  });

  test.each([
    ['that are like none', (index: number) => `other${String(index)}`, 1],
    [
      'that are almost one',
      (index: number) => `unit${'-'.repeat(index % 50)}${'_'.repeat(Math.floor(index / 50))}s`,
      101,
    ],
  ])('a thousand unknown keys %s', (_what, nameOf, count) => {
    const keys = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [nameOf(index), 1]));
    const issues = issuesOf({ ...session, ...keys });
    expect(issues).toHaveLength(count);
    expect(JSON.stringify(issues).length).toBeLessThan(20_000);
  });

  test('sixty thousand things that are wrong: a hundred of them, and how many more', () => {
    const activities = Array.from({ length: 60_000 }, () => 5);
    const issues = issuesOf({ ...session, activities });
    expect(issues).toHaveLength(101);
    expect(issues[99]).toEqual({ path: '/activities/99', message: 'expected text, found a number' });
    expect(issues[100]).toEqual({ path: '', message: '59900 more problems are not listed' });
    const refusal = messageOf(() => checkSession({ ...session, activities } as never));
    expect(refusal.length).toBeLessThan(20_000);
    expect(refusal).toContain('59900 more problems are not listed');
  });

  test('a million letters where a date should be', () => {
    const issues = issuesOf({ ...session, dateOfService: '2'.repeat(1_000_000) });
    expect(JSON.stringify(issues).length).toBeLessThan(200);
  });
});

describe('no value of the input is told to anyone', () => {
  const SECRET = 'Zq7Secret';
  const paths = places.map(({ path }) => path);
  const secretText = fc.string().map((text) => text + SECRET + text);
  const secret = fc.oneof(
    secretText,
    fc.array(secretText, { minLength: 1 }),
    secretText.map((text) => ({ code: text, from: text, through: text })),
    secretText.map((text) => [
      { code: text, from: text },
      { topic: text, completedOn: text, hours: text },
    ]),
    secretText.map((text) => ({ id: text, birthDate: text, credentials: [text] })),
  );

  test('in no issue and no error message', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), secret, secretText, (path, value, service) => {
        const input = { ...sessionWith(path, value) };
        expect(JSON.stringify(parseSession(input).ok || issuesOf(input))).not.toContain(SECRET);
        expect(JSON.stringify(issuesOf({ ...input, dateOfService: service }))).not.toContain(SECRET);
        expect(messageOf(() => checkSession({ ...session, ...input, service }))).not.toContain(SECRET);
      }),
    );
  });
});

describe('a schema of another shape than that of facts', () => {
  const inner = z.strictObject({ a: z.optional(z.strictObject({})) });

  test.each<[title: string, schema: z.mini.ZodMiniType, value: unknown, path: string, message: string]>([
    ['a type without a word of ours', mini.date(), 'x', '', 'expected date, found text'],
    [
      'a check of its own words',
      z.string().check(z.refine(() => false, { error: 'another name' })),
      'x',
      '',
      'expected another name, found other text',
    ],
    [
      'a check that says what it found',
      z
        .string()
        .check(z.refine(() => false, { error: 'another name', params: { found: 'one that is taken' } })),
      'x',
      '',
      'expected another name, found one that is taken',
    ],
    ['a type in a pair', mini.tuple([z.string()]), [5], '/0', 'expected text, found a number'],
    ['a pattern', z.string().check(z.regex(/^a$/)), 'x', '', 'not accepted, found text'],
    ['a pair', mini.tuple([inner]), [{ b: 1 }], '/0', hidden('')],
    ['a table', z.record(z.string(), inner), { x: { b: 1 } }, '/x', hidden('a')],
    [
      'a number above another',
      z.number().check(z.gt(0)),
      0,
      '',
      'expected a number of more than 0, found 0 or less',
    ],
    [
      'a number from another on',
      z.number().check(z.minimum(1)),
      0,
      '',
      'expected a number of at least 1, found a smaller one',
    ],
    ['an object in a pair', mini.tuple([inner]), [{ a: { b: 1 } }], '/0/a', hidden('')],
  ])('%s', (_title, schema, value, path, message) => {
    const { error } = schema.safeParse(value);
    expect(error && withoutCodes(told(inputIssues(schema, value, error.issues)))).toEqual([
      { path, message },
    ]);
  });
});

describe('each issue has a code', () => {
  test.each<[code: IssueCode, facts: object, path: string]>([
    ['not-stated', { dateOfService: undefined }, '/dateOfService'],
    ['not-stated', { dateOfService: null }, '/dateOfService'],
    ['wrong-type', { units: '8' }, '/units'],
    ['wrong-type', { plan: 'nothing' }, '/plan'],
    ['unknown-key', { unit: 8 }, '/unit'],
    ['unknown-key', { 'not a name': 8 }, ''],
    ['not-a-choice', { funding: 'cash' }, '/funding'],
    ['not-a-day', { dateOfService: '2025-02-30' }, '/dateOfService'],
    ['not-a-time', { startTime: '24:00' }, '/startTime'],
    ['not-a-time', { endTime: '24:01' }, '/endTime'],
    ['not-an-amount', { charge: '5' }, '/charge'],
    ['not-whole', { group: { staff: 1.5 } }, '/group/staff'],
    ['too-small', { units: -1 }, '/units'],
    ['too-large', { units: 1e10 }, '/units'],
    ['empty-text', { member: { id: '' } }, '/member/id'],
    ['not-plain-data', { member: new Map() }, '/member'],
    [
      'not-in-order',
      { member: { programs: [{ code: 'MO-PR-PLUS', from: '2025-01-02', through: '2025-01-01' }] } },
      '/member/programs/0/through',
    ],
  ])('%s: %j', (code, facts, path) => {
    const parsed = parseSession({ ...session, ...facts });
    expect(parsed.ok ? [] : codesOf(parsed.issues)).toEqual([{ code, path }]);
  });

  test('a claim without lines', () => {
    const parsed = parseClaim({ jurisdiction: 'MO', lines: [] });
    expect(parsed.ok ? [] : codesOf(parsed.issues)).toEqual([{ code: 'empty-list', path: '/lines' }]);
  });

  test.each<[code: IssueCode, run: () => unknown, path: string]>([
    ['not-in-form', () => withClass(['f31']), '/readings/diagnosisClasses/bipolar/0'],
    ['service-not-on-file', () => checkSession({ ...session, service: 'x' }), '/service'],
  ])('%s', (code, run, path) => {
    expect(run).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code, path })] }) as Error,
    );
  });

  function withClass(bipolar: string[]) {
    const { diagnosisClasses } = defaultReadings;
    return createChecker({ readings: { diagnosisClasses: { ...diagnosisClasses, bipolar } } });
  }

  test('a pattern that is not of ours', () => {
    const schema = z.string().check(z.regex(/^a$/));
    const { error } = schema.safeParse('b');
    expect(error && codesOf(told(inputIssues(schema, 'b', error.issues)))).toEqual([
      { code: 'not-in-form', path: '' },
    ]);
  });
});
