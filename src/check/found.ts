import { InputError, isIssueCode, told, type InputIssue } from '../facts/input-error.js';
import type { Places, Problem } from '../facts/found.js';

/** Records with where their facts stand, and what could not be carried over. */
interface Found {
  readonly values: readonly unknown[];
  readonly places: readonly (Places | undefined)[];
  /** Why a record cannot be read as a whole. */
  readonly unread: readonly (InputIssue | undefined)[];
  readonly problems: readonly Problem[];
}

/**
 * What the reader of an adapter gives; nothing where it is something else.
 *
 * @throws InputError where it has records, and is malformed.
 */
export function readFound(given: unknown): Found | undefined {
  const issues: InputIssue[] = [];
  const found = readable(() => foundIn(given, issues));
  if (issues.length > 0) throw new InputError(told(issues));
  return found;
}

function readable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch {
    // A getter or a proxy of the caller's threw; its words may hold anything.
    throw new InputError([
      {
        code: 'not-plain-data',
        path: '',
        message: 'expected plain data, found an object that cannot be read',
      },
    ]);
  }
}

type Stated = Readonly<Record<string, unknown>>;

function foundIn(given: unknown, issues: InputIssue[]): Found | undefined {
  if (!isObject(given) || !('records' in given)) return undefined;
  const { records, problems } = given;
  const refuse = (code: 'wrong-type' | 'not-stated', path: string, message: string) => {
    issues.push({ code, path, message });
  };
  const listAt = (list: unknown, name: string): unknown[] => {
    if (Array.isArray(list)) return [...(list as unknown[])];
    refuse('wrong-type', `/${name}`, `expected a list of ${name}, found none`);
    return [];
  };
  const read = listAt(records, 'records').map((record, index) => {
    const path = `/records/${String(index)}`;
    if (!isObject(record) || !('value' in record)) {
      refuse('not-stated', path, 'expected an object with the "value" that was read, found none');
      return { value: undefined, places: undefined, unread: undefined };
    }
    const { value } = record;
    const places = record['places'] == null ? undefined : textsIn(record['places']);
    if (places === null)
      refuse(
        'wrong-type',
        `${path}/places`,
        'expected an object of texts by JSON Pointer, found something else',
      );
    const unread = record['unread'] == null ? undefined : unreadIn(record['unread']);
    if (unread === null)
      refuse('wrong-type', `${path}/unread`, 'expected a code and a message as text, found something else');
    return { value, places: places ?? undefined, unread: unread ?? undefined };
  });
  const met = problems == null ? [] : listAt(problems, 'problems');
  return {
    values: read.map(({ value }) => value),
    places: read.map(({ places }) => places),
    unread: read.map(({ unread }) => unread),
    problems: met.flatMap((problem, index) => {
      const known = problemIn(problem);
      const message =
        'expected a problem with its code, place and message as text, and a whole number as its count, if any';
      if (known === undefined) refuse('wrong-type', `/problems/${String(index)}`, message);
      return known ?? [];
    }),
  };
}

function problemIn(given: unknown): Problem | undefined {
  if (!isObject(given)) return undefined;
  const { code, place, message, count } = given;
  if (typeof code !== 'string' || typeof place !== 'string' || typeof message !== 'string') return undefined;
  if (count == null) return { code, place, message };
  return Number.isInteger(count) && Number(count) > 0
    ? { code, place, message, count: Number(count) }
    : undefined;
}

/** Null where it is none. */
function unreadIn(given: unknown): InputIssue | null {
  if (!isObject(given)) return null;
  const { code, message } = given;
  return typeof code === 'string' && isIssueCode(code) && typeof message === 'string'
    ? { code, path: '', message }
    : null;
}

function isObject(value: unknown): value is Stated {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null where it is none. */
function textsIn(value: unknown): Places | null {
  if (!isObject(value)) return null;
  const texts = { ...value };
  return Object.values(texts).every((text) => typeof text === 'string') ? (texts as Places) : null;
}
