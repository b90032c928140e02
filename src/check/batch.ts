import { parse } from '../facts/parse.js';
import { sessionSchema } from '../facts/session.js';
import type { ClaimResult, InvalidEntry, SessionResult } from '../findings/result.js';
import { judgeEntries, type BatchSettings } from './entries.js';
import type { Entry } from './entry.js';
import { countsOf, leftOutOf, sumsOf, tallyOf, type BatchTotals } from './totals.js';

/** One result for each entry, in input order, and the sums over them. */
export interface BatchResult<Result extends SessionResult | ClaimResult = SessionResult> {
  results: (Result | InvalidEntry)[];
  totals: BatchTotals;
  notices: string[];
}

/**
 * Checks sessions side by side: one result for each entry, in input order and independent of it. The sessions of a
 * member share the unit limits in limit order; one that is not billable uses none.
 */
export function judgeSessions(values: readonly unknown[], settings: BatchSettings): BatchResult {
  const read = Array.from(values, (value, index) => readEntry(value, index, settings));
  const { resultOf, notices } = judgeEntries(
    read.filter((one) => 'session' in one),
    settings,
    { ofOneMember: false },
  );
  const results = read.map((one) => ('session' in one ? resultOf(one) : one));
  const tallies = read.flatMap((one) => ('session' in one ? [tallyOf(one.session, resultOf(one))] : []));
  return {
    results,
    totals: { ...countsOf(results), ...sumsOf(tallies) },
    notices: [...leftOutOf(tallies, 'entry', 'entries'), ...notices],
  };
}

/** An entry that can be judged, or what is wrong with it. */
export function readEntry(
  value: unknown,
  index: number,
  { serviceOf, onChecked }: BatchSettings,
): Entry | InvalidEntry {
  const parsed = parse(sessionSchema, value);
  const compiled = parsed.ok ? serviceOf(parsed.value.service) : undefined;
  if (parsed.ok && compiled !== undefined && 'rules' in compiled) {
    return {
      session: parsed.value,
      compiled,
      position: { entry: index },
      member: parsed.value.member?.id ?? null,
    };
  }
  onChecked?.();
  const issues = parsed.ok
    ? [compiled].filter((one) => one !== undefined && 'message' in one)
    : parsed.issues;
  return { verdict: 'invalid', issues };
}
