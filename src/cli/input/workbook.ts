import type { Mapping } from '../../adapters/tables/index.js';
import { HEADINGS_WITHIN } from '../../adapters/tables/headings.js';
import type { Cell, Row } from '../../adapters/tables/rows.js';
import { openTable } from '../../adapters/tables/table.js';
import { InputError } from '../../facts/input-error.js';
import { counted } from '../../reports/text/layout.js';
import { UsageError } from '../usage-error.js';
import { latin1 } from './latin1.js';
import { openArchive, type Archive } from './workbook/archive.js';
import { contentsOf, SAVE } from './workbook/contents.js';
import { readSheet, type Sheet } from './workbook/sheet.js';

/** The table in a workbook. */
export interface ReadWorkbook {
  readonly rows: readonly Row[];
  /** Whether its days are counted from 1904. */
  readonly from1904: boolean;
  /** What a person should know of how it was read, a sentence each; nothing of its content. */
  readonly told: readonly string[];
  /** Which of the sheets that are seen was read, from 1. */
  readonly sheet: number;
}

/**
 * The rows of the first sheet whose headings tell something, or of the first that has any.
 *
 * @param mapping what says which heading is which fact; left out, names of facts and everyday names do.
 * @throws UsageError where it cannot be read: what it is, and what to do, without the name of the file.
 */
export function readWorkbook(bytes: Uint8Array, mapping?: Mapping): ReadWorkbook {
  refuseOldWorkbook(bytes);
  try {
    return tableIn(openArchive(bytes), mapping);
  } catch (error) {
    if (error instanceof UsageError || error instanceof InputError) throw error;
    throw new UsageError([BROKEN]);
  }
}

const BROKEN = `is a workbook that is broken, so that it cannot be read; open it in a spreadsheet and ${SAVE}`;

/** How files begin that Office wrote before, and writes where there is a password. */
const OLD = '\xd0\xcf\x11\xe0';

function refuseOldWorkbook(bytes: Uint8Array): void {
  if (latin1(bytes, 0, OLD.length) !== OLD) return;
  const isEncrypted = latin1(bytes).includes(Array.from('EncryptedPackage').join('\0'));
  throw new UsageError([
    isEncrypted
      ? `is a workbook with a password; open it in Excel, take the password off (File, Info, Protect Workbook), and ${SAVE}`
      : `is an old Excel workbook (.xls); open it in Excel and ${SAVE}`,
  ]);
}

function tableIn(archive: Archive, mapping: Mapping | undefined): ReadWorkbook {
  const { sheets, from1904, cells } = contentsOf(archive);
  let told: Sheet | undefined;
  const looks = sheets.map((path) => {
    const xml = archive.text(path);
    const first = readSheet(xml, cells, HEADINGS_WITHIN);
    const isTelling = tells(inLine(first), mapping);
    if (isTelling) told ??= readSheet(xml, cells);
    return { path, isFilled: first.rows.length > 0, isTelling };
  });
  const chosen =
    looks.find(({ isTelling }) => isTelling) ?? looks.find(({ isFilled }) => isFilled) ?? looks[0];
  if (chosen === undefined) throw new UsageError([NO_SHEET]);
  const sheet = told ?? readSheet(archive.text(chosen.path), cells);
  const at = looks.indexOf(chosen);
  return {
    rows: inLine(sheet),
    from1904,
    sheet: at + 1,
    told: [...sheetsInWords(at, looks), ...lostInWords(sheet)],
  };
}

const NO_SHEET = `is a workbook without a sheet of cells; ${SAVE}`;

/** More would fill the memory, although nearly all of them are empty. */
const MOST_CELLS = 20_000_000;

const TOO_WIDE =
  'has a cell far to the right of its table; delete the columns beside the table, or save the sheet as CSV UTF-8';

/** Rows as long as those among which the headings are: a file leaves out empty cells at their end. */
function inLine({ rows }: Sheet): Row[] {
  const width = Math.max(0, ...rows.slice(0, HEADINGS_WITHIN).map(({ length }) => length));
  if (rows.length * width > MOST_CELLS) throw new UsageError([TOO_WIDE]);
  return rows.map((row) => (row.length < width ? [...row, ...empty(width - row.length)] : row));
}

function empty(cells: number): Cell[] {
  return Array.from({ length: cells }, () => null);
}

/** Whether a row of headings names a fact. */
function tells(first: readonly Row[], mapping: Mapping | undefined): boolean {
  try {
    return openTable(first, mapping, {}) !== undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // What names a thing twice tells something, too.
    return error.issues.every(({ code }) => code !== 'not-a-row');
  }
}

function sheetsInWords(at: number, looks: readonly { readonly isTelling: boolean }[]): string[] {
  if (looks.length === 1) return [];
  const tables = looks.filter(({ isTelling }) => isTelling).length;
  const why = tables === 0 ? 'the first that is filled' : 'the first whose headings name facts';
  const others = `${counted(tables - 1, 'other sheet')} with such headings ${are(tables - 1)} left out`;
  return [
    `only sheet ${String(at + 1)} of ${String(looks.length)} is read, ${why}`,
    ...(tables > 1 ? [`${others} (save each as a file of its own)`] : []),
  ];
}

function lostInWords({ errors, unsolved }: Sheet): string[] {
  const cells = `${counted(errors, 'cell')} with an error of the spreadsheet, such as #N/A,`;
  const formulas = `${counted(unsolved, 'formula')} without a result`;
  return [
    ...(errors === 0 ? [] : [`${cells} ${are(errors)} read as empty`]),
    ...(unsolved === 0
      ? []
      : [
          `${formulas} ${are(unsolved)} read as empty (a spreadsheet works them out when it saves the workbook)`,
        ]),
  ];
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
