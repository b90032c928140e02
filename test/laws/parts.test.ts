import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createChecker,
  mergeNotices,
  mergeTotals,
  type CheckOptions,
  type EntryKind,
  type PriorUse,
} from '../../src/index.js';
import { alikeKey } from '../../src/values/alike-key.js';
import { expectSame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';
import { claimOfPlan, claimPlan, options, plan, priorUse, sessionOf } from './batch-support.js';

/** A batch in parts, each checked by itself, is that batch: engines rest on it. */

const checker = createChecker();
const runs = lawRuns(30, 20141002);
const keyed = (index: number) => `S-${String(index)}`;

interface Item {
  readonly member: string | null;
  readonly make: (id: string) => unknown;
}

const session = plan.map((one): Item => ({ member: one.member, make: (id) => sessionOf(one, id) }));
const claim = claimPlan.map((one): Item => ({ member: one.member, make: (id) => claimOfPlan(one, id) }));
const broken: fc.Arbitrary<Item> = fc.constantFrom('M-1', 'M-2').map((member) => ({
  member,
  make: (id) => ({ id, member: { id: member }, units: 'eight' }),
}));
const kinds: Readonly<Record<EntryKind, fc.Arbitrary<Item>>> = {
  sessions: fc.oneof({ weight: 9, arbitrary: session }, { weight: 1, arbitrary: broken }),
  claims: claim,
  records: fc.oneof(session, claim),
};

/** Of other members too, of whom no part has an entry. */
const uses: fc.Arbitrary<PriorUse[]> = fc.array(
  fc
    .tuple(priorUse, fc.constantFrom('M-1', 'M-2', 'M-9'), fc.constantFrom('mo/peer-support', 'mo/no-more'))
    .map(([use, memberId, service]) => ({ ...use, memberId, service })),
  { maxLength: 5 },
);

interface Batch {
  readonly of: EntryKind;
  readonly values: readonly unknown[];
  readonly firstEntry: number;
  readonly stated: CheckOptions;
}

function run({ of, values, firstEntry, stated }: Batch) {
  const stream = checker.createBatch({ ...stated, of, firstEntry });
  for (const value of values) stream.add(value);
  return stream.end();
}

/** Each part has the prior uses of its members alone; a position leads back into the whole history. */
function partOf(
  batch: Batch,
  history: readonly PriorUse[] | null | undefined,
  members: ReadonlySet<string | null>,
) {
  // Of one who is not stated any use may be.
  const isOwn = ({ memberId }: PriorUse) => members.has(null) || members.has(String(memberId));
  const places = (history ?? []).flatMap((use, place) => (isOwn(use) ? place : []));
  const own = history?.filter(isOwn);
  const done = run({ ...batch, stated: { ...batch.stated, history: own } });
  const text = JSON.stringify(done.results).replace(
    /"other":\{"history":(\d+)\}/g,
    (_match, place: string) => `"other":{"history":${String(places[Number(place)])}}`,
  );
  return { ...done, results: JSON.parse(text) as typeof done.results };
}

describe.each(Object.keys(kinds) as EntryKind[])('%s: parts that are cut between members', (of) => {
  const items = fc.array(kinds[of], { maxLength: 8 });
  const history = fc.option(uses, { nil: undefined });

  test('come to the results, totals and notices of the whole', () => {
    fc.assert(
      fc.property(items, fc.array(fc.boolean()), options, history, (made, cuts, stated, before) => {
        const sorted = [...made].sort((one, other) => ((one.member ?? '~') < (other.member ?? '~') ? -1 : 1));
        const values = sorted.map((one, index) => one.make(keyed(index)));
        const whole = run({ of, values, firstEntry: 0, stated: { ...stated, history: before } });
        const starts = sorted.flatMap(({ member }, index) =>
          index === 0 || (member !== sorted[index - 1]?.member && cuts[index] === true) ? index : [],
        );
        const parts = starts.map((firstEntry, place) => {
          const end = starts[place + 1] ?? values.length;
          const members = new Set(sorted.slice(firstEntry, end).map(({ member }) => member));
          return partOf({ of, values: values.slice(firstEntry, end), firstEntry, stated }, before, members);
        });
        expectSame(
          parts.flatMap(({ results }) => results),
          whole.results,
        );
        expectSame(mergeTotals(parts.map(({ totals }) => totals)), whole.totals);
        // Where no entry may be of anybody, each use is in one part, or in that of nobody.
        if (values.length === 0 || sorted.some(({ member }) => member === null)) return;
        const seen = new Set(sorted.map(({ member }) => alikeKey(String(member))));
        const rest = before?.filter(({ memberId }) => !seen.has(alikeKey(String(memberId))));
        const ofNobody = run({ of, values: [], firstEntry: 0, stated: { ...stated, history: rest } });
        const notices = [...parts, ofNobody].map((one) => one.notices);
        expectSame(mergeNotices(notices), whole.notices);
        expectSame(
          mergeNotices(notices.map((one) => JSON.parse(JSON.stringify(one)) as typeof one)),
          whole.notices,
        );
      }),
      runs,
    );
  });

  test('hold no position in a message', () => {
    fc.assert(
      fc.property(items, options, (made, stated) => {
        const sorted = [...made].sort((one, other) => ((one.member ?? '~') < (other.member ?? '~') ? -1 : 1));
        const values = sorted.map((one, index) => one.make(keyed(index)));
        const messagesAt = (firstEntry: number) =>
          JSON.stringify(run({ of, values, firstEntry, stated })).match(/"message":"(?:[^"\\]|\\.)*"/g);
        expect(messagesAt(700_001)).toEqual(messagesAt(0));
      }),
      runs,
    );
  });
});
