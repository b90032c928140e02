import type { FoundRecord, Problem } from '../../facts/found.js';
import { collectProblems } from '../reader.js';
import { moneyIn, numberIn } from './amounts.js';
import { trimmed, type FoundColumn, type OrderTold } from './cells.js';
import { tableFacts, type ColumnKind, type RowsOf } from './columns.js';
import { orderIn, type DayOrder } from './forms.js';
import { findHeadings, headingIn, ignoredIn, isBlank, type FoundHeadings } from './headings.js';
import { planOf, type Mapping } from './mapping.js';
import { statedIn } from './row-facts.js';
import type { Cell, Row } from './rows.js';
import { together, type Stated } from './stated.js';

/** What is known of a table beside its rows. */
export interface TableOptions {
  /** The name of its file, which stands in front of places. */
  readonly file?: string | undefined;
  /** The services on file: an id in a cell may be in any letter case. */
  readonly services?: readonly { readonly id: string }[] | undefined;
  /** What its rows are; visits or lines of claims where left out. */
  readonly of?: RowsOf | undefined;
  /** Whose rules apply to claims of which no column says so. */
  readonly jurisdiction?: string | undefined;
  /** Whether the workbook counts its days from 1904. */
  readonly from1904?: boolean | undefined;
}

/** What reading a table has found beside its records. */
export interface TableTold {
  /** What was not carried over, or not understood. */
  readonly problems: Problem[];
  /** What each column was read as, which columns were ignored, and which rows skipped. */
  readonly told: Problem[];
}

/** A row that is a record, or a part of one. */
export interface ReadRow {
  readonly place: string;
  /** Its number, from 1. */
  readonly line: number;
  /** Nothing where nobody knows its cells. */
  readonly facts: readonly Stated[] | undefined;
  /** Why it cannot be read: then its key is at most. */
  readonly unread?: FoundRecord<unknown>['unread'];
}

/** Reads a table row by row; rows are counted from 0. */
export interface OpenTable {
  readonly isOfClaims: boolean;
  /** Whether a column or a constant states a fact. */
  readonly states: (path: string) => boolean;
  readonly constants: readonly Stated[];
  /** Where the headings are. */
  readonly headingsAt: string;
  /** Whether all rows must be looked at first, as their cells may tell which number of a day is the month. */
  readonly wantsOrders: (row: Row) => boolean;
  readonly lookAt: (row: Row, index: number) => void;
  readonly settleOrders: () => void;
  /** Nothing where a row is no record. */
  readonly read: (row: Row, index: number) => ReadRow | undefined;
  readonly tell: (problem: Problem) => void;
  readonly end: () => TableTold;
}

const mismatchedQuotes = {
  code: 'not-a-row',
  message:
    'expected cells in double quotes to be closed, and quotes inside them doubled, found quotes that do not match',
} as const;

const rowsSkipped = {
  above: ['rows-above', 'rows above the headings are skipped'],
  blank: ['rows-blank', 'blank rows are skipped'],
  headings: ['rows-of-headings', 'rows that repeat the headings are skipped'],
  total: ['rows-of-totals', 'rows with nothing but a total are skipped'],
} as const;

/**
 * @param first rows among which the headings are.
 * @param facts those that its columns may state.
 * @returns nothing where the table is empty.
 * @throws InputError where the mapping is wrong, or the headings name nothing, or a thing twice.
 */
export function openTable(
  first: readonly Row[],
  mapping: Mapping | undefined,
  { file, services = [], from1904 = false, of = 'visits', jurisdiction }: TableOptions,
  facts = tableFacts(services, of),
): OpenTable | undefined {
  const plan = planOf(mapping, facts);
  const found = findHeadings(first, plan, facts);
  if (found === undefined) return undefined;
  const { headings, columns } = found;
  const problems = collectProblems();
  const told = collectProblems();
  const inFile = file === undefined ? '' : `${file} `;
  const rowAt = (index: number) => `${inFile}row ${String(index + 1)}`;
  const names = headings.map((heading, index) =>
    heading === '' ? `column ${String(index + 1)}` : `column "${heading}"`,
  );
  const columnAt = (index: number) => String(names[index]);

  for (const { at, fact } of columns)
    if (at !== undefined)
      told.add({
        code: 'column-read',
        place: `${inFile}${columnAt(at)}`,
        message: `${columnAt(at)} is read as ${fact.path}`,
      });
  if (found.ignored.length > 0) {
    const message = `nothing is read from ${ignoredIn(found, [...facts.keys()], columnAt)}`;
    told.add({ code: 'columns-ignored', place: rowAt(found.row), message });
  }
  for (const heading of found.missing) {
    const message = `no column is named "${heading}", as the mapping has it; nothing that rests on it is read`;
    problems.add({ code: 'column-missing', place: rowAt(found.row), message });
  }

  const orders = new Map(columns.flatMap(columnsOfDays).map((index) => [index, new Set<DayOrder>()]));
  let areSettled = false;
  const context = {
    facts,
    empty: plan.empty,
    from1904,
    orderAt(index: number): OrderTold {
      const [one, another] = orders.get(index) ?? [];
      return another === undefined ? (one ?? 'open') : 'both';
    },
  };
  const paths = new Set(columns.map(({ fact }) => fact.path));
  const mayRepeat = paths.size < columns.length || columns.some(({ kind }) => kind === 'procedure');
  const rowProblem = (code: string, index: number, message: string) => {
    problems.add({ code, place: rowAt(index), message });
  };

  const isOfClaims = [...(plan.columns ?? columns), ...plan.constants].some(
    ({ fact }) => fact.path === 'procedureCode' && fact.isOfClaims,
  );
  const stateOf = facts.get('jurisdiction');
  const statesIt = [...columns, ...plan.constants].some(({ fact }) => fact === stateOf);
  const constants =
    isOfClaims && !statesIt && stateOf !== undefined && jurisdiction !== undefined
      ? [...plan.constants, { fact: stateOf, value: jurisdiction, places: {} }]
      : plan.constants;

  return {
    isOfClaims,
    states: (path) => [...columns, ...constants].some(({ fact }) => fact.path === path),
    constants,
    headingsAt: rowAt(found.row),
    wantsOrders: (row) =>
      !areSettled && row !== null && [...orders.keys()].some((index) => orderOf(row, index) === 'open'),
    lookAt(row, index) {
      if (row === null || index <= found.row) return;
      for (const [at, seen] of orders) {
        const order = orderOf(row, at);
        if (order === 'month-first' || order === 'day-first') seen.add(order);
      }
    },
    settleOrders() {
      areSettled = true;
    },
    read(row, index) {
      const place = rowAt(index);
      const line = index + 1;
      const kind = index < found.row ? 'above' : index === found.row ? 'named' : kindOf(row, found);
      if (kind === 'named' || (kind === 'above' && row?.every(isBlank) === true)) return undefined;
      if (kind === 'broken' || row === null) {
        rowProblem('row-broken', index, 'quotes do not match, so that nobody knows the cells of the row');
        return { place, line, facts: undefined, unread: mismatchedQuotes };
      }
      if (kind !== 'record') {
        const [code, message] = rowsSkipped[kind];
        told.add({ code, place, message });
        return undefined;
      }
      const isLeftOut =
        row.length < headings.length || row.slice(headings.length).some((cell) => !isBlank(cell));
      const expected = `expected ${String(headings.length)} cells, one for each column`;
      if (isLeftOut) rowProblem('row-not-read', index, `${expected}, found more or fewer`);
      // Of such a row the key alone is told, so that it can be found.
      const read = isLeftOut ? columns.filter(({ fact }) => fact.path === 'id') : columns;
      const stated = statedIn(read, {
        ...context,
        cells: row.map(trimmed),
        placeOf: (at) => `${place}, ${columnAt(at)}`,
        tell: (code, at, says) => {
          problems.add({ code, place: `${place}, ${columnAt(at)}`, message: `${columnAt(at)}: ${says}` });
        },
      });
      const facts = mayRepeat ? together(stated) : stated;
      if (!isLeftOut) return { place, line, facts };
      const message = `${expected}, found ${String(row.length)}`;
      return { place, line, facts, unread: { code: 'not-a-row', message } };
    },
    tell: problems.add,
    end: () => ({ problems: problems.all(), told: told.all() }),
  };
}

/** Where the cells of days stand whose form nobody stated. */
function columnsOfDays({ at, beside, kind, formats }: FoundColumn): number[] {
  if (formats !== undefined) return [];
  const own = kind === 'date' ? [at] : [];
  return [...own, beside.from, beside.through].filter((index) => index !== undefined);
}

function orderOf(row: readonly Cell[], index: number): DayOrder | 'open' | undefined {
  return orderIn(trimmed(row[index] ?? null));
}

type RowKind = 'blank' | 'headings' | 'total' | 'record';

function kindOf(row: Row, { headings, columns }: FoundHeadings): RowKind | 'broken' {
  if (row === null) return 'broken';
  if (row.every(isBlank)) return 'blank';
  if (headings.every((heading, index) => heading === headingIn(row[index] ?? null))) return 'headings';
  return isTotal(row, columns) ? 'total' : 'record';
}

const TOTAL = /^(?:(?:grand |sub-? ?)?totals?|sum|count)\b/i;
const amounts: readonly ColumnKind[] = ['number', 'money'];

/** Nothing but amounts, where amounts are read; or, beside a word for a total, anywhere. */
function isTotal(row: readonly Cell[], columns: FoundHeadings['columns']): boolean {
  const filled = [...row.entries()].filter(([, cell]) => !isBlank(cell));
  const isWord = (cell: Cell) => typeof cell === 'string' && TOTAL.test(cell.trim());
  const others = filled.filter(([, cell]) => !isWord(cell));
  if (
    !others.every(
      ([, cell]) => numberIn(trimmed(cell), undefined) !== undefined || moneyIn(trimmed(cell)) !== undefined,
    )
  )
    return false;
  const keys = columns.flatMap(({ at, kind }) => (amounts.includes(kind) ? [] : [at]));
  return others.length < filled.length || !others.some(([index]) => keys.includes(index));
}
