import { readFhirStream } from '../../adapters/fhir/index.js';
import { csvRows, delimiterOf, encodingOf, readTableStream } from '../../adapters/tables/index.js';
import { HEADINGS_WITHIN } from '../../adapters/tables/headings.js';
import { decoderOf } from '../../adapters/tables/encoding.js';
import { csvLinesStream } from '../../adapters/tables/rows.js';
import { readX12ClaimsStream } from '../../adapters/x12/index.js';
import type { FoundRecord } from '../../facts/found.js';
import { isClaim } from '../../check/records.js';
import { notice } from '../../findings/notices.js';
import { fileName } from '../../reports/text/page.js';
import { noticesOf } from '../input/found-notices.js';
import { foundRecord, type InputRecord } from '../input/input-record.js';
import { InputError } from '../../index.js';
import { problemIn } from '../input/problem.js';
import type { Asked } from '../input/asked.js';
import { createLineNumbers, nameInPlaces } from '../input/read-table-file.js';
import { formOf, noticesOfTable } from '../input/table-notices.js';
import { refuseRemittance, x12Refused } from '../input/read-x12-file.js';
import { UsageError } from '../usage-error.js';
import type { OpenInput } from './open-input.js';
import { batchesOf, type RecordSource } from './record-source.js';

/** Of a table: its headings are within. */
const LONGEST_BEGINNING = 64 * 1024;

/** The claims of an 837P. */
export function x12Records(input: OpenInput, file: string, { maps }: Asked): RecordSource {
  const read = counted(input.pieces);
  let isFirst = true;
  async function* text(): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for await (const piece of read.pieces()) {
      if (isFirst) refuseRemittance(file, piece);
      isFirst = false;
      yield decoder.decode(piece, { stream: true });
    }
  }
  const { records, problems } = x12Refused(file, maps, () => readX12ClaimsStream(text(), maps.ofX12()));
  return {
    batches: batchesOf(recordsOf(records), read.bytes),
    notices: () => [
      notice('file-read', { file: fileName(file), form: 'X12 claims (837P)', told: [] }),
      ...noticesOf(problems(), fileName(file)),
    ],
  };
}

/** The sessions and claims of FHIR, which is read twice. */
export async function fhirRecords(input: OpenInput, file: string, asked: Asked): Promise<RecordSource> {
  const { maps, checker } = asked;
  let read = counted(input.again());
  const open = async function* () {
    read = counted(input.again());
    const decoder = new TextDecoder();
    for await (const piece of read.pieces()) yield decoder.decode(piece, { stream: true });
  };
  try {
    const { records, history, problems } = await readFhirStream(open, maps.ofFhir(), checker);
    return {
      batches: batchesOf(recordsOf(records), () => read.bytes()),
      history: history?.map(({ value }) => value),
      notices: () => [
        notice('file-read', { file: fileName(file), form: 'FHIR', told: [] }),
        ...noticesOf(problems(), fileName(file)),
      ],
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const stated = maps.fileOf('fhir') ?? file;
    throw new UsageError(error.issues.map((issue) => problemIn(stated, issue)));
  }
}

/** The sessions or claims of CSV; rows of one claim follow each other. */
export async function tableRecords(input: OpenInput, file: string, asked: Asked): Promise<RecordSource> {
  const { maps, words, checker } = asked;
  const name = fileName(file);
  const encoding = await encodingOf(input.again());
  let read = counted(input.again());
  async function* text(): AsyncGenerator<string> {
    read = counted(input.again());
    const decode = decoderOf(encoding);
    for await (const piece of read.pieces()) yield decode(piece);
    yield decode();
  }
  let beginning = '';
  for await (const piece of text()) {
    beginning += piece;
    if (beginning.length > LONGEST_BEGINNING) break;
  }
  const first = [...csvRows(beginning)].slice(0, HEADINGS_WITHIN);
  const lines = createLineNumbers();
  const mapping = { ...maps.ofTable(first, true)?.mapping, words };
  const options = {
    file: nameInPlaces(file),
    services: checker.services,
    jurisdiction: maps.jurisdiction,
    grouped: true,
  };
  const table = readTableStream(() => lines.noted(csvLinesStream(text())), mapping, options);
  async function* records(): AsyncGenerator<InputRecord> {
    try {
      for await (const record of table.records) {
        if (isClaim(record.value)) maps.useJurisdiction();
        yield foundRecord(record, lines.of(record.line ?? 1));
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new UsageError(error.issues.map((issue) => problemIn(file, issue)));
    }
  }
  return {
    batches: batchesOf(records(), () => read.bytes()),
    notices: () =>
      noticesOfTable(table.end(), { form: formOf(delimiterOf(beginning), encoding), told: [] }, name),
  };
}

async function* recordsOf(records: AsyncIterable<FoundRecord<unknown>>): AsyncGenerator<InputRecord> {
  for await (const record of records) yield foundRecord(record, record.line);
}

function counted(pieces: AsyncIterable<Buffer>) {
  let bytes = 0;
  return {
    bytes: () => bytes,
    async *pieces(): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        bytes += piece.length;
        yield piece;
      }
    },
  };
}
