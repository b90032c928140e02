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

test('each number is added to its like', () => {
  const one = {
    entries: 10,
    billable: 1,
    notBillable: 2,
    undetermined: 3,
    invalid: 4,
    notTakenPlace: 7,
    void: 7,
    units: 5.1,
    charge: '6.00',
    billableCharge: '1.00',
    notBillableCharge: '2.00',
    undeterminedCharge: '3.00',
  };
  expect(addTotals(one, one)).toEqual({
    entries: 20,
    billable: 2,
    notBillable: 4,
    undetermined: 6,
    invalid: 8,
    notTakenPlace: 14,
    void: 14,
    units: 10.2,
    charge: '12.00',
    billableCharge: '2.00',
    notBillableCharge: '4.00',
    undeterminedCharge: '6.00',
  });
});

test('nothing adds nothing', () => {
  const { totals } = checker.checkSessions([priced('A', 8, '5.00')], { history: [] });
  expect(addTotals(noTotals, totals)).toEqual(totals);
  expect(checker.checkSessions([]).totals).toEqual(noTotals);
});
