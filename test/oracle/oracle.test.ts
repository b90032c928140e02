import { describe, expect, test } from 'vitest';
import { services } from '../../src/index.js';
import { caseFiles, sessionOf as caseSession, type Case } from '../support/cases.js';
import { decidedSessions } from '../support/decisions.js';
import { bound, disagreements, engineOf, opinionOnCase, oracleOn, smallest } from './compare.js';
import { randomCheck, sessionOf, type RandomCheck } from './generate.js';
import type { Opinion, SessionLike } from './oracle.js';
import { isListed } from './weak-places.js';

/** How many random sessions are compared; `npm run test:oracle` compares more, and others each time. */
const SESSIONS = Number(process.env['ORACLE_SESSIONS'] ?? 5_000);
const IN_A_TEST = 250;
const FIRST_SEED = Number(process.env['ORACLE_SEED'] ?? 20_141_001);

const engine = engineOf(services);

describe('the oracle knows the conformance cases', () => {
  /** The outcomes that it would have otherwise, but for those at weak places. */
  function differences(one: Case): object[] {
    const session = caseSession(one) as SessionLike;
    const { verdict, findings } = opinionOnCase(one);
    const found = [...findings].filter(([, { severity }]) => severity !== 'info');
    const said = new Map(found.map(([rule, { outcome }]) => [rule, outcome]));
    const rules = new Set([...said.keys(), ...Object.keys(one.findings)]);
    const differing = [...rules].flatMap((rule) => {
      const [oracle, expected] = [said.get(rule) ?? 'pass', one.findings[rule] ?? 'pass'];
      return oracle === expected || isListed(rule, expected, session) ? [] : [{ rule, oracle, expected }];
    });
    const isWeak = Object.entries(one.findings).some(([rule, said]) => isListed(rule, said, session));
    return isWeak || verdict === one.verdict ? differing : [...differing, { verdict }];
  }

  /** Brute force has no end with more words on no list. */
  const MOST_ACTIVITIES = 4;
  const isInReach = (one: Case) => {
    const { activities } = caseSession(one);
    return (activities ?? []).length <= MOST_ACTIVITIES;
  };

  // It is asked with the default configuration. The uses over several days are tried in every spread where claims are.
  const decided = decidedSessions
    .filter(([subject]) => subject !== 'lines-over-days')
    .map(([subject, cases]): [string, Case[]] => [
      subject,
      cases.filter((one) => one.config === undefined && one.issues === undefined && isInReach(one)),
    ]);

  test.each([...caseFiles(), ...decided])('%s', (_file, cases) => {
    const all = cases.map((one) => ({ name: one.name, differences: differences(one) }));
    expect(all.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });
});

/** How each rule of a service came out in all the random sessions. */
const seen = new Map<string, Set<string>>();

function remember(service: string, { rules, findings }: Opinion): void {
  for (const rule of rules) {
    const outcomes = seen.get(`${service} ${rule}`) ?? new Set();
    outcomes.add(findings.get(rule)?.outcome ?? 'pass');
    seen.set(`${service} ${rule}`, outcomes);
  }
}

/** What the two do not agree on, with the smallest change of the session that shows it. */
function disputes(seed: number): object[] {
  const check = randomCheck(seed);
  const session = sessionOf(check);
  const opinion = oracleOn(check);
  remember(session.service, opinion);
  const all = disagreements(engine(check), opinion);
  const open = all.filter(({ rule, engine }) => !isListed(rule, engine.split(' ')[0] ?? '', session));
  const isWeak = open.length < all.length;
  return open
    .filter(({ rule }) => rule !== 'verdict' || !isWeak)
    .map((dispute) => {
      const isSame = (other: RandomCheck) =>
        disagreements(engine(other), oracleOn(other)).some(
          (one) => JSON.stringify(one) === JSON.stringify(dispute),
        );
      return { seed, ...dispute, ...smallest(check, isSame) };
    });
}

/** Rules that ask for nothing: what they read, if it is not stated, is not asked for. */
const neverUnknown = [
  'session/took-place',
  'session/delivered',
  'session/funding',
  'member/born',
  'units/whole',
  'units/unbilled-time',
];
/** Peer specialists all have one. */
const supervisor = 'mo/peer-support staff/own-supervisor';
const owedLater = /^(documentation|staff.(additional-training|training-documented))/;
/** A charge is judged only where the document, or the caller, sets a rate. */
const without = services
  .filter(({ id, codes = [] }) => !(id in bound) && codes.every(({ rates }) => rates.length === 0))
  .map(({ id }) => `${id} claim/charge`);
/** What Purchase of Service pays for has nothing to fail. */
const paidForOrOpen = services
  .filter(({ id }) => !['mt/imr', 'sc/prs'].includes(id))
  .map(({ id }) => `${id} session/funding`);

function waysOf(service: string, rule: string): string[] {
  return [
    ...(owedLater.test(rule) ? ['due'] : []),
    'fail',
    'pass',
    ...(neverUnknown.includes(rule) || `${service} ${rule}` === supervisor ? [] : ['unknown']),
  ];
}

describe(`library and oracle agree on ${SESSIONS} random sessions`, () => {
  const blocks = Array.from({ length: Math.ceil(SESSIONS / IN_A_TEST) }, (_, index) => index * IN_A_TEST);

  test.each(blocks)('from session %i on', (start) => {
    const seeds = Array.from({ length: IN_A_TEST }, (_, index) => FIRST_SEED + start + index);
    expect(seeds.flatMap(disputes)).toEqual([]);
  });

  test('among which every rule of every service came out in all ways that it can', () => {
    const judged = [...seen].filter(
      ([key]) => !key.endsWith('service/in-force') && ![...without, ...paidForOrOpen].includes(key),
    );
    expect(new Set(judged.map(([key]) => key.split(' ')[0]))).toHaveLength(services.length);
    const oneSided = judged.filter(([key, outcomes]) => {
      const [service = '', rule = ''] = key.split(' ');
      return [...outcomes].sort().join() !== waysOf(service, rule).join();
    });
    expect(oneSided.map(([key, outcomes]) => [key, [...outcomes].sort()])).toEqual([]);
  });
});
