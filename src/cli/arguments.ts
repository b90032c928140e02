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

/** The number of a line, from 1. */
export function lineNumber(text: string): number {
  const line = Number(text);
  if (/^\d+$/.test(text) && line >= 1 && Number.isSafeInteger(line)) return line;
  throw new InvalidArgumentError('Expected a whole number, 1 or more.');
}

/** Of an option that may be stated several times. */
export function several(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** Of an option that may be stated several times, each time with one of a list. */
export function severalOf<Choice extends string>(
  choices: readonly Choice[],
): (text: string, before?: readonly Choice[]) => readonly Choice[] {
  return (text, before = []) => {
    const choice = choices.find((one) => one === text);
    if (choice === undefined) throw new InvalidArgumentError(`Expected one of ${choices.join(', ')}.`);
    return [...before, choice];
  };
}

/** Of an option that may not: the last would silently replace the others. */
export function once(text: string, before: string | undefined): string {
  if (before !== undefined) throw new InvalidArgumentError('It is stated twice; state it once.');
  return text;
}

/** The keys by which facts are added, as the adapter of tables has them. */
export const joinKeys = ['id', 'member.id', 'staff.id', 'staff.supervisor.id', 'agency.id'] as const;

export function yesOrNo(text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new InvalidArgumentError('Expected yes or no.');
}
