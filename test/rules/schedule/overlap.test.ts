import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstOverlaps, type Kin } from '../../../src/rules/schedule/overlap.js';
import { spanOf, timeOf, type Placed } from '../../../src/rules/schedule/placed.js';

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
        position: { entry },
        session: {
          service: 'x',
          dateOfService: '2025-03-03',
          startTime: timeOf(start),
          endTime: timeOf(start + length),
        },
        member: one,
        staff: other,
      }));
      const kinOf = ({ member, staff }: Placed): Kin => [member ?? '', staff ?? ''];
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
