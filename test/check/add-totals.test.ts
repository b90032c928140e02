import { expect, test } from 'vitest';
import { addTotals, noTotals } from '../../src/check/add-totals.js';
import { checker, entry } from './support.js';

const priced = (id: string, units: number, charge: string) =>
  entry(id, { member: { id: `M-${id}` }, units, charge });

test('the totals of parts that share no member are those of the whole', () => {
  const one = [priced('A', 0.1, '0.10'), priced('B', 0.2, '0.20'), { malformed: true }];
  const other = [priced('C', 8, '19.99')];
  const totalsOf = (sessions: unknown[]) => checker.checkSessions(sessions, { history: [] }).totals;
  expect(addTotals(totalsOf(one), totalsOf(other))).toEqual(totalsOf([...one, ...other]));
});

test('nothing adds nothing', () => {
  const { totals } = checker.checkSessions([priced('A', 8, '5.00')], { history: [] });
  expect(addTotals(noTotals, totals)).toEqual(totals);
  expect(checker.checkSessions([]).totals).toEqual(noTotals);
});
