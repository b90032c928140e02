/** One thing wrong with an input: where, as a JSON Pointer, and what is accepted there. Never the value itself. */
export interface InputIssue {
  path: string;
  message: string;
}

/**
 * Input that is malformed: a wrong type, an unknown key, a day that does not exist. What the facts say never throws.
 * `issues` has every problem; `message` has them a line each. Neither repeats a value.
 *
 * @example
 * try {
 *   unitsFor(-1);
 * } catch (error) {
 *   if (error instanceof InputError) error.issues[0]?.path; // '/minutes'
 * }
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[]) {
    super(issues.map(({ path, message }) => `${path === '' ? 'input' : path}: ${message}`).join('\n'));
    this.issues = issues;
  }
}

/** RFC 6901. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
