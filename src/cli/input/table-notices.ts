import type { Delimiter, TableEncoding, TableTold } from '../../adapters/tables/index.js';
import { notice, type Notice } from '../../findings/notices.js';
import { emptiedNotice, noticesOf } from './found-notices.js';

/** How the rows of a table were found. */
export interface TableForm {
  /** What the file was taken for. */
  readonly form: string;
  readonly told: readonly string[];
}

const delimitersInWords = { ',': 'commas', '\t': 'tabs', ';': 'semicolons', '|': 'bars' } as const;
const encodingsInWords = {
  'utf-8': '',
  'utf-16le': ', in UTF-16',
  'utf-16be': ', in UTF-16',
  'windows-1252': ', in Windows-1252',
} as const;

export function formOf(delimiter: Delimiter, encoding: TableEncoding): string {
  return `CSV parted by ${delimitersInWords[delimiter]}${encodingsInWords[encoding]}`;
}

/** As tables of ours are: nothing needs to be said. */
export const USUAL_TABLE = 'CSV parted by commas';

/** How a table was read, and what of it was not. */
export function noticesOfTable(found: TableTold, how: TableForm, file: string): Notice[] {
  const problems = found.problems.filter(({ code }) => code !== 'cells-empty');
  return [...readNotice(found, how, file), ...emptiedNotice(found.problems, file), ...noticesOf(problems)];
}

/** Nothing where a table is one of ours, with facts for headings. */
function readNotice({ told }: TableTold, table: TableForm, file: string): Notice[] {
  const said = [
    ...table.told,
    ...told.flatMap(({ code, message, count = 1, place }) => {
      if (code === 'column-read') return /^column "(.+)" is read as \1$/.test(message) ? [] : [message];
      if (!code.startsWith('rows-')) return [message];
      return [`${message} (${String(count)}, the first is ${place.slice(place.lastIndexOf(' row ') + 1)})`];
    }),
  ];
  const plainly = said.length === 0 && table.form === USUAL_TABLE;
  return plainly ? [] : [notice('file-read', { file, form: table.form, told: said })];
}
