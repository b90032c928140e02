import { reason } from '../../findings/reasons.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { FindingOf } from '../../findings/result.js';
import type { AboutRuleForAll, BatchRule, Judgement } from '../rule.js';
import {
  firstOverlaps,
  overlapDataSchema,
  overlapDataWords,
  type Kin,
  type Overlap,
  type OverlapData,
} from './overlap.js';
import { duplicateKey, groupedBy, otherInWords, spanOf, timeOf, type Placed } from './placed.js';

const cite = general('A person is in one session at a time');
const says = 'A member is in one session at a time.';
const noClock = { notApplicable: reason('clock-not-known') };

type MemberOverlapJudgement = Judgement<FindingOf<'schedule/member-overlap', OverlapData>>;

export const memberOverlap: BatchRule<'schedule/member-overlap', OverlapData> = {
  scope: 'batch',
  across: 'member',
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
  const days = groupedBy([...entries, ...priorUses], ({ member, session }) =>
    JSON.stringify([member, session.dateOfService]),
  );
  const overlaps = new Map(days.flatMap((day) => [...firstOverlaps(day, sameSession)]));
  return new Map(entries.map((placed) => [placed, judged(placed, overlaps.get(placed))]));
}

function sameSession(placed: Placed): Kin {
  return [duplicateKey(placed), duplicateKey(placed)];
}

function judged(placed: Placed, overlap: Overlap | undefined): MemberOverlapJudgement {
  if (spanOf(placed.session) === null) return noClock;
  if (placed.member === null) {
    const unknown = [{ path: 'member.id' } as const];
    return finding({
      rule: 'schedule/member-overlap',
      outcome: 'unknown',
      severity: 'error',
      message: inTurn(notKnown(namesOf(unknown)), says),
      data: { minutes: null, from: null, through: null, other: null },
      paths: [],
      unknown,
      cite,
    });
  }
  if (overlap === undefined) return 'pass';
  const minutes = overlap.end - overlap.start;
  const [from, through] = [timeOf(overlap.start), timeOf(overlap.end)];
  const other = otherInWords(placed.position, overlap.other.position);
  const verb = minutes === 1 ? 'is' : 'are';
  return finding({
    rule: 'schedule/member-overlap',
    outcome: 'fail',
    severity: 'error',
    message: `${count(minutes, 'minute')} from ${from} to ${through} ${verb} also in ${other}. ${says}`,
    data: { minutes, from, through, other: overlap.other.position },
    paths: ['/startTime', '/endTime'],
    cite,
    denials: denialsOf('memberOverlap'),
  });
}
