import type * as z from './zod.js';
import { leave, type Accept } from './accept.js';
import { acceptClaim, acceptSession } from './generated/acceptors.js';
import { claimSchema } from './generated/schemas.js';
import type { Claim } from './generated/types.js';
import { InputError, jsonPointer, told, type InputIssue } from './input-error.js';
import { foreignObject, foreignObjects, isPlain } from './foreign-objects.js';
import { inputIssues, knownPath } from './issues.js';
import { sessionSchema } from './generated/schemas.js';
import type { Session } from './generated/types.js';

/** What a parser returns: the value, to be checked as `trusted`, or everything that is wrong with it. */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; issues: InputIssue[] };

/**
 * Reads a session from untrusted data, such as parsed JSON. Never throws.
 *
 * A fact left out or null is not known. Unknown keys, wrong types and days that do not exist are issues; codes are not
 * judged. Whether `service` is on file is the check's business.
 *
 * @example
 * const parsed = parseSession({ service: 'mo/peer-support', dateOfService: '2025-02-30' });
 * if (!parsed.ok) {
 *   parsed.issues[0]; // { code: 'not-a-day', path: '/dateOfService', message: 'expected a day that exists, …
 * }
 */
export function parseSession(value: unknown): Parsed<Session> {
  return parse(sessionSchema, value, acceptSession);
}

/**
 * Reads a claim from untrusted data, as {@link parseSession} reads a session. Never throws.
 *
 * @example
 * const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
 * parseClaim({ jurisdiction: 'MO', lines: [line] }).ok; // true
 * parseClaim({ jurisdiction: 'MO', lines: [] }).ok; // false
 */
export function parseClaim(value: unknown): Parsed<Claim> {
  return parse(claimSchema, value, acceptClaim);
}

/**
 * As {@link parseSession}, for those who would rather have what is wrong thrown.
 *
 * @throws InputError listing everything that is wrong.
 *
 * @example
 * parseSessionOrThrow({ service: 'mo/peer-support', dateOfService: '2025-03-03' }).service; // 'mo/peer-support'
 */
export function parseSessionOrThrow(value: unknown): Session {
  return parseOrThrow(sessionSchema, value, acceptSession);
}

/**
 * As {@link parseClaim}, for those who would rather have what is wrong thrown.
 *
 * @throws InputError listing everything that is wrong.
 *
 * @example
 * const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
 * parseClaimOrThrow({ jurisdiction: 'MO', lines: [line] }).lines.length; // 1
 */
export function parseClaimOrThrow(value: unknown): Claim {
  return parseOrThrow(claimSchema, value, acceptClaim);
}

/** @param accept takes at once what is surely well formed; the schema judges the rest. */
export function parse<Value>(
  schema: z.mini.ZodMiniType<Value>,
  value: unknown,
  accept: Accept<Value> = leave,
): Parsed<Value> {
  try {
    return { ok: true, value: accept(value) };
  } catch {
    return judged(schema, value);
  }
}

/** What is wrong with an object that throws when it is read. */
export const unreadable: InputIssue = {
  code: 'not-plain-data',
  path: '',
  message: 'expected plain data, found an object that cannot be read',
};

function judged<Value>(schema: z.mini.ZodMiniType<Value>, value: unknown): Parsed<Value> {
  try {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const issues = told(inputIssues(schema, value, parsed.error.issues));
      // An object that was read by its keys, though it is no record.
      const foreign = issues.every(({ path }) => path !== '') ? foreignObject(value as object) : undefined;
      return { ok: false, issues: foreign === undefined ? issues : [foreign] };
    }
    const foreign = isPlain(value)
      ? []
      : foreignObjects(value, (path) => jsonPointer(knownPath(schema, path)));
    return foreign.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues: told(foreign) };
  } catch {
    // A getter or a proxy of the caller's threw; its words may hold anything.
    return { ok: false, issues: [{ ...unreadable }] };
  }
}

/**
 * The parsed value.
 * @param at JSON Pointer of the value in what the caller passed.
 * @throws InputError listing everything that is wrong.
 */
export function parseOrThrow<Value>(
  schema: z.mini.ZodMiniType<Value>,
  value: unknown,
  accept?: Accept<Value>,
  at = '',
): Value {
  const parsed = parse(schema, value, accept);
  if (parsed.ok) return parsed.value;
  throw new InputError(parsed.issues.map((issue) => ({ ...issue, path: at + issue.path })));
}
