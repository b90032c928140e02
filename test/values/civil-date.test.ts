import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageInMonths,
  ageInYears,
  firstDayOfMonth,
  hasReachedAge,
  isCivilDate,
  lastDayOfMonthOf,
  weekOf,
  type LeapBirthday,
} from '../../src/values/civil-date.js';
import { dayAfter, days, exists, monthsLater, orEarlier, weekdayOf } from './naive-calendar.js';

const someDay = fc.integer({ min: 1500, max: days.length - 1500 }).map((index) => days[index] ?? '');
const weekday = fc.constantFrom(0, 1, 2, 3, 4, 5, 6);
const leapBirthday = fc.constantFrom('mar-1', 'feb-28');

describe('a day that exists', () => {
  test.each([
    ['2025-01-01', 'the first of a year'],
    ['2025-12-31', 'the last of a year'],
    ['2024-02-29', 'a leap year'],
    ['2000-02-29', 'every fourth century is a leap year'],
    ['0001-01-01', 'the first day there is'],
    ['9999-12-31', 'the last'],
    ['0004-02-29', 'a leap year'],
  ])('%s (%s)', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });
});

describe('no day', () => {
  test.each([
    ['2025-02-29', 'not a leap year'],
    ['1900-02-29', 'a century is no leap year'],
    ['2100-02-29', 'a century is no leap year'],
    ['2025-02-30', 'February'],
    ['2025-04-31', 'April has 30 days'],
    ['2025-06-31', 'June has 30 days'],
    ['2025-01-32', 'no 32nd'],
    ['2025-00-10', 'no month 0'],
    ['2025-13-01', 'no month 13'],
    ['2025-01-00', 'no day 0'],
    ['0000-01-01', 'no year 0'],
    ['0000-02-29', 'no year 0, though it would be a leap year'],
    ['', 'nothing'],
    ['2025', 'a year'],
    ['2025-01', 'a month'],
    ['2025-1-01', 'one digit'],
    ['25-01-01', 'two-digit year'],
    ['2025/01/01', 'slashes'],
    ['01-31-2025', 'month first'],
    ['01/31/2025', 'month first'],
    ['20250131', 'no hyphens'],
    ['2025-01-31T00:00:00Z', 'a time'],
    ['2025-01-31Z', 'a zone'],
    ['2025-01-31\n', 'a line end'],
    [' 2025-01-31', 'a space'],
    ['2025–01–31', 'dashes for hyphens'],
    ['２０２５-01-31', 'full-width digits'],
    ['٢٠٢٥-٠١-٣١', 'Arabic-Indic digits'],
    ['+025-01-31', 'a sign'],
    ['-025-01-31', 'a sign'],
    ['1e03-01-31', 'an exponent'],
    ['2025-0x-01', 'hexadecimal'],
    ['2025- 1-01', 'a blank inside'],
    ['2025-1/-01', 'the character before the digits'],
    ['2025-0:-01', 'the character after the digits'],
    ['9'.repeat(1_000_000), 'a million digits'],
    [`2025-01-31${' '.repeat(1_000_000)}`, 'a million spaces'],
  ])('%.30j (%s)', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  test('agrees with a calendar counted day by day', () => {
    const part = (max: number) =>
      fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1896, max: 2104 }), part(14), part(33), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        expect(isCivilDate(text)).toBe(exists(text));
      }),
    );
  });

  test('a day with one character changed is a day only if the calendar has it', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.nat({ max: 9 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        (day, at, other) => {
          const text = day.slice(0, at) + other + day.slice(at + 1);
          const written = /^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text);
          const time = Date.parse(`${text}T00:00:00Z`);
          const inCalendar =
            written && !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
          expect(isCivilDate(text)).toBe(inCalendar);
        },
      ),
    );
  });
});

describe('months later', () => {
  test.each([
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-01-28', 1, '2025-02-28'],
    ['2025-03-31', 1, '2025-04-30'],
    ['2025-02-28', 6, '2025-08-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-05-15', 0, '2025-05-15'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['9998-12-15', 12, '9999-12-15'],
    ['9999-12-31', 1, '9999-12-31'],
  ])('%s and %i months: %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });
});

describe('days later', () => {
  test.each([
    ['2025-02-28', 1, '2025-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-03-08', 1, '2025-03-09'],
    ['2025-03-09', 1, '2025-03-10'],
    ['2025-11-02', 1, '2025-11-03'],
    ['2025-06-30', 365, '2026-06-30'],
  ])('%s and %i: %s (clock changes included)', (from, count, expected) => {
    expect(addDays(from, count)).toBe(expected);
  });
});

describe('the month of a day', () => {
  test.each([
    ['2025-02-14', '2025-02-01', '2025-02-28'],
    ['2024-02-14', '2024-02-01', '2024-02-29'],
    ['2025-04-30', '2025-04-01', '2025-04-30'],
    ['2025-12-01', '2025-12-01', '2025-12-31'],
    ['1900-02-28', '1900-02-01', '1900-02-28'],
  ])('%s: %s through %s', (day, first, last) => {
    expect([firstDayOfMonth(day), lastDayOfMonthOf(day)]).toEqual([first, last]);
  });
});

describe('the week of Wednesday 2025-01-01, across the year end', () => {
  test.each([
    ['Sunday', 0, '2024-12-29', '2025-01-04'],
    ['Monday', 1, '2024-12-30', '2025-01-05'],
    ['Tuesday', 2, '2024-12-31', '2025-01-06'],
    ['Wednesday', 3, '2025-01-01', '2025-01-07'],
    ['Thursday', 4, '2024-12-26', '2025-01-01'],
    ['Friday', 5, '2024-12-27', '2025-01-02'],
    ['Saturday', 6, '2024-12-28', '2025-01-03'],
  ] as const)('from %s', (_name, weekStartsOn, from, through) => {
    expect(weekOf('2025-01-01', weekStartsOn)).toEqual({ from, through });
  });
});

describe('as counted day by day', () => {
  test('days later', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -1000, max: 1000 }), (day, count) => {
        expect(addDays(day, count)).toBe(dayAfter(day, count));
      }),
    );
  });

  test('months later', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40, max: 40 }), (day, count) => {
        expect(addMonths(day, count)).toBe(orEarlier(monthsLater(day, count)));
      }),
    );
  });

  test('the last day of a month', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(lastDayOfMonthOf(day)).toBe(orEarlier(`${day.slice(0, 8)}31`));
      }),
    );
  });

  test('a week begins on its weekday and holds the day', () => {
    fc.assert(
      fc.property(someDay, weekday, (day, weekStartsOn) => {
        const { from, through } = weekOf(day, weekStartsOn);
        expect(weekdayOf(from)).toBe(weekStartsOn);
        expect(through).toBe(dayAfter(from, 6));
        expect(from <= day && day <= through).toBe(true);
      }),
    );
  });
});

type AgeCase = [birthDate: string, months: number, on: string, LeapBirthday, reached: boolean, why: string];

describe('an age is reached', () => {
  test.each<AgeCase>([
    ['2001-05-16', 192, '2017-05-15', 'mar-1', false, 'the day before the 16th birthday'],
    ['2001-05-16', 192, '2017-05-16', 'mar-1', true, 'on the 16th birthday'],
    ['2001-05-16', 192, '2017-05-17', 'mar-1', true, 'after it'],
    ['2004-02-29', 252, '2025-02-28', 'mar-1', false, 'born on Feb 29, common year'],
    ['2004-02-29', 252, '2025-03-01', 'mar-1', true, 'born on Feb 29, common year'],
    ['2004-02-29', 252, '2025-02-27', 'feb-28', false, 'born on Feb 29, common year, the other reading'],
    ['2004-02-29', 252, '2025-02-28', 'feb-28', true, 'born on Feb 29, common year, the other reading'],
    ['2004-02-29', 240, '2024-02-28', 'feb-28', false, 'born on Feb 29, leap year'],
    ['2004-02-29', 240, '2024-02-29', 'mar-1', true, 'born on Feb 29, leap year'],
    ['2004-02-28', 252, '2025-02-28', 'mar-1', true, 'born on Feb 28'],
    ['2024-08-31', 18, '2026-02-28', 'mar-1', false, '18 months, no Feb 31'],
    ['2024-08-31', 18, '2026-03-01', 'mar-1', true, '18 months, no Feb 31'],
    ['2024-08-31', 18, '2026-02-28', 'feb-28', true, '18 months, no Feb 31, the other reading'],
    ['2024-10-31', 18, '2026-04-30', 'mar-1', false, '18 months, no Apr 31'],
    ['2024-10-31', 18, '2026-05-01', 'mar-1', true, '18 months, no Apr 31'],
    ['2024-10-31', 18, '2026-04-30', 'feb-28', true, '18 months, no Apr 31, the other reading'],
    ['2022-08-30', 18, '2024-02-29', 'mar-1', false, '18 months, no Feb 30 in a leap year'],
    ['2022-08-30', 18, '2024-02-29', 'feb-28', true, '18 months, no Feb 30, the other reading'],
    ['2025-01-01', 0, '2025-01-01', 'mar-1', true, 'born today'],
    ['2025-01-02', 0, '2025-01-01', 'mar-1', false, 'not yet born'],
  ])('born %s, %i months on %s (%s): %s, %s', (birthDate, months, on, reading, expected) => {
    expect(hasReachedAge(birthDate, months, on, reading)).toBe(expected);
  });
});

describe('age', () => {
  test.each([
    ['1990-08-09', '2017-05-16', 26, 321],
    ['2001-05-16', '2017-05-15', 15, 191],
    ['2001-05-16', '2017-05-16', 16, 192],
    ['2004-02-29', '2025-02-28', 20, 251],
    ['2004-02-29', '2025-03-01', 21, 252],
    ['1999-12-31', '2000-01-01', 0, 0],
    ['2025-05-02', '2025-05-01', -1, -1],
    ['2026-05-01', '2025-05-01', -1, -12],
  ])('born %s, on %s: %i years, %i months', (birthDate, on, years, months) => {
    expect(ageInYears(birthDate, on, 'mar-1')).toBe(years);
    expect(ageInMonths(birthDate, on, 'mar-1')).toBe(months);
  });

  test('is reached on the birthday, or beside it where the month lacks the day', () => {
    fc.assert(
      fc.property(someDay, fc.nat({ max: 1200 }), leapBirthday, (birthDate, months, reading) => {
        const wanted = monthsLater(birthDate, months);
        if (Number(wanted.slice(0, 4)) > 2103) return;
        const stand = reading === 'feb-28' ? orEarlier(wanted) : dayAfter(orEarlier(wanted), 1);
        const birthday = exists(wanted) ? wanted : stand;
        expect(hasReachedAge(birthDate, months, birthday, reading)).toBe(true);
        expect(hasReachedAge(birthDate, months, dayAfter(birthday, -1), reading)).toBe(false);
        expect(ageInMonths(birthDate, birthday, reading)).toBe(months);
        expect(ageInYears(birthDate, birthday, reading)).toBe(Math.floor(months / 12));
      }),
    );
  });
});
