import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { test } from 'vitest';
import {
  csvRows,
  decodeTable,
  readTable,
  readTableStream,
  type Cell,
  type Mapping,
  type Row,
} from '../../../src/adapters/tables/index.js';
import { sessionStating, type Stated } from '../../support/facts.js';
import { domainsOn, placeAt } from '../../support/domains.js';
import { expectSame } from '../../support/alike.js';

/** Any session, written as a table in any of several forms, and read back, is that session. */

const DAY = '2025-03-18';
const domains = Object.entries({
  ...domainsOn(DAY),
  service: ['mo/peer-support', 'mo/H2017TG'],
  dateOfService: [DAY, '2025-03-04'],
}).filter(([path]) => path !== 'history' && path !== 'linesLeftOut' && path !== 'dateOfServiceThrough');

/** What sessions state: of what does not exist, nothing else. */
const statements = fc.record(
  Object.fromEntries(domains.map(([path, values]) => [path, fc.constantFrom(...values)])),
  { requiredKeys: ['service', 'dateOfService'] },
) as fc.Arbitrary<Stated>;

type Write = (value: unknown, type: string) => Cell;

const list = (value: unknown, entry: (one: never) => string, mark: string) =>
  (value as never[]).length === 0 ? '[]' : (value as never[]).map(entry).join(mark);
const held = ({ code, from, through }: { code: string; from?: string; through?: string }) =>
  from === undefined && through === undefined ? code : `${code}@${from ?? ''}..${through ?? ''}`;

/** As the command has it. */
const plain: Write = (value, type) => {
  if (value === 'none') return 'none';
  if (type === 'codes') return list(value, (code: string) => code, '|');
  if (type === 'dated-codes') return list(value, held, '|');
  return type === 'trainings' ? JSON.stringify(value) : String(value);
};

const noon = (time: string) => {
  const hour = Number(time.slice(0, 2));
  return time === '24:00' ? time : `${String(hour % 12 || 12)}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
};

/** As people in the United States have it. */
const american: Write = (value, type) => {
  switch (type) {
    case 'date': {
      const [year = '', month = '', day = ''] = String(value).split('-');
      return `${String(Number(month))}/${String(Number(day))}/${year}`;
    }
    case 'time':
      return noon(String(value));
    case 'money':
      return `$${String(value).replace(/(\d)(?=(\d{3})+\.)/g, '$1,')}`;
    case 'boolean':
      return value === true ? 'YES' : 'no';
    case 'codes':
      return list(value, (code: string) => code.toUpperCase().replaceAll('-', ' '), '; ');
    default:
      return plain(value, type);
  }
};

const serial = (day: string) => (Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000;

/** As a workbook has it. */
const workbook: Write = (value, type) => {
  switch (type) {
    case 'date':
      return serial(String(value));
    case 'time': {
      const [hour = 0, minute = 0] = String(value).split(':').map(Number);
      return (hour * 60 + minute) / (24 * 60);
    }
    case 'money':
      return Number(value);
    case 'boolean':
      return value === true;
    case 'number':
    case 'integer':
      return Number(value);
    default:
      return plain(value, type);
  }
};

const dates: Write = (value, type) => (type === 'date' ? { day: String(value) } : workbook(value, type));

const forms: readonly {
  readonly name: string;
  readonly write: Write;
  readonly through?: (rows: Row[]) => Iterable<Row>;
}[] = [
  { name: 'commas', write: plain, through: (rows) => csvRows(stringify(rows)) },
  {
    name: 'semicolons',
    write: american,
    through: (rows) => csvRows(stringify(rows, { delimiter: ';', record_delimiter: '\r\n' })),
  },
  {
    name: 'tabs, in UTF-16',
    write: plain,
    through: (rows) => {
      const text = `\ufeff${stringify(rows, { delimiter: '\t' })}`;
      return csvRows(decodeTable(Buffer.from(text, 'utf16le')).text);
    },
  },
  { name: 'numbers of a workbook', write: workbook },
  { name: 'days of a workbook', write: dates },
];

/** `staff.hireDate` in words: `Staff Hire Date`. */
const inWords = (path: string) =>
  path.replace(/[.A-Z]/g, (mark) => (mark === '.' ? ' ' : ` ${mark}`)).toUpperCase();

/** American days are told by a cell that can be no other; here a mapping says so. */
const formatted = (paths: readonly string[]): Mapping['columns'] =>
  Object.fromEntries(
    paths.map((path) => [
      inWords(path),
      placeAt.get(path)?.row.kind === 'fact' && typeAt(path) === 'date'
        ? { fact: path, format: 'M/d/yyyy' }
        : path,
    ]),
  );

function typeAt(path: string): string {
  const row = placeAt.get(path)?.row;
  return row === undefined || row.kind === 'group' ? 'text' : row.type;
}

function tableOf(stated: readonly Stated[], write: Write): { paths: string[]; rows: Row[] } {
  const sessions = stated.map((one) => cellsOf(sessionStating(one)));
  const paths = [...new Set(sessions.flatMap((cells) => [...cells.keys()]))];
  const rows = sessions.map((cells) =>
    paths.map((path): Cell =>
      cells.has(path) ? write(cells.get(path), cells.get(path) === 'none' ? 'none' : typeAt(path)) : '',
    ),
  );
  return { paths, rows: [paths.map(inWords), ...rows] };
}

/** The facts of a session by path; of what does not exist, the one that says so. */
function cellsOf(holder: object, within = ''): Map<string, unknown> {
  return new Map(
    Object.entries(holder).flatMap(([key, value]: [string, unknown]): [string, unknown][] => {
      const path = `${within}${key}`;
      const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isGroup ? [...cellsOf(value, `${path}.`)] : [[path, value]];
    }),
  );
}

/** Codes in capitals are those codes. */
function alike(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    Array.isArray(inner) &&
    ['activities', 'materials', 'careTeamRoles', 'conditions', 'diagnoses'].includes(key)
      ? inner.map((code) => String(code).toLowerCase().replace(/[ -]+/g, '-'))
      : inner,
  );
}

test.each(forms)('$name', ({ name, write, through = (rows) => rows }) => {
  fc.assert(
    fc.property(fc.array(statements, { minLength: 1, maxLength: 3 }), (stated) => {
      const { paths, rows } = tableOf(stated, write);
      const mapping = name === 'semicolons' ? { columns: formatted(paths) } : undefined;
      const { records, problems } = readTable(through(rows), mapping);
      expectSame(
        problems.filter(({ code }) => code !== 'zeros-lost'),
        [],
      );
      expectSame(
        records.map(({ value }) => alike(value)),
        stated.map((one) => alike(sessionStating(one))),
      );
    }),
    { numRuns: 60 },
  );
});

test('a stream gives what the whole table gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(statements, { minLength: 1, maxLength: 3 }), async (stated) => {
      const { rows } = tableOf(stated, american);
      const whole = readTable(rows);
      const stream = readTableStream(() => rows);
      const records: unknown[] = [];
      for await (const record of stream.records) records.push(record);
      expectSame(records, whole.records);
      expectSame(stream.end(), { problems: whole.problems, told: whole.told });
    }),
    { numRuns: 30 },
  );
});
