import type { InputIssue } from '../../facts/input-error.js';
import type { ReadCell } from './csv-cell.js';
import type { InputRecord } from './input-record.js';

interface FilledCell {
  /** Dotted path of the fact. */
  readonly path: string;
  readonly read: ReadCell;
}

type Facts = Record<string, unknown>;

/** Puts the filled cells of a row together into one record. */
export function rowRecord(line: number, cells: readonly FilledCell[]): InputRecord {
  const value: Facts = {};
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
      placeFact(value, path.split('.'), read.value);
    }
  }
  return { line, value, issues };
}

function hasFactsOf(path: string, cells: readonly FilledCell[]): boolean {
  return cells.some((cell) => cell.path.startsWith(`${path}.`));
}

function placeFact(into: Facts, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) into[name] = value;
  else placeFact((into[name] ??= {}) as Facts, rest, value);
}
