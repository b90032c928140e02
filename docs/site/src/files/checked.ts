import { createChecker, type BatchTotals, type PriorUse } from 'billability';
import type { readFhir } from 'billability/adapters/fhir';
import type { Mapping } from 'billability/adapters/tables';
import { csv, html, ndjson, reportOf, type Format } from 'billability/reports';
import { noticesOf } from '../../../../src/cli/input/found-notices';
import {
  foundRecord,
  placeIn,
  resultToTell,
  valueToCheck,
  type InputRecord,
} from '../../../../src/cli/input/input-record';
import { readJsonArray } from '../../../../src/cli/input/json-array';
import { readJsonObjects } from '../../../../src/cli/input/json-objects';
import { readNdjson } from '../../../../src/cli/input/ndjson';
import { tellFormat } from '../../../../src/cli/input/tell-format';
import { readWrappedList } from '../../../../src/cli/input/wrapped-list';
import { notice, type Notice } from '../../../../src/findings/notices';
import type { OpenFile } from './opened';

/** What is asked beside the file. */
export interface Settings {
  /** Of a table. */
  readonly mapping?: Mapping | undefined;
  /** Of FHIR, what its codes stand for: as the adapter takes it. */
  readonly fhir?: unknown;
  readonly jurisdiction?: string | undefined;
  readonly claimDiagnoses?: boolean | undefined;
  readonly asOf?: string | undefined;
  /** Whether nothing was billed before; else nobody knows. */
  readonly isFirst: boolean;
  /** Whether the report names members and staff by their keys. */
  readonly keys: boolean;
}

export interface Progress {
  readonly doing: 'reading' | 'checking' | 'writing';
  readonly done?: number;
  readonly of?: number;
}

/** What came of a file. */
export interface Checked {
  readonly totals: BatchTotals;
  readonly notices: readonly string[];
  readonly html: Blob;
  readonly worklist: Blob;
  readonly results: Blob;
}

const checker = createChecker();

/** The records of a file, and how it was read. */
export interface Read {
  readonly records: readonly InputRecord[];
  readonly notices: readonly Notice[];
  readonly history?: readonly PriorUse[] | undefined;
}

async function read(file: OpenFile, settings: Settings): Promise<Read> {
  const { name } = file;
  const { jurisdiction } = settings;
  switch (file.kind) {
    case 'table':
      return (await import('./tables')).readMapped(file, settings);
    case 'x12': {
      const { claimDiagnoses = false } = settings;
      const { readX12Claims } = await import('billability/adapters/x12');
      const found = readX12Claims(file.text, { jurisdiction, claimDiagnoses });
      return {
        records: found.records.map((record) => foundRecord(record, record.line)),
        notices: [readAs(name, 'X12 claims (837P)'), ...noticesOf(found.problems, name)],
      };
    }
    case 'fhir': {
      const mapping = settings.fhir as Parameters<typeof readFhir>[1];
      const { readFhir } = await import('billability/adapters/fhir');
      const found = readFhir(file.text, mapping, checker);
      return {
        records: found.records.map((record) => foundRecord(record, record.line)),
        notices: [readAs(name, 'FHIR'), ...noticesOf(found.problems, name)],
        history: found.history?.map(({ value }) => value),
      };
    }
    case 'json': {
      const wrapped = readWrappedList(file.text);
      if (wrapped !== undefined)
        return {
          records: wrapped.records,
          notices: [notice('list-in-object', { file: name, key: wrapped.key })],
        };
      const format = tellFormat(file.text);
      const readText =
        format === 'json-array' ? readJsonArray : format === 'json-objects' ? readJsonObjects : readNdjson;
      return { records: readText(file.text), notices: [] };
    }
  }
}

function readAs(file: string, form: string): Notice {
  return notice('file-read', { file, form, told: [] });
}

/** A report in pieces, as no text holds a long one. */
function written(format: Format, ...[batch, entries, options]: ReportArguments): Blob {
  return new Blob([...reportOf(format, batch, entries, options)], { type: 'text/plain;charset=utf-8' });
}

type ReportArguments = [
  Parameters<typeof reportOf>[1],
  Parameters<typeof reportOf>[2],
  Parameters<typeof reportOf>[3],
];

/** Reads the records of a file, checks them as one batch, and writes what may be taken away. */
export async function checkFile(
  file: OpenFile,
  settings: Settings,
  tell: (progress: Progress) => void,
): Promise<Checked> {
  tell({ doing: 'reading' });
  const { records, notices, history } = await read(file, settings);
  const uses = history ?? (settings.isFirst ? [] : undefined);
  let done = 0;
  const step = Math.max(1, Math.floor(records.length / 100));
  const checked = checker.checkRecords(
    records.map(valueToCheck),
    { asOf: settings.asOf, history: uses },
    () => {
      if (++done % step === 0) tell({ doing: 'checking', done, of: records.length });
    },
  );
  tell({ doing: 'writing' });
  const results = checked.results.flatMap((result, index) =>
    records.slice(index, index + 1).map((record) => resultToTell(record, result)),
  );
  const batch = { ...checked, results, notices: [...notices, ...checked.notices] };
  const entries = { records: records.map(({ value, places }) => ({ value, places })) };
  const options = {
    checker,
    asOf: settings.asOf,
    history: uses,
    files: [file.name],
    places: records.map((record) => placeIn(file.name, record)),
  };
  return {
    totals: checked.totals,
    notices: batch.notices.map(({ message }) => message),
    html: written(html, batch, entries, { ...options, keys: settings.keys }),
    worklist: written(csv, batch, entries, options),
    results: written(ndjson, batch, entries, options),
  };
}
