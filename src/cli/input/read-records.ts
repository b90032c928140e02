import { notice } from '../../findings/notices.js';
import { fileName } from '../../reports/text/page.js';
import type { Asked, ReadFile } from './asked.js';
import { readJsonArray } from './json-array.js';
import { readJsonObjects } from './json-objects.js';
import { readNdjson } from './ndjson.js';
import { isTable, textOf, type Source } from './read-source.js';
import { tellFormat } from './tell-format.js';
import { readWrappedList } from './wrapped-list.js';

/** The records of a file in whichever format it is. */
export async function readRecords(source: Source, asked: Asked): Promise<ReadFile> {
  if (source.kind === 'x12') return (await import('./read-x12-file.js')).readX12File(source, asked);
  if (source.kind === 'fhir') return (await import('./read-fhir-file.js')).readFhirFile(source, asked);
  if (source.kind === 'workbook' || isTable(source))
    return (await import('./read-table-file.js')).readTableFile(source, asked);
  return readJson(source);
}

function readJson(source: Source): ReadFile {
  const text = textOf(source);
  const wrapped = readWrappedList(text);
  if (wrapped !== undefined) {
    const { key, records } = wrapped;
    return { records, notices: [notice('list-in-object', { file: fileName(source.file), key })] };
  }
  const format = tellFormat(text);
  if (format === 'empty') return { records: [], notices: [] };
  if (format === 'json-array') return { records: readJsonArray(text), notices: [] };
  return { records: format === 'json-objects' ? readJsonObjects(text) : readNdjson(text), notices: [] };
}
