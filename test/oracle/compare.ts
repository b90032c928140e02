import { createChecker, services, type Service, type SessionResult } from '../../src/index.js';
import { sessionOf, type Options, type RandomCheck } from './generate.js';
import { opinionOn, type Opinion } from './oracle.js';
import { sessionOf as caseSession, type Case } from '../support/cases.js';
import type { BoundCode, Circumstances } from './rule.js';

/** The library and the oracle on the same session. */

export const bound: Readonly<Record<string, BoundCode>> = {
  'mo/peer-support': { funding: 'medicaid', unitMinutes: 15, rate: 495, from: '2017-05-16' },
  'mt/imr': { funding: 'medicaid', unitMinutes: 30, rate: 2036, from: undefined },
};

const codes = {
  'mo/peer-support': [{ procedureCode: 'X0001', unitMinutes: 15, rate: '4.95', from: '2017-05-16' }],
  'mt/imr': [{ procedureCode: 'X0002', unitMinutes: 30, rate: '20.36' }],
};

const defaults: Omit<Circumstances, 'asOf' | 'history' | 'bound'> = {
  rounding: 'floor',
  dayTotal: 'warn',
  groupRatio: 'warn',
  weekStartsOn: 0,
  adultProgram: 'error',
  leapBirthday: 'mar-1',
  openStart: 'held',
  licensedMhc: 'person',
  trainingFrom: 'first-service',
  qmhpByLicence: 'ask',
  materials: 'session',
  sedUntil: 18,
  noteItems: [
    'serviceDescribed',
    'dateAndActualTime',
    'renderingStaff',
    'setting',
    'timeSpent',
    'relationToPlan',
    'clientResponse',
  ],
  diagnosisClasses: {
    bipolar: ['F301', 'F302', 'F303', 'F304', 'F305', 'F306', 'F307', 'F308', 'F309', 'F31'],
    majorDepression: ['F32.0', 'F32.1', 'F32.2', 'F32.3', 'F32.4', 'F32.5', 'F32.9', 'F33'],
    psychotic: ['F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F27', 'F28', 'F29'],
    substanceUse: ['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'].flatMap((substance) => [
      `${substance}1`,
      `${substance}2`,
    ]),
  },
};

/** What is compared: a checker made with the codes, or without. */
export type Engine = (check: RandomCheck) => SessionResult;

export function engineOf(definitions: readonly Service[]): Engine {
  const without = services.map(({ id }) => id);
  const plain = createChecker({ without, services: definitions });
  const bindings = Object.entries(codes).filter(([id]) => definitions.some((one) => one.id === id));
  const withCodes = createChecker({ without, services: definitions, codes: Object.fromEntries(bindings) });
  return (check) => {
    const { checkSession } = check.isBound ? withCodes : plain;
    return checkSession(sessionOf(check), check.options);
  };
}

export function oracleOn(check: RandomCheck): Opinion {
  const session = sessionOf(check);
  const { options, isBound } = check;
  const code = isBound ? bound[session.service] : undefined;
  return opinionOn(session, circumstances(options, code), options.missingFacts ?? 'block');
}

/** The oracle on a conformance case. */
export function opinionOnCase(one: Case): Opinion {
  const options = (one.options ?? {}) as Options;
  return opinionOn(caseSession(one), circumstances(options, undefined), options.missingFacts ?? 'block');
}

function circumstances(options: Options, code: BoundCode | undefined): Circumstances {
  return { ...defaults, ...options.readings, asOf: options.asOf, history: options.history, bound: code };
}

export interface Disagreement {
  rule: string;
  engine: string;
  oracle: string;
}

/** The rules on which the two do not agree; the verdict counts as one. */
export function disagreements(result: SessionResult, opinion: Opinion): Disagreement[] {
  const said = new Map<string, string>(
    result.findings.map(({ rule, outcome, severity }) => [rule, `${outcome} (${severity})`]),
  );
  const answered = new Set<string>([
    ...result.passed,
    ...result.notApplicable.map(({ rule }) => rule),
    ...said.keys(),
  ]);
  const expected = new Map(
    [...opinion.findings].map(([rule, { outcome, severity }]) => [rule, `${outcome} (${String(severity)})`]),
  );
  const rules = new Set<string>([...answered, ...opinion.rules]);
  const differing = [...rules].flatMap((rule) => {
    const engine = answered.has(rule) ? (said.get(rule) ?? 'pass') : 'not asked';
    const oracle = expected.get(rule) ?? 'pass';
    return engine === oracle ? [] : [{ rule, engine, oracle }];
  });
  const verdict = { rule: 'verdict', engine: result.verdict, oracle: opinion.verdict };
  return verdict.engine === verdict.oracle ? differing : [...differing, verdict];
}

/** The same check with as few changes and options as still make the two disagree on a rule. */
export function smallest(check: RandomCheck, isStillSo: (check: RandomCheck) => boolean): RandomCheck {
  const { changes, options } = check;
  const fewer = [
    ...changes.map((_, index) => ({ ...check, changes: changes.toSpliced(index, 1) })),
    ...Object.keys(options).map((name) => ({ ...check, options: without(options, name) })),
  ];
  const found = fewer.find(isStillSo);
  return found === undefined ? check : smallest(found, isStillSo);
}

function without(options: Options, name: string): Options {
  return Object.fromEntries(Object.entries(options).filter(([key]) => key !== name));
}
