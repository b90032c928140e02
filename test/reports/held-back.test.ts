import { expect, test } from 'vitest';
import { checkRecords, type Claim, type Session } from '../../src/index.js';
import { heldBackByRule } from '../../src/reports/held-back.js';
import { checkedRecordsOf } from '../../src/reports/records.js';
import { claim } from '../cli/claims.js';
import { nothingElse, session } from './support.js';

/** What each rule holds back, a line a rule. */
function heldBack(entries: readonly unknown[], missingFacts: 'block' | 'report' = 'block'): string[] {
  const batch = checkRecords(entries, { ...nothingElse, missingFacts });
  return heldBackByRule(checkedRecordsOf(batch, entries)).map(
    ({ rule, all: { records, units, charge }, alone }) =>
      `${rule}: ${records} (${alone.records}) ${units} $${charge}`,
  );
}

const on = (day: string, change: Partial<Session>): Session => ({
  ...session,
  id: day,
  dateOfService: `2017-05-${day}`,
  ...change,
});
const young = { member: { ...session.member, birthDate: '2010-01-01' } };
const noNote = { documentation: { meetsProgramRequirements: false } };
const unplanned = { plan: { sessionServesGoal: null } };

test('most money first, then most units; what two rules hold back is told of both, and alone of none', () => {
  const entries = [
    on('17', {}),
    on('18', { ...young, charge: '160.00' }),
    on('19', { ...unplanned, charge: '200.50' }),
    on('22', { ...unplanned, ...young, charge: '1.00' }),
    on('23', { ...noNote }),
    on('24', { phase: 'no-show', units: null }),
    { ...session, units: 'x' },
  ];
  expect(heldBack(entries)).toEqual([
    'plan/goal: 2 (1) 16 $201.50',
    'member/age: 2 (1) 16 $161.00',
    'documentation/program-requirements: 1 (1) 8 $0.00',
  ]);
});

test('without charges, most units first; those that are not known count for none', () => {
  const entries = [
    on('17', { ...young, units: null, endTime: null, activities: ['transportation'] }),
    on('18', { ...unplanned, units: 4, endTime: '10:00' }),
    on('19', { ...noNote, units: 8 }),
  ];
  expect(heldBack(entries).slice(0, 2)).toEqual([
    'documentation/program-requirements: 1 (1) 8 $0.00',
    'plan/goal: 1 (1) 4 $0.00',
  ]);
  expect(heldBack(entries)).toContain('member/age: 1 (0) 0 $0.00');
});

test('of claims each line; what is found of the whole holds all of them', () => {
  const one = claim('C-1', [
    { units: 1.5, charge: '30.54' },
    { procedureCode: 'H2017G', modifiers: [], dateOfService: '2024-04-02', units: 2, charge: '20.00' },
  ]);
  const told = heldBack([{ ...one, funding: null }]);
  expect(told.filter((row) => /local-code|whole/.test(row))).toEqual([
    'claim/local-code: 1 (0) 3.5 $50.54',
    'units/whole: 1 (0) 1.5 $30.54',
  ]);
});

test('nothing of what is billable, of warnings, and of what another claim stands for', () => {
  const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 1.5 };
  const replaced: Claim = { id: 'C-1', jurisdiction: 'MO', member: { id: 'M-1' }, lines: [line] };
  const by: Claim = { ...replaced, id: 'C-2', frequency: 'replacement', replaces: 'C-1' };
  expect(heldBack([replaced, by]).find((one) => one.startsWith('units/whole'))).toMatch(/: 1 \(/);
  expect(heldBack([on('17', {}), on('18', { units: 1 })])).toEqual([]);
  expect(heldBack([on('18', unplanned)], 'report')).toEqual([]);
});
