import { describe, expect, test } from 'vitest';
import { InputError, parseClaim, parseSession } from '../../src/index.js';
import { parseOrThrow } from '../../src/facts/parse.js';
import { sessionSchema } from '../../src/facts/generated/schemas.js';
import { readFixture } from '../support/cases.js';

const complete = readFixture('sessions/mo-peer-support.json');

test('a complete session is returned as it was stated', () => {
  expect(parseSession(complete)).toEqual({ ok: true, value: complete });
});

test('what is returned is a copy', () => {
  const parsed = parseSession(complete);
  expect(parsed.ok && parsed.value).not.toBe(complete);
  expect(parsed.ok && parsed.value.member?.programs).not.toBe(
    (complete as { member: { programs: unknown } }).member.programs,
  );
});

test('null stays null, and what is left out stays left out', () => {
  const session = { service: 'x', dateOfService: '2025-03-03', units: null };
  expect(parseSession(session)).toStrictEqual({ ok: true, value: session });
});

test("whether the service is on file is not the parser's business", () => {
  expect(parseSession({ service: 'no such service', dateOfService: '1999-01-01' }).ok).toBe(true);
  expect(
    parseClaim({
      jurisdiction: 'nowhere',
      lines: [{ procedureCode: '?', dateOfService: '1999-01-01', units: 1 }],
    }).ok,
  ).toBe(true);
});

describe('parse or throw', () => {
  test('gives the value', () => {
    expect(parseOrThrow(sessionSchema, complete)).toEqual(complete);
  });

  test('throws every issue, at the place where the value stands', () => {
    const read = () =>
      parseOrThrow(
        sessionSchema,
        { service: 5, unit: 1, dateOfService: '2025-03-03' },
        undefined,
        '/sessions/3',
      );
    expect(read).toThrow(InputError);
    expect(read).toThrow(
      expect.objectContaining({
        issues: [
          { code: 'wrong-type', path: '/sessions/3/service', message: 'expected text, found a number' },
          {
            code: 'unknown-key',
            path: '/sessions/3/unit',
            message: 'unknown key "unit"; did you mean "units"?',
          },
        ],
      }) as Error,
    );
  });
});
