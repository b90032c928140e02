import { basename } from 'node:path';
import { isUtf8 } from 'node:buffer';
import {
  decodeTable,
  delimiterOf,
  readTable,
  type FoundInTable,
  type Mapping,
  type Row,
} from '../../adapters/tables/index.js';
import { tableFacts } from '../../adapters/tables/columns.js';
import { headingIn, HEADINGS_WITHIN } from '../../adapters/tables/headings.js';
import { csvLines } from '../../adapters/tables/rows.js';
import { isClaim } from '../../check/records.js';
import { STANDARD_INPUT } from '../../reports/records.js';
import { fileName } from '../../reports/text/page.js';
import { UsageError } from '../usage-error.js';
import { foundRecord, type InputRecord } from './input-record.js';
import type { Asked, ReadFile } from './asked.js';
import { refusedIn } from './problem.js';
import { formOf, noticesOfTable, type TableForm } from './table-notices.js';
import { isBlank, isTable, textOf, type Source } from './read-source.js';
import { unreadIn } from './unread-line.js';

/** The rows of a table, and how they were found. */
export interface TableRows extends TableForm {
  readonly rows: readonly Row[];
  /** Of CSV the line on which a row starts. */
  readonly lineOf: (row: number) => number;
  readonly from1904?: boolean;
  /** Why a row is not read. */
  readonly unread: ReadonlyMap<number, NonNullable<ReturnType<typeof unreadIn>>>;
}

const kindsInWords = {
  text: 'JSON, which names its facts itself',
  'utf-16': 'UTF-16 text',
  x12: 'X12',
  fhir: 'FHIR',
} as const;

/** Does what throws without the name of the file. */
function inFile<Done>(file: string, work: () => Done): Done {
  try {
    return refusedIn(file, work);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      error.problems.map((problem) => (problem.startsWith(`${file}: `) ? problem : `${file}: ${problem}`)),
    );
  }
}

/** Lines of rows: only those are kept after which rows and lines are counted apart. */
export function createLineNumbers() {
  const shifts: { readonly row: number; readonly by: number }[] = [];
  function note(index: number, line: number): void {
    if (index === 0) shifts.length = 0;
    const by = line - index - 1;
    if (by !== (shifts.at(-1)?.by ?? 0)) shifts.push({ row: index + 1, by });
  }
  return {
    note,
    /** The line on which a row starts, both from 1. */
    of: (row: number) => row + (shifts.findLast((shift) => shift.row <= row)?.by ?? 0),
    async *noted(lines: AsyncIterable<{ readonly cells: Row; readonly line: number }>): AsyncGenerator<Row> {
      let index = 0;
      for await (const { cells, line } of lines) {
        note(index++, line);
        yield cells;
      }
    },
  };
}

/**
 * The rows of a file of CSV or of a workbook.
 *
 * @param mapping tells the sheet of a workbook that is meant.
 * @throws UsageError if it is another file.
 */
export async function rowsIn(source: Source, mapping?: Mapping): Promise<TableRows> {
  if (source.kind === 'workbook') {
    // Loaded here, as most tables are none.
    const { readWorkbook } = await import('./workbook.js');
    const { rows, from1904, told } = inFile(source.file, () => readWorkbook(source.bytes, mapping));
    return { rows, from1904, form: 'an Excel workbook', told, unread: new Map(), lineOf: (row) => row };
  }
  if (!isTable(source) && !isBlank(source))
    throw new UsageError([
      `${source.file}: is ${kindsInWords[source.kind]}; a table is expected here, an Excel workbook (.xlsx) or CSV`,
    ]);
  const isOurs = source.kind === 'text' && isUtf8(source.bytes);
  const { text, encoding } = isOurs
    ? ({ text: textOf(source), encoding: 'utf-8' } as const)
    : decodeTable(source.bytes);
  if (/^\s*[{[]/.test(text.replace(/^\ufeff/, '')))
    throw new UsageError([`${source.file}: is UTF-16 text; save it as UTF-8`]);
  const lines = [...csvLines(text)];
  const numbers = createLineNumbers();
  const unread: [number, NonNullable<ReturnType<typeof unreadIn>>][] = [];
  const isAllRead = unreadIn(text) === undefined;
  const rows = lines.map(({ cells, line }, index): Row => {
    numbers.note(index, line);
    const why = isAllRead || cells === null ? undefined : unreadIn(cells.join());
    if (why === undefined) return cells;
    unread.push([index, why]);
    return null;
  });
  return {
    rows,
    lineOf: numbers.of,
    unread: new Map(unread),
    form: formOf(delimiterOf(text), encoding),
    told: [],
  };
}

/**
 * The records of a table.
 * @throws UsageError where its headings, or the mapping, tell nothing.
 */
export async function readTableFile(source: Source, asked: Asked, of?: 'uses'): Promise<ReadFile> {
  const { file } = source;
  const table = await rowsIn(source, asked.maps.onlyTable());
  const name = fileName(file);
  const { maps, words, checker } = asked;
  const first = table.rows.slice(0, HEADINGS_WITHIN);
  const mapping = { ...maps.ofTable(first, of === undefined && asked.files === 1)?.mapping, words };
  const isOfUses = of === 'uses' && areUses(first);
  const found = refusedIn(file, () =>
    readTable(table.rows, mapping, {
      file: nameInPlaces(file),
      of: isOfUses ? 'uses' : 'visits',
      services: checker.services,
      jurisdiction: maps.jurisdiction,
      ...(table.from1904 === true && { from1904: true }),
    }),
  );
  if (found.records.some(({ value }) => isClaim(value))) maps.useJurisdiction();
  return {
    records: recordsIn(found, table),
    notices: noticesOfTable(found, table, name),
  };
}

const ofUses = new Set([...tableFacts([], 'uses').keys()]);

/** Whether a row names nothing but facts of prior uses, as our own tables of them do. */
function areUses(first: readonly Row[]): boolean {
  return first.some((row) => {
    const filled = (row ?? []).filter((cell) => cell !== '' && cell !== null);
    return filled.length > 1 && filled.every((cell) => ofUses.has(headingIn(cell)));
  });
}

/** A file as places name it: short, as each record says in which folder it is. */
export function nameInPlaces(file: string): string {
  return fileName(file === STANDARD_INPUT ? file : basename(file));
}

/** Records of a table, with the lines on which they start. */
function recordsIn({ records }: FoundInTable, { lineOf, unread }: TableRows): InputRecord[] {
  return records.map((record) => {
    const row = record.line ?? 1;
    const line = lineOf(row);
    const why = unread.get(row - 1);
    return foundRecord(why === undefined ? record : { ...record, unread: why }, line);
  });
}
