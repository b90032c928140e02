import { notice, type Notice } from '../../findings/notices.js';
import { fileName } from '../../reports/text/page.js';
import { UsageError } from '../usage-error.js';
import type { Columns } from './csv-columns.js';
import type { InputRecord } from './input-record.js';
import { readJsonArray } from './json-array.js';
import { readJsonObjects } from './json-objects.js';
import { readNdjson } from './ndjson.js';
import { tellFormat } from './tell-format.js';
import { readWrappedList } from './wrapped-list.js';

/** What a file holds, and what a person should know of how it was read. */
export interface ReadFile {
  readonly records: readonly InputRecord[];
  readonly notices: readonly Notice[];
}

/**
 * The records of a file in whichever format it is.
 *
 * @param forms what the columns of a CSV file may be.
 */
export async function readRecords(
  file: string,
  text: string,
  ...forms: readonly [Columns, ...Columns[]]
): Promise<ReadFile> {
  const wrapped = readWrappedList(text);
  if (wrapped !== undefined) {
    const { key, records } = wrapped;
    return { records, notices: [notice('list-in-object', { file: fileName(file), key })] };
  }
  switch (tellFormat(text)) {
    case 'empty':
      return { records: [], notices: [] };
    case 'ndjson':
      return { records: readNdjson(text), notices: [] };
    case 'json-array':
      return { records: readJsonArray(text), notices: [] };
    case 'json-objects':
      return { records: readJsonObjects(text), notices: [] };
    case 'csv': {
      const { readCsv } = await import('./csv.js');
      const csv = readCsv(text, ...forms);
      if ('problems' in csv)
        throw new UsageError(csv.problems.map((problem) => `${file}:${String(csv.line)}: ${problem}`));
      const { records, emptied } = csv;
      const about = { file: fileName(file), columns: emptied };
      return { records, notices: emptied.length === 0 ? [] : [notice('cells-empty', about)] };
    }
  }
}
