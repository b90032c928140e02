import { InvalidArgumentError } from 'commander';
import { isCivilDate } from '../values/civil-date.js';

export function civilDate(text: string): string {
  if (isCivilDate(text)) return text;
  throw new InvalidArgumentError('Expected a day that exists, written YYYY-MM-DD.');
}

/** A number of zero or more, written with digits. */
export function quantity(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a number of zero or more, such as 8.');
}

const MOST_WORKERS = 64;

export function workerCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_WORKERS) return count;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${String(MOST_WORKERS)}.`);
}
