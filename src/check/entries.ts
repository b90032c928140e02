import type { PriorUse, Session } from '../facts/generated/types.js';
import { throughOf } from '../facts/history.js';
import { isFinding, type FoundAcross, type Judgement } from '../rules/rule.js';
import type { Placed, PlacedEntry } from '../rules/schedule/placed.js';
import { isTaken } from '../facts/taken.js';
import { add } from '../units/account.js';
import { valueOf } from '../values/value-of.js';
import type { Entry, UseBefore } from './entry.js';
import { inLimitOrder } from './limit-order.js';
import type { OnFile } from './on-file.js';
import type { CheckOptions } from './options.js';
import type { SessionResult } from './result.js';
import { judgeSession, notTakenResult, type Among, type Settings } from './session.js';
import { besideOthers, rulesBeside } from './side-by-side.js';
import { apartFrom, usesIn, withServices } from './prior-uses.js';
import { judgeSeveralDays } from './several-days.js';
import { accountOf, usedBefore } from './used-before.js';
import { inTheirWeeks, type InItsWeek } from './weekly-notes.js';

/** What entries are judged with. */
export interface BatchSettings extends Settings {
  readonly history: readonly PriorUse[] | null | undefined;
  readonly onFile: OnFile;
  /** Called once for each entry that is done. */
  readonly onChecked?: (() => void) | undefined;
}

export function settingsOf(onFile: OnFile, options: CheckOptions, onChecked?: () => void): BatchSettings {
  return { ...onFile.settingsOf(options), history: options.history, onFile, onChecked };
}

/** No definition has this id. */
export const NO_SERVICE = '';

/** In a batch each prior use states whose it is. */
export function usesOf({ history }: Pick<BatchSettings, 'history'>): UseBefore[] | undefined {
  return history == null ? undefined : usesIn(history, ({ memberId }) => String(memberId));
}

/** Entries that share unit limits and a schedule. */
export interface Together {
  readonly entries: readonly Entry[];
  /** What was billed before; left out where that is not known. */
  readonly uses: readonly UseBefore[] | undefined;
  /** Whether those of other members are not seen. */
  readonly isOfOneMember: boolean;
  /** What was found of entries beside those of other members, where these were compared before. */
  readonly across?: FoundAcross | undefined;
}

export interface JudgedEntries {
  readonly resultOf: (entry: Entry) => SessionResult;
  readonly placed: readonly PlacedEntry[];
  /** The prior uses that are none of the entries. */
  readonly uses: readonly Placed[];
  /** The places of those of them that have the id of one. */
  readonly idsAgree: readonly number[];
}

/** Judges entries side by side. Each counts what was billed before and, in limit order, the entries before it that are not failed. */
export function judgeTogether(
  { entries, uses, isOfOneMember, across }: Together,
  settings: BatchSettings,
): JudgedEntries {
  const apart = apartFrom(entries, uses ?? []);
  const services = entries.map(({ compiled }) => compiled.service);
  const before = withServices(apart.before, services, settings.onFile.services);
  const account = accountOf(uses === undefined ? undefined : before);
  const placed = inLimitOrder(entries.filter(({ session }) => isTaken(session)));
  const placedUses = before.map(placedUse);
  const besideOf = besideOthers(placed, placedUses, isOfOneMember, settings.readings, across);
  const results = new Map<Entry, SessionResult>();
  for (const inWeek of inTheirWeeks(placed, settings.readings)) {
    const { entry, judged } = inWeek;
    const { compiled, who } = entry;
    const among: Among = {
      code: entry.code,
      before: entry.said,
      beside: besideOf(entry),
      shared: (rule, judgement) => sharedInWeek(inWeek, rule, judgement),
    };
    const { result, asked } =
      entry.kind === 'line' && entry.days !== undefined
        ? judgeSeveralDays(entry, entry.days, judged, settings, account, among)
        : judgeSession(compiled, judged, settings, usedBefore(account, who, judged), among);
    const isRefused = result.verdict === 'not-billable' || entry.isRefused;
    // Where no limit is set, nobody asks what was used.
    const isLimited = compiled.service.limits !== undefined;
    if (isLimited && !isRefused) {
      const { service, dateOfService: day } = judged;
      add(account, { who, service, day, through: entry.through, units: asked });
    }
    results.set(entry, result);
    settings.onChecked?.();
  }
  // What did not take place is compared with nothing.
  for (const entry of entries) {
    if (isTaken(entry.session)) continue;
    const beyond = [...entry.said.map(([rule]) => rule), ...rulesBeside];
    results.set(entry, notTakenResult(entry.compiled, entry.session, settings, beyond));
    settings.onChecked?.();
  }
  return {
    resultOf: (entry) => valueOf(results, entry),
    placed,
    uses: placedUses,
    idsAgree: apart.idsAgree,
  };
}

function sharedInWeek<Found extends Judgement>(
  { entry, share }: InItsWeek,
  rule: Parameters<Among['shared']>[0],
  judgement: Found,
): Found {
  const isShared = share !== undefined && isFinding(judgement) && entry.compiled.weekly.includes(rule);
  return isShared ? share(judgement, entry.pointer) : judgement;
}

/** What is of several days has no clock times that are read. */
export function withoutClock<Of extends Pick<Session, 'startTime' | 'endTime'>>(session: Of): Of {
  return { ...session, startTime: null, endTime: null };
}

function placedUse({ use, index, who, mayBeOf, mayBeReplaced = false }: UseBefore): Placed {
  const position = { history: index };
  const through = throughOf(use);
  const stated = { ...use, service: use.service ?? NO_SERVICE };
  const session = through === undefined ? stated : withoutClock(stated);
  const placed = { kind: 'prior-use', session, through, position, who, staff: null } as const;
  return mayBeOf === undefined ? placed : { ...placed, mayBeOf, mayBeReplaced };
}
