import { reason } from '../../findings/reasons.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { inTurn } from '../../findings/wording.js';
import type { FindingOf } from '../../findings/result.js';
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
import { duplicateKey, groupedBy, isStated, sessionKey, spanOf, type Placed } from './placed.js';

const cite = general('A person is in one session at a time');
const says = 'A staff member gives one session at a time, but for those of one group.';
const noClock = { notApplicable: reason('clock-not-known') };
const noStaff = { notApplicable: reason('staff-not-known') };

type StaffOverlapJudgement = Judgement<FindingOf<'schedule/staff-overlap', OverlapData>>;

export const staffOverlap: BatchRule<'schedule/staff-overlap', OverlapData> = {
  scope: 'batch',
  across: 'members',
  id: 'schedule/staff-overlap',
  judgeAll: staffOverlaps,
};

export const aboutStaffOverlap = {
  severity: 'error',
  says,
  cite,
  reads: ['staff.id', 'dateOfService', 'startTime', 'endTime', 'group.id'],
  demands:
    'no other session of the staff member has a minute in common with it, unless both state the same group',
  denials: ['programRules'],
  dataWords: overlapDataWords,
  data: overlapDataSchema,
} satisfies AboutRuleForAll<OverlapData>;

/** The staff member has no other session at the same minutes, unless both are of one group. */
function staffOverlaps(entries: readonly Placed[]): Map<Placed, StaffOverlapJudgement> {
  const days = groupedBy(entries, ({ staff, session }) => JSON.stringify([staff, session.dateOfService]));
  const judgements = new Map<Placed, StaffOverlapJudgement>();
  for (const day of days) {
    const overlaps = firstOverlaps(day, sameGroupOrSession(duplicateKey));
    let sure: Map<Placed, Overlap> | undefined;
    for (const placed of day) {
      const first = overlaps.get(placed);
      if (first === undefined || !mayBeOne(placed, first.other)) {
        judgements.set(placed, judged(placed, first, first));
      } else {
        sure ??= sureOverlaps(day);
        judgements.set(placed, judged(placed, sure.get(placed), first));
      }
    }
  }
  return judgements;
}

/** Whether two are one session if they are of one member, of which one states none. */
function mayBeOne(placed: Placed, other: Placed): boolean {
  return !(isStated(placed) && isStated(other)) && sessionKey(placed) === sessionKey(other);
}

/** Overlaps of sessions that are not the same, whoever the members are that are not stated. */
function sureOverlaps(day: readonly Placed[]): Map<Placed, Overlap> {
  return new Map([
    ...firstOverlaps(day.filter(isStated), sameGroupOrSession(duplicateKey)),
    ...firstOverlaps(day, sameGroupOrSession(sessionKey)),
  ]);
}

/** A session of no group has none in common with others. */
function sameGroupOrSession(keyOf: (placed: Placed) => string): (placed: Placed) => Kin {
  return (placed) => {
    const group = placed.session.group?.id;
    return [JSON.stringify(group == null ? placed.position : { group }), keyOf(placed)];
  };
}

function judged(
  placed: Placed,
  sure: Overlap | undefined,
  possible: Overlap | undefined,
): StaffOverlapJudgement {
  if (spanOf(placed.session) === null) return noClock;
  if (placed.staff === null) return noStaff;
  const overlap = sure ?? possible;
  if (overlap === undefined) return 'pass';
  const { sentence, data } = sharedMinutes(placed, overlap, ' of the staff member');
  const isSure = sure !== undefined;
  return finding({
    rule: 'schedule/staff-overlap',
    outcome: isSure ? 'fail' : 'unknown',
    severity: isSure || !isStated(placed) ? 'error' : 'warning',
    message: inTurn(sentence, isSure ? '' : 'Whether both are one session is not known.', says),
    data,
    paths: ['/startTime', '/endTime', '/staff/id'],
    unknown: isSure ? [] : [{ path: 'member.id' }],
    cite,
    denials: denialsOf('programRules'),
  });
}
