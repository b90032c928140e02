import type * as z from './zod.js';
import { claimSchema } from './generated/schemas.js';
import type { Claim } from './generated/types.js';
import { InputError, type InputIssue } from './input-error.js';
import { foreignObject, foreignObjects, isPlain } from './foreign-objects.js';
import { inputIssues } from './issues.js';
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
  return parse(sessionSchema, value);
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
  return parse(claimSchema, value);
}

export function parse<Value>(schema: z.mini.ZodMiniType<Value>, value: unknown): Parsed<Value> {
  try {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const issues = inputIssues(schema, value, parsed.error.issues);
      // An object that was read by its keys, though it is no record.
      const foreign = issues.every(({ path }) => path !== '') ? foreignObject(value as object) : undefined;
      return { ok: false, issues: foreign === undefined ? issues : [foreign] };
    }
    const foreign = isPlain(value) ? [] : foreignObjects(value);
    return foreign.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues: foreign };
  } catch {
    // A getter or a proxy of the caller's threw; its words may hold anything.
    return {
      ok: false,
      issues: [
        {
          code: 'not-plain-data',
          path: '',
          message: 'expected plain data, found an object that cannot be read',
        },
      ],
    };
  }
}

/**
 * The parsed value.
 * @param at JSON Pointer of the value in what the caller passed.
 * @throws InputError listing everything that is wrong.
 */
export function parseOrThrow<Value>(schema: z.mini.ZodMiniType<Value>, value: unknown, at = ''): Value {
  const parsed = parse(schema, value);
  if (parsed.ok) return parsed.value;
  throw new InputError(parsed.issues.map((issue) => ({ ...issue, path: at + issue.path })));
}
