import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChecker, peerSupport, type SessionResult } from '../../src/index.js';
import { rulesOf } from '../../src/rules/index.js';
import { completions, NONE, optionsStating, sessionStating, type Stated } from '../support/facts.js';

/**
 * The law of missing facts: the outcome of a rule, with its severity, is what all completions of the missing facts
 * agree on; where they do not agree it is unknown, with the highest severity of any.
 */

const flags = [true, false];
const service = 'mo/peer-support';

/** What may be stated of each fact, both sides of every edge among it. */
const domains: Readonly<Record<string, readonly unknown[]>> = {
  startTime: ['00:00', '09:00', '23:30', '23:59'],
  endTime: ['00:00', '00:10', '09:07', '10:00', '17:30', '24:00'],
  personCentered: flags,
  activities: [
    [],
    ['transportation'],
    ['mutual-support-group'],
    ['setting-goals', 'transportation'],
    ['transportation', 'transportation'],
    ['something-else'],
  ],
  'member.id': ['M-1', 'M-2'],
  'member.birthDate': ['1990-08-09', '2002-03-01', '2002-03-02', '2025-01-01'],
  'member.programs': [
    [],
    [{ code: 'MO-CSTAR-OPIOID' }],
    [{ code: 'MO-ADULT-CPR' }],
    [{ code: 'MO-PR-PLUS', through: '2018-02-28' }],
  ],
  'member.careTeamRoles': [[], ['peer-specialist'], ['peer-specialist', 'nurse']],
  'staff.credentials': [
    [],
    [{ code: 'MO-CPS' }],
    [{ code: 'MO-CMPS', from: '2018-03-02' }],
    [{ code: 'MO-MRSS-P' }],
  ],
  'staff.supervisor.credentials': [[], [{ code: 'MO-QAP' }], [{ code: 'MO-CMPS' }], NONE],
  'staff.treatmentTeamMember': flags,
  'staff.attendsTeamMeetings': flags,
  'staff.replacesTreatmentStaff': flags,
  'plan.sessionServesGoal': [...flags, NONE],
  'documentation.meetsProgramRequirements': flags,
  history: [
    [],
    [{ service, dateOfService: '2018-03-01', units: 25 }],
    [{ service, dateOfService: '2018-03-01', units: 33 }],
    [{ service, dateOfService: '2018-03-31', units: 97 }],
    [{ service, memberId: 'M-1', dateOfService: '2018-03-01', units: 40 }],
  ],
};

/** Facts whose silence has a meaning: they vary, and no completion states them. */
const silent: Readonly<Record<string, readonly unknown[]>> = {
  phase: ['proposed', 'delivered'],
  minutes: [0, 30, 60, 495],
  units: [0, 1.5, 4, 33, 97],
  charge: ['19.80', '19.81'],
  funding: ['medicaid', 'purchase-of-service'],
};

const rules = rulesOf(peerSupport).map(({ id, reads }) => ({
  id,
  reads: [...reads, ...(id.endsWith('-limit') ? ['history'] : [])].filter((path) => path in domains),
}));

const checker = createChecker({
  codes: { [service]: [{ procedureCode: 'X0001', rate: '4.95', providerPay: '4.38' }] },
});

interface RuleOutcome {
  outcome: string;
  severity?: string;
}

function outcomeOf({ passed, findings, notApplicable }: SessionResult, rule: string): RuleOutcome {
  const finding = findings.find((one) => one.rule === rule);
  if (finding !== undefined) return { outcome: finding.outcome, severity: finding.severity };
  expect([...passed, ...notApplicable.map((one) => one.rule)]).toContain(rule);
  return { outcome: 'pass' };
}

const severities = ['info', 'warning', 'error'];

function agreement(outcomes: readonly RuleOutcome[]): RuleOutcome {
  const [first = { outcome: 'pass' }] = outcomes;
  if (outcomes.every((one) => one.outcome === first.outcome && one.severity === first.severity)) return first;
  const severity = severities.findLast((one) => outcomes.some((other) => other.severity === one)) ?? 'error';
  return {
    outcome: outcomes.every(({ outcome }) => ['pass', 'due'].includes(outcome)) ? 'due' : 'unknown',
    severity,
  };
}

/**
 * Where the engine judges silence, or says unknown more often than the law would. The contract states the first two;
 * the third is one fact standing twice (the end time, in the order of the times and in their length) and costs nothing
 * but a question that a person can answer.
 * - No clock times: `session/time` is not applicable, and the minutes stated stand for themselves.
 * - `units/unbilled-time` is not applicable while units or time are not known.
 * - Not both clock times: rules about time and units are unknown even where every other time would come out the same.
 */
function isException(rule: string, stated: Stated): 'silence' | 'unknown-more-often' | null {
  const clockTimes = [stated['startTime'], stated['endTime']].filter((time) => time !== undefined).length;
  if (rule === 'units/unbilled-time') return 'silence';
  if (clockTimes === 0 && (rule === 'session/time' || stated['minutes'] !== undefined)) return 'silence';
  return clockTimes < 2 && /^(session\/time|units|claim)/.test(rule) ? 'unknown-more-often' : null;
}

const partial = fc.record(
  Object.fromEntries(
    Object.entries({ ...domains, ...silent }).map(([path, values]) => [
      path,
      fc.constantFrom(...values, undefined),
    ]),
  ),
);

function check(stated: Stated): SessionResult {
  const facts = { service, dateOfService: '2018-03-01', ...stated };
  return checker.checkSession(sessionStating(facts), optionsStating(stated));
}

describe('the law of missing facts, rule by rule', () => {
  test.each(rules)('$id', ({ id, reads }) => {
    fc.assert(
      fc.property(partial, (facts) => {
        const stated = facts as Stated;
        const exception = isException(id, stated);
        if (exception === 'silence') return;
        const open = Object.fromEntries(reads.map((path) => [path, domains[path] ?? []]));
        const agreed = agreement(
          [...completions(stated, open)].map((complete) => outcomeOf(check(complete), id)),
        );
        const answered = outcomeOf(check(stated), id);
        if (exception === 'unknown-more-often' && answered.outcome === 'unknown') return;
        expect(answered).toEqual(agreed);
      }),
      { numRuns: 300, seed: 20141001 },
    );
  });
});
