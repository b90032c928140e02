import { placesIn } from '../../facts/rows/index.js';
import { codesOf, isClosed, type FactRow, type Rows } from '../../facts/rows/row.js';
import type { Words } from '../../facts/words.js';
import type { CellType, Column } from './written-cell.js';

/** What cells may say: the ids of what is on file, and an agency's own words. */
export interface Known {
  readonly services: readonly { readonly id: string }[];
  readonly words: Words;
}

/** A column for each fact of a shape, by its dotted path, and for each thing that may be stated not to exist. */
export function columnsOf(rows: Rows, { services, words }: Known): Map<string, Column> {
  const ids = [...new Set(services.map(({ id }) => id))];
  return new Map(
    placesIn(rows)
      .filter(({ isInList }) => !isInList)
      .flatMap(({ path, row }): [string, Column][] => {
        if (row.kind === 'group') return row.none === undefined ? [] : [[path, { type: 'none' }]];
        const type = row.type as CellType;
        if (path === 'service') return [[path, { type, choices: ids }]];
        // Of trainings the words stand in JSON.
        if (row.kind !== 'fact') return [[path, { type }]];
        const own = Object.keys(words[path as keyof Words] ?? {});
        return [[path, { type, choices: choicesOf(row), words: own }]];
      }),
  );
}

/** The codes of a list that takes no others. */
function choicesOf(row: FactRow): readonly string[] | undefined {
  return isClosed(row) ? Object.keys(codesOf(row)?.codes ?? {}) : undefined;
}

/** Puts a value at a path, objects made on the way. */
export function putFact(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) into[name] = value;
  else putFact((into[name] ??= {}) as Record<string, unknown>, rest, value);
}
