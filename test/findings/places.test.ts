import { expect, test } from 'vitest';
import { placeAt } from '../../src/findings/places.js';

const places = {
  '': 'row 2',
  '/units': 'row 2, column "Units"',
  '/staff/credentials': 'staff.csv row 4, column "Credential"',
  '/staff/credentials/0/through': 'staff.csv row 4, column "Expires"',
  '/lines/1': 'row 3',
  '/lines/1/session/minutes': 'row 3, column "Minutes"',
  '/history': 'row 9',
};

test.each([
  ['', 'row 2'],
  ['/units', 'row 2, column "Units"'],
  ['/charge', 'row 2'],
  ['/staff', 'row 2'],
  ['/staff/credentials/0', 'staff.csv row 4, column "Credential"'],
  ['/staff/credentials/0/from', 'staff.csv row 4, column "Credential"'],
  ['/staff/credentials/0/through', 'staff.csv row 4, column "Expires"'],
  ['/staff/credentialsOfOthers', 'row 2'],
  ['/lines', 'row 2'],
  ['/lines/1/session/startTime', 'row 3'],
  ['/lines/1/session/minutes', 'row 3, column "Minutes"'],
  ['/lines/10/units', 'row 2'],
  ['/history', undefined],
  ['/history/0/units', undefined],
  ['/historyOfSomething', 'row 2'],
])('%s stands at %s', (pointer, place) => {
  expect(placeAt(pointer, places)).toBe(place);
});

test('with no place of the whole, what is not stated stands nowhere', () => {
  expect([placeAt('/charge', {}), placeAt('', {}), placeAt('/units/0', { '/units': 'here' })]).toEqual([
    undefined,
    undefined,
    'here',
  ]);
});
