import { ANY_OTHER, compared, OTHER, openPaths } from '../../facts/words.js';
import { tableFacts, type TableFact } from './columns.js';
import {
  HEADINGS_WITHIN,
  LEAST_TOLD,
  named,
  namedColumns,
  namesOf,
  rowWithMost,
  withBeside,
} from './headings.js';
import type { Mapping } from './mapping.js';
import type { ColumnMapping, PlannedColumn } from './planned-column.js';
import { rowsIn } from './read.js';
import type { Row } from './rows.js';
import { openTable, type OpenTable, type TableOptions } from './table.js';
import { flagIn } from './written-cell.js';

/** By path of a fact its words, with what each means. */
type WordsOfFacts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** With what a mapping is begun: what is on file, and a mapping that is there already. */
export interface SuggestOptions extends TableOptions {
  /** A mapping whose columns are filled in by hand: it is kept, and the words that it leaves open are added. */
  readonly mapping?: Mapping | undefined;
}

/**
 * A first mapping, from the headings of a table: each with the fact that it tells, or with nothing, so that it is ignored.
 * Words that are on no list stand in `words`, by fact or in their column, each with how often it is there: until a code
 * takes the place of each count, the mapping is refused. It holds words of the file, and is for who holds the file.
 *
 * @throws InputError where two columns are taken for one, or the mapping that is given is none.
 *
 * @example
 * const rows = csvRows('Client ID,DOS,Credential,Room\nM-1,3/18/2025,CPS,4\nM-2,3/19/2025,CPS,4\n');
 * const { columns, words } = suggestMapping(rows);
 * columns; // { 'Client ID': 'member.id', DOS: 'dateOfService', Credential: 'staff.credentials', Room: '' }
 * words; // { 'staff.credentials': { CPS: '2 times' } }
 */
export function suggestMapping(rows: Iterable<Row>, options: SuggestOptions = {}): Mapping {
  const all = [...rows];
  const first = all.slice(0, HEADINGS_WITHIN);
  const facts = tableFacts(options.services ?? []);
  const given = options.mapping ?? {};
  const columns = given.columns ?? suggestedColumns(first, facts);
  const isTold = Object.values(columns).some((column) => column !== '');
  const table = isTold ? openTable(first, { ...given, columns }, options, facts) : undefined;
  if (table === undefined) return { ...given, columns };
  const said: WordsOfFacts = given.words ?? {};
  const counts = unlistedWords(table, all, said);
  const own = Object.keys(counts).filter((path) => openPaths.includes(path));
  return {
    ...given,
    columns: Object.fromEntries(
      Object.entries(columns).map(([heading, column]): [string, string | ColumnMapping] => {
        const one = typeof column === 'string' ? { fact: column } : column;
        const words = counts[String(one.fact)];
        return [
          heading,
          words === undefined || own.includes(String(one.fact))
            ? column
            : { ...one, words: { ...one.words, ...words } },
        ];
      }),
    ),
    ...(own.length > 0 && {
      words: {
        ...given.words,
        ...Object.fromEntries(own.map((path) => [path, { ...said[path], ...counts[path] }])),
      },
    }),
  };
}

/** By heading the fact that it tells, `''` where it tells none; of two columns of one fact the first has it. */
function suggestedColumns(
  first: readonly Row[],
  facts: ReadonlyMap<string, TableFact>,
): Record<string, string | ColumnMapping> {
  const names = namesOf(facts);
  const told = rowWithMost(first, (heading) => named(heading, names) !== undefined);
  const { headings } = told.most < LEAST_TOLD ? rowWithMost(first, (heading) => heading !== '') : told;
  const all = namedColumns(headings, names, facts);
  const isFirst = ({ fact }: PlannedColumn, index: number) =>
    all.findIndex((one) => one.fact === fact) === index;
  const columns = withBeside(
    all.filter((one, index) => one.fact.isList || isFirst(one, index)),
    headings,
    names,
  );
  const inOthers = columns.flatMap(({ beside }) => Object.values(beside));
  const left = headings.filter((heading) => heading !== '' && !inOthers.includes(heading));
  return Object.fromEntries(
    left.map((heading) => {
      const column = columns.find((one) => one.heading === heading);
      if (column === undefined) return [heading, ''];
      const { fact, beside } = column;
      return [heading, Object.keys(beside).length === 0 ? fact.path : { fact: fact.path, ...beside }];
    }),
  );
}

/** By fact each word that is on no list and of which nothing is said, with how often it is there. */
function unlistedWords(table: OpenTable, all: readonly Row[], said: WordsOfFacts): WordsOfFacts {
  const counts = new Map<string, Map<string, number>>();
  for (const { facts = [] } of rowsIn(table, all)) {
    for (const { fact, value } of facts) {
      for (const word of unlistedIn(value, fact)) {
        if (isSaid(word, said[fact.path])) continue;
        const ofFact = counts.get(fact.path) ?? new Map<string, number>();
        counts.set(fact.path, ofFact.set(word, (ofFact.get(word) ?? 0) + 1));
      }
    }
  }
  return Object.fromEntries(
    [...counts].map(([path, words]) => [
      path,
      Object.fromEntries([...words].map(([word, times]) => [word, inWords(times)])),
    ]),
  );
}

/** Whether words say what one means, or what all others mean. */
function isSaid(word: string, words: Readonly<Record<string, string>> = {}): boolean {
  return Object.keys(words).some((one) => one === ANY_OTHER || compared(one) === compared(word));
}

function inWords(times: number): string {
  return times === 1 ? 'once' : `${String(times)} times`;
}

/** Words that no list has. */
function unlistedIn(value: unknown, { listed, column: { type } }: TableFact): string[] {
  const words = (Array.isArray(value) ? value : [value])
    .map(wordOf)
    .filter((word) => typeof word === 'string');
  if (type === 'boolean') return words.filter((word) => flagIn(word) === undefined);
  if (listed.length === 0) return [];
  return words.filter((word) => word !== OTHER && !listed.some((code) => compared(code) === compared(word)));
}

function wordOf(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  return 'code' in entry ? entry.code : 'topic' in entry ? entry.topic : undefined;
}
