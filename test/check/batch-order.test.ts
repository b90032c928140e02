import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PriorUse, Session } from '../../src/index.js';
import { checker, entry, ofUnits, use } from './support.js';

interface Plan {
  readonly member: string | null;
  readonly day: number;
  readonly hour: number | null;
  readonly units: number | null;
  readonly refused: boolean;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  member: fc.constantFrom('M-1', 'M-1', 'M-1', 'M-2', null),
  day: fc.integer({ min: 14, max: 16 }),
  hour: fc.constantFrom(8, 8, 10, null),
  units: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 8 }),
  refused: fc.boolean(),
});
const history: fc.Arbitrary<PriorUse[]> = fc.array(
  fc.record({
    memberId: fc.constantFrom('M-1', 'M-2'),
    units: fc.integer({ min: 1, max: 20 }),
    dateOfService: fc.constantFrom('2017-05-01', '2017-05-15'),
    service: fc.constant('mo/peer-support'),
  }),
  { maxLength: 3 },
);

/** With `isUnique` no two sessions start at the same minute, so that none is a duplicate. */
function sessionOf({ member, day, hour, units, refused }: Plan, index: number, isUnique: boolean): Session {
  const start = hour === null ? null : `${String(hour).padStart(2, '0')}:${isUnique ? `0${index}` : '00'}`;
  return entry(`S-${index}`, {
    member: { id: member },
    dateOfService: `2017-05-${day}`,
    startTime: start,
    endTime: null,
    units,
    minutes: units === null ? null : units * 15,
    staff: { replacesTreatmentStaff: refused },
  });
}

/** A result in which other entries are told by their key, not by their place in the input. */
function withKeys(result: unknown, keys: readonly string[]): unknown {
  const text = JSON.stringify(result)
    .replace(/"entry":(\d+)/g, (_place, index: string) => `"entry":"${keys[Number(index)] ?? ''}"`)
    .replace(/\bentry (\d+)/g, (_place, number: string) => `entry ${keys[Number(number) - 1] ?? ''}`);
  return JSON.parse(text);
}

test('a result does not depend on the order of the input', () => {
  const places = fc.array(fc.tuple(plan, fc.nat()), { maxLength: 8 });
  fc.assert(
    fc.property(places, history, (placed, prior) => {
      const entries = placed.map(([one, place], index) => ({ session: sessionOf(one, index, false), place }));
      const shuffled = [...entries].sort((one, other) => one.place - other.place);
      const results = [entries, shuffled].map((order) => {
        const batch = checker.checkSessions(
          order.map(({ session }) => session),
          { history: prior },
        );
        const keys = order.map(({ session }) => session.id ?? '');
        const byKey = keys.map((key, index) => [key, withKeys(batch.results[index], keys)] as const);
        return { byKey: new Map(byKey), totals: batch.totals, notices: batch.notices };
      });
      expect(results[1]).toEqual(results[0]);
    }),
    { numRuns: 60 },
  );
});

/** The keys of the entries that a person with a tally sheet would turn down for the limits. */
function overByTally(entries: readonly Session[], prior: readonly PriorUse[]): string[] {
  const tally = new Map<string, number>();
  const key = (memberId: unknown, window: string) => `${String(memberId)} ${window}`;
  const add = (memberId: unknown, day: string, units: number) => {
    for (const window of [day, day.slice(0, 7)]) {
      tally.set(key(memberId, window), (tally.get(key(memberId, window)) ?? 0) + units);
    }
  };
  for (const { memberId, dateOfService, units } of prior) add(memberId, dateOfService, units);
  const byDayStartKey = [...entries].sort((one, other) =>
    `${one.dateOfService}${one.startTime ?? '~'}${one.id ?? ''}` <
    `${other.dateOfService}${other.startTime ?? '~'}${other.id ?? ''}`
      ? -1
      : 1,
  );
  return byDayStartKey.flatMap(({ id, member, dateOfService, units, staff }) => {
    const sum = (window: string) => (tally.get(key(member?.id, window)) ?? 0) + (units ?? 0);
    const isOver = sum(dateOfService) > 32 || sum(dateOfService.slice(0, 7)) > 96;
    if (!isOver && staff?.replacesTreatmentStaff !== true) add(member?.id, dateOfService, units ?? 0);
    return isOver ? [id ?? ''] : [];
  });
}

test('the sessions over a limit are those that a tally sheet turns down', () => {
  const known = plan.map((one) => ({ ...one, member: one.member ?? 'M-1', units: one.units ?? 1 }));
  fc.assert(
    fc.property(fc.array(known, { maxLength: 9 }), history, (plans, prior) => {
      const entries = plans.map((one, index) => sessionOf(one, index, true));
      const { results } = checker.checkSessions(entries, { history: prior });
      const over = results.flatMap((result) =>
        result.verdict !== 'invalid' && result.findings.some(({ rule }) => rule.endsWith('-limit'))
          ? [result.id]
          : [],
      );
      expect(over.sort()).toEqual(overByTally(entries, prior).sort());
    }),
    { numRuns: 60 },
  );
});

test('the tally sheet itself: 25 used, 8 turned down, 7 fit', () => {
  const entries = [
    entry('A', { ...ofUnits(8, '08:00'), member: { id: 'M-4' } }),
    entry('B', { ...ofUnits(7, '12:00'), member: { id: 'M-4' } }),
  ];
  expect(overByTally(entries, [use(25)])).toEqual(['A']);
});
