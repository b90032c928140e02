import { describe, expect, test } from 'vitest';
import { peerSupport, services } from '../../src/index.js';
import { factTable } from '../../src/facts/generated/table.js';
import { aboutRules, computedRules, readsOf, rulesOf } from '../../src/rules/index.js';
import { wholeSentences } from './support.js';

test('the rules of peer support come in the order of the bulletin, after those that every service has', () => {
  expect(rulesOf(peerSupport).map(({ id }) => id)).toEqual([
    'service/in-force',
    'session/time',
    'session/delivered',
    'units/whole',
    'units/time',
    'units/unbilled-time',
    'claim/charge',
    'units/daily-limit',
    'units/monthly-limit',
    'member/program',
    'session/person-centered',
    'plan/goal',
    'session/key-function',
    'staff/credential',
    'staff/supervision',
    'staff/treatment-team',
    'staff/team-meetings',
    'session/not-only-transportation',
    'staff/not-a-replacement',
    'member/other-staff-assigned',
    'member/age',
    'documentation/program-requirements',
  ]);
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
