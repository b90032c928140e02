import type { CheckedBatch } from '../../checked-batch.js';
import type { CheckedRecord, Place } from '../../checked-record.js';
import { STANDARD_INPUT } from '../../input/read-source.js';
import { grouped, printable } from './layout.js';

const MOST_RUNS_SHOWN = 40;

export function fileName(file: string): string {
  return file === STANDARD_INPUT ? 'standard input' : printable(file);
}

/** "march.csv:12 (E-0011)"; the key is the caller's own, never the member's. */
export function placeInWords({ file, line, id }: Place): string {
  const key = id === undefined ? '' : ` (${printable(id)})`;
  return `${fileName(file)}:${String(line)}${key}`;
}

/** "lines 4, 9-11"; of several files "march.csv lines 4, 9-11; april.csv line 2" */
export function linesOf(records: readonly CheckedRecord[], { files }: CheckedBatch): string {
  return files
    .flatMap((file) => {
      const lines = records.filter((record) => record.file === file).map(({ line }) => line);
      if (lines.length === 0) return [];
      const where = `${lines.length === 1 ? 'line' : 'lines'} ${runsOf(lines)}`;
      return files.length === 1 ? [where] : [`${fileName(file)} ${where}`];
    })
    .join('; ');
}

function runsOf(lines: readonly number[]): string {
  const runs: { from: number; through: number }[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.through === line - 1) run.through = line;
    else runs.push({ from: line, through: line });
  }
  const shown = runs
    .slice(0, MOST_RUNS_SHOWN)
    .map(({ from, through }) => (from === through ? String(from) : `${String(from)}-${String(through)}`))
    .join(', ');
  const next = runs[MOST_RUNS_SHOWN];
  return next === undefined ? shown : `${shown} and ${grouped(lines.length - lines.indexOf(next.from))} more`;
}
