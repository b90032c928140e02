import { jsonPointer, type InputIssue } from './input-error.js';

/** Deeper than any fact of the contract; what lies below is the schema's to refuse. */
const DEPTH = 8;

/**
 * Objects that are no records of facts, such as a Map or a Date: read by their keys they would be empty, and what they
 * state would silently be missing.
 * @param pointerOf the place of one, by the keys on the way to it.
 */
export function foreignObjects(
  value: unknown,
  pointerOf: (path: readonly PropertyKey[]) => string = jsonPointer,
  path: readonly PropertyKey[] = [],
): InputIssue[] {
  if (typeof value !== 'object' || value === null || path.length > DEPTH) return [];
  const foreign = foreignObject(value, pointerOf(path));
  if (foreign !== undefined) return [foreign];
  return Object.entries(value).flatMap(([key, item]) => foreignObjects(item, pointerOf, [...path, key]));
}

/** Of an object that is no record of facts: that it is none. */
export function foreignObject(value: object, path = ''): InputIssue | undefined {
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
  if (kind === 'Object' || kind === 'Array') return undefined;
  return {
    code: 'not-plain-data',
    path,
    message: `expected a plain object, found ${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`,
  };
}

/** Whether a value is made of plain objects and lists only, as parsed JSON is: the quick answer for nearly every input. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (depth > DEPTH) return false;
  if (Array.isArray(value)) {
    return prototype === Array.prototype && value.every((item) => isPlain(item, depth + 1));
  }
  if (prototype !== Object.prototype) return false;
  for (const key in value) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof item === 'object' && !isPlain(item, depth + 1)) return false;
  }
  return true;
}
