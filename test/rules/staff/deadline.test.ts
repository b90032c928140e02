import { describe, expect, test } from 'vitest';
import { deadlineOf } from '../../../src/rules/staff/deadline.js';
import { training, type Staff } from './support.js';

const fromService = { trainingFrom: 'first-service' } as const;
const fromHire = { trainingFrom: 'hire' } as const;

describe('six months from the first service, the last day included', () => {
  test.each<[first: string, on: string, state: string, dueOn: string]>([
    ['2025-01-15', '2025-01-15', 'running', '2025-07-15'],
    ['2025-01-15', '2025-07-15', 'running', '2025-07-15'],
    ['2025-01-15', '2025-07-16', 'over', '2025-07-15'],
    ['2024-08-31', '2025-02-28', 'running', '2025-02-28'],
    ['2024-08-31', '2025-03-01', 'over', '2025-02-28'],
    ['2023-08-31', '2024-02-29', 'running', '2024-02-29'],
    ['2023-08-31', '2024-03-01', 'over', '2024-02-29'],
    ['2025-06-30', '2025-12-30', 'running', '2025-12-30'],
    ['2025-06-30', '2025-12-31', 'over', '2025-12-30'],
  ])('first service %s, on %s: %s until %s', (firstServiceDate, on, state, dueOn) => {
    const note = `It ${state === 'over' ? 'was' : 'is'} due by ${dueOn}.`;
    expect(deadlineOf(training, { firstServiceDate }, on, fromService)).toEqual({
      state,
      dueOn,
      note,
      unknown: [],
    });
    expect(deadlineOf(training, { firstServiceDate, hireDate: '2000-01-01' }, on, fromService)).toMatchObject(
      { state },
    );
  });
});

describe('where the first service is not known', () => {
  const unknown = { state: 'unknown', dueOn: null, note: '', unknown: [{ path: 'staff.firstServiceDate' }] };
  const earliest = 'It is due by 2025-07-15 at the earliest.';

  test.each<[Staff | null, on: string, object]>([
    [
      { hireDate: '2025-01-15' },
      '2025-07-15',
      { state: 'running', dueOn: '2025-07-15', note: earliest, unknown: [] },
    ],
    [{ hireDate: '2025-01-15' }, '2025-07-16', unknown],
    [{}, '2025-07-16', unknown],
    [null, '2025-07-16', unknown],
  ])('%j, on %s', (staff, on, expected) => {
    expect(deadlineOf(training, staff, on, fromService)).toEqual(expected);
  });
});

test('a first service stated after this one: this one counts', () => {
  expect(deadlineOf(training, { firstServiceDate: '2025-02-01' }, '2025-01-15', fromService)).toEqual({
    state: 'running',
    dueOn: '2025-07-15',
    note: 'It is due by 2025-07-15.',
    unknown: [],
  });
});

describe('counted from the hire', () => {
  const unknown = { state: 'unknown', dueOn: null, note: '', unknown: [{ path: 'staff.hireDate' }] };

  test.each<[Staff | null, on: string, object]>([
    [
      { hireDate: '2025-01-15', firstServiceDate: '2025-02-01' },
      '2025-07-15',
      { state: 'running', dueOn: '2025-07-15' },
    ],
    [
      { hireDate: '2025-01-15', firstServiceDate: '2025-02-01' },
      '2025-07-16',
      { state: 'over', dueOn: '2025-07-15' },
    ],
    [{ hireDate: '2025-01-16' }, '2025-01-15', { state: 'running', dueOn: '2025-07-15' }],
    [{ firstServiceDate: '2025-02-01' }, '2025-08-01', unknown],
    [
      { firstServiceDate: '2025-02-01' },
      '2025-08-02',
      { state: 'over', dueOn: '2025-08-01', note: 'It was due by 2025-08-01 at the latest.' },
    ],
    [{}, '2025-08-02', unknown],
    [null, '2025-08-02', unknown],
  ])('%j, on %s', (staff, on, expected) => {
    expect(deadlineOf(training, staff, on, fromHire)).toMatchObject(expected);
  });
});
