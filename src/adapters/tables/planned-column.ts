import { jsonPointer, type InputIssue, type IssueCode } from '../../facts/input-error.js';
import { nearestName } from '../../facts/nearest.js';
import { compared, nearestIn } from '../../facts/words.js';
import type { Counted } from './amounts.js';
import type { ColumnKind, TableFact } from './columns.js';
import { formatOf, type Format } from './forms.js';
import { flagIn } from './written-cell.js';

/**
 * What the cells of a column are. `fact` is the dotted path of the fact; `as` says how its cells are read, where that is
 * not told by the fact.
 */
export interface ColumnMapping {
  readonly fact?: string | undefined;
  readonly as?: ColumnKind | undefined;
  /** Of days and times, in the order in which they are tried: `M/d/yyyy`, `h:mm a`. Of minutes: `hours`, `minutes`. */
  readonly format?: string | readonly string[] | undefined;
  /** Of codes that are held: the headings of their first and last days. Of trainings `from` is the day of completion. */
  readonly from?: string | undefined;
  readonly through?: string | undefined;
  /** Of trainings: the headings of their hours, and of whether they are documented. */
  readonly hours?: string | undefined;
  readonly documented?: string | undefined;
  /** What words in the cells stand for. */
  readonly words?: Readonly<Record<string, string>> | undefined;
  /** Of a key: the headings of which it is made. Of a procedure: those of the modifiers. */
  readonly of?: readonly string[] | undefined;
}

/** What may stand in columns beside the one of a list. */
export const besides = ['from', 'through', 'hours', 'documented'] as const;
export type Beside = (typeof besides)[number];

/** A column as it is read. */
export interface PlannedColumn {
  readonly fact: TableFact;
  readonly kind: ColumnKind;
  /** Nothing where the cell is made of others. */
  readonly heading: string | undefined;
  /** The headings of the cells of which it is made, or of the modifiers of a procedure. */
  readonly of: readonly string[];
  readonly beside: Readonly<Partial<Record<Beside, string>>>;
  readonly formats: readonly Format[] | undefined;
  /** As they are written. */
  readonly patterns: readonly string[];
  /** What a number without a word counts, where a mapping says so. */
  readonly counted: Counted;
  /** What its words stand for, by the word as it is compared. */
  readonly words: ReadonlyMap<string, string>;
}

/** A column without anything said of it but its fact. */
export function plainColumn(heading: string, fact: TableFact): PlannedColumn {
  const plain = {
    heading,
    fact,
    kind: fact.kinds[0],
    of: [],
    beside: {},
    patterns: [],
    words: new Map<string, string>(),
  };
  return { ...plain, formats: undefined, counted: undefined };
}

/** A column of a mapping, or what is wrong with it. */
export function plannedColumn(
  heading: string,
  said: ColumnMapping,
  facts: ReadonlyMap<string, TableFact>,
): { column?: PlannedColumn; issues: readonly InputIssue[] } {
  const issues: InputIssue[] = [];
  const add = (key: keyof ColumnMapping | undefined, code: IssueCode, message: string) => {
    issues.push({
      code,
      path: jsonPointer(['columns', heading, ...(key === undefined ? [] : [key])]),
      message,
    });
  };
  const path = said.fact ?? factOf(said, heading);
  const fact = facts.get(path);
  if (fact === undefined) {
    add(undefined, 'not-a-choice', notAFact(path, facts));
    return { issues };
  }
  const kind = said.as ?? fact.kinds[0];
  if (!fact.kinds.includes(kind)) {
    add('as', 'does-not-fit', `expected ${fact.kinds.map((one) => `"${one}"`).join(' or ')} for this fact`);
  }
  const { of = [], words = {}, format = [] } = said;
  if (said.of !== undefined && !['key', 'procedure'].includes(kind))
    add('of', 'does-not-fit', 'only a key and a procedure are made of several columns');
  const beside = besideIn(said, fact);
  for (const key of besides)
    if (said[key] !== undefined && beside[key] === undefined)
      add(key, 'does-not-fit', 'no such column stands beside this fact');
  const patterns = typeof format === 'string' ? [format] : format;
  const counted = kind === 'number' ? countedBy(patterns) : undefined;
  const read = kind === 'number' ? [] : patterns.flatMap((pattern) => formatOf(pattern) ?? []);
  const wrong = wrongIn(patterns, { fact, kind, read, counted });
  if (wrong !== undefined) add('format', 'not-in-form', wrong);
  const meant = new Map<string, string>();
  for (const [word, meaning] of Object.entries(words)) {
    const target = meaningIn(meaning, fact);
    if (target.expected !== undefined) add('words', 'not-a-choice', target.expected);
    meant.set(compared(word), target.meaning);
  }
  const formats = read.length === 0 ? undefined : read;
  const own = kind === 'key' && said.of !== undefined ? undefined : heading;
  return {
    column: { fact, kind, heading: own, of, beside, formats, patterns, counted, words: meant },
    issues,
  };
}

/** The fact of a column that names none: its kind tells it, or its heading. */
function factOf({ as }: ColumnMapping, heading: string): string {
  if (as === 'phase') return 'phase';
  return as === 'procedure' ? 'procedureCode' : heading;
}

export function notAFact(path: string, facts: ReadonlyMap<string, TableFact>): string {
  const near = nearestName(path, [...facts.keys()]);
  return `expected the dotted path of a fact, such as dateOfService or member.id${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

function besideIn(said: ColumnMapping, { column: { type }, row }: TableFact): PlannedColumn['beside'] {
  const inEntry = row.kind === 'items' ? Object.keys(row.facts) : [];
  const may: readonly Beside[] =
    type === 'dated-codes'
      ? ['from', 'through']
      : besides.filter(
          (key) => inEntry.includes(key) || (key === 'from' && dayOfEntry(inEntry) !== undefined),
        );
  return Object.fromEntries(may.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]]])));
}

/** The day that an entry of a list of trainings, or of exceptions, states. */
export function dayOfEntry(keys: readonly string[]): string | undefined {
  return ['completedOn', 'approvedOn'].find((key) => keys.includes(key));
}

function countedBy(patterns: readonly string[]): Counted {
  const [only] = patterns;
  return only === 'hours' || only === 'minutes' ? only : undefined;
}

interface Formatted {
  readonly fact: TableFact;
  readonly kind: ColumnKind;
  readonly read: readonly Format[];
  readonly counted: Counted;
}

/** What is wrong with the formats of a column. */
function wrongIn(patterns: readonly string[], { fact, kind, read, counted }: Formatted): string | undefined {
  if (patterns.length === 0) return undefined;
  if (kind === 'number') {
    if (patterns.length === 1 && counted !== undefined && fact.path === 'minutes') return undefined;
    return 'expected "hours" or "minutes", of the minutes of a session';
  }
  if (kind === 'time')
    return read.length < patterns.length || !read.every(saysTime) ? expectedTime : undefined;
  if (!['date', 'held', 'trainings'].includes(kind)) return 'cells of this kind have no format';
  if (read.length < patterns.length || !read.every(saysDay)) return expectedDay;
  const isRecent = fact.path.startsWith('dateOfService');
  return !isRecent && read.some(({ parts }) => parts.has('century'))
    ? 'expected "yyyy": two digits leave the century of this day open'
    : undefined;
}

const expectedDay = 'expected year, month and day, such as "M/d/yyyy" or "yyyy-MM-dd"';
const expectedTime = 'expected hours and minutes, such as "H:mm", or "h:mm a" where AM or PM follows';

function saysDay({ parts }: Format): boolean {
  return (
    (parts.has('year') || parts.has('century')) &&
    (parts.has('month') || parts.has('name')) &&
    parts.has('day')
  );
}

function saysTime({ parts }: Format): boolean {
  return parts.has('hour') ? parts.has('minute') : parts.has('half') && parts.has('noon');
}

/** What a word of a column is said to mean, as it is listed; or what was expected. */
function meaningIn(
  meaning: string,
  { column: { type }, listed }: TableFact,
): { meaning: string; expected?: string } {
  if (type === 'boolean') {
    return flagIn(meaning) === undefined ? { meaning, expected: 'expected "yes" or "no"' } : { meaning };
  }
  const code = listed.find((one) => compared(one) === compared(meaning));
  if (listed.length === 0 || code !== undefined) return { meaning: code ?? meaning };
  const near = nearestIn(listed)(meaning);
  const advice = near === undefined ? `known here: ${listed.join(', ')}` : `did you mean "${near}"?`;
  return {
    meaning,
    expected: `expected a code of the list (what is none of them, "words" of the mapping says); ${advice}`,
  };
}
