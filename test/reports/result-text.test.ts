import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRecords } from '../../src/index.js';
import { jsonText } from '../../src/reports/json.js';
import { createResultText } from '../../src/reports/result-text.js';
import { linesOfMonth, months } from '../support/cases.js';
import { claims } from './support.js';

const nothingElse = { history: [], asOf: '2025-05-01' };
const where = { file: 'a.ndjson', line: 7 };

/** What is written first finds nothing kept, and what is written again finds all of it. */
function expectAsJson(results: readonly object[]): void {
  const textOf = createResultText();
  for (const result of [...results, ...results]) {
    expect(textOf(result, where)).toBe(jsonText({ ...where, ...result }));
    expect(textOf(result)).toBe(jsonText(result));
  }
}

describe('results of a report are written as JSON', () => {
  test.each(months)('of %s', (month) => {
    expectAsJson(checkRecords(linesOfMonth(month), nothingElse).results);
  });

  test('of claims', () => {
    expectAsJson(checkRecords(claims, nothingElse).results);
  });

  test('of anything, in whichever order', () => {
    const word = fc.constantFrom('a', 'b', '', '"', '\u202e', '\n', 'é', '\ud800', 'x'.repeat(40));
    const leaf = fc.oneof(word, fc.constantFrom(0, -0, 1.5, NaN, true, false, null, undefined));
    const small = fc.oneof(
      leaf,
      fc.array(leaf, { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('code', 'rule', 'data'), leaf, { maxKeys: 3 }),
    );
    const value = fc.oneof(small, fc.array(small, { maxLength: 3 }));
    const result = fc.array(fc.tuple(fc.constantFrom('rule', 'service', 'findings', 'passed', 'id'), value), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(result, { minLength: 1, maxLength: 60 }), (all) => {
        expectAsJson(all.map((entries) => Object.fromEntries(entries)));
      }),
      { numRuns: 100 },
    );
  });

  test('with their own keys, in their own order', () => {
    const pairs: [string, number][] = [
      ['limit', 4],
      ['used', 4],
    ];
    const all = [pairs, pairs.toReversed(), pairs.slice(1), pairs.slice(0, 1)];
    expectAsJson(all.map((entries) => ({ data: Object.fromEntries(entries) })));
  });

  test('as they are, where one that was written has changed', () => {
    const textOf = createResultText();
    const passed = ['units/whole'];
    const data = { limit: 4 };
    textOf({ passed, data });
    passed[0] = 'units/time';
    data.limit = 5;
    expect(textOf({ passed: ['units/whole'], data: { limit: 4 } })).toBe(
      '{"passed":["units/whole"],"data":{"limit":4}}',
    );
    expect(textOf({ passed, data })).toBe('{"passed":["units/time"],"data":{"limit":5}}');
  });

  test('however long they are, and however many differ', () => {
    const long = 'x'.repeat(150_000);
    expectAsJson(
      Array.from({ length: 25 }, (_, index) => ({
        service: `${long}/${String(index)}`,
        notices: [`${long}${String(index)}`],
        passed: [long],
      })),
    );
  });
});
