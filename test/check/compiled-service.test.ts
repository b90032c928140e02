import { expect, test } from 'vitest';
import { peerSupport, type Criterion } from '../../src/index.js';
import { compileDefinition } from '../../src/check/compiled-service.js';
import { rulesOf } from '../../src/rules/index.js';

test('the rule that decides whether the others run stands apart from them', () => {
  const { service, inForce, rules } = compileDefinition(peerSupport).on('2025-03-03');
  expect(service).toBe(peerSupport);
  expect(inForce.id).toBe('service/in-force');
  expect(['service/in-force', ...rules.map(({ id }) => id)]).toEqual(
    rulesOf(peerSupport).map(({ id }) => id),
  );
});

test('a definition is ready for each day with the clauses of the day, in whatever order days are asked for', () => {
  const [first, second, ...rest] = peerSupport.criteria;
  const compiled = compileDefinition({
    ...peerSupport,
    criteria: [
      { ...first, through: '2024-12-31' },
      { ...second, from: '2025-03-01' },
      ...rest,
    ] as Criterion[],
  });
  const clausesOn = (day: string) =>
    compiled
      .on(day)
      .service.criteria.slice(0, 2)
      .map(({ rule }) => rule);
  const [one, other, third] = peerSupport.criteria.map(({ rule }) => rule);
  const days: [day: string, clauses: unknown[]][] = [
    ['2025-03-01', [other, third]],
    ['2024-12-31', [one, third]],
    ['2025-01-01', rest.slice(0, 2).map(({ rule }) => rule)],
    ['2025-02-28', rest.slice(0, 2).map(({ rule }) => rule)],
    ['2010-01-01', [one, third]],
    ['2030-01-01', [other, third]],
  ];
  expect(days.map(([day]) => clausesOn(day))).toEqual(days.map(([, clauses]) => clauses));
});
