import type { Checker } from '../check/checker.js';
import type { CheckOptions } from '../check/options.js';
import { isClaim, type BatchResult } from '../check/records.js';
import type { ClaimResult, Rules, SessionResult, VoidResult } from '../check/result.js';
import type { PriorUse } from '../facts/generated/types.js';
import type { Verdict } from '../findings/result.js';
import { checkRecords } from '../shipped.js';
import { digestOf } from '../values/digest.js';
import { version } from '../version.js';
import {
  askedUnderSeal,
  copied,
  foundOpenly,
  optionsThatTell,
  type AskedUnderSeal,
  type AuditOptions,
} from './audit-record.js';

/** What one entry of a batch comes to. */
export type EntryResult = BatchResult<SessionResult | ClaimResult | VoidResult>['results'][number];

/** An audit record of an entry that was judged beside others. It is replayed with their records: `replayRecords`. */
export interface EntryRecord {
  readonly kind: 'audit-record';
  /** The digest of the record before it; of the first, of the record before the batch, if there is one. */
  readonly previous?: string;
  readonly asked: (EntryAsked | AskedUnderSeal) & { readonly among: Among };
  /** Of a claim, `definition` is a digest of those of its lines. */
  readonly rules: Rules;
  readonly outcome: EntryOutcome;
  /** `'sha256:…'` of the canonical JSON of all the rest. */
  readonly digest: string;
}

/** What was asked: a claim, or else a session, as it was stated. */
export interface EntryAsked {
  readonly session?: unknown;
  readonly claim?: unknown;
  readonly options: OptionsAsked;
}

/** The history stands in the first record; the others have its digest, unless it is empty. */
export type OptionsAsked = Omit<CheckOptions, 'history'> & {
  readonly history?: readonly PriorUse[] | string | null | undefined;
};

/** Where an entry stands in its batch. */
export interface Among {
  /** From 0. */
  readonly entry: number;
  /** Whether all entries were judged beside each other, or those of each member, as a stream does. */
  readonly judged: Judged;
  /** Of the last one, so that none is missed at the end. */
  readonly last?: true;
}

/** How entries of a batch were judged: all beside each other, or those of each member by themselves, as a stream does. */
export type Judged = 'together' | 'by-member';

/** Openly the result; under a seal no more of it than names no fact, and a digest of it all. */
export type EntryOutcome =
  | { readonly result: EntryResult }
  | {
      readonly verdict: Verdict | 'invalid' | 'void';
      readonly findings: ReturnType<typeof foundOpenly>;
      readonly sealed: string;
    };

/** How the records of a batch are kept. */
export interface AuditRecordsOptions extends Omit<AuditOptions, 'checker'> {
  /** What judged; the shipped definitions where left out. */
  readonly checker?: Pick<Checker, 'checkRecords'> | undefined;
}

/**
 * Checks a batch, and keeps of each entry what was asked, with what settings, and what came out: a chain in which each
 * record has the digest of the one before, and the last one says that it is. What was billed before stands in the first.
 *
 * @param entries sessions and claims, as `checkRecords` takes them.
 * @throws InputError as `checkRecords`, or RangeError if the seal is too short to keep anything secret.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 4 };
 * const [first, second] = auditRecords([session, { ...session, units: 30 }], { history: [] });
 * second?.previous === first?.digest; // true
 * second?.asked.among; // { entry: 1, judged: 'together', last: true }
 */
export function auditRecords(
  entries: readonly unknown[],
  options: CheckOptions = {},
  { checker, ...kept }: AuditRecordsOptions = {},
): EntryRecord[] {
  const { results } = (checker?.checkRecords ?? checkRecords)(entries, options);
  const chain = createAuditRecords(options, { ...kept, judged: 'together' });
  const records = results.flatMap((result, index) => chain.add(entries[index], result));
  return [...records, ...chain.end()];
}

/** Records of entries as they come. One is held back until it is known whether it is the last. */
export interface AuditRecords {
  readonly add: (entry: unknown, result: EntryResult) => EntryRecord[];
  readonly end: () => EntryRecord[];
}

interface Kept extends Pick<AuditOptions, 'previous' | 'seal'> {
  readonly judged: Judged;
}

export function createAuditRecords(stated: CheckOptions, { previous, seal, judged }: Kept): AuditRecords {
  const options = copied(optionsThatTell(stated));
  const ofOthers = optionsOfOthers(options);
  let before = previous;
  let entry = 0;
  let waiting: { readonly asked: EntryAsked; readonly result: EntryResult } | undefined;

  function made(isLast: boolean): EntryRecord[] {
    if (waiting === undefined) return [];
    const among: Among = { entry, judged, ...(isLast && { last: true }) };
    const record = entryRecord({ ...waiting, among, seal, previous: before });
    before = record.digest;
    entry += 1;
    return [record];
  }

  return {
    add(value, result) {
      const records = made(false);
      waiting = { asked: entryAsked(value, entry === 0 ? options : ofOthers), result: copied(result) };
      return records;
    },
    end: () => made(true),
  };
}

export function optionsOfOthers(options: CheckOptions): OptionsAsked {
  const { history } = options;
  return history == null || history.length === 0 ? options : { ...options, history: digestOf(history) };
}

export function entryAsked(value: unknown, options: OptionsAsked): EntryAsked {
  return copied(isClaim(value) ? { claim: value, options } : { session: value ?? null, options });
}

interface Making {
  readonly asked: EntryAsked;
  readonly result: EntryResult;
  readonly among: Among;
  readonly seal: string | undefined;
  readonly previous: string | undefined;
}

export function entryRecord({ asked, result, among, seal, previous }: Making): EntryRecord {
  const content = {
    kind: 'audit-record' as const,
    ...(previous !== undefined && { previous }),
    asked: seal === undefined ? { ...asked, among } : { ...entryUnderSeal(asked, seal), among },
    rules: rulesOf(result),
    outcome: seal === undefined ? { result } : outcomeUnderSeal(result, seal),
  };
  return { ...content, digest: digestOf(content) };
}

export function entryUnderSeal({ session, claim, options }: EntryAsked, seal: string): AskedUnderSeal {
  return askedUnderSeal({ session: claim ?? session, options }, seal);
}

function rulesOf(result: EntryResult): Rules {
  switch (result.kind) {
    case 'session':
      return result.rules;
    case 'claim': {
      const rules = result.lines.map((line) => line.rules);
      return {
        ...rules[0],
        ...OURS,
        definition: digestOf(rules.map(({ definition }) => definition ?? null)),
      };
    }
    default:
      return OURS;
  }
}

const OURS = { package: 'billability', version };

function outcomeUnderSeal(result: EntryResult, seal: string): EntryOutcome {
  const lines = result.kind === 'claim' ? result.lines : [];
  const own = result.kind === 'invalid' ? [] : result.findings;
  return {
    verdict: result.kind === 'void' ? 'void' : result.verdict,
    findings: foundOpenly([...own, ...lines.flatMap(({ findings }) => findings)]),
    sealed: digestOf([seal, result]),
  };
}
