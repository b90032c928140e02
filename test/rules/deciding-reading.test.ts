import { describe, expect, test } from 'vitest';
import { defaultReadings, type Readings } from '../../src/readings/generated.js';
import { decidingReading, readingAtIssue } from '../../src/rules/deciding-reading.js';
import type { SessionUnderCheck } from '../../src/rules/rule.js';

const under = (readings: Partial<Readings> = {}): SessionUnderCheck => ({
  session: { service: 'xx/any', dateOfService: '2025-03-03' },
  on: '2025-03-03',
  asOf: undefined,
  readings: { ...defaultReadings, ...readings },
  time: { clock: 'no-clock', clockMinutes: null, minutes: null },
  asked: { atLeast: 1, atMost: 1, unknown: [] },
  price: undefined,
  trained: undefined,
  usedBefore: () => ({ atLeast: 0, atMost: 0, unknown: [], perhaps: 0 }),
});

describe('a reading decides where the other choice comes out otherwise', () => {
  test.each<[string | undefined, by: keyof Readings]>([
    ['leap-birthday', 'leapBirthday'],
    ['licensed-mhc', 'licensedMhc'],
    [undefined, 'rounding'],
  ])('%s, where %s is looked at', (expected, by) => {
    const outcome = ({ readings }: SessionUnderCheck) => JSON.stringify(readings[by]);
    expect(decidingReading(under(), outcome)).toBe(expected);
  });

  test.each<[Partial<Readings>]>([[{ leapBirthday: 'feb-28' }], [{ licensedMhc: 'center' }]])(
    'whichever choice is made: %j',
    (readings) => {
      const outcome = (other: SessionUnderCheck) =>
        `${other.readings.leapBirthday} ${other.readings.licensedMhc}`;
      expect(decidingReading(under(readings), outcome)).toBe('leap-birthday');
    },
  );
});

test('none, where the outcome is the same', () => {
  expect(decidingReading(under(), () => 'fail')).toBeUndefined();
});

describe('the reading of what is at issue', () => {
  const day = 'plan.from';
  const flag = 'plan.includesService';

  test.each<[title: string, Parameters<typeof readingAtIssue>, expected: string | undefined]>([
    ['that of a fact at issue', [undefined, [day, flag], [day]], 'current-plan'],
    ['before that of the clause', ['diagnosis-classes', [day], [day]], 'current-plan'],
    ['of several, the first', [undefined, [], ['assessment.diagnoses', day]], 'diagnosis-classes'],
    ['none, where its fact is not at issue', ['current-plan', [day, flag], [flag]], undefined],
    [
      'that of the clause, where none of its facts has it',
      ['two-age-axes', [day, flag], [flag]],
      'two-age-axes',
    ],
    ['none, where there is none', [undefined, [flag], [flag]], undefined],
  ])('%s', (_title, stated, expected) => {
    expect(readingAtIssue(...stated)).toBe(expected);
  });
});
