import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareAcross,
  createChecker,
  InputError,
  placeOf,
  type Across,
  type CheckOptions,
  type PlacedSession,
  type PriorUse,
  type Session,
  type StreamOptions,
} from '../../src/index.js';
import { expectSame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';
import { malformed, options, plan, priorUse, sessionOf } from './batch-support.js';

/** Members judged one by one, once all sessions were compared, come to what all of them come to together. */

const checker = createChecker();
const runs = lawRuns(150, 20141003);

/** M-1 and m-1 are alike, and so are M-2 and 0M-2. */
const member = fc.constantFrom('M-1', 'm-1', 'M-2', '0M-2', 'M-3', 'M-4', 'M-5');
const someone = fc.oneof({ weight: 30, arbitrary: member }, { weight: 1, arbitrary: fc.constant(null) });

interface Made {
  readonly member: string | null;
  readonly value: unknown;
}

/** Some state a key that another one has, some none; some did not take place, some are the same. */
const made = fc
  .tuple(plan, someone, fc.constantFrom('own', 'own', 'own', 'A', 'B', 'C', null), fc.nat(9), fc.boolean())
  .map(([one, who, key, phase, isNative]) => (index: number): Made => {
    const id = key === 'own' ? `S-${String(index)}` : key;
    // Of one key, day and start what differs would name another one first.
    const minutes = key === 'own' || key === null ? 0 : key.charCodeAt(0) % 3;
    const hour = key === 'own' || key === null ? one.hour : 8 + index;
    const session = sessionOf({ ...one, member: who, hour, minutes: one.minutes + minutes }, id);
    const called = phase === 0 ? { phase: 'cancelled' as const } : {};
    const note = isNative ? {} : { setting: null };
    return { member: who, value: { ...session, ...called, ...note } };
  });
const unread = fc.tuple(malformed, fc.constantFrom('M-1', 'M-3')).map(([value, who]) => (): Made => ({
  member: who,
  value:
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value, member: { id: who } }
      : value,
}));
const sessions = fc
  .array(fc.oneof({ weight: 12, arbitrary: made }, { weight: 1, arbitrary: unread }), { maxLength: 14 })
  .map((all) => all.map((make, index) => make(index)))
  .map((all) => [...all].sort((one, other) => compare(one.member ?? 'M-2a', other.member ?? 'M-2a')));

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const uses: fc.Arbitrary<PriorUse[]> = fc.array(
  fc
    .tuple(priorUse, member, fc.constantFrom(null, 'S-0', 'S-1', 'A'))
    .map(([use, memberId, id]) => ({ ...use, memberId, id })),
  { maxLength: 4 },
);

function judged(values: readonly unknown[], across: Across, stated: CheckOptions) {
  const batch = checker.createBatch({ ...stated, across });
  const results = values.flatMap((value) => {
    batch.add(value);
    return batch.results();
  });
  const end = batch.end();
  return { ...end, results: [...results, ...end.results] };
}

/** As it comes from another process, in any order. */
function sent<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

describe('compared across members, and judged by member', () => {
  test('sessions come to what they come to together', () => {
    fc.assert(
      fc.property(sessions, options, fc.option(uses, { nil: undefined }), (all, stated, history) => {
        const values = all.map(({ value }) => value);
        const given = { ...stated, history };
        const placed = values.map(placeOf).reverse();
        const across = compareAcross(sent(placed));
        const whole = checker.checkSessions(values, given);
        const apart = judged(values, sent(across), given);
        expectSame(apart.results, whole.results);
        expectSame(apart.totals, whole.totals);
      }),
      runs,
    );
  });
});

describe('placeOf', () => {
  const session = sessionOf(
    {
      base: 'mo-H2017TG',
      member: 'M-1',
      staff: 'T-1',
      day: '2024-03-12',
      hour: 9,
      minutes: 60,
      clock: true,
      units: 4,
      charge: null,
      group: 'G-1',
      participants: 3,
      fault: 'none',
      weeklyNote: 'full',
    },
    'S-1',
  );

  test('gives some 200 bytes of JSON, of a session that has a key', () => {
    const text = JSON.stringify(placeOf(session, 123_456));
    expect(sent(placeOf(session, 7))).toEqual(placeOf(session, 7));
    expect(text.length).toBeLessThan(400);
    expect(text).not.toContain('birthDate');
  });

  test('of what cannot be read, or did not take place, is compared with nothing', () => {
    const values: unknown[] = [
      session,
      { ...session, phase: 'no-show', member: { id: 'M-2' } },
      null,
      { units: 'eight' },
    ];
    const gone = { ...session, service: 'mo/no-more' } as Session;
    expect(placeOf(null, 2)).toEqual({ entry: 2 });
    expect(compareAcross([...values, gone].map(placeOf))).toEqual({ findings: {}, together: [] });
  });

  test.each([[-1], [0.5], ['3'], [undefined]])('refuses %j as the place of an entry', (entry) => {
    expect(() => placeOf(session, entry as number)).toThrow('/entry');
  });
});

describe('a stream of what was compared', () => {
  const at = (id: string, hour: number): Session => {
    const [one] = fc.sample(plan, { numRuns: 1, seed: hour });
    if (one === undefined) throw new Error('a plan');
    return sessionOf({ ...one, member: id, hour, minutes: 60, day: '2024-03-12' }, `S-${String(hour)}`);
  };
  const values = [at('M-1', 8), at('M-2', 9), at('m-1', 10)];
  const across = compareAcross(values.map(placeOf), { checker, readings: { groupRatio: 'flat' } });

  test('gives what waits for an entry that does not come at its end', () => {
    expect(across.together).toEqual([[0, 2]]);
    const batch = checker.createBatch({ across });
    for (const value of values.slice(0, 2)) batch.add(value);
    expect(batch.results()).toEqual([]);
    expect(batch.end().results.map((result) => 'id' in result && result.id)).toEqual(['S-8', 'S-9']);
  });

  test('takes entries at their places, and no more once it is ended', () => {
    const batch = checker.createBatch({ across, history: [] });
    batch.add(values[2], 2);
    batch.add(values[0], 0);
    expect(batch.results().map((result) => 'id' in result && result.id)).toEqual(['S-10', 'S-8']);
    batch.end();
    expect(() => {
      batch.add(values[1], 1);
    }).toThrow('the batch is ended');
  });

  test('refuses a member that comes back', () => {
    const batch = checker.createBatch({ across: compareAcross([]) });
    batch.add(values[0]);
    batch.add(values[1]);
    expect(() => {
      batch.add(values[0]);
    }).toThrow('expected all that is of a member one after the other');
  });
});

describe('what is no business of comparing is refused', () => {
  const two = [placeOf({}, 0), placeOf({}, 0)];
  test.each<[title: string, placed: unknown, message: string]>([
    ['no list', {}, 'input: expected a list'],
    ['an entry twice', two, '/1/entry: expected each entry once'],
    ['something else', [{ entry: 0, when: 'now' }], '/0'],
  ])('%s', (_title, placed, message) => {
    expect(() => compareAcross(placed as PlacedSession[])).toThrow(message);
  });

  const across = compareAcross([]);
  const onlySessions =
    '/across: expected a batch of sessions, the only ones that are compared across members: leave "of" out';
  test.each<[title: string, stated: StreamOptions, message: string]>([
    ['claims', { of: 'claims', across }, onlySessions],
    ['sessions and claims', { of: 'records', across }, onlySessions],
    ['no comparison', { across: { findings: {} } as Across }, '/across/together: expected a list'],
  ])('a batch of %s', (_title, stated, message) => {
    const begin = () => checker.createBatch(stated);
    expect(begin).toThrow(InputError);
    expect(begin).toThrow(message);
  });

  test('sessions are not, said or unsaid', () => {
    for (const of of ['sessions', null, undefined] as const)
      expect(checker.createBatch({ of, across, firstEntry: 4 }).end().results).toEqual([]);
  });
});
