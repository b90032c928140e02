/** Local wall-clock time at the place of service, `HH:mm`, 00:00 to 23:59; an end may be 24:00. */
export type ClockTime = string;

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const END_OF_DAY = '24:00';
const ZERO = 48;

/** Whether the text is a time of day from 00:00 to 23:59. */
export function isClockTime(text: string): boolean {
  return CLOCK_TIME.test(text);
}

/** Whether the text is a time at which something may end: 00:00 to 24:00. */
export function isEndTime(text: string): boolean {
  return text === END_OF_DAY || CLOCK_TIME.test(text);
}

/** Minutes from midnight. */
export function minuteOfDay(time: ClockTime): number {
  return (digit(time, 0) * 10 + digit(time, 1)) * 60 + digit(time, 3) * 10 + digit(time, 4);
}

function digit(time: ClockTime, index: number): number {
  return time.charCodeAt(index) - ZERO;
}
