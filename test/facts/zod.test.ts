import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from '../../src/facts/zod.js';
import { baseSession, bases } from '../support/cases.js';

const completeSessions = bases.map(baseSession);
const priorUse = { service: 'mo/peer-support', dateOfService: '2024-01-02', units: 1 };
const line = {
  procedureCode: 'H2017',
  modifiers: ['TG'],
  dateOfService: '2024-03-12',
  units: 6,
  charge: '29.70',
};

afterEach(() => {
  vi.unstubAllGlobals();
});

/** How often code is made from text while schemas of objects are made and used. */
function codeMade(): number {
  const made = vi.fn(Function);
  vi.stubGlobal('Function', made);
  const strict = z.strictObject({ units: z.number() });
  const loose = z.looseObject({ units: z.number() });
  expect(strict.safeParse({ units: 8, unit: 1 }).success).toBe(false);
  expect(strict.parse({ units: 8 })).toEqual({ units: 8 });
  expect(loose.parse({ units: 8, unit: 1 })).toEqual({ units: 8, unit: 1 });
  return made.mock.calls.length;
}

test('Node is quicker for code made from text', () => {
  expect(codeMade()).toBeGreaterThan(0);
});

describe('the build for browsers makes none, which a content security policy may forbid', () => {
  beforeEach(() => {
    vi.stubGlobal('BUILT_FOR_BROWSERS', true);
  });

  test('for any object', () => {
    expect(codeMade()).toBe(0);
  });

  test('wherever objects are read', async () => {
    const made = vi.fn(Function);
    vi.stubGlobal('Function', made);
    vi.resetModules();
    const { checkSession, checkClaim, createChecker, defineService, findService, priceOf, services } =
      await import('../../src/index.js');
    const check = createChecker({
      without: services.map(({ id }) => id),
      services: services.map(defineService),
      readings: { rounding: 'floor' },
    });
    for (const session of completeSessions) {
      expect(checkSession(session, { history: [priorUse] }).verdict).toBe('billable');
      expect(check.checkSessions([session], { history: [] }).totals.billable).toBe(1);
    }
    const { verdict } = checkClaim(
      { jurisdiction: 'MO', lines: [line] },
      { readings: { groupRatio: 'warn' } },
    );
    expect(verdict).toBe('undetermined');
    expect(findService({ jurisdiction: 'MO', procedureCode: 'H2017TG', on: '2024-03-12' }).service).toBe(
      'mo/H2017TG',
    );
    expect(priceOf('mo/H2017TG', { units: 6, on: '2024-03-12' }).charge).toBe('29.70');
    expect(made).not.toHaveBeenCalled();
  });
});
