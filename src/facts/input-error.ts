/**
 * What is wrong with an input, by code: what each says. A code is forever.
 *
 * @example
 * issueCodes['not-a-day']; // 'It is no day that exists, written YYYY-MM-DD.'
 */
export const issueCodes = {
  'not-stated': 'What must be stated is left out or null.',
  'wrong-type': 'It is of another type than is accepted: text for a number, a list for an object.',
  'unknown-key': 'No key of this name is known there.',
  'not-a-choice': 'It is none of the few values that are accepted.',
  'not-a-day': 'It is no day that exists, written YYYY-MM-DD.',
  'not-a-time': 'It is no time of day, written HH:mm.',
  'not-an-amount': 'It is no amount of US dollars, written with exactly two digits after the point.',
  'not-whole': 'It is a fraction where a whole number is accepted.',
  'not-in-form': 'It is text of another form than is accepted.',
  'too-small': 'It is less than is accepted.',
  'too-large':
    'It is more than is accepted: a number, the length of a record, or how deep objects lie in each other.',
  'empty-list': 'It is a list without entries.',
  'empty-text': 'It is text without characters.',
  'not-plain-data': 'It is an object that is no record of facts, such as a Date or a Map.',
  'service-not-on-file': 'No service of this id is on file.',
  'rule-not-on-file': 'No service on file has a rule of this id.',
  'members-not-grouped':
    'The member came before another one; a stream takes the sessions of a member together.',
  'batch-ended': 'The batch is ended; it takes no more.',
  'said-twice': 'It stands there twice: a key, a code, a modifier or the id of a rule.',
  'not-in-order': 'It is a day that does not come after the one before it.',
  'does-not-fit': 'It does not go together with what stands beside it.',
  'not-a-condition': 'It is no condition: its operator, or its reading, is not known.',
  'id-taken': "It is the id of a rule that is not the definition's to state.",
  'not-json': 'It is text that is not valid JSON, or ends too early.',
  'not-a-row': 'It is a row of CSV whose cells or quotes do not match the columns.',
  'not-utf-8': 'It is text in another encoding than UTF-8.',
  'more-issues': 'More is wrong than the hundred things that stand before it.',
} as const;

/** What is wrong with an input. Each code: `docs/notices-and-reasons.md`. */
export type IssueCode = keyof typeof issueCodes;

export function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(issueCodes, code);
}

/**
 * One thing wrong with an input: where, as a JSON Pointer, and what is accepted there. Never the value itself, and of unknown
 * keys only those that are written almost like a known one; the place of another is that of the object that holds it. The
 * code is forever; the message may change.
 */
export interface InputIssue {
  code: IssueCode;
  path: string;
  message: string;
}

/** An issue, or what makes it when it is told. */
export type Untold = InputIssue | (() => InputIssue);

const MOST_TOLD = 100;

/** The first hundred issues, and how many more there are. */
export function told(issues: readonly Untold[]): InputIssue[] {
  const first = issues.slice(0, MOST_TOLD).map((issue) => (typeof issue === 'function' ? issue() : issue));
  const more = issues.length - first.length;
  if (more === 0) return first;
  return [
    ...first,
    { code: 'more-issues', path: '', message: `${String(more)} more problems are not listed` },
  ];
}

/**
 * Input that is malformed: a wrong type, an unknown key, a day that does not exist. What the facts say never throws.
 * `issues` has every problem, of very many the first hundred; `message` has them a line each. Neither repeats a value.
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

/** An issue as one line; what concerns the whole needs no path. */
export function issueInWords({ path, message }: InputIssue): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** RFC 6901. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
