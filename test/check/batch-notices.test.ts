import { expect, test } from 'vitest';
import { addNotSeen, allSeen } from '../../src/check/batch-notices.js';

test('what two parts of a batch do not see is added up, each number to its like', () => {
  const one = {
    leftOut: {
      entry: { noUnits: 1, noCharge: 2, noChargeNorUnits: 3 },
      line: { noUnits: 10, noCharge: 11, noChargeNorUnits: 12 },
    },
    noClock: 4,
    noStaff: 5,
    staffOverlaps: 7,
    groupRosters: 8,
    noMember: 9,
    ids: 13,
    replacements: 14,
  };
  expect(addNotSeen(one, one)).toEqual({
    leftOut: {
      entry: { noUnits: 2, noCharge: 4, noChargeNorUnits: 6 },
      line: { noUnits: 20, noCharge: 22, noChargeNorUnits: 24 },
    },
    noClock: 8,
    noStaff: 10,
    staffOverlaps: 14,
    groupRosters: 16,
    noMember: 18,
    ids: 26,
    replacements: 28,
  });
  expect(addNotSeen(allSeen, one)).toEqual(one);
});
