import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position } from '../../../src/findings/finding-data.js';
import { firstOverlaps, type Kin } from '../../../src/rules/schedule/overlap.js';
import { peerSupport } from '../../../src/services/mo/peer-support.js';
import { otherInWords, spanOf, timeOf, type Placed } from '../../../src/rules/schedule/placed.js';

const stay = fc.record({
  start: fc.nat({ max: 20 }),
  length: fc.nat({ max: 8 }),
  one: fc.constantFrom('a', 'b', 'c', 'd'),
  other: fc.constantFrom('p', 'q', 'r', 's'),
});

test('whoever overlaps with another that is no kin is found, and no one else', () => {
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 12 }), (stays) => {
      const entries = stays.map(({ start, length, one, other }, entry): Placed => ({
        kind: 'session',
        position: { entry },
        pointer: `/${String(entry)}`,
        compiled: { service: peerSupport },
        session: {
          service: 'x',
          dateOfService: '2025-03-03',
          startTime: timeOf(start),
          endTime: timeOf(start + length),
        },
        who: one,
        staff: other,
      }));
      const kinOf = ({ who, staff }: Placed): Kin => [String(who), staff ?? ''];
      const isKin = (one: Placed, other: Placed) => kinOf(one).some((key) => kinOf(other).includes(key));
      const shared = (one: Placed, other: Placed) => {
        const [left, right] = [spanOf(one.session), spanOf(other.session)];
        if (left === null || right === null || isKin(one, other)) return 0;
        return Math.min(left.end, right.end) - Math.max(left.start, right.start);
      };
      const found = firstOverlaps(entries, kinOf);
      const expected = entries.filter((one) => entries.some((other) => shared(one, other) > 0));
      expect(entries.filter((one) => found.has(one))).toEqual(expected);
      for (const [one, { other, start, end }] of found) {
        expect(end - start).toBe(shared(one, other));
        const firstMinute = Math.min(
          ...entries
            .filter((each) => shared(one, each) > 0)
            .map((each) => Math.max(spanOf(one.session)?.start ?? 0, spanOf(each.session)?.start ?? 0)),
        );
        expect(start).toBe(firstMinute);
      }
    }),
    { numRuns: 1000 },
  );
});

/** An entry from a minute to another, with its two keys: "a p". */
function from(start: number, end: number, keys: string): Placed {
  const [who = '', staff = ''] = keys.split(' ');
  const times = { startTime: timeOf(start), endTime: timeOf(end) };
  return {
    kind: 'session',
    position: { entry: 0 },
    pointer: '/0',
    compiled: { service: peerSupport },
    session: { service: 'x', dateOfService: '2025-03-03', ...times },
    who,
    staff,
  };
}
const kinOf = ({ who, staff }: Placed): Kin => [String(who), staff ?? ''];

describe('one that is no kin is found behind many that are', () => {
  const late = from(50, 60, 'a p');
  const stranger = from(2, 70, 'b q');

  test.each<[title: string, kin: string[]]>([
    ['who share the one key', ['a 1', 'a 2', 'a 3', 'a 4', 'a 5', 'a 6']],
    ['who share the other key', ['1 p', '2 p', '3 p', '4 p', '5 p', '6 p']],
    ['who share both keys', ['a p', 'a p', 'a p', 'a p', 'a p', 'a p']],
    ['who share one or the other', ['a 1', 'a 2', 'a 3', '1 p', '2 p', '3 p']],
  ])('%s', (_title, kin) => {
    const before = kin.map((keys) => from(1, 100, keys));
    const after = kin.map((keys) => from(50, 60, keys));
    expect(firstOverlaps([...before, stranger, late], kinOf).get(late)?.other).toBe(stranger);
    expect(firstOverlaps([...after, from(55, 60, 'b q'), late], kinOf).get(late)).toMatchObject({
      start: 55,
    });
  });
});

test.each([
  ['of one kind', () => 'a p'],
  ['of a kind each', (at: number) => `${String(at)} ${String(at)}`],
  ['that share the one key', (at: number) => `a ${String(at)}`],
  ['that share the other key', (at: number) => `${String(at)} p`],
])('of a thousand at once %s, each is compared with few', (_title, keysOf) => {
  let looks = 0;
  const counted = (placed: Placed): Kin => {
    const [one, other] = kinOf(placed);
    return Object.defineProperties(['', ''] as [string, string], {
      0: { get: () => (looks++, one) },
      1: { get: () => other },
    });
  };
  firstOverlaps(
    Array.from({ length: 1000 }, (_, at) => from(0, 1000, keysOf(at))),
    counted,
  );
  expect(looks).toBeLessThan(100_000);
});

function at(position: Position): Placed {
  const kind = 'history' in position ? 'prior-use' : 'line' in position ? 'line' : 'session';
  return { ...from(0, 1, 'a p'), kind, position } as Placed;
}

test.each<[own: Position, other: Position, string]>([
  [{ entry: 1 }, { entry: 0 }, 'another session of the batch'],
  [{ entry: 2, line: 1 }, { entry: 2, line: 0 }, 'another line of the claim'],
  [{ entry: 2, line: 1 }, { entry: 1, line: 1 }, 'another session of the batch'],
  [{ entry: 1 }, { entry: 2, line: 0 }, 'another session of the batch'],
  [{ history: 1 }, { entry: 2, line: 0 }, 'another session of the batch'],
  [{ entry: 0 }, { history: 0 }, 'a session already billed'],
])('beside %j, %j is spoken of as %s', (own, other, words) => {
  expect(otherInWords(at(own), at(other))).toBe(words);
});

test.each([
  ['09:00', '10:00', { start: 540, end: 600 }],
  ['23:00', '24:00', { start: 1380, end: 1440 }],
  ['10:00', '09:00', null],
  ['10:00', '10:00', null],
  ['10:00', null, null],
  [null, '10:00', null],
])('from %s to %s', (startTime, endTime, span) => {
  expect(spanOf({ service: 'x', dateOfService: '2025-03-03', startTime, endTime })).toEqual(span);
});
