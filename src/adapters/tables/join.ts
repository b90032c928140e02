import { InputError, type InputIssue } from '../../facts/input-error.js';
import { alikeKey } from '../../values/alike-key.js';
import type { FoundRecord } from '../../facts/found.js';
import { collectProblems, type Problems } from '../reader.js';
import { tableFacts, type TableFact } from './columns.js';
import { HEADINGS_WITHIN } from './headings.js';
import { joinInto, type JoinedRow, type JoinTarget } from './join-into.js';
import type { Mapping } from './mapping.js';
import { rowsIn, type FoundInTable } from './read.js';
import type { Row } from './rows.js';
import { openTable, type TableOptions, type TableTold } from './table.js';

/** By which key facts may be added. */
export type JoinKey = 'id' | 'member.id' | 'staff.id' | 'staff.supervisor.id' | 'agency.id';

/** A table whose rows state facts of whom, or of what, their key names. */
export interface JoinedTable extends TableOptions {
  readonly by: JoinKey;
  readonly rows: Iterable<Row>;
  readonly mapping?: Mapping | undefined;
}

/** Adds facts to records, one after the other. */
export interface Join {
  readonly add: (record: FoundRecord<unknown>) => FoundRecord<unknown>;
  /** What was found, once all records were added to. */
  readonly end: () => TableTold;
}

/** A table that was read, and what of it the records have asked for. */
interface JoinState {
  readonly by: TableFact;
  readonly rows: ReadonlyMap<string, readonly JoinedRow[]>;
  readonly end: () => TableTold;
  /** Keys of records, each with where it is first. */
  readonly asked: Map<string, string>;
  readonly used: Set<JoinedRow>;
}

/**
 * Adds to records what tables state of their keys: a table of staff by `staff.id`, of members by `member.id`, a log of visits
 * by `id`. A row that states a date of service is of that day alone; several rows of a key give one list together. What a
 * record and a table, or two, state differently is a problem: what is billed stays as the record has it, anything else is
 * not known.
 *
 * @throws InputError where a table has no column of its key, or cannot be read.
 *
 * @example
 * const visits = readTable(csvRows('Service,DOS,Staff ID\nmo/peer-support,3/18/2025,T-1\n'));
 * const rows = csvRows('Staff ID,Credential,Expires\nT-1,MO-CPS,2026-04-30\n');
 * const { records } = joinFacts(visits.records, [{ by: 'staff.id', rows, file: 'staff.csv' }]);
 * records[0]?.places['/staff/credentials/0/through']; // 'staff.csv row 2, column "Expires"'
 */
export function joinFacts(
  records: Iterable<FoundRecord<unknown>>,
  tables: readonly JoinedTable[],
): FoundInTable {
  const join = createJoin(tables);
  const joined = Array.from(records, (record) => join.add(record));
  return { records: joined, ...join.end() };
}

/**
 * The same for records that come one after the other.
 *
 * @throws InputError where {@link joinFacts} does.
 *
 * @example
 * const rows = csvRows('Staff ID,Hire Date\nT-1,2024-02-01\n');
 * const { add } = createJoin([{ by: 'staff.id', rows }]);
 * add({ value: { staff: { id: 'T-1' } }, places: {} }).value; // { staff: { id: 'T-1', hireDate: '2024-02-01' } }
 */
export function createJoin(tables: readonly JoinedTable[]): Join {
  // What is known of a visit may say who gave it.
  const ordered = [...tables.filter(({ by }) => by === 'id'), ...tables.filter(({ by }) => by !== 'id')];
  const states = ordered.map(readJoined);
  const problems = collectProblems();
  return {
    add(record) {
      const settled: JoinTarget['settled'] = new Map();
      return states.reduce((before, state) => {
        const { by, rows, asked, used } = state;
        return joinInto(before, {
          by,
          settled,
          tell: problems.add,
          use: (row) => used.add(row),
          rowsOf(key, place) {
            if (!asked.has(key)) asked.set(key, place);
            return rows.get(key) ?? [];
          },
        });
      }, record);
    },
    end() {
      for (const state of states) tellKeys(state, problems);
      const ended = states.map(({ end }) => end());
      return {
        problems: [...ended.flatMap((one) => one.problems), ...problems.all()],
        told: ended.flatMap((one) => one.told),
      };
    },
  };
}

/** In a table of staff or members, the column that is only called ID. */
const PLAIN_KEY = 'id';
const DAY = 'dateOfService';

function readJoined({ by, rows, mapping, ...options }: JoinedTable): JoinState {
  // What only claims have, they state themselves.
  const facts = new Map([...tableFacts(options.services ?? [])].filter(([, { isOfClaims }]) => !isOfClaims));
  const keyFact = facts.get(by);
  if (keyFact?.kinds[0] !== 'key') throw new InputError([notAKey]);
  const all = [...rows];
  const first = all.slice(0, HEADINGS_WITHIN);
  const table = openTable(first, mapping, { ...options, file: options.file ?? `table by ${by}` }, facts);
  const state = {
    by: keyFact,
    asked: new Map<string, string>(),
    used: new Set<JoinedRow>(),
  };
  if (table === undefined) return { ...state, rows: new Map(), end: () => ({ problems: [], told: [] }) };
  const key = table.states(by) ? by : PLAIN_KEY;
  if (!table.states(key)) throw new InputError([noKey(by)]);
  const byKey = new Map<string, JoinedRow[]>();
  for (const { place, facts: own, unread } of rowsIn(table, all)) {
    if (own === undefined || unread !== undefined) continue;
    const stated = [...table.constants, ...own];
    const of = stated.find(({ fact }) => fact.path === key)?.value;
    if (typeof of === 'string') {
      const day = stated.find(({ fact }) => fact.path === DAY)?.value;
      const others = stated.filter(({ fact }) => fact.path !== key && fact.path !== DAY);
      byKey.set(of, [...(byKey.get(of) ?? []), { facts: others, day, place }]);
    } else {
      table.tell({
        code: 'row-without-key',
        place,
        message: `no ${by} is stated, so that nothing is joined by it`,
      });
    }
  }
  return { ...state, rows: byKey, end: table.end };
}

const notAKey: InputIssue = {
  code: 'not-a-choice',
  path: '/by',
  message: 'expected the path of a key, such as staff.id, member.id or id',
};

function noKey(by: JoinKey): InputIssue {
  const message = `expected a column of ${by}, found none; a mapping says which column it is`;
  return { code: 'not-stated', path: '', message };
}

/** Tells of keys that were not found: those of records, and those of the table. */
function tellKeys({ by: { path }, rows, asked, used }: JoinState, { add }: Problems): void {
  for (const [key, place] of asked)
    if (!rows.has(key))
      add({
        code: 'key-without-row',
        place,
        message: `no row of the table joined by ${path} has this key, and nothing is added from it`,
      });
  const alike = new Map([...asked].map(([key, place]) => [alikeKey(key), place]));
  for (const [key, ofKey] of rows) {
    const [{ place }] = ofKey as [JoinedRow];
    const like = alike.get(alikeKey(key));
    if (!asked.has(key)) {
      add({
        code: 'key-found-nobody',
        place,
        message: `no record has the ${path} of this row, and nothing is read from it`,
      });
      if (like !== undefined)
        add({
          code: 'key-alike',
          place,
          message: `the key of ${place} and that of ${like} differ only in letter case, blanks or zeros at their start; nothing is joined by them until they are written alike`,
        });
    } else {
      for (const row of ofKey)
        if (!used.has(row))
          add({
            code: 'row-of-other-day',
            place: row.place,
            message: 'no record of this key is of the day that the row states',
          });
    }
  }
}
