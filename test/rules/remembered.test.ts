import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { any, includesAny, includesOther } from '../../src/conditions/build.js';
import { general } from '../../src/findings/citation.js';
import { createChecker, services, type Criterion, type Session } from '../../src/index.js';
import { baseSession, sessionOf as caseOf } from '../support/cases.js';
import { checkerFor, decidedSessions } from '../support/decisions.js';
import { randomCheck, sessionOf } from '../oracle/generate.js';
import { anyService } from './service/any-service.js';
import { saidBy } from './support.js';

const seeds = fc.nat(2 ** 31 - 1);

/** The objects in a value. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

describe('what is found of a clause', () => {
  const remembers = createChecker();

  test('is the same, byte for byte, whether it is remembered or not', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { options, ...check } = randomCheck(seed);
        const session = sessionOf(check) as Session;
        const texts = [remembers, remembers, createChecker()].map((checker) =>
          JSON.stringify(checker.checkSession(session, options)),
        );
        expect(new Set(texts).size).toBe(1);
      }),
      { numRuns: 150 },
    );
  });

  test('is nowhere the same object as what was found before', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const check = randomCheck(seed);
        const session = sessionOf(check) as Session;
        const seen = new Set<object>();
        for (let time = 0; time < 3; time++) {
          const objects = objectsIn(remembers.checkSession(session, check.options));
          expect(objects.filter((one) => seen.has(one))).toEqual([]);
          for (const one of objects) seen.add(one);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is not changed by what a caller writes to a result', () => {
    const { service, dateOfService } = baseSession('mt-imr');
    const check = () => remembers.checkSession({ service, dateOfService });
    const before = JSON.stringify(check());
    for (let time = 0; time < 2; time++) {
      for (const one of objectsIn(check()))
        for (const key of Object.keys(one)) Reflect.deleteProperty(one, key);
    }
    expect(JSON.stringify(check())).toBe(before);
  });

  test('is the same of more sessions than are remembered', () => {
    const base = baseSession('mo-peer-support');
    const check = (checker: typeof remembers, day: number) => {
      const dateOfService = `2017-${String(1 + (day % 12)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`;
      const staff = { credentials: [{ code: 'MO-CMPS', from: `${String(2018 + day)}-01-01` }] };
      return JSON.stringify(checker.checkSession({ ...base, dateOfService, staff }));
    };
    const before = Array.from({ length: 450 }, (_, day) => check(remembers, day));
    expect(Array.from({ length: 450 }, (_, day) => check(remembers, day))).toEqual(before);
    expect(check(createChecker(), 7)).toBe(before[7]);
  });

  test.each(decidedSessions)('is the same twice in each case of %s', (_subject, cases) => {
    for (const one of cases.filter(({ issues }) => issues === undefined)) {
      const checker = checkerFor(one);
      const texts = [1, 2, 3].map(() => JSON.stringify(checker.checkSession(caseOf(one), one.options)));
      expect(new Set(texts).size).toBe(1);
    }
  });

  test('is nothing each time, where whatever a word means the clause is met', () => {
    const clause: Criterion = {
      rule: 'custom/clause',
      requires: any(
        includesAny('activities', ['transportation']),
        includesOther('activities', ['transportation']),
      ),
      says: 'Something is done.',
      fails: 'Nothing is done',
      cite: general('A clause'),
    };
    const checker = createChecker({ services: [{ ...anyService, criteria: [clause] }] });
    const session = { service: 'xx/any', dateOfService: '2025-03-03', activities: ['Cooking'] };
    for (let time = 0; time < 3; time++)
      expect(saidBy('custom/clause', checker.checkSession(session))).toBe('pass');
  });

  test.each<[string, unknown]>([
    ['a flag that is none', { personCentered: {} }],
    ['a day that is none', { member: { programs: [{ code: 'MO-PR-PLUS', from: {} }] } }],
    [
      'a list that is long',
      { member: { programs: Array(200).fill({ code: 'MO-CPR', from: '2017-01-01' }) } },
    ],
  ])('is the same each time of %s', (_name, facts) => {
    const session = { ...baseSession('mo-peer-support'), ...(facts as object) };
    const texts = [1, 2].map(() => JSON.stringify(remembers.checkSession(session, { trusted: true })));
    expect(texts[1]).toBe(texts[0]);
  });

  test.each(services)('is told of each day by itself: $id', ({ id }) => {
    const check = (dateOfService: string) =>
      JSON.stringify(remembers.checkSession({ service: id, dateOfService, phase: 'proposed' }));
    const [one, other] = [check('2024-03-12'), check('2024-03-13')];
    expect(check('2024-03-12')).toBe(one);
    expect(other.replaceAll('2024-03-13', '2024-03-12')).toBe(one);
  });
});
