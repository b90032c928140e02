import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  csvRows,
  decodeTable,
  joinFacts,
  readTable,
  type JoinKey,
  type Mapping,
} from '../../../src/adapters/tables/index.js';
import { createChecker, services } from '../../../src/index.js';
import { problemsIn, valuesIn } from './support.js';

/** A month of an agency's own tables: what is planted is found, where it is, and nothing else. */

interface Trap {
  readonly what: string;
  readonly id: string;
  /** Of the reader: its code, and where. */
  readonly problem?: string;
  readonly verdict?: string;
  readonly rule?: string;
  readonly outcome?: string;
}

interface Expected {
  readonly visits: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly joined: readonly string[];
  readonly traps: readonly Trap[];
}

const folder = new URL('../../../fixtures/tables/', import.meta.url);
const bytesOf = (name: string) => readFileSync(new URL(name, folder));
const json = (name: string) => JSON.parse(bytesOf(name).toString()) as unknown;
const mappingOf = (name: string) => json(`${name}.map.json`) as Mapping;
const rowsIn = (name: string) => csvRows(decodeTable(bytesOf(name)).text);
const expected = json('expected.json') as Expected;

const visits = readTable(rowsIn('visits.csv'), mappingOf('visits'), { file: 'visits.csv', services });
const table = (name: string, by: JoinKey) => ({
  by,
  file: `${name}.csv`,
  rows: rowsIn(`${name}.csv`),
  mapping: mappingOf(name),
});
const joined = joinFacts(visits.records, [table('staff', 'staff.id'), table('members', 'member.id')]);
const checker = createChecker({ words: mappingOf('staff').words });
const { results } = checker.checkRecords(valuesIn(joined), { history: [], asOf: '2025-04-01' });

test('every visit is read, and other rows are skipped and counted', () => {
  expect(visits.records).toHaveLength(expected.visits);
  const skipped = visits.told.filter(({ code }) => code.startsWith('rows-'));
  expect(Object.fromEntries(skipped.map(({ code, count = 1 }) => [code, count]))).toEqual(expected.skipped);
});

test('the same visits in another encoding, with semicolons, are the same', () => {
  expect(decodeTable(bytesOf('visits-1252.csv')).encoding).toBe('windows-1252');
  const other = readTable(rowsIn('visits-1252.csv'), mappingOf('visits'), { file: 'visits.csv', services });
  expect(other).toEqual(visits);
});

test('what cannot be read is told where it is', () => {
  const places = visits.problems.map(({ code, place }) => `${code}: ${place}`);
  expect(places).toEqual(expect.arrayContaining(expected.traps.flatMap(({ problem }) => problem ?? [])));
  const columns = places.filter((place) => place.includes('Charge'));
  expect(places.length - columns.length).toBe(expected.traps.filter(({ problem }) => problem).length);
});

test('what tables say of nobody, of somebody alike, or twice, is told', () => {
  expect(problemsIn(joined).map((problem) => problem.replace(/, \d+$/, ''))).toEqual(
    expect.arrayContaining([...expected.joined]),
  );
});

test('each trap is found, and each visit without one is billable', () => {
  for (const { id, verdict, rule, outcome } of expected.traps) {
    const result = results.find((one) => one.id === id);
    if (verdict !== undefined) expect(result, id).toMatchObject({ verdict });
    else
      expect(result, id).toMatchObject({
        findings: expect.arrayContaining([expect.objectContaining({ rule, outcome })]) as unknown,
      });
  }
  const trapped = new Set(expected.traps.map(({ id }) => id));
  const others = results.filter(({ id }) => !trapped.has(String(id)));
  expect(others.length).toBeGreaterThan(5);
  expect(others.map((result) => 'verdict' in result && result.verdict)).toEqual(others.map(() => 'billable'));
});
