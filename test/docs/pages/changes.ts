import type { PriorUse, Session } from '../../../src/index.js';
import { code } from './markdown.js';

type Facts = Readonly<Record<string, unknown>>;

/** One fact that differs from the complete session. */
export interface Change {
  readonly path: string;
  /** Such as "`member.birthDate` 2001-05-17 instead of 1988-02-11". */
  readonly inWords: string;
}

/** What was changed in a complete session, fact by fact. A list is one fact. */
export function changesOf(complete: Session, changed: Session): Change[] {
  return changesWithin(complete, changed, '');
}

function changesWithin(before: object, after: object, within: string): Change[] {
  const [old, now] = [before as Facts, after as Facts];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return keys.flatMap((key) => changesAt(old[key], now[key], within === '' ? key : `${within}.${key}`));
}

function changesAt(before: unknown, after: unknown, path: string): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isFacts(after)) return changesWithin(isFacts(before) ? before : {}, after, path);
  return [{ path, inWords: `${code(path)} ${differenceInWords(before, after)}` }];
}

function differenceInWords(before: unknown, after: unknown): string {
  if (after == null) return 'not known';
  if (isListOfObjects(before) && isListOfObjects(after)) return entriesInWords(before, after);
  const instead = before == null || isFacts(before) ? '' : ` instead of ${valueInWords(before)}`;
  return valueInWords(after) + instead;
}

/** Such as "mo/peer-support 25 units on 2017-05-16". */
export function usesInWords(uses: readonly PriorUse[]): string {
  return uses.map((use) => entryInWords({ ...use })).join(', ');
}

/** Which entries are missing, more or different; an entry is told by its code or topic. */
function entriesInWords(before: readonly Facts[], after: readonly Facts[]): string {
  if (after.length === 0) return 'empty';
  const gone = before.filter((entry) => !after.some((other) => nameOf(other) === nameOf(entry)));
  const differing = after.filter((entry) => !before.some((other) => isSame(entry, other)));
  const kept = after.length > differing.length;
  if (!kept) return after.map(entryInWords).join('; ');
  return [
    ...(gone.length === 0 ? [] : [`without ${gone.map(nameOf).join(', ')}`]),
    ...(differing.length === 0 ? [] : [`with ${differing.map(entryInWords).join('; ')}`]),
    ...(gone.length + differing.length === 0 ? ['with fewer entries of the same topic'] : []),
  ].join(', ');
}

function entryInWords(entry: Facts): string {
  const { code: held, topic, service, ...rest } = entry;
  const name = [held, topic, service].filter((one) => typeof one === 'string').join(' ');
  const details = Object.entries(rest).flatMap(([key, value]) => detailInWords(key, value));
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
}

function detailInWords(key: string, value: unknown): string[] {
  if (value == null) return [];
  const words = valueInWords(value);
  switch (key) {
    case 'completedOn':
      return [`completed ${words}`];
    case 'approvedOn':
      return [`approved ${words}`];
    case 'dateOfService':
      return [`on ${words}`];
    case 'hours':
    case 'units':
    case 'minutes':
      return [`${words} ${key}`];
    case 'documented':
      return [value === true ? 'documented' : 'not documented'];
    default:
      return [`${key} ${words}`];
  }
}

function valueInWords(value: unknown): string {
  if (isListOfObjects(value)) return value.length === 0 ? 'empty' : value.map(entryInWords).join('; ');
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

function nameOf({ code: held, topic }: Facts): string {
  return String(held ?? topic);
}

function isSame(one: Facts, other: Facts): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfObjects(value: unknown): value is readonly Facts[] {
  return Array.isArray(value) && value.every(isFacts);
}
