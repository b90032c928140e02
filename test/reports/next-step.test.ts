import { describe, expect, test } from 'vitest';
import { nextStep } from '../../src/reports/next-step.js';
import type { Finding } from '../../src/rules/index.js';

/** What a step is told from. */
function failed(rule: string, data: object, path = '/units', severity = 'error'): Finding {
  return { rule, outcome: 'fail', severity, data, paths: [path] } as unknown as Finding;
}

describe('what to do next', () => {
  test.each([
    ['units/time', { supported: 3 }, 'Bill 3 units, or correct the times if they are wrong.'],
    ['units/time', { supported: 0 }, 'Do not bill it, or correct the times if they are wrong.'],
    ['units/time', { supported: null }, 'Do not bill it, or correct the times if they are wrong.'],
    ['units/daily-limit', { remaining: 8, over: 1 }, 'Bill at most 8 units; 1 unit of it cannot be billed.'],
    ['units/monthly-limit', { remaining: 0, over: 2 }, 'No unit is left: do not bill it.'],
    [
      'units/monthly-limit',
      { remaining: null, over: null },
      'Find out the units already used, and bill at most those that are left.',
    ],
    ['units/whole', { claimed: 1.5 }, 'State a whole number of units, at least 1.'],
    [
      'claim/charge',
      { expected: '39.60', units: 8 },
      'Charge $39.60 if 8 units are right; otherwise correct the units. It may be billed either way.',
    ],
    [
      'claim/charge',
      { expected: '4.95', units: 1 },
      'Charge $4.95 if 1 unit is right; otherwise correct the units. It may be billed either way.',
    ],
    ['claim/charge', { expected: null, units: null }, 'Look at the units and the rate before you send it.'],
  ])('of %s with %j', (rule, data, step) => {
    expect(nextStep(failed(rule, data))).toBe(step);
  });

  test.each([
    ['claim/code', 'Correct the code'],
    ['claim/local-code', 'Correct the code'],
    ['claim/complete', 'Add the lines'],
    ['claim/replaces', 'State the number'],
    ['claim/one-line', 'Put both on one line'],
    ['claim/duplicate', 'Bill it once'],
    ['schedule/member-overlap', 'Find out which of the two'],
    ['schedule/staff-overlap', 'Find out which of the two'],
    ['schedule/group-roster', 'Have the roster'],
    ['session/took-place', 'Do not bill it.'],
  ])('of %s', (rule, beginning) => {
    expect(nextStep(failed(rule, {}))?.startsWith(beginning)).toBe(true);
  });

  test.each([
    ['plan/goal', '/plan/goals', 'If another plan was in force that day'],
    ['necessity/adult-admission-a', '/assessment/date', 'If another assessment counts'],
    ['staff/license', '/staff/credentials', 'If the personnel file'],
    ['custom/own', '/member/programs', "If the member's file"],
    ['session/face-to-face', '/faceToFace', 'If the session was otherwise'],
  ])('of %s, whose facts are at %s', (rule, path, beginning) => {
    expect(nextStep(failed(rule, {}, path))).toMatch(
      new RegExp(`^${beginning}.* If not, do not bill it\\.$`),
    );
    expect(nextStep(failed(rule, {}, path, 'warning'))).toMatch(
      /If not, it may be billed; have somebody decide that first\.$/,
    );
  });

  test('of what is not known, or not due yet, is its questions alone', () => {
    const finding = failed('units/time', { supported: 3 });
    expect(nextStep({ ...finding, outcome: 'unknown' })).toBeUndefined();
    expect(nextStep({ ...finding, outcome: 'due' })).toBeUndefined();
  });
});
