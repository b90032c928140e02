import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBatch } from '../../src/cli/checked-batch.js';
import type { Io } from '../../src/cli/io.js';
import { configuredChecker } from '../../src/cli/input/read-config.js';
import { askedOf } from '../../src/cli/input/asked.js';
import { placeIn } from '../../src/cli/input/input-record.js';
import { readFiles } from '../../src/cli/input/read-files.js';
import { readHistory } from '../../src/cli/input/read-history.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { createChecker } from '../../src/index.js';
import { formats, reportOf } from '../../src/reports/index.js';
import { STANDARD_INPUT } from '../../src/reports/records.js';
import { ioOf } from '../cli/run.js';
import { readText } from '../support/cases.js';
import { planted, repeatedIn, type Planted } from './support/canaries.js';
import { damagedBytes, damagedJson } from './support/damage.js';
import { oddText } from './support/hostile.js';
import { runs } from '../support/runs.js';
import { claims, configuration, history, sessions } from './support/whole.js';
import { expectSame } from '../support/alike.js';

const checker = createChecker();

interface File {
  readonly bytes: Uint8Array;
  readonly canaries: Planted;
}

interface OutputRecord {
  readonly line: number;
  readonly verdict: string;
  readonly issues?: readonly { path: string; message: string }[];
}

/** The records of a report of a file, or the problems for which there is none. Any other error fails the test. */
async function checked(
  bytes: Uint8Array,
): Promise<{ records: OutputRecord[]; text: string } | { problems: readonly string[] }> {
  try {
    const { io } = ioOf(bytes);
    const { asked } = await askedOf({ jurisdiction: 'MO' }, 1, io);
    const input = await readFiles([STANDARD_INPUT], asked, undefined, io);
    const { records } = input;
    const batch = checkBatch({
      input,
      checker,
      asOf: '2025-04-01',
      history: undefined,
      missingFacts: 'block',
      onChecked: undefined,
    });
    const values = { records: records.map(({ value, places }) => ({ value, places })) };
    const placed = records.map((record) => placeIn(record.file, record));
    const reports = formats.map((format) =>
      [...reportOf(format, batch, values, { checker, places: placed })].join(''),
    );
    const [text = '', json = '', ndjson = ''] = reports;
    const results = (JSON.parse(json) as { results: OutputRecord[] }).results;
    const lines = ndjson === '' ? [] : ndjson.trimEnd().split('\n');
    expectSame(
      lines.map((line) => JSON.parse(line) as unknown),
      results,
    );
    return { records: results, text };
  } catch (error) {
    if (error instanceof UsageError) return { problems: error.problems };
    throw error;
  }
}

/** The words that stand in the file as a key of an object, which a message may name. */
function keysIn(text: string, words: readonly string[]): readonly string[] {
  const keys = new Set(Array.from(text.matchAll(/"([^"]*)"\s*:/g), ([, key]) => key));
  return words.filter((word) => keys.has(word));
}

async function expectSound({ bytes, canaries }: File): Promise<void> {
  const outcome = await checked(bytes);
  const said = 'problems' in outcome ? outcome.problems : outcome.records.map(({ issues }) => issues);
  const keys = keysIn(Buffer.from(bytes).toString(), canaries.words);
  expectSame(
    repeatedIn(JSON.stringify(said), canaries).filter((word) => !keys.includes(word)),
    [],
  );
  if ('problems' in outcome) return;
  const lines = outcome.records.map(({ line }) => line);
  expectSame(
    lines,
    [...lines].sort((one, other) => one - other),
  );
  for (const { verdict, issues } of outcome.records) expect(verdict === 'invalid').toBe(issues !== undefined);
  // Nothing that would steer a terminal.
  // eslint-disable-next-line no-control-regex -- these are the characters in question
  expect(outcome.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
}

const values = [...sessions, ...claims.slice(0, 3)];
const entries = planted(values, { codes: true });
const list = entries.value as readonly unknown[];
const table = readText('months/mo-peer-support.csv').split('\n').slice(0, 12).join('\n');

/** As an agency's export has it, with words for keys and birth dates in place of those of the fixture. */
function plantedTable(): { text: string; canaries: Planted } {
  const [header = '', ...rows] = table.split('\n');
  const columns = header.split(',');
  const words: string[] = [];
  const planting = rows.map((row) =>
    row
      .split(',')
      .map((cell, column) => {
        if (!['member.id', 'staff.id', 'member.birthDate'].includes(columns[column] ?? '') || cell === '')
          return cell;
        words.push(`CANARY-${String(words.length)}-`);
        return words.at(-1);
      })
      .join(','),
  );
  return { text: [header, ...planting].join('\n'), canaries: { value: null, words } };
}

const csv = plantedTable();
const texts: [name: string, text: string, canaries: Planted][] = [
  ['NDJSON', list.map((entry) => JSON.stringify(entry)).join('\n'), entries],
  ['a JSON list', JSON.stringify(list), entries],
  ['a JSON list over lines', JSON.stringify(list, null, 2), entries],
  ['objects over lines', list.map((entry) => JSON.stringify(entry, null, 1)).join('\n'), entries],
  ['CSV', csv.text, csv.canaries],
];

describe('a file with damaged bytes is reported or refused', () => {
  test.each(texts)('%s', async (_name, text, canaries) => {
    await fc.assert(
      fc.asyncProperty(damagedBytes(text), (bytes) => expectSound({ bytes, canaries })),
      runs(60),
    );
  });

  test('bytes that are no text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        expectSound({ bytes, canaries: { value: null, words: [] } }),
      ),
      runs(150),
    );
  });
});

/** Undefined where it is nested deeper than JSON can be written. */
function asJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

describe('one record of a file with damaged facts', () => {
  const whole = JSON.stringify(sessions[0]);

  test('keeps its line, and the others are read', async () => {
    await fc.assert(
      fc.asyncProperty(damagedJson(list[0]), async (make) => {
        const value = make();
        const struck = value === undefined ? '' : asJson(value);
        if (struck === undefined) return;
        const outcome = await checked(Buffer.from(`${whole}\n${struck}\n${whole}\n`));
        if ('problems' in outcome) throw new Error('one line of three is never the file');
        const { records } = outcome;
        expectSame(
          records.map(({ line }) => line),
          struck === '' ? [1, 3] : [1, 2, 3],
        );
        expect(records.at(0)?.verdict).not.toBe('invalid');
        expect(records.at(-1)?.verdict).not.toBe('invalid');
        const keys = keysIn(struck, entries.words);
        const repeated = repeatedIn(JSON.stringify(records.map(({ issues }) => issues)), entries);
        expectSame(
          repeated.filter((word) => !keys.includes(word)),
          [],
        );
      }),
      runs(150),
    );
  });

  test('in which a key stands twice is invalid', async () => {
    const keys = Object.keys(list[0] as object);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), fc.constantFrom(' ', '', '\t'), async (key, space) => {
        const twice = `${whole.slice(0, -1)},"${key}"${space}:null}`;
        const outcome = await checked(Buffer.from(`${twice}\n${whole}\n`));
        expect(outcome).toMatchObject({
          records: [{ verdict: 'invalid', issues: [{ path: `/${key}` }] }, { line: 2 }],
        });
      }),
      runs(20),
    );
  });

  test('of CSV with odd cells costs only its row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oddText, { minLength: 3, maxLength: 3 }), async (cells) => {
        const quoted = cells
          .map((cell) => `"${cell.replaceAll('"', '""').replace(/[\r\n]/g, ' ')}"`)
          .join(',');
        const good = 'mo/peer-support,2025-03-03,4';
        const outcome = await checked(
          Buffer.from(`service,dateOfService,units\n${good}\n${quoted}\n${good}\n`),
        );
        if ('problems' in outcome) throw new Error('one row of three is never the file');
        const lines = outcome.records.map(({ line }) => line);
        expect([
          [2, 3, 4],
          [2, 4],
        ]).toContainEqual(lines);
        expect(outcome.records.at(-1)?.verdict).not.toBe('invalid');
      }),
      runs(100),
    );
  });
});

describe('a damaged file beside the sessions is read or refused', () => {
  const uses = planted(history);
  const list = (uses.value as readonly unknown[]).map((use) => JSON.stringify(use)).join('\n');
  const rows = 'service,memberId,dateOfService,units\nmo/peer-support,CANARY-KEY-1,2025-03-03,4\n';
  const settings = planted(configuration, { codes: true });
  const readUses = async (file: string, io: Io) => readHistory([file], (await askedOf({}, 1, io)).asked, io);

  test.each<
    [name: string, text: string, canaries: Planted, read: (file: string, io: Io) => Promise<unknown>]
  >([
    ['a history', list, uses, readUses],
    ['a history as a list', `[${list.replace('\n', ',')}]`, uses, readUses],
    ['a history as CSV', rows, uses, readUses],
    ['a configuration', JSON.stringify(settings.value), settings, configuredChecker],
  ])('%s', async (_name, text, canaries, read) => {
    await fc.assert(
      fc.asyncProperty(damagedBytes(text), async (bytes) => {
        try {
          await read(STANDARD_INPUT, ioOf(bytes).io);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          const keys = keysIn(bytes.toString(), canaries.words);
          expectSame(
            repeatedIn(error.message, canaries).filter((word) => !keys.includes(word)),
            [],
          );
        }
      }),
      runs(100),
    );
  });
});
