import { describe, expect, test } from 'vitest';
import { peerSupport, services, type Service } from '../../src/index.js';
import { factTable } from '../../src/facts/generated/table.js';
import { aboutRules, computedRules, readsOf, rulesOf } from '../../src/rules/index.js';
import { documents } from '../../src/services/index.js';
import { clausesOf } from '../docs/pages/clauses.js';
import { wholeSentences } from './support.js';

/** The rules of a document, each where the first clause that it answers for stands. */
function inOrderOfClauses({ inForce, criteria }: Service): string[] {
  const own = new Set<string>(criteria.map(({ rule }) => rule));
  const clauses = documents.flatMap((one) => (one.source.id === inForce.cite.source ? clausesOf(one) : []));
  return [...new Set(clauses.flatMap(({ rules = [] }) => rules).filter((rule) => own.has(rule)))];
}

test('the rules of peer support come in the order of the bulletin, after those that every service has', () => {
  const ids = rulesOf(peerSupport).map(({ id }) => id);
  const ofEveryService = ids.filter((id) =>
    services.every((service) => rulesOf(service).some((rule) => rule.id === id)),
  );
  const limits = ['units/daily-limit', 'units/monthly-limit'];
  expect(ofEveryService[0]).toBe('service/in-force');
  expect(ids).toEqual([...ofEveryService, ...limits, ...inOrderOfClauses(peerSupport)]);
});

test.each(services)('the rules that every service has come first in $id, in one order', (service) => {
  const ofPeers = rulesOf(peerSupport).map(({ id }) => id);
  const first = ofPeers.slice(0, ofPeers.indexOf('units/daily-limit'));
  expect(
    rulesOf(service)
      .slice(0, first.length)
      .map(({ id }) => id),
  ).toEqual(first);
});

test.each(services)('each criterion of $id answers for a clause of its document', (service) => {
  expect(inOrderOfClauses(service).sort()).toEqual(service.criteria.map(({ rule }) => rule).sort());
});

describe.each(services)('$id', (service) => {
  const rules = rulesOf(service);

  test('has no rule twice', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says what it demands, and where it is written',
    (id, rule) => {
      expect(id).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
      expect(rule.says).toMatch(wholeSentences);
      expect(rule.cite.title).not.toBe('');
      expect(rule.cite.section).not.toBe('');
      const reads = readsOf(service, id);
      expect(Object.keys(factTable)).toEqual(expect.arrayContaining([...reads]));
      expect(new Set(reads).size).toBe(reads.length);
    },
  );
});

test.each(computedRules.filter((rule) => rule.scope !== 'session'))(
  '$id, which is of no service, says what it demands, and reads facts that can be asked for',
  ({ id }) => {
    const { says, reads } = aboutRules[id];
    expect(says).toMatch(wholeSentences);
    expect(Object.keys(factTable)).toEqual(expect.arrayContaining(reads));
    expect(new Set<string>(reads).size).toBe(reads.length);
  },
);
