import type { InputIssue } from '../facts/input-error.js';
import { parseSession, type Parsed } from '../facts/parse.js';
import { notice, type Notice, type Summed } from '../findings/notices.js';
import {
  claimResult,
  claimsBesideSameIds,
  entriesOf,
  voidResult,
  readClaim,
  type ReadClaim,
} from './claims.js';
import { judgeTogether, usesOf, type BatchSettings, type Together } from './entries.js';
import type { Entry, SessionEntry } from './entry.js';
import {
  addUsesToTell,
  noticesOf,
  noticesOfBatch,
  notSeenIn,
  replacesNothing,
  usesToTell,
  type NotSeen,
  type UsesToTell,
} from './batch-notices.js';
import { usesIn } from './prior-uses.js';
import type { ReadRecord } from './read-record.js';
import { replacedBy } from './replaced.js';
import type { ClaimResult, InvalidResult, SessionResult, VoidResult } from './result.js';
import { countsOf, isOnlyNotTaken, sumsOf, tallyOf, type BatchTotals, type Tally } from './totals.js';
import { whoIs } from './used-before.js';
import { waivedIn } from './waived-in.js';

/** One result for each entry, in input order, and the sums over them. */
export interface BatchResult<Result extends SessionResult | ClaimResult | VoidResult = SessionResult> {
  results: (Result | InvalidResult)[];
  totals: BatchTotals;
  notices: Notice[];
}

/** What entries are: sessions, claims, or some of each. */
export type EntryKind = 'sessions' | 'claims' | 'records';

/** A record with lines is a claim; anything else is read as a session. */
export function isClaim(value: unknown): value is { readonly lines: unknown } {
  return (
    statedBy(value, (stated) => typeof stated === 'object' && stated !== null && 'lines' in stated) === true
  );
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
  const parsed = parseSession(value);
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
  readonly results: (SessionResult | ClaimResult | VoidResult | InvalidResult)[];
  readonly totals: BatchTotals;
  readonly notSeen: NotSeen;
}

/**
 * Judges records: the sessions side by side, and the lines of the claims side by side. What another one replaces is judged
 * alone, and is in no sum.
 */
export function judgeRecords(
  records: readonly ReadRecord[],
  { uses: history, isOfOneMember, across }: Omit<Together, 'entries'>,
  settings: BatchSettings,
  told: UsesToTell,
): JudgedRecords {
  const { uses, records: replaced, nothing, standing } = replacedBy(records, history);
  for (const place of nothing) told.replacesNothing.add(place);
  const counted = records.filter((one) => !replaced.has(one));
  const ofOneId = claimsBesideSameIds(counted.filter(isJudged), settings);
  const read = records.map((one) => (one.kind === 'claim' ? (ofOneId.get(one) ?? one) : one));
  // Where there is nothing to judge, what was billed before need not be summed up.
  const together = (entries: readonly Entry[]) =>
    judgeTogether({ entries, uses: entries.length === 0 ? [] : uses, isOfOneMember, across }, settings);
  const stay = read.filter((_one, place) => !isIn(replaced, records[place]));
  const judged = together(stay.filter((one) => one.kind === 'session'));
  const claims = stay.filter(isJudged);
  const judgedLines = together(entriesOf(claims));
  const tallies: Record<Summed, Tally[]> = { entry: [], line: [] };
  const results = read.map((one, place) => {
    const isReplaced = isIn(replaced, records[place]);
    switch (one.kind) {
      case 'session': {
        const result = (isReplaced ? together([one]) : judged).resultOf(one);
        if (isReplaced) result.notices.push(notice('replaced'));
        if (!isReplaced) tallies.entry.push(tallyOf(one.session, result, result.verdict));
        return result;
      }
      case 'claim': {
        if (!isJudged(one)) return voidResult(one, settings);
        const claim = claimResult(one, isReplaced ? together(entriesOf([one])) : judgedLines, settings);
        if (isReplaced) claim.result.notices.push(notice('replaced'));
        else for (const tally of claim.tallies) tallies.line.push(tally);
        return claim.result;
      }
      case 'invalid':
        return one.result;
    }
  });
  for (const beside of [judged, judgedLines]) addUsesToTell(told, beside);
  if (settings.configured !== undefined) for (const id of waivedIn(results)) told.waived.add(id);
  const summed = results.filter((_result, place) => !isIn(replaced, records[place]));
  const notTaken = stay.filter((one) => one.kind === 'session' && isOnlyNotTaken(one.session));
  return {
    results,
    totals: {
      ...countsOf(summed, notTaken.length),
      entries: results.length,
      ...sumsOf([...tallies.entry, ...tallies.line]),
    },
    notSeen: notSeenIn(tallies, [...judged.placed, ...judgedLines.placed], {
      ids: claims.filter(({ claim }) => claim.id != null).length,
      replacements: standing,
    }),
  };
}

function isIn(replaced: ReadonlySet<ReadRecord>, record: ReadRecord | undefined): boolean {
  return record !== undefined && replaced.has(record);
}

/** A void asks for nothing. */
function isJudged(read: ReadRecord): read is ReadClaim {
  return read.kind === 'claim' && read.claim.frequency !== 'void';
}

/** Checks one claim: each line as a session, the lines beside each other, then the claim as a whole. */
export function judgeClaim(value: unknown, settings: BatchSettings): Parsed<ClaimResult | VoidResult> {
  const read = readClaim(value, 0, '', settings);
  if (Array.isArray(read)) return { ok: false, issues: read };
  // Prior uses that state no member are the claim's.
  const { history } = settings;
  const uses = history == null ? undefined : usesIn(history, ({ memberId }) => memberId ?? read.who);
  const told = usesToTell();
  const { results, notSeen } = judgeRecords([read], { uses, isOfOneMember: false }, settings, told);
  // A claim comes to a result of its own kind.
  const result = results[0] as ClaimResult | VoidResult;
  const notices =
    result.kind === 'void' ? replacesNothing(told) : noticesOf(notSeen, told, settings, membersOf([read]));
  for (const one of settings.configured?.notices(settings.asOf) ?? []) notices.push(one);
  return { ok: true, value: { ...result, notices } };
}

/**
 * Checks entries side by side: one result for each, in input order and independent of it. The sessions of a member share
 * the unit limits in limit order; one that is not billable uses none.
 */
export function judgeBatch(
  values: readonly unknown[],
  of: EntryKind,
  settings: BatchSettings,
): BatchResult<SessionResult | ClaimResult | VoidResult> {
  const read = Array.from(values, (value, index) => readRecord(value, index, of, settings));
  const told = usesToTell();
  const together = { uses: usesOf(settings), isOfOneMember: false };
  const { results, totals, notSeen } = judgeRecords(read, together, settings, told);
  return { results, totals, notices: noticesOfBatch(notSeen, told, settings, membersOf(read)) };
}
