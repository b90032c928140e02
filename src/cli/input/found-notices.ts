import type { Problem } from '../../facts/found.js';
import { notice, type Notice } from '../../findings/notices.js';

/** Problems of a file as notices; where the places do not name the file, it stands before them. */
export function noticesOf(problems: readonly Problem[], file?: string): Notice[] {
  return problems.map((problem) =>
    notice('problem', file === undefined ? problem : { ...problem, place: `${file}: ${problem.place}` }),
  );
}

/** Cells that were taken for empty ones, as one notice; `place` is that of a cell, `FILE row 12, column "Units"`. */
export function emptiedNotice(problems: readonly Problem[], file: string): Notice[] {
  const columns = problems.flatMap(({ code, place, count = 1 }) => {
    const [, column] = /, column (?:"(.*)"|\d+)$/s.exec(place) ?? [];
    return code === 'cells-empty' && column !== undefined ? [{ column, count }] : [];
  });
  return columns.length === 0 ? [] : [notice('cells-empty', { file, columns })];
}
