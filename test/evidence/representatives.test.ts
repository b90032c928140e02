import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/conditions/compile.js';
import type { Condition, Leaf } from '../../src/conditions/condition.js';
import { leavesOf } from '../../src/conditions/walk.js';
import { representativesOf, type World } from '../../src/evidence/representatives.js';
import { sessionStating, type Asked } from '../../src/evidence/stating.js';
import { defaultReadings } from '../../src/readings/generated.js';
import { conditionsOf } from '../../src/rules/reading-at-issue.js';
import { services } from '../../src/services/index.js';
import { wordsOnFile } from '../../src/check/words-on-file.js';
import { addDays, addMonths, type CivilDate } from '../../src/values/civil-date.js';
import { domainsOn, openListsAt } from '../support/domains.js';
import { holderOf, NONE, sessionStating as sessionOfFacts, type Stated } from '../support/facts.js';
import { lawRuns } from '../support/runs.js';

/** However a session comes out on some leaves, a representative comes out the same. */

const words = wordsOnFile([]);

function askedOn(on: CivilDate, readings: Partial<Asked['readings']> = {}): Asked {
  return { on, readings: { ...defaultReadings, ...readings }, words };
}

/** Every clause that ships, and questions that none asks, or not of one fact together. */
const own: readonly Condition[] = [
  { op: 'atLeastNumber', fact: 'assessment.scores.calocusComposite', value: 17.5 },
  { op: 'atLeastNumber', fact: 'assessment.scores.psiPercentile', value: 100.5 },
  { op: 'stated', fact: 'charge' },
  { op: 'stated', fact: 'startTime' },
  { op: 'stated', fact: 'staff.trainingWaivers' },
  { op: 'oneOf', fact: 'phase', codes: ['proposed'] },
  { op: 'notAfterService', fact: 'dateOfService' },
];
const listQuestions: readonly (readonly Leaf[])[] = [
  [{ op: 'includesAll', fact: 'materials', codes: ['imr-practitioners-guide', 'imr-educational-handouts'] }],
  [
    { op: 'includesAll', fact: 'materials', codes: ['imr-practitioners-guide', 'imr-educational-handouts'] },
    { op: 'includesAny', fact: 'materials', codes: ['imr-practitioners-guide'] },
    { op: 'includesAny', fact: 'materials', codes: ['imr-educational-handouts'] },
    { op: 'notEmpty', fact: 'materials' },
  ],
  [{ op: 'byLicence', fact: 'staff.credentials', code: 'MO-QMHP', licences: ['MO-LPC', 'MO-LCSW'] }],
  [
    { op: 'includesAll', fact: 'materials', codes: ['imr-practitioners-guide', 'imr-educational-handouts'] },
    { op: 'includesOther', fact: 'materials', codes: ['imr-practitioners-guide'] },
    { op: 'notOnly', fact: 'materials', codes: ['imr-educational-handouts'] },
    { op: 'notEmpty', fact: 'materials' },
  ],
  [
    { op: 'hasDiagnosis', fact: 'assessment.diagnoses', class: 'psychotic' },
    { op: 'hasDiagnosis', fact: 'assessment.diagnoses', class: 'bipolar' },
    { op: 'exists', fact: 'assessment' },
    { op: 'stated', fact: 'assessment.date' },
  ],
  [
    { op: 'ageAtLeast', fact: 'member.birthDate', months: 0, at: 'dateOfService' },
    { op: 'ageAtLeast', fact: 'member.birthDate', months: 18, at: 'assessment.date' },
    { op: 'ageAtLeast', fact: 'member.birthDate', months: 19, at: 'dateOfService' },
    { op: 'ageAtLeast', fact: 'member.birthDate', months: 264, at: 'plan.from' },
    { op: 'inForce', fact: 'plan.from' },
    { op: 'notAfterService', fact: 'assessment.date' },
  ],
  [
    { op: 'notAfterService', fact: 'member.birthDate' },
    { op: 'stated', fact: 'member.birthDate' },
  ],
  [
    { op: 'byLicence', fact: 'staff.credentials', code: 'MO-QMHP', licences: ['MO-LPC', 'MO-LCSW'] },
    { op: 'holds', fact: 'staff.credentials', codes: ['MO-LPC'], since: '2020-02-29' },
    { op: 'stated', fact: 'staff.credentials' },
  ],
  [
    { op: 'oneOf', fact: 'phase', codes: ['proposed'] },
    { op: 'stated', fact: 'phase' },
  ],
  [
    { op: 'doneBy', fact: 'staff.trainings', topic: 'ptsd' },
    { op: 'doneBy', fact: 'staff.trainings', topic: 'iddt' },
    { op: 'stated', fact: 'staff.trainings' },
  ],
  [
    { op: 'atLeastNumber', fact: 'assessment.scores.calocusComposite', value: 17 },
    { op: 'atLeastNumber', fact: 'assessment.scores.calocusComposite', value: 18 },
    { op: 'stated', fact: 'assessment.scores.calocusComposite' },
  ],
  [
    { op: 'differ', fact: 'staff.id', from: 'staff.supervisor.id' },
    { op: 'exists', fact: 'staff.supervisor' },
    { op: 'stated', fact: 'staff.id' },
  ],
];

const clauses: readonly (readonly Leaf[])[] = [
  ...services.flatMap(({ criteria }) => criteria.map((one) => conditionsOf(one).flatMap(leavesOf))),
  ...own.map(leavesOf),
  ...listQuestions,
];

/** Each once: many services ask the same. */
const distinct = [...new Map(clauses.map((leaves) => [JSON.stringify(leaves), leaves])).values()];

const days = ['2020-02-29', '2025-03-31', '2018-03-01'];
const settings = [
  {},
  { leapBirthday: 'feb-28' },
  { openStart: 'unknown' },
  { qmhpByLicence: 'yes' },
] as const;

/** Whether one way through a world comes out so: one of each group does. */
function isIn(world: World, truths: readonly number[]): boolean {
  return world.every(({ leaves, representatives }) =>
    representatives.some((one) => leaves.every((leaf, place) => one.truths[place] === truths[leaf])),
  );
}

function truthsOf(leaves: readonly Leaf[], asked: Asked, session: ReturnType<typeof sessionStating>) {
  return leaves.map((leaf) => compile(leaf).truth({ ...asked, session }));
}

type Domains = Readonly<Record<string, readonly unknown[]>>;

const domainsByDay = new Map<string, Domains>();

function domainsOf(on: CivilDate): Domains {
  const known = domainsByDay.get(on);
  if (known !== undefined) return known;
  const usual: Domains = domainsOn(on);
  const domains: Domains = {
    ...usual,
    ...farDays(on),
    materials: [...(usual['materials'] ?? []), ...wordsOfNoList],
  };
  domainsByDay.set(on, domains);
  return domains;
}

/** As many of them as codes that are asked for together may be all of those. */
const wordsOfNoList = [['a leaflet'], ['a leaflet', 'a workbook'], ['a leaflet', 'a workbook', 'a poster']];

/** An age is asked on other days too, and those may be years away from the service. */
function farDays(on: CivilDate) {
  const days = [8, 12, 60, 130, 200, 260].flatMap((months) => {
    const day = addMonths(on, -months);
    return [addDays(day, -1), day, addDays(day, 1)];
  });
  const all = [addDays(on, -1), on, addDays(on, 1), addMonths(on, 30), ...days];
  return { 'assessment.date': [...all, NONE], 'plan.from': [...all, NONE], 'plan.through': [...all, NONE] };
}

/** Each fact of some leaves with all that a session may state of it; undefined leaves it out. */
function choicesFor(leaves: readonly Leaf[], on: CivilDate): [path: string, values: readonly unknown[]][] {
  const domains = domainsOf(on);
  const paths = [...new Set(leaves.flatMap(factPathsOf))].filter((path) => path in domains);
  return paths.map((path) => [path, [undefined, ...(domains[path] ?? []), ...openListsAt(path, on)]]);
}

/** What a session may state of the facts of some leaves. */
function statedFor(leaves: readonly Leaf[], on: CivilDate): fc.Arbitrary<Stated> {
  const choices = choicesFor(leaves, on).map(([path, values]) => [path, fc.constantFrom(...values)] as const);
  return fc.record(Object.fromEntries(choices)).map((stated) => withoutHalves(stated));
}

/** All of that; where it is too much, what is stated of each two facts. */
function allStatedFor(leaves: readonly Leaf[], on: CivilDate): Stated[] {
  const choices = choicesFor(leaves, on);
  const size = choices.reduce((product, [, values]) => product * values.length, 1);
  const sets =
    size <= MOST_AT_ONCE
      ? [choices]
      : choices.flatMap((one, place) => choices.slice(place + 1).map((other) => [one, other]));
  return sets
    .flatMap((set) =>
      set.reduce<Stated[]>(
        (ways, [path, values]) => values.flatMap((value) => ways.map((way) => ({ ...way, [path]: value }))),
        [{}],
      ),
    )
    .map(withoutHalves);
}

const MOST_AT_ONCE = 1_000;

function factPathsOf(leaf: Leaf): string[] {
  if (leaf.op === 'exists') return [`${leaf.fact}.from`, `${leaf.fact}.date`, `${leaf.fact}.id`];
  return [
    ...('fact' in leaf ? [leaf.fact] : []),
    ...('at' in leaf ? [leaf.at] : []),
    ...('from' in leaf ? [leaf.from] : []),
    ...(leaf.op === 'inForce' ? ['plan.through'] : []),
  ];
}

/** What does not exist has no facts. */
function withoutHalves(stated: Stated): Stated {
  const none = Object.keys(stated)
    .filter((path) => typeof stated[path] === 'symbol')
    .map(holderOf);
  return Object.fromEntries(
    Object.entries(stated).filter(
      ([path, value]) => typeof value === 'symbol' || !none.includes(holderOf(path) ?? ''),
    ),
  );
}

describe('however a session comes out on some leaves, a representative comes out the same', () => {
  test.each(days)('on %s', (on) => {
    const known = new Map<string, readonly World[]>();
    fc.assert(
      fc.property(
        fc
          .nat(clauses.length - 1)
          .chain((place) => fc.tuple(fc.constant(place), statedFor(clauses[place] ?? [], on))),
        fc.nat(settings.length - 1),
        ([place, stated], setting) => {
          const leaves = clauses[place] ?? [];
          const asked = askedOn(on, settings[setting]);
          const key = `${String(place)} ${String(setting)}`;
          const worlds = known.get(key) ?? representativesOf(leaves, asked) ?? [];
          known.set(key, worlds);
          const session = { ...sessionOfFacts(stated), dateOfService: on };
          const truths = truthsOf(leaves, asked, session);
          expect(worlds.some((world) => isIn(world, truths))).toBe(true);
        },
      ),
      lawRuns(120, 11_30),
    );
  });

  test.each(days)('whatever is stated of one fact, or of two together, on %s', (on) => {
    const asked = askedOn(on);
    for (const leaves of distinct) {
      const worlds = representativesOf(leaves, asked) ?? [];
      const seen = new Set<string>();
      for (const stated of allStatedFor(leaves, on)) {
        const truths = truthsOf(leaves, asked, { ...sessionOfFacts(stated), dateOfService: on });
        if (seen.has(truths.join())) continue;
        seen.add(truths.join());
        expect([leaves, stated, worlds.some((world) => isIn(world, truths))]).toEqual([leaves, stated, true]);
      }
    }
  });

  test('and what a representative says of its leaves is so', () => {
    const asked = askedOn('2024-03-01');
    for (const leaves of clauses) {
      for (const world of representativesOf(leaves, asked) ?? []) {
        for (const group of world) {
          for (const { stated, truths } of group.representatives) {
            const session = sessionStating(stated, asked.on);
            const own = group.leaves.flatMap((place) => leaves[place] ?? []);
            expect(truthsOf(own, asked, session)).toEqual(truths);
          }
        }
      }
    }
  });
});
