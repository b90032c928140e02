import { nearest } from '../../facts/nearest.js';
import { questions } from '../../facts/questions.js';
import type { CellType } from './csv-cell.js';

/** The columns that a file may have, by name. */
export interface Columns {
  readonly types: ReadonlyMap<string, CellType>;
  /** Without these no row can be read. */
  readonly required: readonly string[];
}

/** Things that may be stated not to exist, each in a column of its own. */
const noneColumns = [
  'plan',
  'assessment',
  'staff.supervisor',
  'documentation.attendanceLog',
  'documentation.weeklyNote',
  'documentation.progressNote',
];

/** A column for each fact of a session, by its dotted path. */
export const sessionColumns: Columns = {
  types: new Map<string, CellType>([
    ...Object.entries(questions).flatMap<[string, CellType]>(([path, { type }]) =>
      type === 'prior-uses' || path.includes('[]') ? [] : [[path, type]],
    ),
    ...noneColumns.map((path): [string, CellType] => [path, 'none']),
  ]),
  required: ['service', 'dateOfService'],
};

export const priorUseColumns: Columns = {
  types: new Map<string, CellType>([
    ['id', 'text'],
    ['service', 'text'],
    ['memberId', 'text'],
    ['dateOfService', 'date'],
    ['units', 'number'],
    ['minutes', 'number'],
    ['startTime', 'time'],
    ['endTime', 'time'],
  ]),
  required: ['service', 'memberId', 'dateOfService', 'units'],
};

const LONGEST_NAME_SHOWN = 40;

/** Everything that is wrong with a header row. */
export function headerProblems(header: readonly string[], { types, required }: Columns): string[] {
  const known = [...types.keys()];
  return [
    ...header.flatMap((name, index) => {
      if (name === '') return [`column ${String(index + 1)} has no name`];
      if (header.indexOf(name) < index) return [`column ${shown(name)} is there twice`];
      return types.has(name) ? [] : [`unknown column ${shown(name)}; ${adviceFor(name, known)}`];
    }),
    ...required.filter((name) => !header.includes(name)).map((name) => `column "${name}" is missing`),
  ];
}

function shown(name: string): string {
  return `"${name.length > LONGEST_NAME_SHOWN ? `${name.slice(0, LONGEST_NAME_SHOWN)}…` : name}"`;
}

/** The nearest column: the same letters, then the same last word, then few letters changed. */
function adviceFor(name: string, known: readonly string[]): string {
  const near =
    known.find((column) => lettersOf(column) === lettersOf(name)) ??
    known.find((column) => lettersOf(lastWordOf(column)) === lettersOf(lastWordOf(name))) ??
    nearest(name.slice(0, LONGEST_NAME_SHOWN), known, Math.max(2, Math.floor(name.length / 3)));
  return near === undefined
    ? `columns are named by dotted fact paths, such as ${known.slice(0, 3).join(', ')}`
    : `did you mean "${near}"?`;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function lastWordOf(column: string): string {
  return column.slice(column.lastIndexOf('.') + 1);
}
