import { afterEach, expect, test, vi } from 'vitest';
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

test('no code is made from text, which a content security policy may forbid, wherever objects are read', async () => {
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
  const { verdict } = checkClaim({ jurisdiction: 'MO', lines: [line] }, { readings: { groupRatio: 'warn' } });
  expect(verdict).toBe('undetermined');
  expect(findService({ jurisdiction: 'MO', procedureCode: 'H2017TG', on: '2024-03-12' }).service).toBe(
    'mo/H2017TG',
  );
  expect(priceOf('mo/H2017TG', { units: 6, on: '2024-03-12' }).charge).toBe('29.70');
  expect(made).not.toHaveBeenCalled();
});
