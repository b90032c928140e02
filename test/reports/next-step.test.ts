import { describe, expect, test } from 'vitest';
import { nextStep } from '../../src/reports/next-step.js';
import type { Finding } from '../../src/rules/index.js';

/** What a step is told from. */
function failed(rule: string, data: object, path = '/units', severity = 'error'): Finding {
  return { rule, outcome: 'fail', severity, data, paths: [path] } as unknown as Finding;
}

describe('what to do next', () => {
  test.each([
    [
      'units/time',
      { supported: 3 },
      'Correct the units to 3 and bill those, or correct the times if they are wrong.',
    ],
    ['units/time', { supported: 0 }, 'Do not bill it, or correct the times if they are wrong.'],
    ['units/time', { supported: null }, 'Do not bill it, or correct the times if they are wrong.'],
    ['units/daily-limit', { remaining: 8, over: 1 }, 'Bill at most 8 units; 1 unit of it cannot be billed.'],
    ['units/monthly-limit', { remaining: 0, over: 2 }, 'No unit is left: do not bill it.'],
    [
      'units/monthly-limit',
      { remaining: null, over: null },
      'Find out the units already used, and bill at most those that are left.',
    ],
    ['units/whole', { claimed: 1.5 }, 'State the units that the time supports: a whole number, at least 1.'],
    [
      'claim/charge',
      { expected: '39.60', units: 8 },
      'Look at the units and the rate before you send it: 8 units at the rate on file are $39.60.',
    ],
    [
      'claim/charge',
      { expected: '4.95', units: 1 },
      'Look at the units and the rate before you send it: 1 unit at the rate on file is $4.95.',
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
    ['claim/one-line', 'Before you send'],
    ['claim/duplicate', 'Bill it once'],
    ['schedule/member-overlap', 'Compare both notes'],
    ['schedule/staff-overlap', 'Compare both notes'],
    ['schedule/group-roster', 'Hold it until the numbers'],
    ['session/took-place', 'Do not bill it: take'],
    ['session/time', 'Look in the progress note, and correct'],
    ['session/format', 'Look in the progress note: if the format'],
    ['claim/not-bundled', 'If the bundle'],
  ])('of %s', (rule, beginning) => {
    expect(nextStep(failed(rule, {}))?.startsWith(beginning)).toBe(true);
  });

  test.each([
    ['plan/goal', '/plan/goals', 'Look at the plan'],
    ['necessity/adult-admission-a', '/assessment/date', 'Look at the assessment'],
    ['staff/license', '/staff/credentials', 'Look in the personnel file'],
    ['custom/own', '/member/programs', "Look in the member's file"],
    ['session/face-to-face', '/faceToFace', 'Look in the progress note'],
    ['necessity/adult-admission-a', '/assessment', 'Look for an assessment that counts'],
    ['custom/own', '', 'Look in the progress note'],
  ])('of %s, whose facts are at %s', (rule, path, beginning) => {
    expect(nextStep(failed(rule, {}, path))).toMatch(
      new RegExp(`^${beginning}.* If not, do not bill it\\.$`),
    );
    expect(nextStep(failed(rule, {}, path, 'warning'))).toMatch(
      /If not, hold it until a supervisor has decided\.$/,
    );
  });

  test('of what is not known, or not due yet, is its questions alone', () => {
    const finding = failed('units/time', { supported: 3 });
    expect(nextStep({ ...finding, outcome: 'unknown' })).toBeUndefined();
    expect(nextStep({ ...finding, outcome: 'due' })).toBeUndefined();
  });
});
