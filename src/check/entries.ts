import type { InputIssue } from '../facts/input-error.js';
import type { PriorUse } from '../facts/generated/types.js';
import type { SessionResult } from './result.js';
import type { Placed } from '../rules/schedule/placed.js';
import type { CompiledService } from './compiled-service.js';
import type { Entry, Said, UseBefore } from './entry.js';
import { inLimitOrder } from './limit-order.js';
import { addJudgement, judgeSession, verdictOf, type Settings } from './session.js';
import { besideOthers } from './side-by-side.js';
import { valueOf } from '../values/value-of.js';
import { inTheirWeeks, sayOnceAWeek } from './weekly-notes.js';
import { add } from '../units/account.js';
import { accountOf, usedBefore } from './used-before.js';

/** What entries are judged with. */
export interface BatchSettings extends Settings {
  readonly history: readonly PriorUse[] | null | undefined;
  /** The service with an id, or that none is on file. */
  readonly serviceOf: (id: string) => CompiledService | InputIssue;
  /** Called once for each entry that is done. */
  readonly onChecked?: (() => void) | undefined;
}

/** In a batch each prior use states whose it is. */
export function usesOf({ history }: Pick<BatchSettings, 'history'>): UseBefore[] | undefined {
  return history?.map((use, index) => ({ use, index, who: String(use.memberId) }));
}

/** Entries that share unit limits and a schedule. */
export interface Together {
  readonly entries: readonly Entry[];
  /** What was billed before; left out where that is not known. */
  readonly uses: readonly UseBefore[] | undefined;
  /** Whether they are all of one member, so that those of others are not seen. */
  readonly among: 'member' | 'members';
}

export interface JudgedEntries {
  readonly resultOf: (entry: Entry) => SessionResult;
  readonly placed: readonly Placed[];
  /** The prior uses that are none of the entries. */
  readonly uses: readonly Placed[];
}

/** Judges entries side by side. Each counts what was billed before and, in limit order, the entries before it that are not failed. */
export function judgeTogether({ entries, uses, among }: Together, settings: BatchSettings): JudgedEntries {
  const ids = new Set<string | null | undefined>(entries.flatMap(({ session }) => session.id ?? []));
  // A prior use with the key of an entry is that entry.
  const before = uses?.filter(({ use: { id } }) => !ids.has(id));
  const account = accountOf(before);
  const weeks = inTheirWeeks(inLimitOrder(entries), settings.readings).map((inWeek) => ({
    inWeek,
    here: placedOf(inWeek.entry),
  }));
  const placed = weeks.map(({ here }) => here);
  const placedUses = (before ?? []).map(placedUse);
  const beside = besideOthers(placed, placedUses, among);
  const results = new Map<Entry, SessionResult>();
  for (const { inWeek, here } of weeks) {
    const { entry, judged } = inWeek;
    const { compiled, who, line } = entry;
    const before = usedBefore(account, who, judged);
    const { result, asked } = judgeSession(compiled, judged, settings, before, line?.code);
    // Where the definition is not in force nothing passes, and no other rule runs.
    if (result.passed.length > 0) {
      if (line !== undefined) addFirst(result, line.said);
      for (const [rule, judgement] of beside(here)) addJudgement(result, rule, judgement);
      result.verdict = verdictOf(result.findings, settings.missingFacts);
    }
    sayOnceAWeek(result, inWeek);
    const isRefused = result.verdict === 'not-billable' || line?.isRefused === true;
    // Where no limit is set, nobody asks what was used.
    const isLimited = compiled.service.limits !== undefined;
    if (isLimited && !isRefused) {
      const { service, dateOfService: day } = judged;
      add(account, { who, service, day, units: asked });
    }
    results.set(entry, result);
    settings.onChecked?.();
  }
  return {
    resultOf: (entry) => valueOf(results, entry),
    placed,
    uses: placedUses,
  };
}

/** What is said of the code of a line comes before what is said of the session. */
function addFirst(result: SessionResult, said: Said): void {
  const { findings, passed, notApplicable } = result;
  result.findings = [];
  result.passed = [];
  result.notApplicable = [];
  for (const [rule, judgement] of said) addJudgement(result, rule, judgement);
  result.findings.push(...findings);
  result.passed.push(...passed);
  result.notApplicable.push(...notApplicable);
}

function placedOf({ session, position, who }: Entry): Placed {
  return { session, position, who, staff: session.staff?.id ?? null };
}

function placedUse({ use, index, who }: UseBefore): Placed {
  return { session: use, position: { history: index }, who, staff: null };
}
