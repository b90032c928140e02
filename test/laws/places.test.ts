import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRecords, type Finding, type FoundRecord } from '../../src/index.js';
import { jsonPointer } from '../../src/facts/input-error.js';
import { sessionOf as randomSession } from '../oracle/generate.js';
import { claimOfPlan, claimPlan, malformed, options, plan, sessionOf } from './batch-support.js';
import { lawRuns } from '../support/runs.js';
import { checks } from './random-sessions.js';

/** Whatever is found leads into the file, and where things stand changes nothing of what is found. */

type Result = ReturnType<typeof checkRecords>['results'][number];

/** The pointer of every fact in a value, of what holds it, and of the whole. */
function pointersIn(value: unknown, path: readonly string[] = []): string[] {
  const own = jsonPointer(path);
  if (typeof value !== 'object' || value === null) return [own];
  return [own, ...Object.entries(value).flatMap(([key, inner]) => pointersIn(inner, [...path, key]))];
}

/** A record of which each fact, or some of them, has a place that no other has. */
const foundOf = (value: unknown, left: readonly number[]): FoundRecord<unknown> => ({
  value,
  places: Object.fromEntries(
    pointersIn(value).flatMap((pointer, index) =>
      left.includes(index) && pointer !== '' ? [] : [[pointer, `at ${pointer}`]],
    ),
  ),
});

const values = fc.oneof(
  plan.map((one) => sessionOf(one, null)),
  claimPlan.map((one) => claimOfPlan(one, null)),
  checks.map(randomSession),
  malformed,
);
const records = fc.array(
  fc
    .tuple(values, fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }))
    .map(([value, left]) => foundOf(value, left)),
  { maxLength: 6 },
);

function findingsOf(result: Result): Finding[] {
  if (result.kind === 'invalid') return [];
  const lines = result.kind === 'claim' ? result.lines : [];
  return [result, ...lines].flatMap(({ findings }) => findings);
}

const withoutPlaces = (result: unknown): unknown =>
  JSON.parse(JSON.stringify(result, (key, value: unknown) => (key === 'places' ? undefined : value)));

/** The place of a pointer, or of the longest one before it that has one. */
function nearest(pointer: string, places: FoundRecord<unknown>['places']): string | undefined {
  const steps = pointer.split('/');
  const before = steps.map((_step, index) => steps.slice(0, steps.length - index).join('/'));
  return before.map((one) => places[one]).find((place) => place !== undefined);
}

test('a finding says of each pointer that leads into its record where that stands, and of no other', () => {
  let located = 0;
  fc.assert(
    fc.property(records, options, (list, stated) => {
      const { results } = checkRecords({ records: list }, stated);
      for (const [index, { places }] of list.entries()) {
        for (const finding of results.slice(index, index + 1).flatMap(findingsOf)) {
          const pointers = [...finding.paths, ...finding.missing.map(({ path }) => path)];
          const inFile = [...new Set(pointers.filter((pointer) => pointer !== '/history'))];
          const expected = Object.fromEntries(inFile.map((pointer) => [pointer, nearest(pointer, places)]));
          expect(finding.places ?? {}).toEqual(expected);
          if (inFile.length === 0) expect(finding).not.toHaveProperty('places');
          located += inFile.length;
        }
      }
    }),
    lawRuns(150, 20141001),
  );
  expect(located).toBeGreaterThan(1000);
});

test('without them, everything is as of a list', () => {
  fc.assert(
    fc.property(records, options, (list, stated) => {
      const { results, totals, notices } = checkRecords({ records: list, problems: [] }, stated);
      const alone = checkRecords(
        list.map(({ value }) => value),
        stated,
      );
      expect(results.map(withoutPlaces)).toEqual(alone.results.map(withoutPlaces));
      expect([totals, notices]).toEqual([alone.totals, alone.notices]);
      expect(JSON.stringify(alone)).not.toContain('"places":');
    }),
    lawRuns(100, 20141001),
  );
});
