import { readdirSync } from 'node:fs';
import { checkClaim, checkSessions, type CheckOptions, type Claim, type ClaimLine } from '../../src/index.js';
import type { ClaimResult, Finding, RuleId, SessionResult } from '../../src/index.js';
import { notVoid } from './not-void.js';
import { readFixture, sessionOf, type Case } from './cases.js';

/** What a rule says of a session, a line or a claim. */
export type Saying = 'pass' | 'fail' | 'warning' | 'unknown' | 'not-applicable';

/** Sessions beside each other: each is a merge patch on the complete session of the file. */
export interface SessionsCase {
  readonly name: string;
  readonly options: CheckOptions;
  readonly sessions: readonly { readonly change: Case['change']; readonly says: Saying }[];
}

/** A claim: what a line does not state is that of the file, and `says` is left out where the rule says nothing of it. */
export interface ClaimCase {
  readonly name: string;
  readonly claim: Omit<Claim, 'lines'>;
  readonly lines: readonly { readonly line: Partial<ClaimLine>; readonly says?: Saying }[];
  /** What the rule says of the claim as a whole; left out where it says nothing. */
  readonly says?: Saying;
}

/** The cases of a rule that sees sessions side by side, or the lines of a claim. */
export type BesideCases = { readonly rule: RuleId } & (
  | { readonly base: string; readonly cases: readonly SessionsCase[] }
  | { readonly line: Pick<ClaimLine, 'dateOfService' | 'units'>; readonly cases: readonly ClaimCase[] }
);

export const besideCases: readonly BesideCases[] = readdirSync(
  new URL('../../fixtures/side-by-side/', import.meta.url),
).map((file) => readFixture(`side-by-side/${file}`) as BesideCases);

/** What comes of the sessions of a case, in order. */
export function checkedSessions(base: string, { sessions, options }: SessionsCase): SessionResult[] {
  const { results } = checkSessions(
    sessions.map(({ change }) => sessionOf({ base, change })),
    options,
  );
  return results.map((result) => {
    if ('issues' in result) throw new Error(JSON.stringify(result.issues));
    return result;
  });
}

export function checkedClaim(every: object, { claim, lines }: ClaimCase): ClaimResult {
  return notVoid(
    checkClaim(
      { ...claim, lines: lines.map(({ line }) => ({ ...every, ...line }) as ClaimLine) },
      { history: [] },
    ),
  );
}

/** What a rule says in a result; undefined where it says nothing. */
export function sayingOf(
  rule: RuleId,
  {
    findings,
    ...judged
  }: Pick<ClaimResult, 'findings'> & Partial<Pick<SessionResult, 'passed' | 'notApplicable'>>,
): Saying | undefined {
  const finding: Finding | undefined = findings.find((one) => one.rule === rule);
  if (finding?.severity === 'warning') return 'warning';
  if (finding !== undefined) return finding.outcome === 'fail' ? 'fail' : 'unknown';
  if (judged.passed?.includes(rule)) return 'pass';
  return judged.notApplicable?.some((one) => one.rule === rule) ? 'not-applicable' : undefined;
}
