import { describe, expect, test } from 'vitest';
import { deadlineOf } from '../../../src/rules/staff/deadline.js';
import { training, type Staff } from './support.js';

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
    const note = `It ${state === 'over' ? 'was' : 'is'} due on ${dueOn}.`;
    expect(deadlineOf(training, { firstServiceDate }, on)).toEqual({ state, dueOn, note, unknown: [] });
    expect(deadlineOf(training, { firstServiceDate, hireDate: '2000-01-01' }, on)).toMatchObject({ state });
  });
});

describe('where the first service is not known', () => {
  const unknown = { state: 'unknown', dueOn: null, note: '', unknown: [{ path: 'staff.firstServiceDate' }] };
  const earliest = 'It is due on 2025-07-15 at the earliest.';

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
    expect(deadlineOf(training, staff, on)).toEqual(expected);
  });
});
