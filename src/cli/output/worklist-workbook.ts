import writeWorkbook, { type CellObject, type Feature } from 'write-excel-file/universal';
import { getCellAddress } from 'write-excel-file/utility';
import { grouped } from '../../reports/text/layout.js';
import { worklistColumns, type WorklistColumn, type WorklistRow } from '../../reports/worklist.js';
import { OutputError } from '../output-error.js';
import { sameBytes } from './same-bytes.js';

const columns = Object.keys(worklistColumns) as readonly WorklistColumn[];

/** In characters; of the others what a key or a code takes. */
const widths: Partial<Record<WorklistColumn, number>> = {
  units: 8,
  line: 8,
  claimLine: 10,
  rule: 26,
  message: 60,
  question: 50,
  clause: 40,
  file: 20,
  key: 18,
  places: 40,
};
const WIDTH = 14;
const isLong = (column: WorklistColumn) => (widths[column] ?? WIDTH) >= 40;

/** What a sheet has room for, with the names of the columns. */
const MOST_ROWS = 1_048_576;
/** A cell that holds more is a broken workbook. */
const MOST_CHARACTERS = 32_767;
/** Of amounts, of which a spreadsheet keeps fifteen digits; they have a point. */
const MOST_DIGITS = 16;
/** Before it the days of spreadsheets are counted in two ways. */
const FIRST_DAY = '1900-03-01';

/**
 * A workbook of one sheet: a row for each thing to do below the names of the columns, which stay in sight and filter. Equal
 * rows give equal bytes. Throws OutputError where the sheet has no room for them.
 */
export async function worklistWorkbook(rows: readonly WorklistRow[]): Promise<Uint8Array> {
  if (rows.length >= MOST_ROWS) {
    throw new OutputError(
      `a workbook has room for ${grouped(MOST_ROWS - 1)} things to do, and there are more: choose --format csv, or check parts of the input`,
    );
  }
  const heading = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row[column])));
  const written = writeWorkbook(
    [heading, ...cells],
    {
      sheet: 'Worklist',
      columns: columns.map((column) => ({ width: widths[column] ?? WIDTH })),
      stickyRowsCount: 1,
    },
    { features: [filterOver(columns.length, rows.length + 1)] },
  );
  return sameBytes(await written.toBlob());
}

function cellOf(column: WorklistColumn, cell: string | number | undefined): CellObject | null {
  if (cell === undefined) return null;
  const alignVertical = 'top' as const;
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical };
  if (column === 'charge' && cell.length <= MOST_DIGITS)
    return { value: Number(cell), type: Number, format: '#,##0.00', alignVertical };
  if (column === 'dateOfService' && cell >= FIRST_DAY)
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', alignVertical };
  return { value: textOf(cell), type: String, format: '@', alignVertical, wrap: isLong(column) };
}

/** Text that XML can hold, of which a spreadsheet takes nothing for an escape. */
function textOf(cell: string): string {
  const text = cell.length > MOST_CHARACTERS ? `${cell.slice(0, MOST_CHARACTERS - 1)}…` : cell;
  const written = text
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '?')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  // The library keeps texts in an object, in which it would find these.
  return written in {}
    ? `_x${written.charCodeAt(0).toString(16).padStart(4, '0')}_${written.slice(1)}`
    : written;
}

/** The arrows beside the names of the columns. */
function filterOver(width: number, height: number): Feature<Blob> {
  const filter = `<autoFilter ref="A1:${getCellAddress(height - 1, width - 1)}"/>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => xml.replace('</sheetData>', `</sheetData>${filter}`),
        },
      },
    },
  };
}
