import { describe, expect, test } from 'vitest';
import { sessionColumns } from '../../src/cli/input/csv-columns.js';
import { readCsv } from '../../src/cli/input/csv.js';
import { readJsonArray } from '../../src/cli/input/json-array.js';
import { readJsonObjects } from '../../src/cli/input/json-objects.js';
import { createLineLimit } from '../../src/cli/input/line-limit.js';
import { readNdjson } from '../../src/cli/input/ndjson.js';
import { parseJsonRecord } from '../../src/cli/input/parse-json.js';
import {
  checkClaim,
  checkSession,
  checkSessions,
  createChecker,
  defineService,
  H2017TG,
  parseSession,
  type Claim,
  type Session,
} from '../../src/index.js';
import { growthOf, mostGrowth, type Made } from './support/growth.js';
import { baseSession } from '../support/cases.js';
import { claims } from './support/whole.js';

const peer = baseSession('mo-peer-support');
const psr = baseSession('mo-H2017TG');
const professional = baseSession('mo-H2017HO');
const [claim] = claims as Claim[];
const [line] = claim?.lines ?? [];
const [clause] = H2017TG.criteria;

function list<Item>(count: number, item: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

function text(count: number, part: (index: number) => string): string {
  return list(count, part).join('');
}

const two = (number: number) => String(number).padStart(2, '0');
const day = (index: number) => `2018-${two(1 + (index % 12))}-${two(1 + (Math.floor(index / 12) % 28))}`;

/** The reading of a text that is made of so many parts. */
function reading(
  read: (written: string) => unknown,
  part: (index: number) => string,
  first = '',
  last = '',
): Made {
  return (count) => {
    const written = first + text(count, part) + last;
    return () => read(written);
  };
}

const array = (part: (index: number) => string) => reading(readJsonArray, part, '[', ']');
const record = (part: (index: number) => string, first = '', last = '') =>
  reading((written) => parseJsonRecord(written, 1), part, first, last);
const csv = (part: (index: number) => string, first = 'service,dateOfService\n') =>
  reading((written) => readCsv(written, sessionColumns({ services: [], words: {} })), part, first);

/** The check of a session with a list of so many items. */
function session(change: (count: number) => object): Made {
  return (count) => {
    const value = { ...peer, ...change(count) } as Session;
    return () => checkSession(value, { history: [] });
  };
}

/** The check of a session of whose staff member so many entries of lists are stated. */
function trained(lists: readonly string[]): Made {
  return (count) => {
    const entries = list(count, () => ({ topic: 'cpr-additional-training' }));
    const staff = { ...professional.staff, ...Object.fromEntries(lists.map((name) => [name, entries])) };
    return () => checkSession({ ...professional, staff }, { history: [] });
  };
}

function batch(entry: (index: number) => object): Made {
  return (count) => {
    const entries = list(count, entry);
    return () => checkSessions(entries, { history: [] });
  };
}

type Subject = [name: string, count: number, made: Made];

const files: Subject[] = [
  ['a list on one line with broken objects', 4_000, array(() => '{a},')],
  ['a list on one line with broken words', 8_000, array(() => 'a,')],
  ['a list with objects that are never closed', 20_000, array(() => '{"a":[')],
  ['a list over lines with open strings', 3_000, array(() => '\n{"a:,')],
  [
    'a list over lines with words after an open object',
    10_000,
    array((index) => (index === 0 ? '\n{' : '\na,')),
  ],
  ['lists in lists', 40_000, array(() => '[')],
  ['broken lines', 4_000, reading(readNdjson, () => '{\n')],
  ['broken objects over lines', 4_000, reading(readJsonObjects, () => '{\n"a:1}\n')],
  [
    'an object with keys that stand twice',
    5_000,
    record((index) => `,"k${String(index >> 1)}":1`, '{"a":1', '}'),
  ],
  ['strings that look like keys', 5_000, record(() => ',"\\":"', '["a"', ']')],
  ['blanks before colons', 50_000, record(() => ' ', '{"a"', ':1,"a":2}')],
  ['rows with an open quote', 700, csv(() => '"a,\n')],
  ['rows with a quote inside', 700, csv(() => 'a"b,c\n')],
  ['rows that an open quote swallows', 1_500, csv(() => 'a,b\n', 'service,dateOfService\n"')],
  ['a header of unknown columns', 5_000, csv((index) => `,c${String(index)}`, 'service,dateOfService')],
  ['a header of columns that are nearly known', 5_000, csv((index) => `,unit${String(index)}`, 'service')],
  [
    'a line without end',
    10_000,
    (count) => () => {
      const limit = createLineLimit();
      const piece = Buffer.alloc(4096, 'x');
      for (let index = 0; index < count; index++) limit.push(piece);
      return limit.end();
    },
  ],
];

const values: Subject[] = [
  [
    'unknown keys',
    1_000,
    (count) => parsing(Object.fromEntries(list(count, (index) => [`k${String(index)}`, 1]))),
  ],
  [
    'nearly known keys',
    500,
    (count) => parsing(Object.fromEntries(list(count, (index) => [`units${String(index)}`, 1]))),
  ],
  [
    'wrong codes',
    1_000,
    (count) => parsing({ member: { programs: list(count, () => ({ code: 1, from: 'x' })) } }),
  ],
  ['activities', 10_000, session((count) => ({ activities: list(count, (index) => `a${String(index)}`) }))],
  [
    'credentials that are over',
    8_000,
    session((count) => ({
      staff: { ...peer.staff, credentials: list(count, () => ({ code: 'MO-CPS', through: '2016-01-01' })) },
    })),
  ],
  ['trainings', 4_000, trained(['trainings'])],
  [
    'trainings, waivers and exceptions',
    4_000,
    trained(['trainings', 'trainingWaivers', 'trainingExceptions']),
  ],
  ['sessions of one member and day', 100, batch((index) => ({ ...peer, id: String(index) }))],
  [
    'sessions of one staff member and hour',
    100,
    batch((index) => ({ ...peer, member: { ...peer.member, id: String(index) } })),
  ],
  [
    'sessions of one group',
    100,
    batch((index) => ({
      ...psr,
      format: 'group',
      group: { id: 'G-1', participants: 8, staff: 1 },
      member: { ...psr.member, id: String(index) },
    })),
  ],
  [
    'sessions of many days',
    200,
    batch((index) => ({ ...peer, id: String(index), dateOfService: day(index) })),
  ],
  [
    'prior uses',
    2_000,
    (count) => {
      const history = list(count, (index) => ({
        service: 'mo/peer-support',
        memberId: 'M-1',
        dateOfService: day(index),
        units: 1,
      }));
      return () => checkSessions([peer], { history });
    },
  ],
  [
    'lines of a claim',
    60,
    (count) => {
      const value = { ...claim, lines: list(count, () => line) } as Claim;
      return () => checkClaim(value, { history: [] });
    },
  ],
  [
    'modifiers of a line',
    // Of fewer, what is collected as garbage takes longer than the work.
    24_000,
    (count) => {
      const lines = [{ ...line, modifiers: list(count, (index) => `M${String(index)}`) }];
      return () => checkClaim({ ...claim, lines } as Claim, { history: [] });
    },
  ],
  [
    'codes of a configuration',
    1_000,
    (count) => {
      const bound = list(count, (index) => ({
        procedureCode: `H${String(index)}`,
        rate: '1.00',
        from: day(index),
      }));
      return () => createChecker({ codes: { 'mo/peer-support': bound } });
    },
  ],
  [
    'clauses of a definition',
    300,
    (count) => {
      const criteria = list(count, (index) => ({ ...clause, rule: `custom/rule-${String(index)}` }));
      return () => defineService({ ...H2017TG, criteria });
    },
  ],
];

function parsing(change: object): () => unknown {
  return () => parseSession({ ...peer, ...change });
}

describe('time grows no faster than size', () => {
  test.each([...files, ...values])('%s', (_name, count, made) => {
    expect(growthOf(made, count)).toBeLessThan(mostGrowth);
  });
});
