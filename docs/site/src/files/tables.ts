import { readTable, suggestMapping, type Cell, type Mapping, type Row } from 'billability/adapters/tables';
import { HEADINGS_WITHIN, headingIn } from '../../../../src/adapters/tables/headings';
import { foundRecord } from '../../../../src/cli/input/input-record';
import { noticesOfTable } from '../../../../src/cli/input/table-notices';
import { UsageError } from '../../../../src/cli/usage-error';
import { services } from '../../../../src/services/index';
import type { Read, Settings } from './checked';
import type { Opened, OpenTable } from './opened';

/** The records of a table. */
export function readMapped(table: OpenTable, { mapping, jurisdiction }: Settings): Read {
  const { name, rows, from1904, lineOf } = table;
  const found = readTable(rows, mapping, { file: name, services, from1904, jurisdiction });
  const records = found.records.map((record) => foundRecord(record, lineOf(record.line ?? 1)));
  return { records, notices: noticesOfTable(found, table, name) };
}

const SAMPLES = 3;

/**
 * What is shown of a table before it is mapped.
 *
 * @throws UsageError where it has no rows.
 */
export function lookIntoTable({ rows, form, told, from1904 }: OpenTable): Opened {
  const { mapping } = withoutCounts(suggestMapping(rows.slice(0, HEADINGS_WITHIN), { services, from1904 }));
  const at = headingsAt(rows, Object.keys(mapping.columns ?? {}));
  const headings = (rows[at] ?? []).map(headingIn);
  const below = rows.slice(at + 1).filter((row) => row?.some((cell) => cell !== '' && cell !== null));
  if (below.length === 0)
    throw new UsageError(['has no row below its headings, so that there is nothing to check']);
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
