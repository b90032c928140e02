import type { InputIssue } from '../facts/input-error.js';
import { parse } from '../facts/parse.js';
import { sessionSchema } from '../facts/generated/schemas.js';
import type { Notice } from '../findings/notices.js';
import type { ClaimResult, InvalidEntry, SessionResult } from './result.js';
import { judgeTogether, usesOf, type BatchSettings } from './entries.js';
import type { Entry } from './entry.js';
import { noticesOf, notSeenIn } from './notices.js';
import { countsOf, sumsOf, tallyOf, type BatchTotals } from './totals.js';
import { whoIs } from './used-before.js';

/** One result for each entry, in input order, and the sums over them. */
export interface BatchResult<Result extends SessionResult | ClaimResult = SessionResult> {
  results: (Result | InvalidEntry)[];
  totals: BatchTotals;
  notices: Notice[];
}

/**
 * Checks sessions side by side: one result for each entry, in input order and independent of it. The sessions of a
 * member share the unit limits in limit order; one that is not billable uses none.
 */
export function judgeSessions(values: readonly unknown[], settings: BatchSettings): BatchResult {
  const read = Array.from(values, (value, index) => readEntry(value, index, settings));
  const entries = read.filter((one) => 'session' in one);
  const judged = judgeTogether({ entries, uses: usesOf(settings), among: 'members' }, settings);
  const results = read.map((one) => ('session' in one ? judged.resultOf(one) : one));
  const tallies = entries.map((entry) => tallyOf(entry.session, judged.resultOf(entry)));
  return {
    results,
    totals: { ...countsOf(results), ...sumsOf(tallies) },
    notices: noticesOf(notSeenIn(tallies, judged.placed, judged.uses), settings, 'entry'),
  };
}

/** An entry that can be judged, or what is wrong with it. */
export function readEntry(value: unknown, index: number, settings: BatchSettings): Entry | InvalidEntry {
  const parsed = parse(sessionSchema, value);
  if (!parsed.ok) return invalid(parsed.issues, settings);
  const session = parsed.value;
  const compiled = settings.serviceOf(session.service);
  if (!('rules' in compiled)) return invalid([compiled], settings);
  return { session, compiled, position: { entry: index }, who: whoIs(session, index) };
}

export function invalid(issues: InputIssue[], { onChecked }: BatchSettings): InvalidEntry {
  onChecked?.();
  return { verdict: 'invalid', issues };
}
