import fc from 'fast-check';
import { ageAtLeast, reading } from '../../src/conditions/build.js';
import { compile } from '../../src/conditions/compile.js';
import type { Condition } from '../../src/conditions/condition.js';
import { vocabularyOf } from '../../src/facts/words.js';
import { defaultReadings, type Readings } from '../../src/readings/generated.js';
import { undecided } from '../../src/conditions/why.js';
import type { Session } from '../../src/index.js';

/** A session on 2025-03-03 of which nothing else is known. */
export function sessionOf(facts: Partial<Session>): Session {
  return { service: 'xx/any', dateOfService: '2025-03-03', ...facts };
}

/** No words but those of the lists. */
export const listed = vocabularyOf(() => []);

export function under(facts: Partial<Session>, readings: Partial<Readings> = {}) {
  const session = sessionOf(facts);
  return { session, on: session.dateOfService, readings: { ...defaultReadings, ...readings }, words: listed };
}

const names = ['no', 'unknown', 'yes'] as const;
export type Answer = (typeof names)[number];

/** The truth of a condition by name. */
export function answer(condition: Condition, facts: Partial<Session>, readings?: Partial<Readings>): Answer {
  return names[compile(condition).truth(under(facts, readings))];
}

/** The paths of the facts that a condition asks for, with the entry of a list. */
export function asked(condition: Condition, facts: Partial<Session>): string[] {
  return undecided(compile(condition).explain(under(facts))).map(({ path, entry }) =>
    entry === undefined ? path : `${path} ${String(entry)}`,
  );
}

/** Flags of a session that no rule ties together. */
export const flags = [
  'faceToFace',
  'communitySetting',
  'personCentered',
  'skillsBased',
  'relatedToNeeds',
  'regularPsrSameWeek',
  'billedInBundle',
] as const;
export type Flag = (typeof flags)[number];
export type Flags = Partial<Record<Flag, boolean>>;

/** Each flag true, false or not known. */
export const someFlags: fc.Arbitrary<Flags> = fc
  .tuple(...flags.map(() => fc.constantFrom(true, false, undefined)))
  .map((values) =>
    Object.fromEntries(flags.flatMap((flag, i) => (values[i] === undefined ? [] : [[flag, values[i]]]))),
  );

/** Every way to complete the flags that are not known. */
export function completions(known: Flags): Flags[] {
  return flags.reduce<Flags[]>(
    (all, flag) =>
      flag in known
        ? all
        : all.flatMap((one) => [
            { ...one, [flag]: true },
            { ...one, [flag]: false },
          ]),
    [known],
  );
}

const plain = { noNullPrototype: true };

const flagIs: fc.Arbitrary<Condition> = fc.record(
  { op: fc.constant('is'), fact: fc.constantFrom(...flags), value: fc.boolean() },
  plain,
);

const restingOnReading: fc.Arbitrary<Condition> = fc.constantFrom(
  ageAtLeast({ years: 18 }),
  reading('licensedMhc', 'center'),
  reading('adultProgram', 'warn'),
);

/** Random conditions over flags; a flag may stand in one more than once. */
export const conditions = joinedFrom(flagIs);
/** The same over flags and what rests on a reading. */
export const conditionsOnReadings = joinedFrom(fc.oneof(flagIs, restingOnReading));

function joinedFrom(question: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.letrec<{ node: Condition; part: Condition }>((tie) => ({
    part: fc.oneof({ depthSize: 'small', withCrossShrink: true }, question, tie('node')),
    node: fc.oneof(
      fc.record({ op: fc.constant('not'), condition: tie('part') }, plain),
      fc.record(
        { op: fc.constantFrom('all', 'any'), conditions: fc.array(tie('part'), { maxLength: 3 }) },
        plain,
      ),
      fc.record(
        {
          op: fc.constant('atLeast'),
          count: fc.nat({ max: 4 }),
          conditions: fc.array(tie('part'), { maxLength: 3 }),
        },
        plain,
      ),
      fc.record({ op: fc.constant('when'), condition: tie('part'), then: tie('part') }, plain),
    ),
  })).node;
}

/** The flags that a condition asks about, in order, repeats included. */
export function flagsIn(condition: Condition): Flag[] {
  if (condition.op === 'is') return [condition.fact as Flag];
  if (condition.op === 'not') return flagsIn(condition.condition);
  if (condition.op === 'when') return [...flagsIn(condition.condition), ...flagsIn(condition.then)];
  return 'conditions' in condition ? condition.conditions.flatMap(flagsIn) : [];
}

/** The same condition with each question about another flag, as far as the flags go. */
export function withDistinctFlags(condition: Condition): Condition | undefined {
  let next = 0;
  const rename = (one: Condition): Condition => {
    if (one.op === 'is') return { ...one, fact: flags[next++] ?? 'faceToFace' };
    if (one.op === 'not') return { ...one, condition: rename(one.condition) };
    if (one.op === 'when') return { ...one, condition: rename(one.condition), then: rename(one.then) };
    return 'conditions' in one ? { ...one, conditions: one.conditions.map(rename) } : one;
  };
  const renamed = rename(condition);
  return next <= flags.length ? renamed : undefined;
}

/** Whether a condition holds of flags that are all known, in plain two-valued logic. */
export function holdsOf(condition: Condition, known: Flags): boolean {
  switch (condition.op) {
    case 'is':
      return known[condition.fact as Flag] === condition.value;
    case 'not':
      return !holdsOf(condition.condition, known);
    case 'all':
      return condition.conditions.every((one) => holdsOf(one, known));
    case 'any':
      return condition.conditions.some((one) => holdsOf(one, known));
    case 'atLeast':
      return condition.conditions.filter((one) => holdsOf(one, known)).length >= condition.count;
    case 'when':
      return !holdsOf(condition.condition, known) || holdsOf(condition.then, known);
    default:
      throw new Error(`no flag: ${condition.op}`);
  }
}

/** What all completions agree on. */
export function agreed(condition: Condition, known: Flags): Answer {
  const answers = new Set(completions(known).map((complete) => holdsOf(condition, complete)));
  if (answers.size > 1) return 'unknown';
  return answers.has(true) ? 'yes' : 'no';
}
