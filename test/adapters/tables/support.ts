import { csvRows, readTable, type FoundInTable, type Mapping } from '../../../src/adapters/tables/index.js';
import type { TableOptions } from '../../../src/adapters/tables/index.js';
import { InputError, services } from '../../../src/index.js';

/** Reads a table written with bars between its cells. */
export function read(text: string, mapping?: Mapping, options: TableOptions = {}): FoundInTable {
  return readTable(rowsOf(text), mapping, { services, ...options });
}

/** The rows of a table written with bars between its cells. */
export function rowsOf(text: string): string[][] {
  return text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
}

export function valuesIn({ records }: FoundInTable): unknown[] {
  return records.map(({ value }) => value);
}

/** Problems as code, place and count. */
export function problemsIn({ problems }: Pick<FoundInTable, 'problems'>): string[] {
  return problems.map(({ code, place, count = 1 }) => `${code}: ${place}, ${String(count)}`);
}

/** Codes of what is told beside the columns, with their counts. */
export function skippedIn({ told }: FoundInTable): string[] {
  return told
    .filter(({ code }) => code !== 'column-read')
    .map(({ code, place, count = 1 }) => `${code}: ${place}, ${String(count)}`);
}

/** What an input error says, a line an issue. */
export function refusalOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'not refused';
}

export { csvRows };
