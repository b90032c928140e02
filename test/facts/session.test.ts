import { describe, expect, test } from 'vitest';
import { parseSession } from '../../src/index.js';
import { chosen, comparedKeys, facts, listed, objects, orNone, pointer, sessionWith } from './contract.js';
import { withoutCodes } from '../support/issues.js';

/** For each kind of fact: what is accepted, and what is not with the words that say so. */
const kinds: Record<keyof typeof facts, { good: unknown[]; bad: [value: unknown, message: string][] }> = {
  boolean: {
    good: [true, false],
    bad: [
      ['true', 'expected true or false, found text'],
      [1, 'expected true or false, found a number'],
      [[], 'expected true or false, found a list'],
      [{}, 'expected true or false, found an object'],
    ],
  },
  text: {
    good: ['M-1', ''],
    bad: [
      [17, 'expected text, found a number'],
      [true, 'expected text, found true or false'],
      [['M-1'], 'expected text, found a list'],
    ],
  },
  date: {
    good: ['2024-02-29', '1931-12-31'],
    bad: [
      ['2025-02-29', 'expected a day that exists, written YYYY-MM-DD, found other text'],
      ['03/03/2025', 'expected a day that exists, written YYYY-MM-DD, found other text'],
      [20250303, 'expected text, found a number'],
      [new Date(0), 'expected text, found an object'],
    ],
  },
  time: {
    good: ['00:00', '23:59'],
    bad: [
      [9, 'expected text, found a number'],
      [{ hours: 9 }, 'expected text, found an object'],
    ],
  },
  money: {
    good: ['0.00', '39.60'],
    bad: [
      [39.6, 'expected text, found a number'],
      ...['39.6', '$39.60', '-1.00', '1e3', ''].map((text): [unknown, string] => [
        text,
        'expected US dollars as text with exactly two digits after the point, such as "20.36", found other text',
      ]),
    ],
  },
  integer: {
    good: [1, 8],
    bad: [
      [0, 'expected a number of at least 1, found a smaller one'],
      [1.5, 'expected a whole number, found a fraction'],
      [NaN, 'expected a number, found NaN'],
      ['8', 'expected a number, found text'],
    ],
  },
  number: {
    good: [0, 8, 7.5],
    bad: [
      [-1, 'expected a number of at least 0, found a smaller one'],
      [NaN, 'expected a number, found NaN'],
      [Infinity, 'expected a number, found a number without end'],
      ['8', 'expected a number, found text'],
      [8n, 'expected a number, found a bigint'],
      [true, 'expected a number, found true or false'],
    ],
  },
  'dated-codes': {
    good: [[], [{ code: 'ANY', from: '2025-01-01', through: null }], [{ code: 'ANY' }]],
    bad: [
      ['ANY', 'expected a list, found text'],
      [{ code: 'ANY' }, 'expected a list, found an object'],
      ['none', 'expected a list, found text'],
    ],
  },
  trainings: {
    good: [[], [{ topic: 'ptsd' }]],
    bad: [
      ['ptsd', 'expected a list, found text'],
      [{ topic: 'ptsd' }, 'expected a list, found an object'],
    ],
  },
};

function issuesOf(path: string, value: unknown) {
  const parsed = parseSession(sessionWith(path, value));
  return parsed.ok ? [] : withoutCodes(parsed.issues);
}

const everyFact = Object.entries(facts).flatMap(([kind, paths]) =>
  paths.map((path) => [path, kind as keyof typeof facts] as const),
);

describe.each(everyFact)('%s, a fact of kind %s', (path, kind) => {
  const isCompared = comparedKeys.includes(path);
  const good = kinds[kind].good.filter((value) => value !== '' || !isCompared);

  test.each([...good, null, undefined])('may be %j', (value) => {
    const session = sessionWith(path, value);
    expect(parseSession(session)).toEqual({ ok: true, value: session });
  });

  test.each(kinds[kind].bad)('is not %s: %s', (value, message) => {
    expect(issuesOf(path, value)).toEqual([{ path: pointer(path), message }]);
  });
});

describe.each(comparedKeys)('%s, a key', (path) => {
  test('is not empty', () => {
    expect(issuesOf(path, '')).toEqual([
      { path: pointer(path), message: 'expected text that is not empty, found none' },
    ]);
  });
});

/** A percentile has an end of its own. */
const unbounded = facts.number.filter((path) => path !== 'assessment.scores.psiPercentile');

describe.each(unbounded)('%s', (path) => {
  test('may be so great that sums are still exact, and no greater', () => {
    expect(issuesOf(path, 1_000_000_000)).toEqual([]);
    expect(issuesOf(path, 1_000_000_000.5)).toEqual([
      { path: pointer(path), message: 'expected a number of at most 1000000000, found a larger one' },
    ]);
  });
});

test.each(facts.number)('%s of minus zero is zero', (path) => {
  const parsed = parseSession(sessionWith(path, -0));
  expect(parsed).toEqual({ ok: true, value: sessionWith(path, 0) });
});

describe.each(Object.entries(chosen))('%s', (path, codes) => {
  const accepted = codes.map((code) => JSON.stringify(code)).join(', ');

  test.each([...codes, null])('may be %s', (code) => {
    expect(issuesOf(path, code)).toEqual([]);
  });

  test.each([
    [codes[0]?.toUpperCase(), 'other text'],
    ['', 'other text'],
    [1, 'a number'],
    [[codes[0]], 'a list'],
  ])('is not %j', (value, found) => {
    expect(issuesOf(path, value)).toEqual([
      { path: pointer(path), message: `expected one of ${accepted}, found ${found}` },
    ]);
  });
});

describe.each(Object.entries(listed))('the list %s', (path, codes) => {
  test.each([[[]], [codes ?? ['anything', '']], [null]])('may be %j', (value) => {
    expect(issuesOf(path, value)).toEqual([]);
  });

  test('tells which entry is wrong', () => {
    const known = codes?.[0] ?? 'anything';
    const message: unknown =
      codes === null
        ? 'expected text, found a number'
        : expect.stringMatching(/^expected one of .*, found a number$/);
    expect(issuesOf(path, [known, 5])).toEqual([{ path: `${pointer(path)}/1`, message }]);
  });

  test('is a list', () => {
    expect(issuesOf(path, 'transportation')).toEqual([
      { path: pointer(path), message: 'expected a list, found text' },
    ]);
  });
});

test.each(Object.entries(listed).filter(([, codes]) => codes !== null))(
  'the list %s has no other code',
  (path) => {
    expect(issuesOf(path, ['unlisted'])).toMatchObject([{ path: `${pointer(path)}/0` }]);
  },
);

describe.each(orNone)('%s', (path) => {
  test.each([{}, 'none', null])('may be %j', (value) => {
    expect(issuesOf(path, value)).toEqual([]);
  });

  test.each([
    ['None', 'text'],
    ['', 'text'],
    [[], 'a list'],
    [false, 'true or false'],
    [0, 'a number'],
  ])('is not %j', (value, found) => {
    expect(issuesOf(path, value)).toEqual([
      { path: pointer(path), message: `expected an object or "none", found ${found}` },
    ]);
  });
});

describe.each(objects)('%s', (path) => {
  test.each([{}, null])('may be %j', (value) => {
    expect(issuesOf(path, value)).toEqual([]);
  });

  test.each([
    ['none', 'text'],
    [[], 'a list'],
    [7, 'a number'],
  ])('is not %j', (value, found) => {
    expect(issuesOf(path, value)).toEqual([
      { path: pointer(path), message: `expected an object, found ${found}` },
    ]);
  });
});

describe('the clock', () => {
  test('24:00 ends a session', () => {
    expect(issuesOf('endTime', '24:00')).toEqual([]);
  });

  test.each([
    ['startTime', '24:00', 'a time from 00:00 to 23:59, written HH:mm'],
    ['startTime', '9:00', 'a time from 00:00 to 23:59, written HH:mm'],
    ['endTime', '24:01', 'a time from 00:00 to 24:00, written HH:mm'],
    ['endTime', '12:60', 'a time from 00:00 to 24:00, written HH:mm'],
  ])('%s is not %s', (path, value, accepted) => {
    expect(issuesOf(path, value)).toEqual([
      { path: pointer(path), message: `expected ${accepted}, found other text` },
    ]);
  });
});

describe('a session states at least its service and date', () => {
  test.each([
    ['service', undefined, 'expected text, found nothing'],
    ['service', null, 'expected text, found null'],
    ['service', 5, 'expected text, found a number'],
    ['dateOfService', undefined, 'expected text, found nothing'],
    ['dateOfService', null, 'expected text, found null'],
    ['dateOfService', '2025-02-30', 'expected a day that exists, written YYYY-MM-DD, found other text'],
  ])('%s is not %s', (path, value, message) => {
    expect(issuesOf(path, value)).toEqual([{ path: pointer(path), message }]);
  });
});
