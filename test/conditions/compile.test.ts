import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageAtLeast,
  all,
  any,
  atLeast,
  doneBy,
  exists,
  is,
  not,
  planInForce,
  reading,
  when,
} from '../../src/conditions/build.js';
import { compile } from '../../src/conditions/compile.js';
import { askedIn, factsIn, factsOf, leavesOf } from '../../src/conditions/walk.js';
import { failing as failingOf } from '../../src/conditions/why.js';
import type { Condition, Question } from '../../src/conditions/condition.js';
import {
  agreed,
  answer,
  asked,
  conditions,
  flagsIn,
  someFlags,
  under,
  withDistinctFlags,
} from './support.js';
import type { Answer } from './support.js';

const a = is('faceToFace');
const b = is('communitySetting');
const c = is('personCentered');
const valueOf = { yes: true, no: false, unknown: undefined };
const facts = (one: Answer, other: Answer) => ({
  faceToFace: valueOf[one],
  communitySetting: valueOf[other],
});

describe('two parts, each yes, no or unknown', () => {
  test.each<[Answer, Answer, all: Answer, any: Answer, when: Answer, atLeastOne: Answer, atLeastTwo: Answer]>(
    [
      ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes'],
      ['yes', 'no', 'no', 'yes', 'no', 'yes', 'no'],
      ['yes', 'unknown', 'unknown', 'yes', 'unknown', 'yes', 'unknown'],
      ['no', 'yes', 'no', 'yes', 'yes', 'yes', 'no'],
      ['no', 'no', 'no', 'no', 'yes', 'no', 'no'],
      ['no', 'unknown', 'no', 'unknown', 'yes', 'unknown', 'no'],
      ['unknown', 'yes', 'unknown', 'yes', 'yes', 'yes', 'unknown'],
      ['unknown', 'no', 'no', 'unknown', 'unknown', 'unknown', 'no'],
      ['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ],
  )('%s and %s: all %s, any %s, when %s, at least one %s, at least two %s', (one, other, ...expected) => {
    const compounds = [all(a, b), any(a, b), when(a, b), atLeast(1, [a, b]), atLeast(2, [a, b])];
    expect(compounds.map((condition) => answer(condition, facts(one, other)))).toEqual(expected);
  });

  test.each<[Answer, Answer]>([
    ['yes', 'no'],
    ['no', 'yes'],
    ['unknown', 'unknown'],
  ])('not %s: %s', (one, expected) => {
    expect(answer(not(a), facts(one, 'no'))).toBe(expected);
  });
});

describe('at least two of three', () => {
  test.each<[boolean | undefined, boolean | undefined, boolean | undefined, Answer]>([
    [true, true, undefined, 'yes'],
    [true, undefined, false, 'unknown'],
    [undefined, undefined, true, 'unknown'],
    [false, false, undefined, 'no'],
    [undefined, undefined, false, 'unknown'],
    [undefined, undefined, undefined, 'unknown'],
  ])('%s, %s, %s: %s', (faceToFace, communitySetting, personCentered, expected) => {
    const condition = atLeast(2, [a, b, c]);
    expect(answer(condition, { faceToFace, communitySetting, personCentered })).toBe(expected);
  });
});

describe('of nothing', () => {
  test.each<[string, Condition, Answer]>([
    ['all', all(), 'yes'],
    ['any', any(), 'no'],
    ['at least none', atLeast(0, []), 'yes'],
    ['at least one', atLeast(1, []), 'no'],
    ['at least none of something unknown', atLeast(0, [a]), 'yes'],
    ['more than there are', atLeast(2, [a]), 'no'],
  ])('%s: %s', (_name, condition, expected) => {
    expect(answer(condition, {})).toBe(expected);
    expect(asked(condition, {})).toEqual([]);
  });
});

describe('the law of missing facts', () => {
  test('with each flag once, the answer is what all completions agree on', () => {
    fc.assert(
      fc.property(conditions.map(withDistinctFlags), someFlags, (condition, known) => {
        fc.pre(condition !== undefined);
        expect(answer(condition, known)).toBe(agreed(condition, known));
      }),
      { numRuns: 300 },
    );
  });

  test('with repeats it is never against a completion', () => {
    fc.assert(
      fc.property(conditions, someFlags, (condition, known) => {
        expect([agreed(condition, known), 'unknown']).toContain(answer(condition, known));
      }),
      { numRuns: 300 },
    );
  });
});

describe('undecided', () => {
  test.each<[string, Condition, object, string[]]>([
    ['each unknown part of all', all(a, b, c), { communitySetting: true }, ['faceToFace', 'personCentered']],
    ['nothing where a part settles it', all(a, b), { communitySetting: false }, []],
    ['nothing where any holds', any(a, b), { communitySetting: true }, []],
    ['not the parts that are settled', any(all(a, b), c), { faceToFace: false }, ['personCentered']],
    ['through a negation', not(any(a, b)), { faceToFace: false }, ['communitySetting']],
    ['both sides of when', when(a, b), {}, ['faceToFace', 'communitySetting']],
    ['the demand of when only, where it applies', when(a, b), { faceToFace: true }, ['communitySetting']],
    ['nothing where when does not apply', when(a, b), { faceToFace: false }, []],
    [
      'what is left of at least two',
      atLeast(2, [a, b, c]),
      { faceToFace: true, communitySetting: false },
      ['personCentered'],
    ],
  ])('lists %s', (_what, condition, known, expected) => {
    expect(asked(condition, known)).toEqual(expected);
  });

  test('lists unknown flags of the condition only, and answering them settles it', () => {
    fc.assert(
      fc.property(conditions, someFlags, fc.boolean(), (condition, known, value) => {
        const unknown = asked(condition, known);
        expect(unknown.length > 0).toBe(answer(condition, known) === 'unknown');
        expect(flagsIn(condition)).toEqual(expect.arrayContaining(unknown));
        expect(unknown.filter((flag) => flag in known)).toEqual([]);
        const answered = { ...known, ...Object.fromEntries(unknown.map((flag) => [flag, value])) };
        expect(answer(condition, answered)).not.toBe('unknown');
      }),
    );
  });
});

describe('what a fact that stands for its object asks', () => {
  const goal = is('plan.sessionServesGoal');

  test.each<[string, Condition, string[]]>([
    ['the object alone', all(exists('plan'), a), ['plan.from', 'faceToFace']],
    ['not beside another fact of the object', all(exists('plan'), goal), ['plan.sessionServesGoal']],
    ['in either order', all(goal, exists('plan')), ['plan.sessionServesGoal']],
    [
      'still beside a fact of another object',
      all(exists('plan'), is('assessment.memberParticipates')),
      ['plan.from', 'assessment.memberParticipates'],
    ],
    ['of two objects', all(exists('plan'), exists('assessment')), ['plan.from', 'assessment.date']],
    ['in a choice', any(exists('plan'), goal), ['plan.sessionServesGoal']],
  ])('%s', (_what, condition, expected) => {
    expect(asked(condition, {})).toEqual(expected);
  });
});

describe('failing', () => {
  const failing = (condition: Condition, known: object) =>
    failingOf(compile(condition).explain(under(known)));

  test.each<[string, Condition, object, Condition[]]>([
    [
      'the parts of all that do not hold',
      all(a, b, c),
      { faceToFace: false, communitySetting: true, personCentered: false },
      [a, c],
    ],
    ['every part of any', any(a, b), { faceToFace: false, communitySetting: false }, [a, b]],
    ['the demand of when', when(a, b), { faceToFace: true, communitySetting: false }, [a, b]],
    ['what a negation finds true', not(a), { faceToFace: true }, [a]],
    ['nothing where it holds', all(a, b), { faceToFace: true, communitySetting: true }, []],
    ['nothing where it is unknown', all(a, b), { faceToFace: true }, []],
    ['no unknown part', all(a, b), { faceToFace: false }, [a]],
    [
      'of a negated choice only what holds',
      not(any(a, b)),
      { faceToFace: true, communitySetting: false },
      [a],
    ],
    ['of a negated choice nothing unknown', not(any(a, b)), { faceToFace: true }, [a]],
    ['no reading that is set otherwise', reading('licensedMhc', 'center'), {}, []],
    ['no reading that is set so and must not be', not(reading('licensedMhc', 'person')), {}, []],
  ])('lists %s', (_what, condition, known, expected) => {
    expect(failing(condition, known)).toEqual(expected);
  });
});

describe('a reading that the caller chose', () => {
  const condition = reading('licensedMhc', 'center');

  test.each<['person' | 'center', Answer]>([
    ['person', 'no'],
    ['center', 'yes'],
  ])('%s: %s, and nothing to ask for', (licensedMhc, expected) => {
    expect(answer(condition, {}, { licensedMhc })).toBe(expected);
    expect([asked(condition, {}), leavesOf(condition)]).toEqual([[], []]);
  });
});

test('every question is listed in order, and every fact it reads', () => {
  const condition = when(a, all(not(b), atLeast(1, [any(c)])));
  expect(leavesOf(condition)).toEqual([a, b, c]);
  expect(factsIn(condition)).toEqual(['faceToFace', 'communitySetting', 'personCentered']);
});

describe('a question whose contrary is asked for', () => {
  test.each<[Condition, contrary: Condition[]]>([
    [a, []],
    [not(a), [a]],
    [not(not(a)), []],
    [not(all(a, not(b), c)), [a, c]],
    [when(a, b), [a]],
    [not(when(a, b)), [b]],
    [not(when(a, not(b))), []],
    [not(reading('licensedMhc', 'center')), [reading('licensedMhc', 'center')]],
  ])('%j: %j', (condition, contrary) => {
    const asked = askedIn(condition).filter(({ isNegated }) => isNegated);
    expect(asked.map(({ question }) => question)).toEqual(contrary);
  });
});

describe('a question reads', () => {
  test.each<[Question, string[]]>([
    [ageAtLeast({ years: 18 }), ['member.birthDate', 'dateOfService']],
    [ageAtLeast({ years: 6 }, 'assessment.date'), ['member.birthDate', 'assessment.date']],
    [planInForce(), ['plan.from', 'plan.through']],
    [exists('plan'), ['plan.from']],
    [exists('assessment'), ['assessment.date']],
    [exists('staff.supervisor'), ['staff.supervisor.credentials']],
    [doneBy('staff.supervisor.trainings', 'ptsd'), ['staff.supervisor.trainings']],
    [reading('licensedMhc', 'center'), []],
  ])('%j: %j', (leaf, paths) => {
    expect(factsOf(leaf)).toEqual(paths);
  });
});

test('a condition that went through JSON answers as before', () => {
  fc.assert(
    fc.property(conditions, someFlags, (condition, known) => {
      const copy = JSON.parse(JSON.stringify(condition)) as Condition;
      expect(copy).toStrictEqual(condition);
      expect(answer(copy, known)).toBe(answer(condition, known));
    }),
  );
});
