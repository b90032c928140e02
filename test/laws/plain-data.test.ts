import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkSessions,
  createChecker,
  describeService,
  facts,
  findService,
  services,
  sources,
  type Checker,
  type CheckerConfig,
  type Service,
} from '../../src/index.js';
import { frozen } from '../../src/values/frozen.js';
import { spoil } from '../check/support.js';
import { sessionOf } from '../oracle/generate.js';
import { objections } from '../schema/support.js';
import { checks, resultOf } from './random-sessions.js';
import { expectSame, expectStrictlySame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';

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
      expectStrictlySame(checker.checkSession(session, options), resultOf(unbound));
      expect(JSON.stringify([session, options])).toBe(copy);
    }),
    lawRuns(300, 1),
  );
});

describe('writing to what checks rest on changes no verdict', () => {
  const sessions = services.map(({ id }) => ({ service: id, dateOfService: '2025-03-03', units: 40 }));
  const own = (): CheckerConfig => ({
    services: [{ ...structuredClone(services[0]), id: 'xx/own' } as Service],
    without: ['mt/imr'],
    codes: { 'xx/own': [{ procedureCode: 'H0038', rate: '4.00' }] },
    readings: { rounding: 'midpoint' },
  });
  const answers = (checker: Pick<Checker, 'checkSessions' | 'findService' | 'services'>) => {
    const query = { jurisdiction: 'MO', procedureCode: 'H0038', on: '2025-03-03' };
    const entries = [...sessions, { ...sessions[0], service: 'xx/own' }];
    return JSON.stringify([checker.checkSessions(entries), checker.findService(query), checker.services]);
  };

  test('to a shipped definition, the list of services or of sources', () => {
    const shipped = { checkSessions, findService, services };
    const before = answers(shipped);
    spoil(services);
    spoil(sources);
    const asked = JSON.stringify(facts);
    spoil(facts);
    expect(JSON.stringify(facts)).toBe(asked);
    expect(answers(shipped)).toBe(before);
    expect(answers(createChecker())).toBe(before);
  });

  test('to what a checker was given', () => {
    const config = own();
    const checker = createChecker(config);
    const before = answers(checker);
    spoil(config);
    expect(answers(checker)).toBe(before);
    expect(answers(createChecker(own()))).toBe(before);
  });

  test('to what a checker gives out', () => {
    const checker = createChecker(own());
    const before = answers(checker);
    spoil(checker.services);
    spoil(checker.serviceOf('xx/own'));
    spoil(checker.checkSessions(sessions));
    expect(answers(checker)).toBe(before);
  });
});

test('a result is plain data that JSON keeps, of the shape that the schema says, the same each time', () => {
  fc.assert(
    fc.property(checks, (check) => {
      const result = resultOf(check);
      const text = JSON.stringify(result);
      expectStrictlySame(JSON.parse(text), result);
      expect(JSON.stringify(resultOf(check))).toBe(text);
      expectSame(objections('result', result, 'SessionResult'), []);
    }),
    lawRuns(300, 2),
  );
});

test.each(services)('the sheet of $id is plain data, and its own', (service) => {
  const sheet = describeService(service);
  expect(JSON.parse(JSON.stringify(sheet))).toStrictEqual(sheet);
  expect(describeService(frozen(structuredClone(service)))).toStrictEqual(sheet);
});
