import { jsonPointer } from '../../facts/input-error.js';
import { claim, placesIn, priorUse, session, type Place } from '../../facts/rows/index.js';
import { codesOf, isClosed, type FactRow, type GroupRow, type Row, type Rows } from '../../facts/rows/row.js';
import type { Words } from '../../facts/words.js';
import type { CellType, Column } from './written-cell.js';

/** What cells may say: the ids of what is on file, and an agency's own words. */
export interface Known {
  readonly services: readonly { readonly id: string }[];
  readonly words: Words;
}

const placesByShape = new WeakMap<Rows, readonly Place[]>();

/** Each table asks for the same few shapes. */
function placesOnce(rows: Rows): readonly Place[] {
  const places = placesByShape.get(rows) ?? placesIn(rows);
  placesByShape.set(rows, places);
  return places;
}

/** A column for each fact of a shape, by its dotted path, and for each thing that may be stated not to exist. */
export function columnsOf(rows: Rows, { services, words }: Known): Map<string, Column> {
  const ids = [...new Set(services.map(({ id }) => id))];
  return new Map(
    placesOnce(rows)
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
  return isClosed(row) ? codesIn(row) : undefined;
}

function codesIn(row: Row): readonly string[] {
  return Object.keys(codesOf(row)?.codes ?? {});
}

/** Puts a value at a path, objects made on the way. */
export function putFact(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let holder = into;
  for (const [index, key] of path.entries()) {
    if (index === path.length - 1) holder[key] = value;
    else holder = (holder[key] ??= {}) as Record<string, unknown>;
  }
}

/** What the cells of a column are read as. */
export type ColumnKind = (typeof columnKinds)[number];

export const columnKinds = [
  'text',
  'key',
  'date',
  'time',
  'number',
  'money',
  'flag',
  'code',
  'codes',
  'held',
  'trainings',
  'procedure',
  'phase',
] as const;

/** Where a fact stands in a claim: in itself, in a line, or in the session behind the line. */
type Level = 'claim' | 'line' | 'session';

/** A fact that a column of a table may state. */
export interface TableFact {
  readonly path: string;
  /** The keys of the path, and its JSON Pointer. */
  readonly steps: readonly string[];
  readonly pointer: string;
  readonly row: Row;
  readonly column: Column;
  /** Every listed code, of an open list too. */
  readonly listed: readonly string[];
  /** As what its cells may be read; the first, where a mapping does not say. */
  readonly kinds: readonly [ColumnKind, ...ColumnKind[]];
  /** Whether several columns may state entries of it. */
  readonly isList: boolean;
  readonly level: Level;
  /** Whether only claims have it. */
  readonly isOfClaims: boolean;
}

const listTypes: readonly CellType[] = ['codes', 'dated-codes', 'trainings'];

const kindsByType: Readonly<Record<CellType, TableFact['kinds']>> = {
  boolean: ['flag'],
  code: ['code', 'text'],
  codes: ['codes', 'code'],
  'dated-codes': ['held', 'codes', 'code'],
  date: ['date'],
  integer: ['number'],
  money: ['money'],
  none: ['code', 'text'],
  number: ['number'],
  text: ['text', 'key', 'code'],
  time: ['time'],
  trainings: ['trainings'],
};

/** Facts whose cells are read as something of their own. */
const kindsByPath: Readonly<Record<string, TableFact['kinds']>> = {
  phase: ['phase', 'code', 'text'],
  procedureCode: ['procedure', 'code', 'text'],
};

const line = claim.facts['lines'] as GroupRow;
/** Its lines are the rows, and what is left out of them the reader counts. */
const ofClaim = without(claim.facts, 'lines', 'linesLeftOut');
const ofLine = without(line.facts, 'session');

function without(rows: Rows, ...keys: readonly string[]): Rows {
  return Object.fromEntries(Object.entries(rows).filter(([key]) => !keys.includes(key)));
}

/** What the rows of a table are: visits or lines of claims, or what was billed before. */
export type RowsOf = 'visits' | 'uses';

const shapes: Readonly<Record<RowsOf, readonly Rows[]>> = {
  visits: [session.facts, ofClaim, ofLine],
  uses: [priorUse.facts],
};

/** Every fact that a column may state: those of sessions first, then what only claims have. */
export function tableFacts(
  services: Known['services'],
  of: RowsOf = 'visits',
): ReadonlyMap<string, TableFact> {
  const facts = new Map<string, TableFact>();
  for (const shape of shapes[of]) {
    const columns = columnsOf(shape, { services, words: {} });
    for (const { path, row } of placesOnce(shape)) {
      const column = columns.get(path);
      if (column === undefined || facts.has(path)) continue;
      const steps = path.split('.');
      const [top = ''] = steps;
      facts.set(path, {
        path,
        steps,
        pointer: jsonPointer(steps),
        row,
        column,
        listed: listedIn(row, column),
        kinds: kindsOf(path, row, column),
        isList: listTypes.includes(column.type),
        level: top in ofClaim ? 'claim' : top in ofLine ? 'line' : 'session',
        isOfClaims: shape === ofClaim || shape === ofLine,
      });
    }
  }
  return facts;
}

/** A key of the agency's own, of which no sign may be lost. */
const keyKinds: TableFact['kinds'] = ['key', 'text', 'code'];

function kindsOf(path: string, row: Row, { type }: Column): TableFact['kinds'] {
  const isKey = row.kind === 'fact' && (row.form === 'key' || /(?:^|\.)id$/.test(path));
  return kindsByPath[path] ?? (isKey ? keyKinds : kindsByType[type]);
}

function listedIn(row: Row, { choices }: Column): readonly string[] {
  if (choices !== undefined) return choices;
  const { topic = row } = row.kind === 'items' ? row.facts : {};
  return codesIn(topic);
}
