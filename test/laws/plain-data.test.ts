import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createChecker, describeService, services } from '../../src/index.js';
import { frozen } from '../check/support.js';
import { sessionOf } from '../oracle/generate.js';
import { objections } from '../schema/support.js';
import { checks, resultOf } from './random-sessions.js';

/** Sessions of every service; batches and claims have these laws beside them. */

test('what is given is not changed, and may be such as cannot be', () => {
  const checker = createChecker({
    without: services.map(({ id }) => id),
    services: frozen(structuredClone(services)),
  });
  fc.assert(
    fc.property(checks, (check) => {
      const unbound = { ...check, isBound: false };
      const session = frozen(sessionOf(check));
      const options = frozen(structuredClone(check.options));
      const copy = JSON.stringify([session, options]);
      expect(checker.checkSession(session, options)).toStrictEqual(resultOf(unbound));
      expect(JSON.stringify([session, options])).toBe(copy);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('a result is plain data that JSON keeps, of the shape that the schema says, the same each time', () => {
  fc.assert(
    fc.property(checks, (check) => {
      const result = resultOf(check);
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
      expect(JSON.stringify(resultOf(check))).toBe(JSON.stringify(result));
      expect(objections('result', result, 'SessionResult')).toEqual([]);
    }),
    { numRuns: 300, seed: 2 },
  );
});

test.each(services)('the sheet of $id is plain data, and its own', (service) => {
  const sheet = describeService(service);
  expect(JSON.parse(JSON.stringify(sheet))).toStrictEqual(sheet);
  expect(describeService(frozen(structuredClone(service)))).toStrictEqual(sheet);
});
