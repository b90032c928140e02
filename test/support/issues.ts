import type { InputIssue } from '../../src/index.js';

/** Issues by place and message. Which code each has is tested beside the table of codes. */
export function withoutCodes(issues: readonly InputIssue[]): Omit<InputIssue, 'code'>[] {
  return issues.map(({ path, message }) => ({ path, message }));
}

/** Issues by place and code. */
export function codesOf(issues: readonly InputIssue[]): Omit<InputIssue, 'message'>[] {
  return issues.map(({ code, path }) => ({ code, path }));
}
