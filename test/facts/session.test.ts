import { describe, expect, test } from 'vitest';
import { parseSession } from '../../src/index.js';
import type { Form, Row } from '../../src/facts/rows/row.js';
import { places, pointerTo, sessionWith } from '../support/facts.js';

type Bad = readonly [value: unknown, message: string, where?: string];

interface Accepted {
  readonly good: readonly unknown[];
  readonly bad: readonly Bad[];
}

const aDay = 'expected a day that exists, written YYYY-MM-DD, found other text';
const aTime = 'expected a time from 00:00 to 23:59, written HH:mm, found other text';
const anEnd = 'expected a time from 00:00 to 24:00, written HH:mm, found other text';
const dollars =
  'expected US dollars as text with exactly two digits after the point, such as "20.36", found other text';
/** The same words, of something else that was found. */
const instead = (message: string, found: string) => message.replace('other text', found);
const noText: readonly Bad[] = [
  [17, 'expected text, found a number'],
  [true, 'expected text, found true or false'],
  [['M-1'], 'expected text, found a list'],
];
const noNumber: readonly Bad[] = [
  [NaN, 'expected a number, found NaN'],
  [Infinity, 'expected a finite number'],
  ['8', 'expected a number, found text'],
  [8n, 'expected a number, found a bigint'],
];
const tooSmall: Bad = [-1, 'expected a number of at least 0, found a smaller one'];
const wholeFromOne: Accepted = {
  good: [1, 8],
  bad: [
    [0, 'expected a number of at least 1, found a smaller one'],
    [1.5, 'expected a whole number, found a fraction'],
    ...noNumber,
  ],
};

/** For each form of a fact: what is accepted, and what is not, with the words that say so. */
const forms: Readonly<Record<Extract<Form, string> | 'one' | 'many' | 'closed' | 'held', Accepted>> = {
  flag: {
    good: [true, false],
    bad: [
      ['true', 'expected true or false, found text'],
      [1, 'expected true or false, found a number'],
      [[], 'expected true or false, found a list'],
      [{}, 'expected true or false, found an object'],
    ],
  },
  text: { good: ['M-1', ''], bad: noText },
  serviceId: { good: ['mo/peer-support', 'xx/own', ''], bad: noText },
  key: { good: ['M-1'], bad: [...noText, ['', 'expected text that is not empty, found empty text']] },
  civilDate: {
    good: ['2024-02-29', '1931-12-31'],
    bad: [
      ['2025-02-29', aDay],
      ['03/03/2025', aDay],
      [20250303, instead(aDay, 'a number')],
      [new Date(0), instead(aDay, 'an object')],
    ],
  },
  clockTime: {
    good: ['00:00', '23:59'],
    bad: [
      ['24:00', aTime],
      ['9:00', aTime],
      [9, instead(aTime, 'a number')],
    ],
  },
  endTime: {
    good: ['00:00', '24:00'],
    bad: [
      ['24:01', anEnd],
      ['12:60', anEnd],
      [{ hours: 9 }, instead(anEnd, 'an object')],
    ],
  },
  quantity: {
    good: [0, 7.5, 1_000_000_000],
    bad: [
      tooSmall,
      [1_000_000_000.5, 'expected a number of at most 1000000000, found a larger one'],
      ...noNumber,
    ],
  },
  signedQuantity: {
    good: [-1_000_000_000, -7.5, 0, 1_000_000_000],
    bad: [
      [-1_000_000_001, 'expected a number of at least -1000000000, found a smaller one'],
      [1_000_000_000.5, 'expected a number of at most 1000000000, found a larger one'],
      ...noNumber,
    ],
  },
  percentile: {
    good: [0, 80, 99.5, 100],
    bad: [tooSmall, [100.5, 'expected a number of at most 100, found a larger one'], ...noNumber],
  },
  headcount: wholeFromOne,
  wholeNumber: {
    good: [0, 1, 8],
    bad: [tooSmall, [1.5, 'expected a whole number, found a fraction'], ...noNumber],
  },
  lineNumber: wholeFromOne,
  money: {
    good: ['0.00', '39.60'],
    bad: [
      [39.6, instead(dollars, 'a number')],
      ...['39.6', '$39.60', '-1.00', '1e3'].map((text): Bad => [text, dollars]),
      ['', instead(dollars, 'empty text')],
    ],
  },
  texts: {
    good: [[], ['anything', '']],
    bad: [
      ['F31.9', 'expected a list, found text'],
      [['F31.9', 5], 'expected text, found a number', '/1'],
    ],
  },
  one: {
    good: [],
    bad: [
      ['unlisted', 'expected one of …, found other text'],
      ['', 'expected one of …, found empty text'],
      [1, 'expected one of …, found a number'],
    ],
  },
  many: {
    good: [[], ['anything', '']],
    bad: [
      ['transportation', 'expected a list, found text'],
      [[5], 'expected text, found a number', '/0'],
    ],
  },
  closed: {
    good: [[]],
    bad: [
      ['unlisted', 'expected a list, found text'],
      [['unlisted'], 'expected one of …, found other text', '/0'],
      [[5], 'expected one of …, found a number', '/0'],
    ],
  },
  held: {
    good: [
      [],
      [{ code: 'on no list of ours' }],
      [{ code: 'ANY', from: '2025-01-01', through: null }],
      [{ code: 'ANY', from: null, through: '2025-01-01' }],
      [{ code: 'ANY', through: '2025-01-01' }],
      [{ code: 'ANY', from: '2025-01-01', through: '2025-01-01' }],
    ],
    bad: [
      ['ANY', 'expected a list, found text'],
      [['ANY'], 'expected an object, found text', '/0'],
      [[{ from: '2025-01-01' }], 'expected text, found nothing', '/0/code'],
      [[{ code: 'ANY', from: '2025-02-30' }], aDay, '/0/from'],
      [
        [{ code: 'ANY', thru: '2025-01-01' }],
        "an unknown key, not shown, as it may be somebody's data; known here: code, from, through",
        '/0',
      ],
      [
        [{ code: 'ANY', from: '2025-01-02', through: '2025-01-01' }],
        'expected a day not before `from`, found other text',
        '/0/through',
      ],
    ],
  },
};

function formOf(row: Row): keyof typeof forms | undefined {
  if (row.kind !== 'fact') return undefined;
  const { form } = row;
  if (typeof form === 'string') return form;
  if ('one' in form) return 'one';
  if ('held' in form) return 'held';
  return 'many' in form && form.isClosed ? 'closed' : 'many';
}

function issuesOf(path: string, value: unknown) {
  const parsed = parseSession(sessionWith(path, value));
  return parsed.ok ? [] : parsed.issues.map((issue) => ({ path: issue.path, message: issue.message }));
}

/** The codes of a closed list are left out of a message: the table says the rest. */
function withoutCodes(message: string): string {
  return message.replace(/expected one of .*, found/, 'expected one of …, found');
}

const facts = places.filter(({ row }) => row.kind === 'fact');
const pathsOf = (form: string) => facts.filter(({ row }) => formOf(row) === form).map(({ path }) => path);
const required = facts.filter(({ row }) => row.kind === 'fact' && row.isRequired).map(({ path }) => path);

describe.each(Object.entries(forms).filter(([form]) => pathsOf(form).length > 0))(
  'every fact that is written as %s',
  (form, { good, bad }) => {
    test.each([...good.map((value) => [value] as const)])('may be %j', (value) => {
      for (const path of pathsOf(form)) {
        const session = sessionWith(path, value);
        expect(parseSession(session), path).toEqual({ ok: true, value: session });
      }
    });

    test.each(bad)('is not %s: %s', (value, message, where = '') => {
      for (const path of pathsOf(form)) {
        const issues = issuesOf(path, value).map((issue) => [issue.path, withoutCodes(issue.message)]);
        expect(issues, path).toEqual([[`${pointerTo(path)}${String(where)}`, message]]);
      }
    });

    test('may be left out, or null, where it is not required', () => {
      for (const path of pathsOf(form).filter((one) => !required.includes(one))) {
        expect(issuesOf(path, null), path).toEqual([]);
        expect(issuesOf(path, undefined), path).toEqual([]);
      }
    });
  },
);

test.each(required)('%s must be stated', (path) => {
  const expected = path === 'dateOfService' ? aDay : 'expected text, found other text';
  expect(issuesOf(path, null)).toMatchObject([{ path: pointerTo(path), message: instead(expected, 'null') }]);
  expect(issuesOf(path, undefined)).toMatchObject([
    { path: pointerTo(path), message: instead(expected, 'nothing') },
  ]);
});

test('each code of a closed list is accepted, and the list is told where another is stated', () => {
  for (const { path, row } of facts) {
    if (row.kind !== 'fact' || typeof row.form !== 'object' || !('one' in row.form)) continue;
    const codes = Object.keys(row.form.one.codes);
    for (const code of codes) expect(issuesOf(path, code), path).toEqual([]);
    const accepted = codes.map((code) => JSON.stringify(code)).join(', ');
    expect(issuesOf(path, 'unlisted')[0]?.message).toBe(`expected one of ${accepted}, found other text`);
  }
});

test('minus zero is zero', () => {
  for (const path of [...pathsOf('quantity'), ...pathsOf('percentile')])
    expect(parseSession(sessionWith(path, -0)), path).toEqual({ ok: true, value: sessionWith(path, 0) });
});

describe('an object of facts', () => {
  const objects = places.flatMap(({ path, row }) => (row.kind === 'group' ? [{ path, none: row.none }] : []));

  test.each(objects)('$path may be empty, null and, where there may be none, none', ({ path, none }) => {
    for (const value of [{}, null]) expect(issuesOf(path, value)).toEqual([]);
    expect(issuesOf(path, 'none')).toEqual(
      none === undefined ? [{ path: pointerTo(path), message: 'expected an object, found text' }] : [],
    );
  });

  test.each(objects)('$path is nothing else', ({ path, none }) => {
    const expected = none === undefined ? 'an object' : 'an object or "none"';
    const others = [
      ['None', 'text'],
      [[], 'a list'],
      [false, 'true or false'],
      [0, 'a number'],
    ] as const;
    for (const [value, found] of others)
      expect(issuesOf(path, value)).toEqual([
        { path: pointerTo(path), message: `expected ${expected}, found ${found}` },
      ]);
  });

  test.each([
    ['assessment.symptomInterfere', 'symptomsInterfere'],
    ['assessment.needs.atrisk', 'atRisk'],
    ['assessment.scores.psiPercentil', 'psiPercentile'],
    ['documentation.weeklyNotes', 'weeklyNote'],
  ])('names what a misspelt fact may be: %s is %s', (path, meant) => {
    const key = path.split('.').at(-1) ?? '';
    expect(issuesOf(path, true)).toEqual([
      { path: pointerTo(path), message: `unknown key "${key}"; did you mean "${meant}"?` },
    ]);
  });
});

describe('an entry of a list of trainings, waivers or exceptions', () => {
  test.each<[list: string, entry: object]>([
    ['staff.trainings', { topic: 'ptsd', completedOn: '2024-05-01', hours: 1.5, documented: true }],
    ['staff.supervisor.trainings', { topic: 'ptsd', completedOn: null, hours: null, documented: null }],
    ['staff.trainings', { topic: 'a topic of our own', hours: 0 }],
    ['staff.trainingWaivers', { topic: 'ptsd' }],
    ['staff.trainingWaivers', { topic: 'ptsd', documented: false }],
    ['staff.trainingExceptions', { topic: 'ptsd', approvedOn: '2024-05-01' }],
  ])('%s: may be %j', (list, entry) => {
    expect(issuesOf(list, [entry])).toEqual([]);
  });

  test.each<[list: string, entry: unknown, where: string, message: string]>([
    ['staff.trainings', {}, '/topic', 'expected text, found nothing'],
    ['staff.supervisor.trainings', { topic: 'ptsd', completedOn: '2024-13-01' }, '/completedOn', aDay],
    ['staff.trainings', { topic: 'ptsd', hours: -1 }, '/hours', tooSmall[1]],
    [
      'staff.trainings',
      { topic: 'ptsd', completed: '2024-05-01' },
      '/completed',
      'unknown key "completed"; did you mean "completedOn"?',
    ],
    [
      'staff.trainingWaivers',
      { topic: 'ptsd', documented: 1 },
      '/documented',
      'expected true or false, found a number',
    ],
    ['staff.trainingExceptions', { topic: 'ptsd', approvedOn: '2024-05-32' }, '/approvedOn', aDay],
  ])('%s: is not %j', (list, entry, where, message) => {
    expect(issuesOf(list, [entry])).toEqual([{ path: `${pointerTo(list)}/0${where}`, message }]);
  });
});
