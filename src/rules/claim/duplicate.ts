import type { UnknownFact } from '../../conditions/circumstances.js';
import type { CivilDate } from '../../values/civil-date.js';
import { keyOf } from '../../values/key-of.js';
import * as z from '../../facts/zod.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { FindingOf, Severity } from '../../findings/result.js';
import { namesOf } from '../../findings/missing.js';
import { inTurn, notKnown } from '../../findings/wording.js';
import type { Position } from '../../findings/finding-data.js';
import {
  alikeWho,
  areAlike,
  daysOf,
  groupedByDay,
  isDoubtful,
  isStated,
  mayBeOf,
  mayBeReplaced,
  otherInWords,
  type Placed,
  type PlacedEntry,
} from '../schedule/placed.js';
import type { AboutRuleForAll, BatchRule, DataParts, FoundAcross, Judgement } from '../rule.js';
import type { Readings } from '../../readings/generated.js';
import { firstOfAnyone, firstOfDay } from './earlier.js';
import { sameIds } from './same-id.js';

const rule = 'claim/duplicate';
const cite = general('A session is billed once');
const says = 'A session is billed once.';

export interface DuplicateData {
  other: Position | null;
}

type DuplicateFinding = FindingOf<typeof rule, DuplicateData>;
type DuplicateJudgement = Judgement<DuplicateFinding>;

export const duplicate: BatchRule<'claim/duplicate', DuplicateData> = {
  scope: 'batch',
  across: 'member',
  id: rule,
  judgeAll: duplicates,
};

export const aboutDuplicate = {
  severity: 'error',
  says,
  cite,
  reads: ['id', 'member.id', 'service', 'dateOfService', 'startTime', 'history'],
  readsOfClaim: ['lines[].dateOfServiceThrough'],
  demands:
    'no entry before it and no prior use has the same member, service, date of service and start time, and no other entry of the batch has its id; of two without both start times, or of which one is of several days, it is unknown, unless they have one id',
  denials: ['duplicate', 'sameId'],
  readings: () => ['limit-order'],
  data: ({ position }: DataParts) => z.strictObject({ other: z.nullable(position) }),
} satisfies AboutRuleForAll<DuplicateData>;

/**
 * No earlier entry and no prior use has the same member, service, date of service and start time. The first stands. Of two
 * of one day without both start times the later is unknown, unless both have one id: those are compared by it.
 *
 * @param entries in limit order, which lines of one claim have among them where their start times are the same.
 * @param across what was found of those whose id an entry has, of this member or another.
 */
function duplicates(
  entries: readonly PlacedEntry[],
  priorUses: readonly Placed[],
  _readings: Readings,
  across?: FoundAcross,
): Map<Placed, DuplicateJudgement> {
  const judgements = new Map<Placed, DuplicateJudgement>();
  const doubtful = priorUses.filter(isDoubtful);
  const certain = doubtful.length === 0 ? priorUses : priorUses.filter((use) => !isDoubtful(use));
  const all = certain.length === 0 ? entries : [...certain, ...entries];
  const sameDay = ({ who, session: { service } }: Placed, day: CivilDate) => keyOf(who, service, day);
  for (const day of groupedByDay(all, sameDay)) {
    const earlier = firstOfDay(day);
    for (const placed of day) {
      const { same, perhaps } = earlier(placed);
      const open = perhaps === undefined ? 'pass' : notToldApart(placed, perhaps);
      const found = same === undefined ? open : isDuplicate(placed, same);
      if ((judgements.get(placed) ?? 'pass') === 'pass') judgements.set(placed, found);
    }
  }
  const setWherePassed = (placed: Placed, found: DuplicateFinding) => {
    if (judgements.get(placed) === 'pass') judgements.set(placed, found);
  };
  if (areAlike(all)) {
    const sameDayOfAlike = (placed: Placed, day: CivilDate) =>
      sameDay({ ...placed, who: alikeWho(placed) }, day);
    for (const day of groupedByDay(all, sameDayOfAlike)) {
      const earlier = firstOfDay(day);
      for (const placed of day) {
        const { same, perhaps } = earlier(placed);
        const other = same ?? perhaps;
        if (other !== undefined) setWherePassed(placed, memberNotTold(placed, other, 'error'));
      }
    }
  }
  if (!entries.every(isStated)) {
    const sameDayOfAnyone = ({ session: { service } }: Placed, day: CivilDate) => keyOf(service, day);
    for (const day of groupedByDay(all, sameDayOfAnyone)) {
      const mayBe = firstOfAnyone();
      for (const placed of day) {
        const other = mayBe(placed);
        if (other !== undefined) setWherePassed(placed, memberNotTold(placed, other));
      }
    }
  }
  const firstDoubtful = firstThatMayBe(priorUses);
  for (const placed of entries) {
    const use = firstDoubtful(placed);
    if (use !== undefined) setWherePassed(placed, mayBeBilled(placed, use));
  }
  for (const [placed, found] of sameIds(entries, across)) {
    if (found.severity === 'warning') setWherePassed(placed, found);
    else if (!isRefused(judgements.get(placed))) judgements.set(placed, found);
  }
  return judgements;
}

/** For an entry the first use in doubt that may be it: of a day, service and start of it, and of its member where it states one. */
function firstThatMayBe(priorUses: readonly Placed[]): (placed: Placed) => Placed | undefined {
  const firsts = new Map<string, number>();
  for (const [place, use] of priorUses.entries()) {
    const start = use.session.startTime ?? null;
    for (const service of mayBeOf(use) ?? [])
      for (const key of sameDays(use, service, [alikeWho(use), ANYONE], [start, ANY_START]))
        if (!firsts.has(key)) firsts.set(key, place);
  }
  if (firsts.size === 0) return () => undefined;
  return (placed) => {
    const { service, startTime } = placed.session;
    const starts = startTime == null ? [ANY_START] : [startTime, null];
    const keys = sameDays(placed, service, [isStated(placed) ? alikeWho(placed) : ANYONE], starts);
    return priorUses[Math.min(...keys.map((key) => firsts.get(key) ?? Infinity))];
  };
}

const ANYONE = null;
const ANY_START = '';

function sameDays(
  placed: Placed,
  service: string,
  members: readonly (Placed['who'] | null)[],
  starts: readonly (string | null)[],
): string[] {
  return daysOf(placed).flatMap((day) =>
    members.flatMap((who) => starts.map((start) => JSON.stringify([service, day, who, start]))),
  );
}

function mayBeBilled(placed: Placed, use: Placed): DuplicateFinding {
  const member: UnknownFact[] = use.who === placed.who ? [] : [{ path: 'member.id' }];
  return {
    ...notTold([...member, { path: 'history' }], use.position, 'error'),
    message: mayBeReplaced(use)
      ? `Whether a claim replaces what was already billed of this session is not known. ${says}`
      : `Whether a session already billed, under a code that no definition has, is this one is not known. ${says}`,
  };
}

function isRefused(judgement: DuplicateJudgement | undefined): boolean {
  return typeof judgement === 'object' && 'outcome' in judgement && judgement.outcome === 'fail';
}

function isDuplicate(placed: Placed, other: Placed): DuplicateJudgement {
  return finding({
    rule,
    outcome: 'fail',
    severity: 'error',
    message: `Member, service, date of service and start time are those of ${otherInWords(placed, other)}. ${says}`,
    data: { other: other.position },
    paths: ['/dateOfService', '/startTime'],
    cite,
    denials: denialsOf('duplicate'),
  });
}

function memberNotTold(
  placed: Placed,
  other: Placed,
  severity: Severity = isStated(placed) ? 'warning' : 'error',
): DuplicateFinding {
  const unknown: UnknownFact[] = [{ path: 'member.id' }];
  if (placed.through !== undefined) unknown.push({ path: 'dateOfServiceThrough' });
  else if (placed.session.startTime == null) unknown.push({ path: 'startTime' });
  return notTold(unknown, other.position, severity);
}

function notTold(
  unknown: readonly UnknownFact[],
  other: Position | null,
  severity: Severity,
): DuplicateFinding {
  return finding({
    rule,
    outcome: 'unknown',
    severity,
    message: inTurn(notKnown(namesOf(unknown)), says),
    data: { other },
    paths: [],
    unknown,
    cite,
  });
}

/** Which of the days each is of is asked where either is of several, and else the start. */
function notToldApart(placed: Placed, other: Placed): DuplicateFinding {
  const isOwn = placed.through !== undefined;
  if (!isOwn && other.through === undefined) return startNotTold(placed, other);
  const isPrior = !isOwn && other.kind === 'prior-use';
  const asked = notTold([{ path: isPrior ? 'history' : 'dateOfServiceThrough' }], other.position, 'error');
  const message = isOwn
    ? `The line is of several days, one of which is that of ${otherInWords(placed, other)}. ${says}`
    : `This is of one of the several days of ${otherInWords(placed, other)}. ${says}`;
  const isBeside = !isOwn && !isPrior && other.position.entry === placed.position.entry;
  return { ...(isBeside ? askedAt(asked, other, 'dateOfServiceThrough') : asked), message };
}

/** What is asked of another line of the claim. */
function askedAt(asked: DuplicateFinding, { position }: Placed, fact: string): DuplicateFinding {
  const path = `/lines/${String(position.line)}/${fact}`;
  return { ...asked, paths: [path], missing: asked.missing.map((one) => ({ ...one, path })) };
}

/**
 * The start that is asked for is its own, or else that of what was billed before, or of the line of the claim that stands
 * before it.
 */
function startNotTold(placed: Placed, other: Placed): DuplicateFinding {
  if (placed.session.startTime == null) return notTold([{ path: 'startTime' }], other.position, 'error');
  if (other.kind === 'prior-use') {
    return {
      ...notTold([{ path: 'history' }], other.position, 'error'),
      message: `The start time of a session already billed is not known. ${says}`,
    };
  }
  const asked = notTold([{ path: 'startTime' }], other.position, 'error');
  return askedAt(asked, other, 'session/startTime');
}
