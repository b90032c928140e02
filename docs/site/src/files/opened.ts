import { InputError } from 'billability';
import {
  decodeTable,
  delimiterOf,
  suggestMapping,
  type Cell,
  type Mapping,
  type Row,
} from 'billability/adapters/tables';
import { HEADINGS_WITHIN, headingIn } from '../../../../src/adapters/tables/headings';
import { csvLines } from '../../../../src/adapters/tables/rows';
import { kindOf } from '../../../../src/cli/input/file-kind';
import { formOf } from '../../../../src/cli/input/table-notices';
import { tellFormat } from '../../../../src/cli/input/tell-format';
import { UsageError } from '../../../../src/cli/usage-error';
import { services } from '../../../../src/services/index';

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
  if (kind === 'workbook') {
    // What reads one kind of file is loaded with the first of them.
    const { readWorkbook } = await import('../../../../src/cli/input/workbook');
    const { rows, from1904, told } = readWorkbook(bytes);
    return { kind: 'table', name, rows, from1904, told, form: 'an Excel workbook', lineOf: (row) => row };
  }
  if (kind === 'x12' && (await import('../../../../src/cli/input/read-x12-file')).isRemittance(bytes))
    throw new UsageError(['is an 835, what a payer answered; choose the claims that it answers (837P)']);
  if (kind === 'x12' || kind === 'fhir') return { kind, name, text: new TextDecoder().decode(bytes) };
  if (kind === 'text') {
    const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
    const format = tellFormat(text);
    if (format === 'empty') throw new UsageError(['holds nothing but blanks']);
    if (format !== 'csv') return { kind: 'json', name, text: strictly(bytes) };
  }
  const { text, encoding } = decodeTable(bytes);
  const lines = csvLines(text);
  return {
    kind: 'table',
    name,
    rows: lines.map(({ cells }) => cells),
    lineOf: (row) => lines[row - 1]?.line ?? row,
    form: formOf(delimiterOf(text), encoding),
    told: [],
    from1904: false,
  };
}

/** JSON is UTF-8, or some of its text would be another. */
function strictly(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new UsageError(['is not UTF-8; save it as UTF-8']);
  }
}

const SAMPLES = 3;

/** What is shown of a file before anything is read of it. */
export function lookInto(file: OpenFile): Opened {
  if (file.kind !== 'table') return { kind: file.kind };
  const { rows, form, told, from1904 } = file;
  const { mapping } = withoutCounts(suggestMapping(rows, { services, from1904 }));
  const at = headingsAt(rows, Object.keys(mapping.columns ?? {}));
  const headings = (rows[at] ?? []).map(headingIn);
  const below = rows.slice(at + 1).filter((row) => row?.some((cell) => cell !== '' && cell !== null));
  const columns = headings.flatMap((heading, index) =>
    heading === '' ? [] : [{ heading, samples: samplesIn(below, index, heading) }],
  );
  return { kind: 'table', form, told, rows: below.length, columns, mapping };
}

/** The row that has the headings of a mapping. */
export function headingsAt(rows: readonly Row[], headings: readonly string[]): number {
  const first = rows.slice(0, HEADINGS_WITHIN).map((row) => new Set((row ?? []).map(headingIn)));
  const found = first.findIndex((row) => headings.length > 0 && headings.every((one) => row.has(one)));
  return Math.max(0, found);
}

function samplesIn(rows: readonly Row[], index: number, heading: string): string[] {
  const texts = rows.slice(0, 200).flatMap((row) => {
    const text = cellInWords(row?.[index] ?? null);
    return text === '' || text === heading ? [] : [text];
  });
  return [...new Set(texts)].slice(0, SAMPLES);
}

export function cellInWords(cell: Cell): string {
  if (cell === null) return '';
  // A time alone has a day before the first one of spreadsheets.
  if (typeof cell === 'object' && cell.day < '1900-01-01') return cell.time ?? '';
  if (typeof cell === 'object') return [cell.day, cell.time].filter((one) => one !== undefined).join(' ');
  return String(cell);
}

/** A word of the file that is on no list. */
export interface OwnWord {
  readonly path: string;
  readonly word: string;
  readonly count: string;
  /** The column in which its meaning is said; left out where all columns share it. */
  readonly heading?: string;
}

const COUNT = /^(?:once|\d+ times)$/;

/** A suggested mapping counts the words that nobody has given a meaning yet: they come out of it, as it would be refused. */
export function withoutCounts(mapping: Mapping): { mapping: Mapping; words: OwnWord[] } {
  const words: OwnWord[] = [];
  const kept = (said: Readonly<Record<string, string>>, path: string, heading?: string) =>
    Object.fromEntries(
      Object.entries(said).filter(([word, count]) => {
        if (!COUNT.test(count)) return true;
        words.push({ path, word, count, ...(heading !== undefined && { heading }) });
        return false;
      }),
    );
  const columns = Object.entries(mapping.columns ?? {}).map(([heading, column]) => {
    if (typeof column === 'string' || column.words === undefined) return [heading, column] as const;
    const { words: said, ...rest } = column;
    const left = kept(said, rest.fact ?? 'phase', heading);
    const isPlain = Object.keys(left).length === 0 && Object.keys(rest).join() === 'fact';
    if (isPlain) return [heading, rest.fact ?? ''] as const;
    return [heading, { ...rest, ...(Object.keys(left).length > 0 && { words: left }) }] as const;
  });
  const shared = Object.entries(mapping.words ?? {})
    .map(([path, said]) => [path, kept(said ?? {}, path)] as const)
    .filter(([, said]) => Object.keys(said).length > 0);
  const { words: _, ...rest } = mapping;
  return {
    mapping: {
      ...rest,
      columns: Object.fromEntries(columns),
      ...(shared.length > 0 && { words: Object.fromEntries(shared) }),
    },
    words,
  };
}

/** What is wrong, a sentence each, whatever threw it. */
export function problemsOf(error: unknown): string[] {
  if (error instanceof UsageError) return [...error.problems];
  if (error instanceof InputError)
    return error.issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  throw error;
}
