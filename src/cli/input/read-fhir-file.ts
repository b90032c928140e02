import { readFhir } from '../../adapters/fhir/index.js';
import { notice } from '../../findings/notices.js';
import { fileName } from '../../reports/text/page.js';
import { noticesOf } from './found-notices.js';
import { foundRecord } from './input-record.js';
import { refusedIn } from './problem.js';
import type { Asked, ReadFile } from './asked.js';
import type { Source } from './read-source.js';

/** The sessions and claims of FHIR, and what it says was billed before. */
export function readFhirFile({ file, bytes }: Source, { maps, checker }: Asked): ReadFile {
  const text = new TextDecoder().decode(bytes);
  const { records, history, problems } = refusedIn(maps.fileOf('fhir') ?? file, () =>
    readFhir(text, maps.ofFhir(), checker),
  );
  return {
    records: records.map((record) => foundRecord(record, record.line)),
    history: history?.map(({ value }) => value),
    notices: [
      notice('file-read', { file: fileName(file), form: 'FHIR', told: [] }),
      ...noticesOf(problems, fileName(file)),
    ],
  };
}
