import { foundByRules } from '../../reports/found-by-rules.js';
import type { BatchResult, ClaimResult, SessionResult, VoidResult } from '../../index.js';
import { keyOfEntry, unreadAs, type Earlier } from '../../reports/only.js';
import { counted } from '../../reports/text/layout.js';
import type { Io } from '../io.js';
import { readNdjson } from '../input/ndjson.js';
import { isJson } from '../input/parse-json.js';
import { readText } from '../input/read-source.js';
import { say } from '../say.js';
import { UsageError } from '../usage-error.js';

type Results = BatchResult<SessionResult | ClaimResult | VoidResult>['results'];

/** What a file says of an earlier check. */
export interface EarlierResults {
  readonly results: Results;
  /** Left out where the file has none, as NDJSON. */
  readonly totals?: BatchResult['totals'];
}

/**
 * The results of a check: its report as JSON or NDJSON, or what the library gives, alone, in a list or as a batch.
 *
 * @throws UsageError if the file holds anything else.
 */
export async function readResults(file: string, io: Io): Promise<EarlierResults> {
  const text = await readText(file, io);
  if (text.trim() === '') throw new UsageError([`${file}: is empty; it holds no results of a check`]);
  const { located, totals } = isJson(text) ? inDocument(JSON.parse(text)) : { located: inLines(text, file) };
  const problems = located.flatMap(({ value, place, pointer }) =>
    problemsOf(value).map(({ at, says }) =>
      [`${file}${place}`, pointer + at, says].filter((part) => part !== '').join(': '),
    ),
  );
  if (problems.length > 0) throw new UsageError(withinReason(problems, file));
  return {
    results: located.map(({ value }) => value as Results[number]),
    ...(isTotals(totals) && { totals }),
  };
}

interface Located {
  readonly value: unknown;
  /** Its line, after the name of the file. */
  readonly place: string;
  readonly pointer: string;
}

function inDocument(value: unknown): { readonly located: Located[]; readonly totals?: unknown } {
  const { results, totals } = Object(value) as { readonly results?: unknown; readonly totals?: unknown };
  if (Array.isArray(results)) return { located: located(results, '/results'), totals };
  return { located: Array.isArray(value) ? located(value, '') : [{ value, place: '', pointer: '' }] };
}

function located(values: readonly unknown[], within: string): Located[] {
  return values.map((value, index) => ({ value, place: '', pointer: `${within}/${String(index)}` }));
}

function inLines(text: string, file: string): Located[] {
  return readNdjson(text).map(({ value, issues: [issue], line }) => {
    if (issue !== undefined) throw new UsageError([`${file}:${String(line)}: ${issue.message}`]);
    return { value, place: `:${String(line)}`, pointer: '' };
  });
}

const MOST_TOLD = 10;

function withinReason(problems: readonly string[], file: string): string[] {
  const more = problems.length - MOST_TOLD;
  return [...problems.slice(0, MOST_TOLD), ...(more > 0 ? [`${file}: and ${String(more)} more`] : [])];
}

const verdicts = ['billable', 'not-billable', 'undetermined'];
const outcomes = ['fail', 'unknown', 'due'];
const severities = ['error', 'warning', 'info'];

type Plain = Readonly<Record<string, unknown>>;

interface Problem {
  /** JSON Pointer in the result. */
  readonly at: string;
  readonly says: string;
}

/** What keeps a value from being a result, as far as results are compared. */
function problemsOf(value: unknown): Problem[] {
  if (!isPlain(value)) return [{ at: '', says: 'expected a result of a check, found none' }];
  switch (value['kind']) {
    case 'session':
      return [...unlessIn(value, 'verdict', verdicts, ''), ...findingsIn(value, '')];
    case 'claim':
      return [
        ...unlessIn(value, 'verdict', verdicts, ''),
        ...findingsIn(value, ''),
        ...eachOf(value, 'lines', '', findingsIn),
      ];
    case 'void':
      return findingsIn(value, '');
    case 'invalid':
      return eachOf(value, 'issues', '', (issue, at) =>
        ['code', 'path'].flatMap((key) =>
          typeof issue[key] === 'string' ? [] : [{ at: `${at}/${key}`, says: 'expected text' }],
        ),
      );
    default:
      return [
        {
          at: '',
          says: 'expected a result of a check, which has "kind": session, claim, void or invalid; a report of it is written by "billability check FILE --format json" or ndjson',
        },
      ];
  }
}

function findingsIn(value: Plain, at: string): Problem[] {
  return eachOf(value, 'findings', at, (finding, place) => [
    ...(typeof finding['rule'] === 'string'
      ? []
      : [{ at: `${place}/rule`, says: 'expected the id of a rule' }]),
    ...unlessIn(finding, 'outcome', outcomes, place),
    ...unlessIn(finding, 'severity', severities, place),
  ]);
}

function eachOf(
  value: Plain,
  key: string,
  at: string,
  problemsIn: (one: Plain, at: string) => Problem[],
): Problem[] {
  const list = value[key];
  if (!Array.isArray(list)) return [{ at: `${at}/${key}`, says: 'expected a list' }];
  return (list as unknown[]).flatMap((one, index) => {
    const place = `${at}/${key}/${String(index)}`;
    return isPlain(one) ? problemsIn(one, place) : [{ at: place, says: 'expected an object' }];
  });
}

function unlessIn(value: Plain, key: string, known: readonly string[], at: string): Problem[] {
  return known.some((one) => one === value[key])
    ? []
    : [{ at: `${at}/${key}`, says: `expected one of ${known.join(', ')}` }];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTotals(totals: unknown): totals is BatchResult['totals'] {
  return isPlain(totals) && /^-?\d+\.\d\d$/.test(String(totals['billableCharge']));
}

/** What an earlier check found, where a file of it is named, by which what is new is told. */
export async function readEarlier(file: string | undefined, io: Io): Promise<Earlier | undefined> {
  if (file === undefined) return undefined;
  const { results } = await readResults(file, io);
  const found = new Map<string, readonly string[]>();
  for (const [entry, result] of results.entries()) {
    const key = keyOfEntry(result, entry);
    found.set(key, [...(found.get(key) ?? []), ...saidOf(result)]);
  }
  const keyless = results.filter(({ id }) => id === undefined).length;
  if (keyless > 0)
    say(
      [
        `${file}: ${counted(keyless, 'record')} without a key of ${keyless === 1 ? 'its' : 'their'} own: compared by place`,
      ],
      io,
    );
  return { found };
}

function saidOf(result: Results[number]): string[] {
  if (result.kind === 'invalid') return result.issues.map(unreadAs);
  return foundByRules(result).map(({ said }) => said);
}
