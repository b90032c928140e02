import { days, dayAfter, monthsLater, orEarlier, exists, weekdayOf } from '../values/naive-calendar.js';

/** Ages and weeks by looking up days in a list of days; what was looked up is remembered. */

export type LeapBirthday = 'mar-1' | 'feb-28';

function remembered<Input extends readonly (string | number)[]>(
  look: (...input: Input) => string,
): (...input: Input) => string {
  const found = new Map<string, string>();
  return (...input) => {
    const key = input.join(' ');
    const day = found.get(key) ?? look(...input);
    found.set(key, day);
    return day;
  };
}

/** The first day on which someone is so many months old. */
export const dayOfAge = remembered((birthDate: string, months: number, leapBirthday: LeapBirthday) => {
  const day = monthsLater(birthDate, months);
  if (exists(day)) return day;
  return leapBirthday === 'mar-1' ? dayAfter(orEarlier(day), 1) : orEarlier(day);
});

/** The last day of birth that makes someone so many months old on a day. */
export const lastBirthDate = remembered((months: number, on: string, leapBirthday: LeapBirthday) => {
  let day = dayAfter(orEarlier(monthsLater(on, -months)), 3);
  while (dayOfAge(day, months, leapBirthday) > on) day = dayAfter(day, -1);
  return day;
});

export function sixMonthsAfter(day: string): string {
  return orEarlier(monthsLater(day, 6));
}

/** The last day of the week that holds a day. */
export function lastDayOfWeek(day: string, weekStartsOn: number): string {
  let last = day;
  while (weekdayOf(dayAfter(last, 1)) !== weekStartsOn) last = dayAfter(last, 1);
  return last;
}

export const dayBefore = (day: string) => dayAfter(day, -1);
export { dayAfter, days, orEarlier, monthsLater };
