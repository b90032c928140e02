import { parse } from 'csv-parse/sync';

/** One row of a CSV file. */
export interface CsvRow {
  /** The line on which it starts, from 1. */
  readonly line: number;
  /** Null where the quotes of the row do not match. */
  readonly cells: readonly string[] | null;
}

interface WholeRow extends CsvRow {
  readonly cells: readonly string[];
  readonly lines: number;
}

/**
 * Rows of cells, blank ones too. Quotes that do not match cost only the row in which they are.
 *
 * @param width how many cells a row has.
 */
export function splitRows(text: string, delimiter: string, width: number): CsvRow[] {
  const atOnce = parseRows(text, 1, delimiter);
  return atOnce === null || hasSwallowed(atOnce, width) ? rowsOneByOne(text, delimiter, width) : atOnce;
}

/** Null where quotes do not match. */
function parseRows(text: string, firstLine: number, delimiter: string): WholeRow[] | null {
  const rows: WholeRow[] = [];
  let linesRead = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      trim: true,
      record_delimiter: '\n',
      on_record: (cells: string[], { lines }) => {
        const trimmed = cells.map((cell) => cell.trim());
        rows.push({ line: firstLine + linesRead, cells: trimmed, lines: lines - linesRead });
        linesRead = lines;
        return null;
      },
    });
    return rows;
  } catch {
    return null;
  }
}

/** A row is the fewest lines that hold an even number of quotes. Where they make no row, the first of them is broken. */
function rowsOneByOne(text: string, delimiter: string, width: number): CsvRow[] {
  const lines = text.split('\n');
  const rows: CsvRow[] = [];
  for (let index = 0; index < lines.length;) {
    const end = endOfRow(lines, index);
    const parsed = parseRows(lines.slice(index, end).join('\n'), index + 1, delimiter);
    if (parsed === null || hasSwallowed(parsed, width)) {
      rows.push({ line: index + 1, cells: null });
      index++;
    } else {
      // Of a blank line the parser makes no row; after the last line feed there is none.
      if (parsed.length === 0 && end < lines.length) rows.push({ line: index + 1, cells: [''] });
      rows.push(...parsed);
      index = end;
    }
  }
  return rows;
}

function endOfRow(lines: readonly string[], start: number): number {
  let quotes = 0;
  for (let index = start; index < lines.length; index++) {
    quotes += String(lines[index]).split('"').length - 1;
    if (quotes % 2 === 0) return index + 1;
  }
  return start + 1;
}

/** Whether an open quote made one row of several, which shows in the number of its cells. */
function hasSwallowed(rows: readonly WholeRow[], width: number): boolean {
  return rows.some(({ cells, lines }) => lines > 1 && cells.length !== width);
}
