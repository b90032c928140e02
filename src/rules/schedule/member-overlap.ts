import { reason } from '../../findings/reasons.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { inTurn } from '../../findings/wording.js';
import type { FindingOf } from '../../findings/result.js';
import { keyOf } from '../../values/key-of.js';
import type { AboutRuleForAll, BatchRule, Judgement } from '../rule.js';
import {
  firstOverlaps,
  overlapDataSchema,
  overlapDataWords,
  sharedMinutes,
  type Kin,
  type Overlap,
  type OverlapData,
} from './overlap.js';
import {
  alikeWho,
  areAlike,
  duplicateKey,
  groupedBy,
  isDoubtful,
  isStated,
  mayBeEntry,
  mayBeReplaced,
  sessionKey,
  spanOf,
  type Placed,
} from './placed.js';

const cite = general('A person is in one session at a time');
const says = 'A member is in one session at a time.';
const noClock = { notApplicable: reason('clock-not-known') };

type MemberOverlapJudgement = Judgement<FindingOf<'schedule/member-overlap', OverlapData>>;

export const memberOverlap: BatchRule<'schedule/member-overlap', OverlapData> = {
  scope: 'batch',
  across: 'member',
  isOfOneDay: true,
  id: 'schedule/member-overlap',
  judgeAll: memberOverlaps,
};

export const aboutMemberOverlap = {
  severity: 'error',
  says,
  cite,
  reads: ['member.id', 'dateOfService', 'startTime', 'endTime', 'history'],
  demands:
    'no other session of the member, in the batch or billed before, has a minute in common with it; ends that touch do not overlap',
  denials: ['memberOverlap'],
  dataWords: overlapDataWords,
  data: overlapDataSchema,
} satisfies AboutRuleForAll<OverlapData>;

/** The member has no other session at the same minutes. Both are flagged; duplicates of each other are not compared. */
function memberOverlaps(
  entries: readonly Placed[],
  priorUses: readonly Placed[],
): Map<Placed, MemberOverlapJudgement> {
  const all = priorUses.length === 0 ? entries : [...entries, ...priorUses];
  const overlaps = overlapsIn(all);
  const sure = all.some(isDoubtful) ? overlapsIn(all.filter((placed) => !isDoubtful(placed))) : overlaps;
  const alike = areAlike(all) ? alikeOverlaps(all) : new Map<Placed, Overlap>();
  const possible = entries.every(isStated) ? new Map<Placed, Overlap>() : possibleOverlaps(all);
  const judgements = new Map<Placed, MemberOverlapJudgement>();
  for (const placed of entries) {
    const first = overlaps.get(placed);
    const mayBeOne = first !== undefined && (mayBeEntry(first.other, placed) || mayBeReplaced(first.other));
    const overlap = mayBeOne ? sure.get(placed) : first;
    const judgement =
      mayBeOne && overlap === undefined
        ? maybe(placed, first)
        : judged(placed, overlap, alike.get(placed), possible.get(placed));
    judgements.set(placed, judgement);
  }
  return judgements;
}

function overlapsIn(all: readonly Placed[]): Map<Placed, Overlap> {
  const days = groupedBy(all, ({ who, session }) => keyOf(who, session.dateOfService));
  return overlapsOf(days, sameSession);
}

/** Most days hold one entry, and no overlap. */
function overlapsOf(days: readonly Placed[][], kinOf: (placed: Placed) => Kin): Map<Placed, Overlap> {
  const overlaps = new Map<Placed, Overlap>();
  for (const day of days) {
    if (day.length === 1) continue;
    for (const [placed, overlap] of firstOverlaps(day, kinOf)) overlaps.set(placed, overlap);
  }
  return overlaps;
}

/** With a session billed before that may be this one, or for which a claim may stand. */
function maybe(placed: Placed, overlap: Overlap): MemberOverlapJudgement {
  const { sentence, data } = sharedMinutes(placed, overlap);
  return finding({
    rule: 'schedule/member-overlap',
    outcome: 'unknown',
    severity: 'error',
    message: inTurn(
      sentence,
      mayBeReplaced(overlap.other)
        ? 'Whether a claim replaces that one is not known.'
        : 'Whether that one is another session is not known.',
      says,
    ),
    data,
    paths: ['/startTime', '/endTime'],
    unknown: [{ path: 'history' }],
    cite,
  });
}

function sameSession(placed: Placed): Kin {
  return [duplicateKey(placed), duplicateKey(placed)];
}

/** With entries of members whose keys are alike; those that may be the same session are not compared. */
function alikeOverlaps(all: readonly Placed[]): Map<Placed, Overlap> {
  const days = groupedBy(all, (placed) => keyOf(alikeWho(placed), placed.session.dateOfService));
  return overlapsOf(days, (placed) => [keyOf(placed.who), sessionKey(placed)]);
}

/** With entries that may be of the same member; those that may be the same session are not compared. */
function possibleOverlaps(all: readonly Placed[]): Map<Placed, Overlap | undefined> {
  const days = groupedBy(all, ({ session }) => session.dateOfService).filter((day) => !day.every(isStated));
  return new Map(
    days.flatMap((day) => {
      const ofAnyone = firstOverlaps(day, (placed) => [keyOf(placed.who), sessionKey(placed)]);
      const ofNotStated = firstOverlaps(day, (placed) => [
        isStated(placed) ? 'stated' : keyOf(placed.who),
        sessionKey(placed),
      ]);
      return day.map((placed) => [placed, (isStated(placed) ? ofNotStated : ofAnyone).get(placed)] as const);
    }),
  );
}

function judged(
  placed: Placed,
  overlap: Overlap | undefined,
  alike: Overlap | undefined,
  possible: Overlap | undefined,
): MemberOverlapJudgement {
  if (spanOf(placed.session) === null) return noClock;
  const first = overlap ?? alike ?? possible;
  if (first === undefined) return 'pass';
  const { sentence, data } = sharedMinutes(placed, first);
  if (overlap === undefined) {
    return finding({
      rule: 'schedule/member-overlap',
      outcome: 'unknown',
      severity: alike === undefined && isStated(placed) ? 'warning' : 'error',
      message: inTurn(sentence, 'Whether both are of one member is not known.', says),
      data,
      paths: ['/startTime', '/endTime'],
      unknown: [{ path: 'member.id' }],
      cite,
    });
  }
  return finding({
    rule: 'schedule/member-overlap',
    outcome: 'fail',
    severity: 'error',
    message: inTurn(sentence, says),
    data,
    paths: ['/startTime', '/endTime'],
    cite,
    denials: denialsOf('memberOverlap'),
  });
}
