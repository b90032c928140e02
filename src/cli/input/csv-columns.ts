import { columnsOf, type Known } from '../../adapters/tables/columns.js';
import type { Column } from '../../adapters/tables/written-cell.js';
import { lettersOf, nearest, nearestKey } from '../../facts/nearest.js';
import { priorUse, session } from '../../facts/rows/index.js';

/** The columns that a file may have. */
export interface Columns {
  readonly byName: ReadonlyMap<string, Column>;
  /** Without these no row can be read. */
  readonly required: readonly string[];
}

/** The columns of a file of sessions. */
export function sessionColumns(known: Known): Columns {
  return { byName: columnsOf(session.facts, known), required: ['service', 'dateOfService'] };
}

/** The columns of a file of prior uses. */
export function priorUseColumns(services: Known['services']): Columns {
  return {
    byName: columnsOf(priorUse.facts, { services, words: {} }),
    required: ['service', 'dateOfService', 'units'],
  };
}

/** Of what may still be a column. */
const LONGEST_NAME = 40;

const MOST_PROBLEMS_TOLD = 20;

/** What is wrong with a header row; of very much the first part. */
export function headerProblems(header: readonly string[], columns: Columns): string[] {
  const told: string[] = [];
  for (const problem of problemsIn(header, columns)) {
    if (told.length === MOST_PROBLEMS_TOLD) return [...told, 'and more'];
    told.push(problem);
  }
  return told;
}

function* problemsIn(header: readonly string[], { byName, required }: Columns): Generator<string> {
  const known = [...byName.keys()];
  const seen = new Set<string>();
  // What stands there may be a row of somebody's data: nothing of it is repeated.
  if (!header.some((name) => byName.has(name))) {
    yield noHeader(header, known);
    return;
  }
  for (const [index, name] of header.entries()) {
    if (name === '') yield `column ${String(index + 1)} has no name`;
    else if (!byName.has(name)) yield unknownColumn(name, index, known);
    else if (seen.has(name)) yield `column "${name}" is there twice`;
    seen.add(name);
  }
  for (const name of required) if (!seen.has(name)) yield `column "${name}" is missing`;
}

function noHeader(header: readonly string[], known: readonly string[]): string {
  const [only = ''] = header;
  if (header.length === 1 && /^sep=/i.test(only))
    return 'the first row names the columns; take the row "sep=" out';
  if (header.length === 1 && /[;\t|]/.test(only))
    return 'the cells of a CSV file are parted by commas; these are not';
  return `the first row names no known column; it names each column by its dotted fact path, such as ${known.slice(0, 3).join(', ')}`;
}

/** Named only where it is like a column: anything else may be data. */
function unknownColumn(name: string, index: number, known: readonly string[]): string {
  const meant = nearestKey(name, known);
  if (meant !== undefined) return `unknown column "${name}"; did you mean "${meant}"?`;
  const near = nearestColumn(name, known);
  const advice =
    near === undefined
      ? `columns are named by dotted fact paths, such as ${known.slice(0, 3).join(', ')}`
      : `did you mean "${near}"?`;
  return `column ${String(index + 1)} is unknown; ${advice}`;
}

/** The column that may be meant: the same last word, then few letters changed. */
function nearestColumn(name: string, known: readonly string[]): string | undefined {
  return (
    known.find((column) => lettersOf(lastWordOf(column)) === lettersOf(lastWordOf(name))) ??
    nearest(name.slice(0, LONGEST_NAME), known, Math.max(2, Math.floor(name.length / 3)))
  );
}

function lastWordOf(column: string): string {
  return column.slice(column.lastIndexOf('.') + 1);
}
