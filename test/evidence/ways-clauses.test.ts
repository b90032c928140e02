import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shipped } from '../../src/shipped.js';
import { compile } from '../../src/conditions/compile.js';
import {
  ageAtLeast,
  all,
  any,
  atLeast,
  atLeastNumber,
  exists,
  includesAll,
  includesAny,
  includesOther,
  is,
  not,
  notAfterService,
  oneOf,
  when,
} from '../../src/conditions/build.js';
import type { Condition } from '../../src/conditions/condition.js';
import { TRUE } from '../../src/conditions/truth.js';
import type { Session } from '../../src/index.js';
import { askedOf, witnessOf } from '../../src/evidence/ways/answers.js';
import { termsThrough } from '../../src/evidence/ways/clause-ways.js';
import { clausesOf } from '../../src/evidence/ways/clauses.js';
import type { Ask, Literal, Term } from '../../src/evidence/ways/terms.js';
import { peerSupport } from '../../src/services/mo/peer-support.js';
import { lawRuns } from '../support/runs.js';

/** Small conditions against all answers that there are: slow and plain, and by no code that searches. */

const on = '2025-03-03';
const age = ageAtLeast;

const leaves: readonly Condition[] = [
  is('faceToFace'),
  is('faceToFace', false),
  is('personCentered'),
  is('assessment.leastRestrictive'),
  exists('assessment'),
  oneOf('agency.ownership', ['public']),
  oneOf('assessment.review', ['admission']),
  includesAny('activities', ['psychoeducation']),
  includesAny('activities', ['psychoeducation', 'coping-skills-training']),
  includesAll('activities', ['psychoeducation', 'coping-skills-training']),
  includesOther('activities', ['transportation']),
  atLeastNumber('assessment.scores.psiPercentile', 81),
  age({ years: 18 }),
  age({ years: 22 }),
  age({ years: 6 }, 'assessment.date'),
  notAfterService('assessment.date'),
];

const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
  const some = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
  return {
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...leaves),
      some.map((conditions) => all(...conditions)),
      some.map((conditions) => any(...conditions)),
      tie('condition').map(not),
      fc.tuple(tie('condition'), tie('condition')).map(([one, other]) => when(one, other)),
      fc
        .tuple(fc.array(tie('condition'), { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 3 }))
        .map(([conditions, count]) => atLeast(Math.min(count, conditions.length), conditions)),
    ),
  };
});

type Path = readonly string[];

/** All that may be answered; a birth date is known, since days of assessment are compared with it. */
const answers: Readonly<Record<string, readonly unknown[]>> = {
  faceToFace: [true, false],
  personCentered: [true, false],
  'agency.ownership': ['public', 'private'],
  activities: [
    [],
    ['psychoeducation'],
    ['coping-skills-training'],
    ['transportation'],
    ['recreation'],
    ['psychoeducation', 'coping-skills-training'],
    ['psychoeducation', 'transportation'],
  ],
  'member.birthDate': ['2000-01-01', '2005-01-01', '2018-03-03', '2024-01-01'],
  'assessment.date': ['2005-06-01', '2015-06-01', on, '2025-03-04', '2028-01-01'],
  'assessment.leastRestrictive': [true, false],
  'assessment.review': ['admission', 'continued-service'],
  'assessment.scores.psiPercentile': [81, 80],
};

function stating(holder: unknown, [key = '', ...below]: Path, value: unknown): unknown {
  const object = (holder ?? {}) as Record<string, unknown>;
  return { ...object, [key]: below.length === 0 ? value : stating(object[key], below, value) };
}

const isOfAssessment = (path: string) => path.startsWith('assessment.');

/** Each session with those facts stated in each way; of an assessment also that there is none. */
function sessionsWith(base: Session, paths: readonly string[]): Session[] {
  const all = paths.reduce<Session[]>(
    (some, path) =>
      some.flatMap((session) =>
        (answers[path] ?? []).map((value) => stating(session, path.split('.'), value) as Session),
      ),
    [base],
  );
  if (base.assessment !== undefined || !paths.some(isOfAssessment)) return all;
  const others = paths.filter((path) => !isOfAssessment(path));
  return [...all, ...sessionsWith({ ...base, assessment: 'none' }, others)];
}

const { readings, words } = shipped.settingsOf({});
const underOf = (session: Session) => ({ session, on, readings, words });

const holds = (literal: Literal, session: Session) =>
  compile(literal.leaf).truth(underOf(session)) === (literal.isSo ? 2 : 0);
const isMet = (ask: Ask, session: Session) =>
  'literals' in ask
    ? ask.literals.filter((one) => holds(one, session)).length >= ask.atLeast
    : holds(ask, session);
const literalsOf = (term: Term) => term.flatMap((ask) => ('literals' in ask ? ask.literals : [ask]));
const factsOf = (some: readonly Literal[]) =>
  [...new Set(some.flatMap(({ unknown }) => unknown.map(({ path }) => path)))].sort();

/** Sessions that answer what some demands ask as they ask it; a fact of an assessment is answered by stating it, if it can be. */
function fitting(asks: Term, session: Session, about: Term): Session[] {
  const all = sessionsWith(session, factsOf(literalsOf(about))).filter((one) =>
    asks.every((ask) => isMet(ask, one)),
  );
  const stated = all.filter(({ assessment }) => assessment !== 'none');
  return stated.length > 0 ? stated : all;
}

function searched(requires: Condition, session: Session) {
  const definition = { ...peerSupport, criteria: [] };
  const [clause] = clausesOf(
    { ...definition, criteria: [{ ...peerSupport.criteria[0], requires } as never] },
    new Set(),
  );
  if (clause === undefined) throw new Error('there is one');
  const asked = askedOf(underOf(session), [clause], new Set());
  const terms = termsThrough(clause, asked);
  return { clause, asked, ways: terms?.filter((term) => witnessOf(term, clause, asked) !== undefined) };
}

const started = fc.constantFrom<Session>(
  { service: 'mo/peer-support', dateOfService: on },
  { service: 'mo/peer-support', dateOfService: on, member: { birthDate: '2018-03-03' } },
  { service: 'mo/peer-support', dateOfService: on, faceToFace: true, assessment: { leastRestrictive: true } },
  {
    service: 'mo/peer-support',
    dateOfService: on,
    personCentered: false,
    member: { birthDate: '2005-01-01' },
  },
);

/** So many facts are answered in every way. */
const FEW = 4;

test('law: ways through a clause are enough, are no more than is needed, and are all', () => {
  fc.assert(
    fc.property(condition, started, (requires, session) => {
      const { truth, explain } = compile(requires);
      if (truth(underOf(session)) === TRUE) return;
      const { ways } = searched(requires, session);
      if (ways === undefined) return;
      const literals = ways.flatMap(literalsOf);
      const open = openIn(explain(underOf(session)));
      fc.pre(open.length <= FEW);
      // Enough: with what it asks answered as it asks, whatever else is not known.
      for (const term of ways) {
        const own = fitting(term, session, term);
        expect(own.length).toBeGreaterThan(0);
        for (const one of own) expect(truth(underOf(one))).toBe(TRUE);
        // No more: without one of its demands, or one fewer of those counted, it is not enough.
        for (const left of term) {
          const rest = term.filter((ask) => ask !== left);
          expect(fitting(rest, session, rest).some((one) => truth(underOf(one)) !== TRUE)).toBe(true);
          if (!('literals' in left) || left.atLeast === 1) continue;
          const fewer = [...rest, { ...left, atLeast: left.atLeast - 1 }];
          expect(fitting(fewer, session, term).some((one) => truth(underOf(one)) !== TRUE)).toBe(true);
        }
      }
      // All: whatever is answered, where the clause is met it is so in one of the ways.
      expect(open).toEqual(expect.arrayContaining(factsOf(literals)));
      for (const one of sessionsWith(session, open)) {
        // That there is no assessment is asked for where a condition asks whether there is one.
        if (one.assessment === 'none' && !JSON.stringify(requires).includes('exists')) continue;
        if (truth(underOf(one)) !== TRUE) continue;
        expect(ways.some((term) => term.every((ask) => isMet(ask, one)))).toBe(true);
      }
    }),
    lawRuns(120, 20_251_106),
  );
});

/** The facts that a condition asks for and that are not known. */
function openIn(trace: ReturnType<ReturnType<typeof compile>['explain']>): string[] {
  const own = trace.unknown.map(({ path }) => path);
  return [...new Set([...own, ...trace.parts.flatMap((part) => openIn(part.trace))])].sort();
}

test('where there is to be no assessment nothing of it is asked besides', () => {
  const requires = not(any(is('assessment.leastRestrictive'), exists('assessment')));
  const { ways } = searched(requires, { service: 'mo/peer-support', dateOfService: on });
  expect(ways?.map((way) => literalsOf(way).map(({ leaf }) => leaf.op))).toEqual([['exists']]);
});
