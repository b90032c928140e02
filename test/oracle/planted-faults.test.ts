import { describe, expect, test } from 'vitest';
import { services, type Service } from '../../src/index.js';
import { disagreements, engineOf, oracleOn } from './compare.js';
import { randomCheck, sessionOf, type RandomCheck } from './generate.js';
import type { Opinion } from './oracle.js';

/** Definitions with one thing wrong, each of which the random sessions must find. */

/** The definition of an id, with a text of its data replaced. */
function withFault(id: string, right: string, wrong: string): Service[] {
  const text = JSON.stringify(services.find((service) => service.id === id));
  expect(text).toContain(right);
  return [JSON.parse(text.replace(right, wrong)) as Service];
}

/** The random checks of a base, each with what the oracle says of it: the same ones for every fault. */
const asked = new Map<string, { check: RandomCheck; opinion: Opinion }>();

function askedOf(base: string, seed: number): { check: RandomCheck; opinion: Opinion } {
  const key = `${base} ${String(seed)}`;
  const ready = asked.get(key);
  if (ready !== undefined) return ready;
  const check = randomCheck(seed, [base]);
  const made = { check, opinion: oracleOn(check) };
  asked.set(key, made);
  return made;
}

/** How many random sessions of a base it takes until the two disagree on a rule. */
function sessionsUntilFound(faulty: Service[], base: string, rule: string): number | undefined {
  const engine = engineOf(faulty);
  const seeds = Array.from({ length: 3_000 }, (_, index) => index);
  return seeds.find((seed) => {
    const { check, opinion } = askedOf(base, seed);
    return disagreements(engine(check), opinion).some((one) => one.rule === rule);
  });
}

describe('a fault in a definition is found', () => {
  test.each<[title: string, base: string, rule: string, right: string, wrong: string]>([
    ['in force a day late', 'mo-H2017TG', 'service/in-force', '"from":"2009-03-30"', '"from":"2009-03-31"'],
    ['nine to one', 'mo-H2017TG', 'session/group-size', '"perStaff":8', '"perStaff":9'],
    ['a rate a cent too high', 'mo-H2017TG', 'claim/charge', '"rate":"4.95"', '"rate":"4.96"'],
    ['a code misspelt', 'mo-H2017TG', 'agency/approval', '"ICCD-CERTIFICATION-REPORT"', '"ICCD-REPORT"'],
    ['a month too long', 'mo-H2017HO', 'staff/additional-training', '"withinMonths":6', '"withinMonths":7'],
    ['half an hour less', 'mo-H2017HOHQ', 'staff/additional-training', '"hours":2.5', '"hours":2'],
    [
      'an hour more',
      'mo-H2017HO',
      'staff/additional-training',
      '"topic":"ptsd","hours":1',
      '"topic":"ptsd","hours":2',
    ],
    ['one unit too many a day', 'mo-peer-support', 'units/daily-limit', '"units":32', '"units":33'],
    ['one unit too many a month', 'mo-peer-support', 'units/monthly-limit', '"units":96', '"units":97'],
    ['one year too old', 'mo-peer-support', 'member/age', '"months":192', '"months":204'],
    [
      'a month too early',
      'mo-peer-support',
      'staff/credential',
      '"since":"2018-03-01"',
      '"since":"2018-02-01"',
    ],
    [
      'good when true',
      'mt-imr',
      'claim/not-bundled',
      '"fact":"billedInBundle","value":false',
      '"fact":"billedInBundle","value":true',
    ],
    ['two needs for three', 'sc-prs-adult', 'necessity/adult-admission-e', '"count":3', '"count":2'],
    ['a percentile too few', 'sc-prs-child', 'necessity/child-admission-i', '"value":81', '"value":80'],
    [
      'any for all',
      'mo-H2017TG',
      'documentation/attendance-log',
      '"op":"all","conditions":[{"op":"is"',
      '"op":"any","conditions":[{"op":"is"',
    ],
  ])('%s', (_title, base, rule, right, wrong) => {
    const { service } = sessionOf({ base, changes: [] });
    expect(sessionsUntilFound(withFault(service, right, wrong), base, rule)).toBeDefined();
  });

  test('a clause forgotten', () => {
    const forgetful = services.map((service) => ({ ...service, criteria: service.criteria.slice(0, -1) }));
    expect(sessionsUntilFound(forgetful, 'sc-prs-child', 'necessity/child-continued-e')).toBeDefined();
  });
});
