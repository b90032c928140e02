import { expect, test } from 'vitest';
import { checkSessions, createChecker } from '../../src/index.js';
import { waysToPass } from '../../src/evidence/explain.js';
import { json, reportOf, text } from '../../src/reports/index.js';
import { baseSession } from '../support/cases.js';

const base = baseSession('mo-peer-support');
const checker = createChecker({ codes: { 'mo/peer-support': [{ procedureCode: 'X0001', rate: '10.00' }] } });
const sessions = [
  base,
  { ...base, id: 'too-many', units: 9, dateOfService: '2017-05-17' },
  { ...base, id: 'young', member: { ...base.member, id: 'M-5', birthDate: '2010-01-01' } },
  { ...base, id: 'proposed', dateOfService: '2017-05-18', phase: 'proposed' as const, endTime: '10:45' },
];
const batch = checker.checkSessions(sessions, { history: [] });
const ways = sessions.map((session, index) =>
  index === 0 ? undefined : waysToPass(session, { history: [], checker }),
);

function told(...given: (typeof ways)[number][]): string {
  return [...reportOf(text, batch, sessions, { ways: given, width: 1000 })].join('');
}

test('a report in text is given the ways, and tells them below what is found', () => {
  const lines = told(...ways)
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toContain(
    '- units/time: 8 units are claimed (billing) [checked again: billable, $10.00 less].',
  );
  expect(lines).toContain('All that can be changed at once [checked again: billable, $10.00 less].');
  expect(lines).toContain('- member/age: nothing may be changed; do not bill it.');
  expect(lines).toContain(
    '- units/time: either 7 units are claimed (billing) [checked again: billable, $10.00 less]; or the session ends at 11:00 (front desk) [checked again: billable].',
  );
});

test('that there is more to try is told, and of what needs nothing nothing is', () => {
  const [, first] = ways;
  expect(told(undefined, first && { ...first, notSearched: true })).toContain(
    'There is more to try than was tried',
  );
  expect(told()).not.toContain('to pass:');
  expect(told(undefined, { verdict: 'billable', needs: [] })).not.toContain('to pass:');
});

test('in JSON they stand in the result', () => {
  const report = JSON.parse([...reportOf(json, batch, sessions, { ways })].join('')) as {
    results: { ways?: unknown }[];
  };
  expect(report.results.map((result) => result.ways)).toEqual(ways);
});

test('without them a report is as it was', () => {
  const plain = checkSessions(sessions, { history: [] });
  expect([...reportOf(json, plain, sessions)].join('')).not.toContain('"ways"');
});
