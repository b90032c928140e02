import { issueInWords } from '../../facts/input-error.js';
import { parseJsonRecord } from '../input/parse-json.js';
import { wholeText } from '../input/whole-text.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import type { Asked, AskedIssues, AskedOfAll } from './asked-of-cases.js';
import type { Json } from './merge-patch.js';

/** A case as its file states it. */
export interface StatedCase extends Asked, AskedOfAll {
  readonly name: string;
  readonly base?: unknown;
  readonly change?: Json;
  readonly options?: unknown;
  readonly config?: unknown;
  readonly verdict?: string;
  readonly issues?: AskedIssues;
}

const verdicts = ['billable', 'not-billable', 'undetermined'];
const byRule = ['findings', 'severities', 'reading', 'missing', 'data', 'denials', 'says'];
const lists = ['notices', 'noNotices', 'notSaid'];
const others = ['change', 'options', 'config', 'issues'];
const keys = ['name', 'base', 'verdict', ...byRule, ...lists, ...others];

/**
 * The cases of a file.
 *
 * @throws UsageError if it is no list of cases, which says where it is not.
 */
export async function readCases(file: string, io: Io): Promise<StatedCase[]> {
  const { value, issues } = parseJsonRecord(await wholeText(file, io), 1);
  if (issues.length > 0) throw new UsageError(issues.map((issue) => `${file}: ${issueInWords(issue)}`));
  if (!Array.isArray(value)) throw new UsageError([`${file}: expected a JSON list of cases`]);
  if (value.length === 0) throw new UsageError([`${file}: holds no case`]);
  const problems = (value as unknown[]).flatMap((one, index) =>
    problemsOf(one).map((problem) => `${file}: /${String(index)}${problem}`),
  );
  if (problems.length > 0) throw new UsageError(problems);
  return value as StatedCase[];
}

function problemsOf(value: unknown): string[] {
  if (!isPlain(value)) return [': expected a case, which is an object'];
  const unknown = Object.keys(value).filter((key) => !keys.includes(key));
  const { name, base, verdict, issues } = value;
  const asksFor = issues === undefined && !verdicts.some((one) => one === verdict);
  return [
    ...(unknown.length > 0 ? [`: holds a key that no case has; a case has ${keys.join(', ')}`] : []),
    ...(typeof name === 'string' ? [] : ['/name: expected text']),
    ...(base === undefined || typeof base === 'string' || isPlain(base)
      ? []
      : ['/base: expected a name, or a session']),
    ...(asksFor ? [`/verdict: expected one of ${verdicts.join(', ')}, or "issues" in its place`] : []),
    ...[...byRule, ...others].flatMap((key) =>
      value[key] === undefined || isPlain(value[key]) ? [] : [`/${key}: expected an object`],
    ),
    ...lists.flatMap((key) =>
      value[key] === undefined || isTexts(value[key]) ? [] : [`/${key}: expected a list of texts`],
    ),
  ];
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
