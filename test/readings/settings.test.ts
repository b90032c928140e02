import { describe, expect, test } from 'vitest';
import { createChecker, InputError, type ReadingsInput } from '../../src/index.js';
import { defaultReadings } from '../../src/readings/generated.js';
import { withReadings } from '../../src/readings/settings.js';
import { withoutCodes } from '../support/issues.js';

describe('the default readings', () => {
  test.each([
    ['rounding', 'floor'],
    ['groupRatio', 'warn'],
    ['weekStartsOn', 0],
    ['adultProgram', 'error'],
    ['leapBirthday', 'mar-1'],
    ['licensedMhc', 'person'],
    ['trainingFrom', 'first-service'],
    ['qmhpByLicence', 'ask'],
    ['materials', 'session'],
    ['sedUntil', 18],
  ] as const)('%s: %s', (reading, value) => {
    expect(defaultReadings[reading]).toBe(value);
  });

  test('diagnosis classes', () => {
    const { bipolar, majorDepression, psychotic, substanceUse } = defaultReadings.diagnosisClasses;
    expect(bipolar.join(' ')).toBe('F30.1 F30.2 F30.3 F30.4 F30.5 F30.6 F30.7 F30.8 F30.9 F31');
    expect(majorDepression.join(' ')).toBe('F32.0 F32.1 F32.2 F32.3 F32.4 F32.5 F32.9 F33');
    expect(psychotic.join(' ')).toBe('F20 F21 F22 F23 F24 F25 F26 F27 F28 F29');
    expect(substanceUse.join(' ')).toBe(
      'F10.1 F10.2 F11.1 F11.2 F12.1 F12.2 F13.1 F13.2 F14.1 F14.2 F15.1 F15.2 F16.1 F16.2 F18.1 F18.2 F19.1 F19.2',
    );
  });
});

describe('readings stated over others', () => {
  test.each([[undefined], [null], [{}]])('%j changes nothing', (stated) => {
    expect(withReadings(defaultReadings, stated)).toEqual(defaultReadings);
  });

  test('one stated keeps the others', () => {
    expect(withReadings(defaultReadings, { rounding: 'midpoint' })).toEqual({
      ...defaultReadings,
      rounding: 'midpoint',
    });
  });

  test('one that is undefined is one left out', () => {
    const below = withReadings(defaultReadings, { rounding: 'midpoint' });
    expect(withReadings(below, { rounding: undefined }).rounding).toBe('midpoint');
  });
});

describe('accepted', () => {
  test.each<ReadingsInput>([
    { rounding: 'midpoint' },
    { groupRatio: 'ratio' },
    { groupRatio: 'flat' },
    { weekStartsOn: 6 },
    { adultProgram: 'off' },
    { leapBirthday: 'feb-28' },
    { licensedMhc: 'center' },
    { diagnosisClasses: { bipolar: ['F31.1'], majorDepression: [], psychotic: ['F20'], substanceUse: [] } },
  ])('%j', (readings) => {
    expect(() => createChecker({ readings })).not.toThrow();
  });
});

describe('refused', () => {
  test.each([
    [{ weekStartsOn: 7 }, '/readings/weekStartsOn', 'expected one of 0, 1, 2, 3, 4, 5, 6, found a number'],
    [{ weekStartsOn: -1 }, '/readings/weekStartsOn', 'expected one of 0, 1, 2, 3, 4, 5, 6, found a number'],
    [
      { weekStartsOn: 'Monday' },
      '/readings/weekStartsOn',
      'expected one of 0, 1, 2, 3, 4, 5, 6, found other text',
    ],
    [{ rounding: 'round' }, '/readings/rounding', 'expected one of "floor", "midpoint", found other text'],
    [{ rounding: 'FLOOR' }, '/readings/rounding', 'expected one of "floor", "midpoint", found other text'],
    [
      { leapBirthday: true },
      '/readings/leapBirthday',
      'expected one of "mar-1", "feb-28", found true or false',
    ],
    [{ roundng: 'floor' }, '/readings/roundng', 'unknown key "roundng"; did you mean "rounding"?'],
    [
      { diagnosisClasses: { bipolr: [], bipolar: [], majorDepression: [], psychotic: [], substanceUse: [] } },
      '/readings/diagnosisClasses/bipolr',
      'unknown key "bipolr"; did you mean "bipolar"?',
    ],
    ['midpoint', '/readings', 'expected an object, found text'],
  ])('%j', (readings, path, message) => {
    expect(issuesOf(readings)).toEqual([{ path, message }]);
  });

  test('a diagnosis prefix in small letters, with what is accepted', () => {
    const [issue] = issuesOf({
      diagnosisClasses: { bipolar: ['f31'], majorDepression: [], psychotic: [], substanceUse: [] },
    });
    expect(issue?.path).toBe('/readings/diagnosisClasses/bipolar/0');
    expect(issue?.message).toMatch(/^expected /);
  });

  function issuesOf(readings: unknown) {
    try {
      createChecker({ readings: readings as ReadingsInput });
    } catch (error) {
      if (error instanceof InputError) return withoutCodes(error.issues);
      throw error;
    }
    return [];
  }
});
