import { expect, test } from 'vitest';
import { exitStatusOf, type FailOn } from '../../src/cli/exit-status.js';

const none = { entries: 1, invalid: 0, notBillable: 0, undetermined: 0 };

test.each<[name: string, counts: Partial<typeof none>, byFailOn: Record<FailOn, number>]>([
  ['all billable', {}, { undetermined: 0, 'not-billable': 0, never: 0 }],
  ['one not billable', { notBillable: 1 }, { undetermined: 1, 'not-billable': 1, never: 0 }],
  ['one undetermined', { undetermined: 1 }, { undetermined: 3, 'not-billable': 0, never: 0 }],
  ['one unreadable', { invalid: 1 }, { undetermined: 2, 'not-billable': 2, never: 0 }],
  [
    'not billable and undetermined',
    { notBillable: 1, undetermined: 1 },
    { undetermined: 1, 'not-billable': 1, never: 0 },
  ],
  [
    'unreadable and undetermined',
    { invalid: 1, undetermined: 1 },
    { undetermined: 2, 'not-billable': 2, never: 0 },
  ],
  [
    'of each one',
    { invalid: 1, notBillable: 1, undetermined: 1 },
    { undetermined: 2, 'not-billable': 2, never: 0 },
  ],
])('%s', (_name, counts, byFailOn) => {
  for (const [failOn, status] of Object.entries(byFailOn)) {
    expect(exitStatusOf({ ...none, ...counts }, { failOn: failOn as FailOn })).toBe(status);
  }
});

test.each<[failOn: FailOn, allowEmpty: boolean | undefined, status: number]>([
  ['undetermined', undefined, 2],
  ['not-billable', undefined, 2],
  ['never', undefined, 0],
  ['undetermined', true, 0],
])('no record at all, failing on %s, allowed: %s', (failOn, allowEmpty, status) => {
  expect(exitStatusOf({ ...none, entries: 0 }, { failOn, allowEmpty })).toBe(status);
});
