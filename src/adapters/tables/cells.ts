import { compared } from '../../facts/words.js';
import { isCivilDate } from '../../values/civil-date.js';
import { isEndTime } from '../../values/clock-time.js';
import { isMoney } from '../../values/money.js';
import { moneyIn, numberIn, type Counted } from './amounts.js';
import type { TableFact } from './columns.js';
import { dayIn, orderIn, timeIn, type DayOrder } from './forms.js';
import type { Beside, PlannedColumn } from './planned-column.js';
import type { Cell } from './rows.js';
import { asListed, flagIn, saysNothing, type Column } from './written-cell.js';

/** A column of a table in its place. */
export interface FoundColumn extends Omit<PlannedColumn, 'of' | 'beside'> {
  /** Where its cells stand in a row; nothing where they are made of others. */
  readonly at: number | undefined;
  readonly of: readonly number[];
  readonly beside: Readonly<Partial<Record<Beside, number>>>;
  /** The agency's own words for its fact, in the mapping. */
  readonly own: readonly string[];
  /** What its cells hold, with all words that it takes. */
  readonly taken: Column;
}

/** What the cells of a column tell of the order of month and day: one, that either may be, or each in some cell. */
export type OrderTold = DayOrder | 'open' | 'both';

/** What reading a row takes. */
export interface RowContext {
  /** Without blanks around them. */
  readonly cells: readonly Cell[];
  readonly facts: ReadonlyMap<string, TableFact>;
  readonly empty: ReadonlySet<string> | undefined;
  readonly from1904: boolean;
  readonly orderAt: (index: number) => OrderTold | undefined;
  /** As the person finds a cell of the row. */
  readonly placeOf: (index: number) => string;
  /** Tells of a cell: by code, and what is to be said of its column. */
  readonly tell: (code: CellProblem, index: number, says: string) => void;
}

export type CellProblem =
  'cell-not-read' | 'cells-empty' | 'days-in-two-forms' | 'format-asked' | 'key-changed' | 'zeros-lost';

/** A cell without blanks around it; of a formula that is only text, the text. */
export function trimmed(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  return /^="[^"]*"$/.test(text) ? text.slice(2, -1) : text;
}

export interface ColumnContext {
  readonly row: RowContext;
  readonly column: FoundColumn;
}

/** Null where a cell says nothing. */
export function filledAt(index: number, { row, column }: ColumnContext): Cell {
  const cell = row.cells[index] ?? null;
  if (typeof cell !== 'string') return cell;
  if (cell === '') return null;
  if (!saysNothing(cell, column.taken, row.empty)) return cell;
  row.tell('cells-empty', index, 'a word for nothing is read as an empty cell');
  return null;
}

export function textOf(cell: Exclude<Cell, null>): string {
  if (typeof cell === 'object') return [cell.day, cell.time].join(' ').trim();
  return String(cell);
}

/** What a cell of one value says; one that cannot be read keeps a value that no fact has. */
export function valueIn(cell: Exclude<Cell, null>, index: number, context: ColumnContext): unknown {
  const { kind, fact, words, counted } = context.column;
  const word = words.size === 0 ? undefined : words.get(compared(textOf(cell)));
  switch (kind) {
    case 'date':
      return dayAt(cell, index, context);
    case 'time':
      return readOr(timeIn(cell, context.column), cell, 'a time, such as 9:30 AM or 14:30', index, context);
    case 'number':
      return readOr(
        numberIn(cell, countOf(fact), counted),
        cell,
        'a number, such as 4 or 2.5',
        index,
        context,
      );
    case 'money':
      return readOr(moneyIn(cell), cell, 'an amount, such as $81.44', index, context);
    case 'flag': {
      const flag = typeof cell === 'boolean' ? cell : flagIn(word ?? textOf(cell));
      return readOr(flag, cell, 'yes or no', index, context);
    }
    default: {
      if (fact.column.type === 'none') {
        const none = compared(textOf(cell)) === 'none' ? 'none' : undefined;
        return readOr(none, cell, '"none", or an empty cell', index, context);
      }
      return asListed(word ?? textOf(cell), fact.column.choices ?? []);
    }
  }
}

function countOf({ path }: TableFact): Counted {
  return path === 'minutes' || path === 'units' ? path : undefined;
}

export function readOr(
  value: unknown,
  cell: Exclude<Cell, null>,
  expected: string,
  index: number,
  { column, row: { tell } }: ColumnContext,
): unknown {
  if (value !== undefined) return value;
  const asStated = column.patterns.length === 0 ? '' : `, written ${column.patterns.join(' or ')}`;
  tell('cell-not-read', index, `expected ${expected}${asStated}, found something else`);
  return unreadable(cell);
}

/** What stands for a cell that is not read: no fact has such a value, so that nothing takes it for one. */
function unreadable(cell: Exclude<Cell, null>): unknown {
  if (typeof cell !== 'string' && typeof cell !== 'object') return cell;
  const text = textOf(cell);
  return isCivilDate(text) || isEndTime(text) || isMoney(text) ? `${text} ` : text;
}

export function dayAt(cell: Exclude<Cell, null>, index: number, context: ColumnContext): unknown {
  const { column, row } = context;
  const { from1904, orderAt, tell } = row;
  const told = orderAt(index);
  const order = told === 'month-first' || told === 'day-first' ? told : undefined;
  const day = dayIn(cell, { formats: column.formats, order, from1904 });
  if (day !== undefined || column.formats !== undefined || orderIn(cell) !== 'open')
    return readOr(day, cell, 'a day, such as 3/18/2025 or 2025-03-18', index, context);
  if (told === 'both')
    tell('days-in-two-forms', index, 'month and day change places from cell to cell; state "format"');
  else
    tell(
      'format-asked',
      index,
      'month or day may come first in every cell; state "format", such as "M/d/yyyy"',
    );
  return unreadable(cell);
}

const TOO_LONG = /^\d(?:[.,]\d+)?e\+?\d+$/i;

/** Nothing where the spreadsheet made something else of the key. */
export function keyIn(
  cell: Exclude<Cell, null>,
  index: number,
  { column, row: { tell } }: ColumnContext,
): string | undefined {
  const isChanged = typeof cell === 'object' || (typeof cell === 'number' && !Number.isSafeInteger(cell));
  if (isChanged || (typeof cell === 'string' && TOO_LONG.test(cell))) {
    tell(
      'key-changed',
      index,
      'the spreadsheet has made a number or a day of a key; format the column as text',
    );
    return undefined;
  }
  if (typeof cell === 'number')
    tell(
      'zeros-lost',
      index,
      'keys are numbers, and zeros at their start may be lost; format the column as text',
    );
  const text = textOf(cell);
  return column.words.get(compared(text)) ?? text;
}
