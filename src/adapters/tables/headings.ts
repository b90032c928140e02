import { InputError, type InputIssue } from '../../facts/input-error.js';
import { lettersOf, nearestKey } from '../../facts/nearest.js';
import type { Words } from '../../facts/words.js';
import type { FoundColumn } from './cells.js';
import { besideNames, everydayNames } from './everyday-names.js';
import type { TableFact } from './columns.js';
import type { PlannedMapping } from './mapping.js';
import { plainColumn, type PlannedColumn } from './planned-column.js';
import type { Cell, Row } from './rows.js';

/** The columns of a table, as its headings name them. */
export interface FoundHeadings {
  /** Which row they stand in, from 0. */
  readonly row: number;
  readonly headings: readonly string[];
  readonly columns: readonly FoundColumn[];
  /** Where the columns stand that nothing is read from. */
  readonly ignored: readonly number[];
  /** Headings of the mapping that are not there. */
  readonly missing: readonly string[];
}

/** In how many rows the headings are looked for. */
export const HEADINGS_WITHIN = 50;

/** Fewer may be words of a title. */
export const LEAST_TOLD = 2;

/** What a heading may be: by its letters, the path of a fact, or nothing that is known yet. */
export type Names = ReadonlyMap<string, string>;

/**
 * The row that names the most columns of a mapping, or of facts; nothing where all rows are blank.
 * @throws InputError where none does, or two columns are taken for one.
 */
export function findHeadings(
  first: readonly Row[],
  plan: PlannedMapping,
  facts: ReadonlyMap<string, TableFact>,
): FoundHeadings | undefined {
  if (first.every((row) => row?.every(isBlank) === true)) return undefined;
  const { columns } = plan;
  const names: Names =
    columns === undefined
      ? namesOf(facts)
      : new Map(columns.flatMap(headingsOf).map((one) => [nameOf(one), one]));
  const { row, headings, most } = rowWithMost(first, (heading) => named(heading, names) !== undefined);
  if (most < (columns === undefined ? LEAST_TOLD : 1)) throw new InputError([noHeadings]);
  const planned = columns ?? toldColumns(headings, names, facts, plan);
  return { row, headings, ...placed(planned, headings, plan) };
}

/** The first of the rows that have the most headings of a kind, and how many. */
export function rowWithMost(
  first: readonly Row[],
  isMeant: (heading: string) => boolean,
): { readonly row: number; readonly headings: readonly string[]; readonly most: number } {
  let best = { row: 0, headings: [] as string[], most: 0 };
  for (const [row, cells] of first.entries()) {
    const headings = headingsIn(cells);
    const most = headings.filter(isMeant).length;
    if (most > best.most) best = { row, headings, most };
  }
  return best;
}

/** Spreadsheets fill rows up with empty cells. */
function headingsIn(row: Row): string[] {
  const cells = (row ?? []).map(headingIn);
  return cells.slice(0, cells.findLastIndex((heading) => heading !== '') + 1);
}

const noHeadings: InputIssue = {
  code: 'not-a-row',
  path: '',
  message:
    'expected a row of headings that name facts, such as dateOfService or Member ID, found none; a mapping says which column is which fact',
};

export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** A heading on one line. */
export function headingIn(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim().replace(/\s+/g, ' ') : '';
}

/** A heading as headings are compared. */
function nameOf(heading: string): string {
  return lettersOf(heading) || heading;
}

export function namesOf(facts: ReadonlyMap<string, TableFact>): Names {
  const paths = [...facts.keys()].map((path) => [lettersOf(path), path] as const);
  return new Map([...Object.entries(everydayNames), ...paths]);
}

/** What a heading names; of several columns of one list each has a number behind its name. */
export function named(heading: string, names: Names): string | undefined {
  const name = nameOf(heading);
  return heading === '' ? undefined : (names.get(name) ?? names.get(name.replace(/[1-9]$/, '')));
}

/** Every heading that a column of a mapping names. */
function headingsOf({ heading, of, beside }: PlannedColumn): string[] {
  return [...(heading === undefined ? [] : [heading]), ...of, ...Object.values(beside)];
}

/** The columns that headings tell by themselves. What only claims have is read where there is a procedure. */
function toldColumns(
  headings: readonly string[],
  names: Names,
  facts: ReadonlyMap<string, TableFact>,
  { constants }: PlannedMapping,
): PlannedColumn[] {
  const stated = constants.map(({ fact }) => fact.path);
  const told = namedColumns(headings, names, facts).filter(({ fact }) => !stated.includes(fact.path));
  const isOfClaims = [...told, ...constants].some(({ fact }) => fact.path === 'procedureCode');
  const columns = told.filter(({ fact }) => isOfClaims || !fact.isOfClaims);
  for (const { fact, heading } of columns) {
    const twin = columns.find((one) => one.fact === fact && one.heading !== heading);
    if (twin !== undefined && !fact.isList)
      throw new InputError([twiceNamed(`both state ${fact.path}`, [heading, twin.heading])]);
  }
  return withBeside(columns, headings, names);
}

/** Each heading that names a fact. */
export function namedColumns(
  headings: readonly string[],
  names: Names,
  facts: ReadonlyMap<string, TableFact>,
): PlannedColumn[] {
  return headings.flatMap((heading): PlannedColumn[] => {
    const fact = facts.get(named(heading, names) ?? '');
    const isNamed = fact !== undefined && (fact.isList || names.has(nameOf(heading)));
    return isNamed ? [plainColumn(heading, fact)] : [];
  });
}

/** Columns with those that say more of them. */
export function withBeside(
  columns: readonly PlannedColumn[],
  headings: readonly string[],
  names: Names,
): PlannedColumn[] {
  const left = headings.filter((heading) => named(heading, names) === undefined);
  return columns.flatMap((column) => {
    const beside = besideOf(column, columns, left);
    return beside === undefined ? [] : [{ ...column, beside }];
  });
}

/** Columns that say more of a list. Nothing where they may be of another one: without its last day a code would have none. */
function besideOf(
  { fact: { column } }: PlannedColumn,
  columns: readonly PlannedColumn[],
  left: readonly string[],
): PlannedColumn['beside'] | undefined {
  const { type } = column;
  if (type !== 'dated-codes' && type !== 'trainings') return {};
  // Beside a date of service, from and through are days of the service.
  const isOfVisits = columns.some(({ fact }) => fact.path === 'dateOfService');
  const found = Object.entries(besideNames[type]).flatMap(([beside, names]) => {
    const own = names.filter((name) => name !== beside || type === 'trainings' || !isOfVisits);
    const heading = left.find((one) => own.includes(lettersOf(one)));
    return heading === undefined ? [] : [[beside, heading] as const];
  });
  const isOnly = columns.filter(({ fact }) => fact.column.type === type).length === 1;
  return found.length === 0 || isOnly ? Object.fromEntries(found) : undefined;
}

function twiceNamed(what: string, headings: readonly unknown[]): InputIssue {
  const both = headings.map((heading) => `"${String(heading)}"`).join(' and ');
  return {
    code: 'said-twice',
    path: '',
    message: `the columns ${both} ${what}; rename one, or say in a mapping which is meant`,
  };
}

/**
 * Columns in their places. One of which a part is not there is not read: without its last day a credential would have none.
 * @throws InputError where a heading may be either of two.
 */
function placed(
  planned: readonly PlannedColumn[],
  headings: readonly string[],
  { words }: PlannedMapping,
): Pick<FoundHeadings, 'columns' | 'ignored' | 'missing'> {
  const places = new Map<string, number[]>();
  for (const [index, heading] of headings.entries()) {
    const name = nameOf(heading);
    places.set(name, [...(places.get(name) ?? []), index]);
  }
  const missing = new Set<string>();
  const placeOf = (heading: string): number => {
    const [index, another] = places.get(nameOf(heading)) ?? [];
    if (index === undefined) missing.add(heading);
    if (another !== undefined)
      throw new InputError([twiceNamed('are alike', [headings[Number(index)], headings[another]])]);
    return index ?? NOWHERE;
  };
  const columns = planned.flatMap((column): FoundColumn[] => {
    const at = column.heading === undefined ? undefined : placeOf(column.heading);
    const of = column.of.map(placeOf);
    const beside = besidePlaces(column.beside, placeOf);
    if ([at, ...of, ...Object.values(beside)].includes(NOWHERE)) return [];
    const own = Object.keys(words[column.fact.path as keyof Words] ?? {});
    const taken = { ...column.fact.column, words: [...own, ...column.words.keys()] };
    return [{ ...column, at, of, beside, own, taken }];
  });
  const read = new Set(columns.flatMap(({ at, of, beside }) => [at, ...of, ...Object.values(beside)]));
  const ignored = [...headings.keys()].filter((index) => !read.has(index));
  return { columns, ignored, missing: [...missing] };
}

const NOWHERE = -1;

function besidePlaces(
  beside: PlannedColumn['beside'],
  placeOf: (heading: string) => number,
): FoundColumn['beside'] {
  return Object.fromEntries(Object.entries(beside).map(([key, heading]) => [key, placeOf(heading)]));
}

const MOST_COLUMNS_TOLD = 50;

/** The columns that nothing is read from, each with the fact that may be meant. */
export function ignoredIn(
  { headings, columns, ignored }: FoundHeadings,
  paths: readonly string[],
  columnAt: (index: number) => string,
): string {
  const stated = new Set(columns.map(({ fact }) => fact.path));
  const open = paths.filter((path) => !stated.has(path));
  const first = ignored.slice(0, MOST_COLUMNS_TOLD).map((at) => {
    const heading = String(headings[at]);
    // One with digits may be data, such as a key, and is not repeated.
    if (!/^[\p{L}\p{M}\p{P}\p{S} ]{1,60}$/u.test(heading)) return `column ${String(at + 1)}`;
    const meant = nearestKey(heading, open);
    return columnAt(at) + (meant === undefined ? '' : ` (did you mean "${meant}"?)`);
  });
  const more = ignored.length - first.length;
  return [...first, ...(more > 0 ? [`and ${String(more)} more`] : [])].join(', ');
}
