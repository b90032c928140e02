import { createJoin, type Join, type JoinedTable, type JoinKey } from '../../adapters/tables/index.js';
import { HEADINGS_WITHIN } from '../../adapters/tables/headings.js';
import { notice, type Notice } from '../../findings/notices.js';
import { fileName } from '../../reports/text/page.js';
import { InputError } from '../../index.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { emptiedNotice, noticesOf } from './found-notices.js';
import { refusedIn } from './problem.js';
import type { Asked } from './asked.js';
import { readSource } from './read-source.js';
import { nameInPlaces, rowsIn } from './read-table-file.js';

/** `--facts`, and the key of `--by` for each. */
export interface JoinRequest {
  readonly facts?: readonly string[] | undefined;
  readonly by?: readonly JoinKey[] | undefined;
}

export interface InputJoin extends Pick<Join, 'add'> {
  /** What was found, once all records were added to. */
  readonly notices: () => Notice[];
}

/** What adds the facts of tables to records; nothing where no table is stated. */
export async function readJoins(
  { facts = [], by = [] }: JoinRequest,
  asked: Asked,
  io: Io,
): Promise<InputJoin | undefined> {
  if (facts.length === 0 && by.length === 0) return undefined;
  const notices: Notice[] = [];
  const tables: JoinedTable[] = [];
  for (const [file, key] of pairsOf(facts, by)) {
    const source = await readSource(file, io);
    const { rows, from1904, form, told } = await rowsIn(source);
    const name = nameInPlaces(file);
    const map = asked.maps.ofTable(rows.slice(0, HEADINGS_WITHIN), false);
    const mapping = { ...map?.mapping, words: asked.words };
    const services = asked.checker.services;
    tables.push({ by: key, rows, mapping, file: name, services, from1904 });
    if (told.length > 0) notices.push(notice('file-read', { file: fileName(file), form, told }));
  }
  const join = joinOf(tables, facts);
  return {
    add: join.add,
    notices() {
      const { problems, told } = join.end();
      const ignored = told.filter(({ code }) => code === 'columns-ignored');
      return [
        ...notices,
        ...noticesOf(ignored),
        ...tables.flatMap(({ file = '' }) =>
          emptiedNotice(
            problems.filter(({ place }) => place.startsWith(`${file} row `)),
            file,
          ),
        ),
        ...noticesOf(problems.filter(({ code }) => code !== 'cells-empty')),
      ];
    },
  };
}

/** @throws UsageError where a table has no key, or a key no table. */
function pairsOf(facts: readonly string[], by: readonly JoinKey[]): [string, JoinKey][] {
  const pairs = facts.flatMap((file, index): [string, JoinKey][] =>
    by.slice(index, index + 1).map((key) => [file, key]),
  );
  if (pairs.length === facts.length && facts.length === by.length) return pairs;
  throw new UsageError([
    `each --facts FILE has its --by KEY, such as --facts staff.csv --by staff.id; found ${String(facts.length)} and ${String(by.length)}`,
  ]);
}

/** @throws UsageError with the name of the table that is not understood. */
function joinOf(tables: readonly JoinedTable[], files: readonly string[]): Join {
  try {
    return createJoin(tables);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const [index, table] of tables.entries()) refusedIn(String(files[index]), () => createJoin([table]));
    throw error;
  }
}
