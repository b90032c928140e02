import { expect, test } from 'vitest';
import { peerSupport } from '../../src/index.js';
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
