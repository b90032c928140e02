import type * as z from './zod.js';
import { jsonPointer, type InputIssue, type IssueCode, type Untold } from './input-error.js';
import { factTable } from './generated/table.js';
import { nearestKey } from './nearest.js';

type ZodIssue = z.mini.core.$ZodIssue;

/** What is being reported on: the schema says which keys are known, the input which types were found. */
interface Reported {
  readonly schema: z.mini.core.$ZodType;
  readonly input: unknown;
}

/** What zod found, in our words: JSON Pointers, types instead of values, the nearest key for an unknown one. */
export function inputIssues(
  schema: z.mini.ZodMiniType,
  input: unknown,
  issues: readonly ZodIssue[],
): Untold[] {
  return issues.flatMap((issue) => toInputIssues(issue, [], { schema, input }));
}

function toInputIssues(issue: ZodIssue, parent: readonly PropertyKey[], reported: Reported): Untold[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(reported.schema, path);
    return unknownKeys(issue.keys, path, known);
  }
  const found = typeName(path.reduce(valueAt, reported.input));
  if (issue.code === 'invalid_union') {
    const [object] = issue.errors;
    if (object !== undefined && found === 'an object') {
      return object.flatMap((inner) => toInputIssues(inner, path, reported));
    }
    return [
      {
        code: 'wrong-type',
        path: jsonPointer(path),
        message: `expected an object or "none", found ${found}`,
      },
    ];
  }
  return [
    (): InputIssue => ({
      code: codeOf(issue, found),
      path: jsonPointer(path),
      message: expectation(issue, found, formAt(reported.schema, path)),
    }),
  ];
}

function codeOf(issue: ZodIssue, found: string): IssueCode {
  if (found === 'nothing' || found === 'null') return 'not-stated';
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'not-whole' : 'wrong-type';
    case 'invalid_value':
      return 'not-a-choice';
    case 'too_small':
      if (issue.origin === 'array') return 'empty-list';
      return issue.origin === 'string' ? 'empty-text' : 'too-small';
    case 'too_big':
      return 'too-large';
    case 'custom':
      return issue.params?.['code'] as IssueCode;
    default:
      return 'not-in-form';
  }
}

function expectation(issue: ZodIssue, found: string, form: string | undefined): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') return 'expected a whole number, found a fraction';
      if (issue.expected === 'number' && found === INFINITE) return 'expected a finite number';
      return `expected ${form ?? expectedNames[issue.expected] ?? issue.expected}, found ${found}`;
    case 'invalid_value':
      return `expected one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}, found ${other(found)}`;
    case 'too_small':
      if (issue.origin === 'array') return 'expected a list with at least one entry, found an empty one';
      if (issue.origin === 'string') return 'expected text that is not empty, found empty text';
      return issue.inclusive === true
        ? `expected a number of at least ${String(issue.minimum)}, found a smaller one`
        : `expected a number of more than ${String(issue.minimum)}, found ${String(issue.minimum)} or less`;
    case 'too_big':
      return `expected a number of at most ${String(issue.maximum)}, found a larger one`;
    case 'custom':
      return `expected ${issue.message}, found ${String(issue.params?.['found'] ?? other(found))}`;
    default:
      return `not accepted, found ${found}`;
  }
}

const INFINITE = 'an infinite number';

const expectedNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function typeName(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return 'true or false';
  if (typeof value === 'string') return value === '' ? 'empty text' : 'text';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : INFINITE;
  }
  return `a ${typeof value}`;
}

function other(found: string): string {
  return found === 'text' ? 'other text' : found;
}

/** What facts are called, and what holds them. */
const factNames: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ Object.keys(factTable).flatMap((path) => path.split('.')),
);

/**
 * An issue for each key that is almost a known one, or is known elsewhere, and one for all others: a key may be somebody's
 * name, and is repeated only where it is clear that it is none.
 */
export function unknownKeys(
  keys: readonly string[],
  at: readonly PropertyKey[],
  known: readonly string[],
  where = 'here',
  isName = (key: string) => factNames.has(key),
): Untold[] {
  const advice = `known ${where}: ${known.join(', ')}`;
  let hidden = 0;
  const shown = keys.flatMap((key): Untold[] => {
    const near = nearestKey(key, known);
    if (near === undefined && !isName(key)) {
      hidden++;
      return [];
    }
    const message = `unknown key "${key}"; ${near === undefined ? advice : `did you mean "${near}"?`}`;
    return [{ code: 'unknown-key', path: jsonPointer([...at, key]), message }];
  });
  if (hidden === 0) return shown;
  const what =
    hidden === 1 ? 'an unknown key, not shown, as it' : `${String(hidden)} unknown keys, not shown, as they`;
  const message = `${what} may be somebody's data; ${advice}`;
  return [...shown, { code: 'unknown-key', path: jsonPointer(at), message }];
}

/** The steps of a path as far as the schema knows them: what lies further may be data. */
export function knownPath(root: z.mini.core.$ZodType, path: readonly PropertyKey[]): PropertyKey[] {
  const unknown = path.findIndex((_step, index) => {
    const holder = definitionAt(root, path.slice(0, index));
    return (
      holder?.type !== 'array' &&
      !(holder?.type === 'object' && Object.hasOwn(holder.shape, path[index] as string))
    );
  });
  return unknown === -1 ? [...path] : path.slice(0, unknown);
}

function valueAt(value: unknown, step: PropertyKey): unknown {
  return (Object(value) as Record<PropertyKey, unknown>)[step];
}

/** The keys that the object at a path of the input may have. */
function keysAt(root: z.mini.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const definition = definitionAt(root, path);
  return definition?.type === 'object' ? Object.keys(definition.shape) : [];
}

/** What the text at a path of the input must be, where that is more than text. */
function formAt(root: z.mini.core.$ZodType, path: readonly PropertyKey[]): string | undefined {
  const definition = definitionAt(root, path);
  const [check] = definition?.checks ?? [];
  return (check as CheckWithForm | undefined)?._zod.def.params?.expected;
}

interface CheckWithForm {
  readonly _zod: { readonly def: { readonly params?: { readonly expected?: string } } };
}

function definitionAt(root: z.mini.core.$ZodType, path: readonly PropertyKey[]) {
  return definitionOf(path.reduce<z.mini.core.$ZodType | undefined>(childOf, root));
}

function childOf(
  schema: z.mini.core.$ZodType | undefined,
  step: PropertyKey,
): z.mini.core.$ZodType | undefined {
  const definition = definitionOf(schema);
  switch (definition?.type) {
    case 'array':
      return definition.element;
    case 'record':
      return definition.valueType;
    case 'object':
      return definition.shape[step as string];
    default:
      return undefined;
  }
}

/** What a schema is behind "may be left out", "may be null" and "or 'none'". */
export function definitionOf(
  schema: z.mini.core.$ZodType | undefined,
): z.mini.core.$ZodTypes['_zod']['def'] | undefined {
  const definition = (schema as z.mini.core.$ZodTypes | undefined)?._zod.def;
  switch (definition?.type) {
    case 'optional':
    case 'nullable':
      return definitionOf(definition.innerType);
    case 'union':
      return definitionOf(definition.options[0]);
    default:
      return definition;
  }
}
