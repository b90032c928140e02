import { sessionSchema } from '../facts/generated/schemas.js';
import type { InputIssue } from '../facts/input-error.js';
import { parse } from '../facts/parse.js';
import type { Notice, Summed } from '../findings/notices.js';
import { claimResult, entriesOf, readClaim, type ReadClaim } from './claims.js';
import { judgeTogether, usesOf, type BatchSettings, type Together } from './entries.js';
import type { Entry, SessionEntry } from './entry.js';
import { noticesOf, notSeenIn, type NotSeen } from './batch-notices.js';
import type { ClaimResult, InvalidResult, SessionResult } from './result.js';
import { countsOf, isOnlyNotTaken, sumsOf, tallyOf, type BatchTotals, type Tally } from './totals.js';
import { whoIs } from './used-before.js';

/** One result for each entry, in input order, and the sums over them. */
export interface BatchResult<Result extends SessionResult | ClaimResult = SessionResult> {
  results: (Result | InvalidResult)[];
  totals: BatchTotals;
  notices: Notice[];
}

/** What entries are: sessions, claims, or some of each. */
export type EntryKind = 'sessions' | 'claims' | 'records';

/** What an entry was read as, or what is wrong with it. */
export type ReadRecord = SessionEntry | ReadClaim | Unread;

interface Unread {
  readonly kind: 'invalid';
  readonly result: InvalidResult;
}

/** A record with lines is a claim; anything else is read as a session. */
export function isClaim(value: unknown): value is { readonly lines: unknown } {
  return typeof value === 'object' && value !== null && 'lines' in value;
}

const isReadAsClaim: Readonly<Record<EntryKind, (value: unknown) => boolean>> = {
  sessions: () => false,
  claims: () => true,
  records: isClaim,
};

export function readRecord(
  value: unknown,
  index: number,
  of: EntryKind,
  settings: BatchSettings,
): ReadRecord {
  const read = isReadAsClaim[of](value)
    ? readClaim(value, index, `/${String(index)}`, settings)
    : readSession(value, index, settings);
  if (!Array.isArray(read)) return read;
  settings.onChecked?.();
  const result: InvalidResult = { kind: 'invalid', verdict: 'invalid', ...ownKey(value), issues: read };
  return { kind: 'invalid', result };
}

function readSession(value: unknown, index: number, settings: BatchSettings): SessionEntry | InputIssue[] {
  const parsed = parse(sessionSchema, value);
  if (!parsed.ok) return parsed.issues;
  const session = parsed.value;
  const compiled = settings.onFile.find(session.service, session.dateOfService);
  if (compiled === undefined) return [settings.onFile.notOnFile(session.service)];
  return {
    kind: 'session',
    session,
    compiled,
    code: undefined,
    said: [],
    isRefused: false,
    position: { entry: index },
    pointer: `/${String(index)}`,
    who: whoIs(session, index),
    staff: session.staff?.id ?? null,
  };
}

/** The key of a record that cannot be read, as far as can be seen. */
export function ownKey(value: unknown): { id?: string } {
  const id = statedBy(value, (stated) => (stated as { id: unknown }).id);
  return typeof id === 'string' ? { id } : {};
}

/** What a malformed value states, as far as can be seen. */
export function statedBy(value: unknown, get: (value: unknown) => unknown): unknown {
  try {
    return get(value);
  } catch {
    return undefined;
  }
}

/** The sessions and claim lines in a record. */
export function entriesIn(read: ReadRecord): readonly Entry[] {
  switch (read.kind) {
    case 'session':
      return [read];
    case 'claim':
      return entriesOf([read]);
    case 'invalid':
      return [];
  }
}

/** The members whom records state. */
function membersOf(read: readonly ReadRecord[]): Set<unknown> {
  return new Set(read.map((one) => (one.kind === 'invalid' ? undefined : one.who)));
}

export interface JudgedRecords {
  readonly results: (SessionResult | ClaimResult | InvalidResult)[];
  readonly totals: BatchTotals;
  readonly notSeen: NotSeen;
}

/** Judges records: the sessions side by side, and the lines of the claims side by side. */
export function judgeRecords(
  read: readonly ReadRecord[],
  { uses, isOfOneMember }: Omit<Together, 'entries'>,
  settings: BatchSettings,
): JudgedRecords {
  const sessions = read.filter((one) => one.kind === 'session');
  const lines = entriesOf(read.filter((one) => one.kind === 'claim'));
  // Where there is nothing to judge, what was billed before need not be summed up.
  const together = (entries: readonly Entry[]) =>
    judgeTogether({ entries, uses: entries.length === 0 ? [] : uses, isOfOneMember }, settings);
  const [judged, judgedLines] = [together(sessions), together(lines)];
  const tallies: Record<Summed, Tally[]> = { entry: [], line: [] };
  const results = read.map((one) => {
    switch (one.kind) {
      case 'session': {
        const result = judged.resultOf(one);
        tallies.entry.push(tallyOf(one.session, result, result.verdict));
        return result;
      }
      case 'claim': {
        const claim = claimResult(one, judgedLines, settings);
        tallies.line.push(...claim.tallies);
        return claim.result;
      }
      case 'invalid':
        return one.result;
    }
  });
  const notTakenPlace = sessions.filter(({ session }) => isOnlyNotTaken(session)).length;
  const ids = new Set<string | null | undefined>(
    [...sessions, ...lines].flatMap(({ session }) => session.id ?? []),
  );
  return {
    results,
    totals: { ...countsOf(results, notTakenPlace), ...sumsOf([...tallies.entry, ...tallies.line]) },
    notSeen: notSeenIn(
      tallies,
      [...judged.placed, ...judgedLines.placed],
      (uses ?? []).flatMap(({ use }) => (ids.has(use.id) ? [] : use)),
    ),
  };
}

/**
 * Checks entries side by side: one result for each, in input order and independent of it. The sessions of a member share
 * the unit limits in limit order; one that is not billable uses none.
 */
export function judgeBatch(
  values: readonly unknown[],
  of: EntryKind,
  settings: BatchSettings,
): BatchResult<SessionResult | ClaimResult> {
  const read = Array.from(values, (value, index) => readRecord(value, index, of, settings));
  const { results, totals, notSeen } = judgeRecords(
    read,
    { uses: usesOf(settings), isOfOneMember: false },
    settings,
  );
  return { results, totals, notices: noticesOf(notSeen, settings, membersOf(read)) };
}
