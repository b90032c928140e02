import { sum } from '../values/sum.js';
import { addUnits } from '../units/quantity.js';
import type { BatchTotals } from './totals.js';

/** The totals of no entries. */
export const noTotals: BatchTotals = {
  entries: 0,
  billable: 0,
  notBillable: 0,
  undetermined: 0,
  invalid: 0,
  notTakenPlace: 0,
  void: 0,
  units: 0,
  charge: '0.00',
  billableCharge: '0.00',
  notBillableCharge: '0.00',
  undeterminedCharge: '0.00',
};

/** The totals of two parts of the same input, which share no entry. */
export function addTotals(one: BatchTotals, other: BatchTotals): BatchTotals {
  return {
    entries: one.entries + other.entries,
    billable: one.billable + other.billable,
    notBillable: one.notBillable + other.notBillable,
    undetermined: one.undetermined + other.undetermined,
    invalid: one.invalid + other.invalid,
    notTakenPlace: one.notTakenPlace + other.notTakenPlace,
    void: one.void + other.void,
    units: addUnits(one.units, other.units),
    charge: sum([one.charge, other.charge]),
    billableCharge: sum([one.billableCharge, other.billableCharge]),
    notBillableCharge: sum([one.notBillableCharge, other.notBillableCharge]),
    undeterminedCharge: sum([one.undeterminedCharge, other.undeterminedCharge]),
  };
}
