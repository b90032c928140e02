import {
  createChecker,
  type CheckerConfig,
  type CheckOptions,
  type Finding,
  type RuleId,
  type Session,
  type SessionResult,
} from '../../src/index.js';
import { sessionOf, type Case } from '../support/cases.js';

export type Change = Case['change'];

/** The complete, billable peer support session of 2017-05-16, 09:00 to 11:00, 8 units, with a change. */
export function peerSession(change: Change = {}): Session {
  return sessionOf({ base: 'mo-peer-support', change });
}

/** The result of that session, with nothing else billed unless stated. */
export function peerResult(
  change: Change = {},
  options: CheckOptions = {},
  config: Partial<CheckerConfig> = {},
) {
  return createChecker(config).checkSession(peerSession(change), { history: [], ...options });
}

/** What a rule said in a result: its finding, `'pass'`, or why it does not apply. */
export function saidBy(rule: RuleId, result: SessionResult): Finding | string {
  const findings = result.findings.filter((finding) => finding.rule === rule);
  const passed = result.passed.filter((id) => id === rule).map(() => 'pass');
  const inapplicable = result.notApplicable.filter((one) => one.rule === rule);
  const said = [...findings, ...passed, ...inapplicable.map(({ code }) => `not applicable: ${code}`)];
  const [only, ...others] = said;
  if (only === undefined || others.length > 0) throw new Error(`${rule} said ${said.length} things`);
  return only;
}

/** A citation of a section of the peer support bulletin. */
export function bulletin(section: string) {
  return {
    source: 'mo-fy15-clinical-30',
    title: 'Clinical Services Bulletin FY15-Clinical-30, Peer Support Services',
    section,
    inForceFrom: '2014-10-01',
    basis: 'source',
  };
}

/** A citation of what holds for any service. */
export function generalCitation(section: string) {
  return { source: 'general', title: 'General billing rule', section, basis: 'general' };
}

export const questionOf = {
  start: {
    path: '/startTime',
    question: 'At what time did the session start?',
    type: 'time',
    heldBy: 'clinician',
  },
  end: { path: '/endTime', question: 'At what time did the session end?', type: 'time', heldBy: 'clinician' },
  history: {
    path: '/history',
    question: 'Which units of this service have already been billed for the member?',
    type: 'prior-uses',
    heldBy: 'billing',
  },
  memberId: { path: '/member/id', question: 'Which member is it?', type: 'text', heldBy: 'front-desk' },
};

/** Whether a message is made of sentences: each begins with a capital or a number and ends with a full stop. */
export const wholeSentences = /^(?:[A-Z\d](?:(?![.!?]\s).)*\.(?: |$))+$/;
