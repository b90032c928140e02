import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSession } from '../../src/check/checker.js';
import { onFileOf, type OnFile } from '../../src/check/on-file.js';
import { decisions } from '../../src/decisions/generated/index.js';
import { parseSession, services, type CheckOptions, type Session } from '../../src/index.js';
import { defaultReadings } from '../../src/readings/generated.js';
import { withReadings } from '../../src/readings/settings.js';
import { criterionRule } from '../../src/rules/criterion.js';
import { CLAUSES_IN_ONE, type Decide, type Decisions } from '../../src/rules/decided.js';
import type { Rule } from '../../src/rules/rule.js';
import { vocabularyOf } from '../../src/facts/words.js';
import { damagedJson } from '../fuzz/support/damage.js';
import { randomCheck, sessionOf as randomSession } from '../oracle/generate.js';
import { baseSession, bases, caseFiles, linesOfMonth, months, sessionOf } from '../support/cases.js';
import { expectSame } from '../support/alike.js';

/** Definitions on file, whose clauses are decided by what is given here, or all by the rules. */
const deciding = (given?: Decisions) => onFileOf(services, defaultReadings, services, undefined, given);

const byRules = deciding();
const decided = deciding(decisions);

/** What comes of a session as text, or that it cannot be checked. */
function resultOf(onFile: OnFile, session: unknown, options?: CheckOptions): string {
  try {
    return JSON.stringify(checkSession(onFile, session as Session, { ...options, trusted: true }));
  } catch (error) {
    return String(error);
  }
}

/** Whether some of these sessions come out otherwise than by the rules alone. */
function differ(onFile: OnFile, sessions: readonly unknown[]): boolean {
  return sessions.some((session) => resultOf(onFile, session) !== resultOf(byRules, session));
}

const read = (value: unknown) => {
  const parsed = parseSession(value);
  return parsed.ok ? [parsed.value] : [];
};

describe('what is decided beforehand', () => {
  test('is something of each definition that ships', () => {
    expectSame(
      Object.keys(decisions),
      services.map(({ id }) => id),
    );
  });

  test.each(caseFiles())('comes to the same as the rules in %s', (_file, cases) => {
    for (const one of cases) {
      const session = sessionOf(one);
      expect(resultOf(decided, session, one.options)).toBe(resultOf(byRules, session, one.options));
    }
  });

  test.each(months)('comes to the same as the rules in the month of %s', (month) => {
    expect(differ(decided, linesOfMonth(month).flatMap(read))).toBe(false);
  });

  test('is what the clause says of any session', () => {
    const clauses = new Map(services.map(({ id, criteria }) => [id, criteria.map(criterionRule)]));
    const words = vocabularyOf(() => []);
    // A wrong bit of any clause that can come out otherwise was found among the first 1,250, in each of twenty series.
    for (let seed = 1; seed <= 5_000; seed++) {
      const { options, ...check } = randomCheck(seed);
      const session = randomSession(check) as Session;
      const readings = withReadings(defaultReadings, options.readings);
      const under = { session, on: session.dateOfService, readings, words, asOf: undefined };
      const bits = decisions[session.service]?.(under) ?? [];
      const isSaid = (rule: Rule, clause: number) => {
        const part = 2 * Math.floor(clause / CLAUSES_IN_ONE);
        const bit = 1 << (clause % CLAUSES_IN_ONE);
        const passes = (Number(bits[part]) & bit) !== 0;
        if ((Number(bits[part + 1]) & bit) !== 0)
          return !passes && rule.judge(under as never) === rule.notApplicable;
        return !passes || rule.judge(under as never) === 'pass';
      };
      const wrong = clauses.get(session.service)?.filter((rule, clause) => !isSaid(rule, clause)) ?? [];
      if (wrong.length > 0) expectSame([seed, wrong.map(({ id }) => id)], [seed, []]);
    }
  });

  test('comes to the same as the rules of any session, with nothing remembered and with much', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const { options, ...check } = randomCheck(seed);
      const session = randomSession(check);
      const onFile = seed % 100 === 0 ? deciding(decisions) : decided;
      const given = seed % 4 === 0 ? options : { history: [] };
      expect(resultOf(onFile, session, given)).toBe(resultOf(byRules, session, given));
    }
  });

  test('comes to the same as the rules of what is no session', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bases).chain((base) => damagedJson(baseSession(base))),
        (make) => {
          const session = make();
          expect(resultOf(decided, session)).toBe(resultOf(byRules, session));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('comes to the same as the rules however many patterns of clauses pass', () => {
    const session = baseSession('mo-peer-support');
    const patterns = Array.from({ length: 512 }, (_, bits) => {
      const so = (bit: number) => ((bits >> bit) & 1) === 1;
      return {
        ...session,
        personCentered: so(0),
        activities: so(1) ? session.activities : [],
        plan: so(2) ? session.plan : 'none',
        staff: {
          ...session.staff,
          treatmentTeamMember: so(3),
          attendsTeamMeetings: so(4),
          replacesTreatmentStaff: so(5),
          credentials: so(6) ? session.staff?.credentials : [],
        },
        member: { ...session.member, careTeamRoles: so(7) ? session.member?.careTeamRoles : [] },
        documentation: { meetsProgramRequirements: so(8) },
      };
    });
    expect(differ(decided, patterns)).toBe(false);
    expect(patterns.flatMap(read)).toHaveLength(512);
  });

  test.each(services)('would be noticed if it were wrong of one clause of $id', ({ id, criteria }) => {
    const sessions = bases.map((base) => baseSession(base)).filter(({ service }) => service === id);
    const bare = sessions.map(({ service, dateOfService }) => ({ service, dateOfService }));
    for (let clause = 0; clause < criteria.length; clause++) {
      const decide: Decide = (under) => {
        const bits = decisions[id]?.(under) ?? [];
        return bits.map((some, at) => (at === 0 ? some | (1 << clause) : some & ~(1 << clause)));
      };
      expectSame([clause, differ(deciding({ [id]: decide }), [...bare, ...sessions])], [clause, true]);
    }
  });

  test('is not asked of another definition with the id of one that ships', () => {
    const nothing: Decide = () => [0, -1];
    const own = services.map((service) => ({ ...service, criteria: [...service.criteria] }));
    const onFile = onFileOf(
      own,
      defaultReadings,
      services,
      undefined,
      Object.fromEntries(own.map(({ id }) => [id, nothing])),
    );
    for (const base of bases) {
      const { passed } = checkSession(onFile, baseSession(base), { history: [] });
      expectSame(passed, checkSession(byRules, baseSession(base), { history: [] }).passed);
    }
  });
});
