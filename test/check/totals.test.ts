import { describe, expect, test } from 'vitest';
import { createChecker } from '../../src/index.js';
import type { Change } from '../rules/support.js';
import { entry } from './support.js';
import { notice, type Notice } from '../../src/findings/notices.js';

const codes = { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '4.95', from: '2016-01-01' }] };

/** The totals of sessions of as many members, and the notices about them. A change to text makes one unreadable. */
function totalled(changes: readonly Change[], withRate = true) {
  const entries = changes.map((change, index) => {
    if (typeof change === 'string') return null;
    const session = entry(`S-${index}`, change);
    return { ...session, member: { ...session.member, id: `M-${index}` } };
  });
  const { totals, notices } = createChecker(withRate ? { codes } : {}).checkSessions(entries, {
    history: [],
  });
  return { totals, notices: notices.filter(({ code }) => code.endsWith('-left-out')) };
}

const notBillable = { staff: { treatmentTeamMember: false } };
const noUnits = { units: null, startTime: null, endTime: null };

test('counts and sums by verdict', () => {
  const changes = [
    {},
    { charge: '50.00' },
    { units: 4, ...notBillable },
    { units: 2, plan: null },
    'unreadable',
  ] as const;
  expect(totalled(changes).totals).toStrictEqual({
    entries: 5,
    billable: 2,
    notBillable: 1,
    undetermined: 1,
    invalid: 1,
    notTakenPlace: 0,
    void: 0,
    units: 22,
    charge: '119.30',
    billableCharge: '89.60',
    notBillableCharge: '19.80',
    undeterminedCharge: '9.90',
  });
});

test('of nothing are zero', () => {
  expect(totalled([]).totals).toStrictEqual({
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
  });
});

test('a hundred charges of ten cents are ten dollars', () => {
  const changes = Array.from({ length: 100 }, () => ({ charge: '0.10' }));
  expect(totalled(changes).totals.charge).toBe('10.00');
});

describe('units', () => {
  test.each<[title: string, Change, units: number]>([
    ['as claimed, whatever the time supports', { units: 3 }, 3],
    ['as supported, where none are claimed', { units: null }, 8],
    ['none, where nothing is known', noUnits, 0],
  ])('%s', (_title, change, units) => {
    expect(totalled([change]).totals.units).toBe(units);
  });

  test('in parts are exact, in whatever order', () => {
    const parts = [0.1, 0.2, 0.3].map((units) => ({ units }));
    expect(totalled(parts).totals.units).toBe(0.6);
    expect(totalled([...parts].reverse()).totals.units).toBe(0.6);
  });
});

describe('what is left out', () => {
  const units = (count: number) => notice('units-left-out', { count, of: 'entry' });
  const charges = (count: number, unitsNotKnown = 0) =>
    notice('charges-left-out', { count, of: 'entry', unitsNotKnown });

  test.each<[title: string, Change[], withRate: boolean, notices: Notice[]]>([
    ['nothing', [{}, { charge: '1.00' }], true, []],
    ['a charge', [{}, { charge: '1.00' }], false, [charges(1)]],
    ['charges', [{}, { units: 1 }], false, [charges(2)]],
    ['units and charges', [noUnits, noUnits, {}], true, [units(2), charges(2, 2)]],
    ['units, with a charge stated', [{ ...noUnits, charge: '1.00' }], true, [units(1)]],
  ])('%s', (_title, changes, withRate, notices) => {
    expect(totalled(changes, withRate).notices).toEqual(notices);
  });

  test('entries that could not be read are not spoken of', () => {
    expect(totalled(['unreadable']).notices).toEqual([]);
  });
});
