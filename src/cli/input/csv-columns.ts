import { lettersOf, nearest, nearestKey } from '../../facts/nearest.js';
import { placesIn, priorUse, session } from '../../facts/rows/index.js';
import type { Words } from '../../facts/words.js';
import { codesOf, isClosed, type FactRow, type Rows } from '../../facts/rows/row.js';
import type { Service } from '../../index.js';
import type { CellType, Column } from './csv-cell.js';

/** What cells may say: the ids of what is on file, and an agency's own words. */
export interface Known {
  readonly services: readonly Pick<Service, 'id'>[];
  readonly words: Words;
}

/** The columns that a file may have. */
export interface Columns {
  readonly byName: ReadonlyMap<string, Column>;
  /** Without these no row can be read. */
  readonly required: readonly string[];
}

/** A column for each fact of a shape, by its dotted path, and for each thing that may be stated not to exist. */
function columnsOf(rows: Rows, { services, words }: Known): Map<string, Column> {
  const ids = [...new Set(services.map(({ id }) => id))];
  return new Map(
    placesIn(rows)
      .filter(({ isInList }) => !isInList)
      .flatMap(({ path, row }): [string, Column][] => {
        if (row.kind === 'group') return row.none === undefined ? [] : [[path, { type: 'none' }]];
        const type = row.type as CellType;
        if (path === 'service') return [[path, { type, choices: ids }]];
        // Of trainings the words stand in JSON.
        if (row.kind !== 'fact') return [[path, { type }]];
        const own = Object.keys(words[path as keyof Words] ?? {});
        return [[path, { type, choices: choicesOf(row), words: own }]];
      }),
  );
}

/** The codes of a list that takes no others. */
function choicesOf(row: FactRow): readonly string[] | undefined {
  return isClosed(row) ? Object.keys(codesOf(row)?.codes ?? {}) : undefined;
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
