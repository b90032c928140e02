import { reason } from '../../findings/reasons.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { count } from '../../findings/wording.js';
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
  const overlaps = new Map(days.flatMap((day) => [...firstOverlaps(day, sameGroupOrSession)]));
  return new Map(entries.map((placed) => [placed, judged(placed, overlaps.get(placed))]));
}

/** A session of no group has none in common with others, nor is one of an unknown member the same as another. */
function sameGroupOrSession(placed: Placed): Kin {
  const itself = JSON.stringify(placed.position);
  const group = placed.session.group?.id;
  return [
    group == null ? itself : JSON.stringify({ group }),
    placed.member === null ? itself : duplicateKey(placed),
  ];
}

function judged(placed: Placed, overlap: Overlap | undefined): StaffOverlapJudgement {
  if (spanOf(placed.session) === null) return noClock;
  if (placed.staff === null) return noStaff;
  if (overlap === undefined) return 'pass';
  const minutes = overlap.end - overlap.start;
  const [from, through] = [timeOf(overlap.start), timeOf(overlap.end)];
  const other = otherInWords(placed.position, overlap.other.position);
  const verb = minutes === 1 ? 'is' : 'are';
  return finding({
    rule: 'schedule/staff-overlap',
    outcome: 'fail',
    severity: 'error',
    message: `${count(minutes, 'minute')} of the staff member from ${from} to ${through} ${verb} also in ${other}. ${says}`,
    data: { minutes, from, through, other: overlap.other.position },
    paths: ['/startTime', '/endTime', '/staff/id'],
    cite,
    denials: denialsOf('programRules'),
  });
}
