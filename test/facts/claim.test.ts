import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/index.js';
import { sessionWith } from '../support/facts.js';
import { withoutCodes } from '../support/issues.js';

const line = { procedureCode: 'H0038', dateOfService: '2025-03-03', units: 8 };
const claim = { jurisdiction: 'MO', lines: [line] };

function issuesOf(value: unknown) {
  const parsed = parseClaim(value);
  return parsed.ok ? [] : withoutCodes(parsed.issues);
}

describe('a claim may state', () => {
  test.each(['id', 'linesLeftOut', 'funding', 'member', 'agency', 'plan', 'assessment'])(
    '%s or null',
    (key) => {
      expect(issuesOf({ ...claim, [key]: null })).toEqual([]);
    },
  );

  test.each([
    [{ funding: 'purchase-of-service' }],
    [{ jurisdiction: 'anywhere' }],
    [{ plan: 'none', assessment: 'none' }],
    [{ id: '', agency: { id: '' } }],
    [{ member: { id: 'M-1' }, agency: { id: 'A-1' }, plan: { from: '2025-01-01' }, assessment: {} }],
    [{ lines: [line, { ...line, lineNumber: 2 }] }],
  ])('%j', (change) => {
    const value = { ...claim, ...change };
    expect(parseClaim(value)).toEqual({ ok: true, value });
  });
});

describe('a claim', () => {
  test.each([
    [{ jurisdiction: null }, '/jurisdiction', 'expected text, found null'],
    [{ linesLeftOut: -1 }, '/linesLeftOut', 'expected a number of at least 0, found a smaller one'],
    [{ linesLeftOut: 0.5 }, '/linesLeftOut', 'expected a whole number, found a fraction'],
    [{ lines: [] }, '/lines', 'expected a list with at least one entry, found an empty one'],
    [{ lines: line }, '/lines', 'expected a list, found an object'],
    [{ lines: null }, '/lines', 'expected a list, found null'],
    [{ funding: 'pos' }, '/funding', 'expected one of "medicaid", "purchase-of-service", found other text'],
    [{ staff: {} }, '/staff', expect.stringMatching(/^unknown key "staff"; /) as unknown],
    [{ line: [] }, '/line', 'unknown key "line"; did you mean "lines"?'],
    [{ plan: 'nothing' }, '/plan', 'expected an object or "none", found text'],
    [{ member: { id: '' } }, '/member/id', 'expected text that is not empty, found empty text'],
    [{ member: new Map([['id', 'M-1']]) }, '/member', 'expected a plain object, found a Map'],
    [
      { lines: [{ ...line, session: new Date(0) }] },
      '/lines/0/session',
      'expected a plain object, found a Date',
    ],
  ])('with %j is refused', (change, path, message) => {
    expect(issuesOf({ ...claim, ...change })).toEqual([{ path, message }]);
  });
});

describe('a claim line may state', () => {
  test.each(['lineNumber', 'modifiers', 'service', 'charge', 'staff', 'session'])('%s or null', (key) => {
    expect(issuesOf({ ...claim, lines: [{ ...line, [key]: null }] })).toEqual([]);
  });

  test.each([
    { modifiers: ['HE', 'GT'] },
    { modifiers: [] },
    { units: null },
    { units: 0 },
    { units: 1.5 },
    { charge: '39.60', staff: { id: 'T-1' }, session: { startTime: '09:00', endTime: '24:00' } },
  ])('%j', (change) => {
    expect(issuesOf({ ...claim, lines: [{ ...line, ...change }] })).toEqual([]);
  });
});

describe('a claim line', () => {
  test.each([
    [{ procedureCode: null }, '/procedureCode', 'expected text, found null'],
    [{ procedureCode: '' }, '/procedureCode', 'expected text that is not empty, found empty text'],
    [
      { dateOfService: '2025-02-30' },
      '/dateOfService',
      'expected a day that exists, written YYYY-MM-DD, found other text',
    ],
    [{ units: -1 }, '/units', 'expected a number of at least 0, found a smaller one'],
    [{ units: 1e308 }, '/units', 'expected a number of at most 1000000000, found a larger one'],
    [{ staff: { id: '' } }, '/staff/id', 'expected text that is not empty, found empty text'],
    [{ lineNumber: 0 }, '/lineNumber', 'expected a number of at least 1, found a smaller one'],
    [{ lineNumber: 1.5 }, '/lineNumber', 'expected a whole number, found a fraction'],
    [{ modifiers: 'HE' }, '/modifiers', 'expected a list, found text'],
    [{ modifiers: ['HE', 59] }, '/modifiers/1', 'expected text, found a number'],
    [
      { charge: 39.6 },
      '/charge',
      'expected US dollars as text with exactly two digits after the point, such as "20.36", found a number',
    ],
    [{ startTime: '09:00' }, '/startTime', expect.stringMatching(/^unknown key "startTime"; /) as unknown],
    [
      { session: { startTime: '24:00' } },
      '/session/startTime',
      'expected a time from 00:00 to 23:59, written HH:mm, found other text',
    ],
    [{ session: 'none' }, '/session', 'expected an object, found text'],
  ])('with %j is refused', (change, path, message) => {
    const value = { ...claim, lines: [line, { ...line, ...change }] };
    expect(issuesOf(value)).toEqual([{ path: `/lines/1${path}`, message }]);
  });
});

describe('what the claim or its line carries is not repeated in the session behind the line', () => {
  test.each([
    'id',
    'service',
    'funding',
    'dateOfService',
    'units',
    'charge',
    'member',
    'staff',
    'agency',
    'plan',
    'assessment',
  ])('%s', (key) => {
    const value = { ...claim, lines: [{ ...line, session: { [key]: null } }] };
    expect(issuesOf(value)).toMatchObject([{ path: `/lines/0/session/${key}` }]);
  });

  test.each([
    ['phase', 'delivered'],
    ['minutes', 120],
    ['format', 'group'],
    ['group.participants', 8],
    ['activities', ['setting-goals']],
    ['billedInBundle', false],
    ['documentation.weeklyNote', 'none'],
  ])('but %s is its own', (path, value) => {
    const { service, dateOfService, ...session } = sessionWith(path, value);
    expect([service, dateOfService]).not.toContain(undefined);
    expect(issuesOf({ ...claim, lines: [{ ...line, session }] })).toEqual([]);
  });
});
