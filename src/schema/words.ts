import type { IssueCode } from '../facts/input-error.js';
import { textThat } from '../facts/scalars.js';
import * as z from '../facts/zod.js';

/** What the JSON Schemas say of a schema beside its shape. */
export interface Words {
  /** The name under `$defs`. */
  id?: string;
  title?: string;
  description?: string;
  /** What a refinement checks, for those who cannot run it. */
  pattern?: string;
  not?: { pattern: string };
  anyOf?: readonly ({ pattern: string } | { enum: readonly string[] })[];
}

/** The words for the parts of definitions and results. Those for facts are their questions. */
export const words = z.registry<Words>();

/** Text of a certain form; `expected` says it in words. */
export function written(
  form: RegExp,
  expected: string,
  more: Words = {},
  code: IssueCode = 'not-in-form',
): z.mini.ZodMiniString<string> {
  return textThat((text) => form.test(text), code, expected).register(words, {
    pattern: form.source,
    ...more,
  });
}

/** Text that is not empty. */
export function wording(description: string): z.mini.ZodMiniString<string> {
  return written(/\S/, 'text that is not empty', { description }, 'empty-text');
}
