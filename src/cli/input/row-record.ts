import type { InputIssue } from '../../facts/input-error.js';
import { putFact } from '../../adapters/tables/columns.js';
import type { ReadCell } from '../../adapters/tables/written-cell.js';
import type { InputRecord } from './input-record.js';

interface FilledCell {
  /** Dotted path of the fact. */
  readonly path: string;
  readonly read: ReadCell;
}

/** Puts the filled cells of a row together into one record. */
export function rowRecord(line: number, cells: readonly FilledCell[]): InputRecord {
  const value: Record<string, unknown> = {};
  const issues: InputIssue[] = [];
  for (const { path, read } of cells) {
    const at = `/${path.replaceAll('.', '/')}`;
    if ('expected' in read) {
      issues.push({ code: 'not-in-form', path: at, message: `expected ${read.expected}, found other text` });
    } else if (read.value === 'none' && hasFactsOf(path, cells)) {
      issues.push({
        code: 'does-not-fit',
        path: at,
        message: 'expected an empty cell where other columns hold facts of it',
      });
    } else {
      putFact(value, path.split('.'), read.value);
    }
  }
  return { line, value, issues };
}

function hasFactsOf(path: string, cells: readonly FilledCell[]): boolean {
  return cells.some((cell) => cell.path.startsWith(`${path}.`));
}
