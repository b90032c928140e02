import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { checkClaims, checkRecords, checkSessions, createBatch, createChecker } from '../../src/index.js';
import { csv, formats, json, ndjson, reportOf, worklistRows } from '../../src/reports/index.js';
import { printable } from '../../src/reports/text/layout.js';
import { worklistColumns } from '../../src/reports/worklist.js';
import { check, file } from '../cli/run.js';
import { all, claims, nothingElse, session, streamed, written } from './support.js';
import { codePoint } from '../fuzz/support/hostile.js';
import { expectSame } from '../support/alike.js';

describe.each(formats)('$name', (format) => {
  const name = file('one.ndjson', `${JSON.stringify(session)}\n`);
  const args = [name, '--history', 'none', '--format', format.name];
  const options = {
    ...nothingElse,
    checker: createChecker(),
    asksForHistory: true,
    files: [name],
    places: [{ file: name, line: 1 }],
  };

  test('stands in the help of the command', async () => {
    expect((await check(['--help'])).stdout).toMatch(
      new RegExp(`^--format ${format.name} ${format.says.slice(0, 40)}`, 'm'),
    );
  });

  test('is what the command writes', async () => {
    expect(await check(args)).toEqual({ status: 0, stderr: '', stdout: written(format, [session], options) });
  });

  test('is what the command writes member by member, or refuses by name', async () => {
    const { status, stdout, stderr } = await check([...args, '--grouped']);
    if (format.streams) {
      expect({ status, stdout }).toEqual({ status: 0, stdout: streamed(format, [session], options).report });
    } else {
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`which --format ${format.name} cannot: choose --format text`);
    }
  });

  test('is written while entries come, where it streams', () => {
    if (!format.streams) return;
    expect(streamed(format, all).before).toBeGreaterThan(all.length / 4);
  });
});

test.each([json, ndjson, csv])('$name of a stream is that of its results', (format) => {
  const entries = all;
  const stream = createBatch({ of: 'records', ...nothingElse });
  for (const entry of entries) stream.add(entry);
  expect(streamed(format, entries).report).toBe([...reportOf(format, stream.end(), entries)].join(''));
});

describe('json', () => {
  test('of nothing is whole too', () => {
    expect(written(json, [])).toBe(`${JSON.stringify(JSON.parse(written(json, [])), null, 2)}\n`);
  });

  test('has results, totals and notices as the library gives them', () => {
    const { results, totals, notices } = checkRecords(all, nothingElse);
    expectSame(JSON.parse(written(json, all)), JSON.parse(JSON.stringify({ results, totals, notices })));
  });

  test('is one document however the records come', () => {
    const { report } = streamed(json, all);
    expect(report).toBe(`${JSON.stringify(JSON.parse(report), null, 2)}\n`);
  });

  test('says where another entry stands, and takes of a place only file and line', () => {
    const twice = [session, { ...session, id: 'again' }];
    const places = [1, 2].map((line) => ({ file: 'a.ndjson', line, other: 'left out' }));
    const { results } = JSON.parse(written(json, twice, { ...nothingElse, places })) as {
      results: { findings: object[] }[];
    };
    expect(results[1]).toMatchObject({
      line: 2,
      findings: [{ rule: 'claim/duplicate', otherFile: 'a.ndjson', otherLine: 1 }],
    });
    expect(JSON.stringify(results)).not.toContain('left out');
  });
});

describe('csv', () => {
  test('says where another entry stands, and on which line of a claim', () => {
    const [claim] = claims;
    const entries = [session, { ...session, id: 'again' }, claim, { ...claim, id: 'again' }];
    const places = entries.map((_, index) => ({ file: index === 0 ? '-' : 'a.ndjson', line: 1 + index }));
    const rows: Record<string, string>[] = parse(written(csv, entries, { ...nothingElse, places }), {
      columns: true,
    });
    const duplicates = rows.filter(({ rule }) => rule === 'claim/duplicate');
    expect(duplicates.map(({ line, other, denials }) => [line, other, denials]).slice(0, 2)).toEqual([
      ['2', 'standard input:1', 'OA 18 M86 likely'],
      ['4', 'a.ndjson:3, line 1', 'OA 18 M86 likely'],
    ]);
  });

  test('counts entries that were read from no file, and names those that a finding is about', () => {
    const entries = [session, { ...session, id: 'again' }, { ...session, id: 'bad', units: 'x' }];
    const rows: Record<string, string>[] = parse(written(csv, entries), { columns: true });
    expect(rows.map(({ file: from, line, id, other }) => [from, line, id, other])).toEqual([
      ['', '2', 'again', 'entry 1'],
      ['', '3', 'bad', ''],
    ]);
  });

  test('writes any key as another library does, but for what would steer what shows it', () => {
    const entries = [{ ...session, funding: 'pos' as const, units: 33 }];
    const batch = checkSessions(entries, nothingElse);
    const special = '=+-@\t\r\n",;\' aé＝＋－＠\u0000\ufeff';
    const character = fc.constantFrom(...Array.from(special));
    const key = fc.oneof(fc.string({ unit: character, maxLength: 6 }), fc.string({ unit: codePoint }));
    fc.assert(
      fc.property(key, (id) => {
        const results = batch.results.map((result) => ({ ...result, id }));
        const options = { escape_formulas: true, columns: Object.keys(worklistColumns) };
        const rows = worklistRows({ ...batch, results }, entries);
        expect(rows.map((row) => row.id)).toEqual(rows.map(() => (id === '' ? undefined : printable(id))));
        const [, ...written] = reportOf(csv, { ...batch, results }, entries);
        expect(written.join('')).toBe(stringify(rows, options));
      }),
      { numRuns: 300 },
    );
  });
});

test('a report takes sessions or claims alone, too', () => {
  expect([...reportOf(ndjson, checkClaims(claims, nothingElse), claims)].length).toBe(claims.length + 1);
  expect([...reportOf(ndjson, checkSessions([session], nothingElse), [session])].length).toBe(2);
});

test.each([json, ndjson])(
  '$name escapes what would steer a terminal or turn the direction of text',
  (format) => {
    const id = 'A\u202e\u2066\u200f\u061c\u009b\u0007-1';
    const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
    const text = written(format, [{ ...session, id }]);
    expect(text).not.toMatch(steering);
    expect(text).toContain(String.raw`A\u202e\u2066\u200f\u061c\u009b\u0007-1`);
  },
);
