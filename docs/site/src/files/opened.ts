import { InputError } from 'billability';
import type { Mapping, Row } from 'billability/adapters/tables';
import { kindOf } from '../../../../src/cli/input/file-kind';
import { tellFormat } from '../../../../src/cli/input/tell-format';
import { UsageError } from '../../../../src/cli/usage-error';

/** A file that was opened, with what is needed to read its records. */
export type OpenFile =
  { readonly kind: 'x12' | 'fhir' | 'json'; readonly name: string; readonly text: string } | OpenTable;

export interface OpenTable {
  readonly kind: 'table';
  readonly name: string;
  readonly rows: readonly Row[];
  /** Of a row, from 1, the line on which it starts. */
  readonly lineOf: (row: number) => number;
  readonly form: string;
  readonly told: readonly string[];
  readonly from1904: boolean;
}

/** A column as a person sees it: its heading, and what stands in its first cells. */
export interface SeenColumn {
  readonly heading: string;
  readonly samples: readonly string[];
}

/** What is told of a file when it was opened. */
export type Opened =
  | { readonly kind: 'x12' | 'fhir' | 'json' }
  | {
      readonly kind: 'table';
      readonly form: string;
      readonly told: readonly string[];
      readonly rows: number;
      readonly columns: readonly SeenColumn[];
      readonly mapping: Mapping;
    };

/** @throws UsageError where nothing is read of such a file: what it is, and what to do. */
export async function openFile(name: string, bytes: Uint8Array): Promise<OpenFile> {
  if (bytes.length === 0) throw new UsageError(['is empty']);
  const kind = kindOf(bytes.subarray(0, 10_000));
  if (typeof kind === 'object') throw new UsageError([kind.advice]);
  // What reads one kind of file is loaded with the first of them.
  if (kind === 'workbook') return (await import('./workbooks')).openWorkbook(name, bytes);
  if (kind === 'x12' && (await import('../../../../src/cli/input/read-x12-file')).isRemittance(bytes))
    throw new UsageError(['is an 835, what a payer answered; choose the claims that it answers (837P)']);
  if (kind === 'x12' || kind === 'fhir') return { kind, name, text: new TextDecoder().decode(bytes) };
  if (kind === 'text') {
    if (bytes.subarray(0, 8_000).some(isOfNoText))
      throw new UsageError([
        'is no text; choose a CSV file, an Excel workbook (.xlsx), JSON, an 837P or FHIR',
      ]);
    const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
    const format = tellFormat(text);
    if (format === 'empty') throw new UsageError(['holds nothing but blanks']);
    if (format !== 'csv') return { kind: 'json', name, text: strictly(bytes) };
  }
  return (await import('./csv')).openCsv(name, bytes);
}

/** A sign by which machines steer each other, and which no text has. */
function isOfNoText(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x1a);
}

/** JSON is UTF-8, or some of its text would be another. */
function strictly(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new UsageError(['is not UTF-8; save it as UTF-8']);
  }
}

/** What is shown of a file before anything is read of it. */
export async function lookInto(file: OpenFile): Promise<Opened> {
  return file.kind === 'table' ? (await import('./tables')).lookIntoTable(file) : { kind: file.kind };
}

/** What is wrong, a sentence each, whatever threw it. */
export function problemsOf(error: unknown): string[] {
  if (error instanceof UsageError) return [...error.problems];
  if (error instanceof InputError)
    return error.issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  throw error;
}
