import type { InputIssue } from '../../facts/input-error.js';
import { parseSession, type Parsed } from '../../facts/parse.js';
import { priorUse, session } from '../../facts/rows/index.js';
import type { PriorUse } from '../../facts/generated/types.js';

const ofSessionsOnly = new Set(Object.keys(session.facts).filter((key) => !(key in priorUse.facts)));

/** Whether a record of a history is a session: it has what a prior use has not, and does not say whose it is as one does. */
export function isSession(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || 'memberId' in value) return false;
  return Object.keys(value).some((key) => ofSessionsOnly.has(key));
}

const proposed: InputIssue = {
  code: 'does-not-fit',
  path: '/phase',
  message: 'expected a session that was given, found a proposed one',
};

/**
 * The use that a billed session was: nothing where it did not take place.
 *
 * @param read reads a prior use.
 */
export function useOf(
  value: unknown,
  read: (use: unknown) => Parsed<PriorUse>,
): Parsed<PriorUse | undefined> {
  const parsed = parseSession(value);
  if (!parsed.ok) return parsed;
  const { id, service, dateOfService, units, minutes, startTime, endTime, member, phase } = parsed.value;
  if (phase === 'proposed') return { ok: false, issues: [proposed] };
  if (phase === 'cancelled' || phase === 'no-show') return { ok: true, value: undefined };
  const use = { id, service, memberId: member?.id, dateOfService, units, minutes, startTime, endTime };
  const asUse = read(use);
  if (asUse.ok) return asUse;
  return { ok: false, issues: asUse.issues.map(ofMember) };
}

/** Said of the session that the person wrote. */
function ofMember(issue: InputIssue): InputIssue {
  return issue.path === '/memberId' ? { ...issue, path: '/member/id' } : issue;
}
