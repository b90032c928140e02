import type { FoundIn, FoundRecord } from '../../facts/found.js';
import { claimRows } from './claims.js';
import { HEADINGS_WITHIN } from './headings.js';
import type { Mapping } from './mapping.js';
import type { Row } from './rows.js';
import { putStated, type Draft } from './stated.js';
import { openTable, type OpenTable, type ReadRow, type TableOptions, type TableTold } from './table.js';

/** What a table comes to: sessions, or claims where it has a column of procedures, and what was found beside them. */
export interface FoundInTable extends FoundIn<unknown>, TableTold {}

/**
 * Sessions or claims out of the rows of a table. A record that cannot be read as one keeps its key and what was read of
 * it, and a check says what is wrong with it.
 *
 * @param mapping which column is which fact; left out, headings tell it.
 * @throws InputError where the mapping is wrong, or the headings name nothing, or a thing twice.
 *
 * @example
 * const rows = csvRows('Service,DOS,Time in,Client ID\nmo/peer-support,3/18/2025,1:30 PM,M-1\n');
 * const { records, problems } = readTable(rows, undefined, { file: 'visits.csv' });
 * records[0]?.places['/startTime']; // 'visits.csv row 2, column "Time in"'
 * problems; // []
 */
export function readTable(rows: Iterable<Row>, mapping?: Mapping, options: TableOptions = {}): FoundInTable {
  const all = [...rows];
  const table = openTable(all.slice(0, HEADINGS_WITHIN), mapping, options);
  if (table === undefined) return { records: [], ...nothingTold };
  const maker = recordsOf(table, false);
  const records = [...rowsIn(table, all)].flatMap(maker.add);
  return { records: [...records, ...maker.end()], ...table.end() };
}

/** The rows of a table that are records, or a part of one. */
export function* rowsIn(table: OpenTable, all: readonly Row[]): Generator<ReadRow> {
  for (const [index, row] of all.entries()) {
    if (table.wantsOrders(row)) {
      for (const [at, one] of all.entries()) table.lookAt(one, at);
      table.settleOrders();
    }
    const read = table.read(row, index);
    if (read !== undefined) yield read;
  }
}

const nothingTold: TableTold = { problems: [], told: [] };

/** Records of a table, one after the other; what was found beside them is known once all are taken. */
export interface TableStream {
  readonly records: AsyncIterable<FoundRecord<unknown>>;
  readonly end: () => TableTold;
}

/** How a table is read as a stream. */
export interface TableStreamOptions extends TableOptions {
  /** Whether the rows of a claim follow each other. Else claims come when all rows are read. */
  readonly grouped?: boolean | undefined;
}

/**
 * The same, a record at a time. Where nothing else tells which number of a day is the month, all rows are read once more.
 *
 * @param open opens the source anew: it is called two or three times.
 * @throws InputError, as the records are taken, where {@link readTable} does.
 *
 * @example
 * const text = 'Service,DOS\nmo/peer-support,3/18/2025\n';
 * readTableStream(() => csvRows(text)).end(); // { problems: [], told: [] }
 */
export function readTableStream(
  open: () => AsyncIterable<Row> | Iterable<Row>,
  mapping?: Mapping,
  options: TableStreamOptions = {},
): TableStream {
  let table: OpenTable | undefined;
  async function* read(): AsyncGenerator<FoundRecord<unknown>> {
    table = openTable(await firstOf(open()), mapping, options);
    if (table === undefined) return;
    const maker = recordsOf(table, options.grouped === true);
    let index = 0;
    for await (const row of open()) {
      if (table.wantsOrders(row)) {
        let at = 0;
        for await (const one of open()) table.lookAt(one, at++);
        table.settleOrders();
      }
      const read = table.read(row, index++);
      if (read !== undefined) yield* maker.add(read);
    }
    yield* maker.end();
  }
  return { records: read(), end: () => table?.end() ?? nothingTold };
}

async function firstOf(rows: AsyncIterable<Row> | Iterable<Row>): Promise<Row[]> {
  const first: Row[] = [];
  for await (const row of rows) if (first.push(row) === HEADINGS_WITHIN) break;
  return first;
}

/** Makes records of rows. */
interface RecordMaker {
  readonly add: (row: ReadRow) => FoundRecord<unknown>[];
  readonly end: () => FoundRecord<unknown>[];
}

function recordsOf(table: OpenTable, isGrouped: boolean): RecordMaker {
  const needed = ['dateOfService', table.isOfClaims ? 'jurisdiction' : 'service'];
  for (const path of needed.filter((one) => !table.states(one))) {
    const option = path === 'jurisdiction' ? ', or with --jurisdiction' : '';
    const message = `no column states ${path}; name one in a mapping, or state it there in "constants"${option}`;
    table.tell({ code: 'fact-nowhere', place: table.headingsAt, message });
  }
  return table.isOfClaims
    ? claimsOf(table, isGrouped)
    : { add: (row) => sessionOf(row, table), end: () => [] };
}

function sessionOf(row: ReadRow, { constants }: OpenTable): FoundRecord<unknown>[] {
  const { place, line, facts, unread } = row;
  if (facts === undefined) return [{ value: null, places: { '': place }, line, unread }];
  const draft: Draft = { value: {}, places: { '': place }, line };
  // Without its day no session can be read.
  putStated(draft, unread === undefined ? [...constants, ...facts] : facts);
  return [unread === undefined ? draft : { ...draft, unread }];
}

function claimsOf(table: OpenTable, isGrouped: boolean): RecordMaker {
  const claims = claimRows((path, place) => {
    const message = `rows of one claim state ${path} differently; it is taken as not known`;
    table.tell({ code: 'stated-differently', place, message });
  });
  const before = new Set<string>();
  let last: string | undefined;
  return {
    add(row) {
      const { place, line, facts, unread } = row;
      if (facts === undefined) {
        claims.addBroken({ place, line, unread });
        return [];
      }
      const stated = facts.find(({ fact }) => fact.path === 'id')?.value;
      const key = typeof stated === 'string' ? stated : undefined;
      const isNext = isGrouped && (key === undefined || key !== last);
      const whole = isNext ? claims.take() : [];
      if (isNext && key !== undefined && before.has(key)) {
        const message = 'rows of one claim do not follow each other, so that they come as several claims';
        table.tell({ code: 'claim-not-together', place, message });
      }
      if (key !== undefined) before.add(key);
      last = key;
      claims.add({
        key,
        place,
        line,
        isLeftOut: unread !== undefined,
        facts: [...table.constants, ...facts],
      });
      return whole;
    },
    end: () => claims.take(),
  };
}
