import { UsageError } from '../usage-error.js';
import type { Columns } from './csv-columns.js';
import type { InputRecord } from './input-record.js';
import { readJsonArray } from './json-array.js';
import { readJsonObjects } from './json-objects.js';
import { readNdjson } from './ndjson.js';
import { tellFormat } from './tell-format.js';

/** The records of a file in whichever format it is. */
export async function readRecords(file: string, text: string, columns: Columns): Promise<InputRecord[]> {
  switch (tellFormat(text)) {
    case 'empty':
      return [];
    case 'ndjson':
      return readNdjson(text);
    case 'json-array':
      return readJsonArray(text);
    case 'json-objects':
      return readJsonObjects(text);
    case 'csv': {
      const { readCsv } = await import('./csv.js');
      const csv = readCsv(text, columns);
      if ('records' in csv) return csv.records;
      throw new UsageError(csv.problems.map((problem) => `${file}:${String(csv.line)}: ${problem}`));
    }
  }
}
