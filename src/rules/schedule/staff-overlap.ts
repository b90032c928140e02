import type { UnknownFact } from '../../conditions/circumstances.js';
import { reason } from '../../findings/reasons.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { inTurn } from '../../findings/wording.js';
import type { FindingOf } from '../../findings/result.js';
import { keyOf } from '../../values/key-of.js';
import type { AboutRuleForAll, BatchRule, Judgement } from '../rule.js';
import { isIndividual, meetingKey } from './meeting.js';
import {
  earliest,
  firstOverlaps,
  overlapDataSchema,
  overlapDataWords,
  sharedMinutes,
  type Overlap,
  type OverlapData,
} from './overlap.js';
import {
  alikeDuplicateKey,
  duplicateKey,
  groupedBy,
  isStated,
  sessionKey,
  spanOf,
  type PlacedEntry,
} from './placed.js';

const cite = general('A person is in one session at a time');
const says = 'A staff member gives one session at a time, but for those of one meeting.';
const noClock = { notApplicable: reason('clock-not-known') };
const noStaff = { notApplicable: reason('staff-not-known') };

type StaffOverlapJudgement = Judgement<FindingOf<'schedule/staff-overlap', OverlapData>>;

export const staffOverlap: BatchRule<'schedule/staff-overlap', OverlapData> = {
  scope: 'batch',
  across: 'members',
  isOfOneDay: true,
  id: 'schedule/staff-overlap',
  judgeAll: staffOverlaps,
};

export const aboutStaffOverlap = {
  severity: 'error',
  says,
  cite,
  reads: [
    'staff.id',
    'dateOfService',
    'startTime',
    'endTime',
    'group.id',
    'agency.id',
    'format',
    'service',
    'member.id',
  ],
  demands:
    'no other session of the staff member has a minute in common with it, unless both are of one meeting: one group, agency and service, and neither is individual; where one of the two states no group, whether they are is not known',
  denials: ['programRules'],
  dataWords: overlapDataWords,
  data: overlapDataSchema,
} satisfies AboutRuleForAll<OverlapData>;

/** The staff member has no other session at the same minutes, unless both are of one meeting. */
function staffOverlaps(entries: readonly PlacedEntry[]): Map<PlacedEntry, StaffOverlapJudgement> {
  const days = groupedBy(entries, ({ staff, session }) => keyOf(staff, session.dateOfService));
  const judgements = new Map<PlacedEntry, StaffOverlapJudgement>();
  for (const day of days) {
    const overlaps = day.length === 1 ? noOverlaps : overlapsOf(day);
    for (const placed of day) judgements.set(placed, judged(placed, overlaps));
  }
  return judgements;
}

type Overlaps = ReadonlyMap<PlacedEntry, Overlap<PlacedEntry>>;

/** The overlap of each entry that is named first: one that is sure, that only a group could settle, or that a member could. */
interface DayOverlaps {
  readonly sure: Overlaps;
  readonly open: Overlaps;
  readonly possible: Overlaps;
}

const none: Overlaps = new Map();
const noOverlaps: DayOverlaps = { sure: none, open: none, possible: none };

function overlapsOf(day: readonly PlacedEntry[]): DayOverlaps {
  const possible = firstOverlaps(day, (placed) => [meeting(placed), duplicateKey(placed)]);
  if (possible.size === 0) return { sure: possible, open: possible, possible };
  return { sure: sureOverlaps(day), open: openOverlaps(day), possible };
}

/** An entry of no meeting has it in common with none. */
function meeting(placed: PlacedEntry): string {
  return meetingKey(placed) ?? JSON.stringify(placed.position);
}

/** Entries with this key may be of one meeting where one of them states no group. */
function possibleMeeting(placed: PlacedEntry): string {
  return JSON.stringify(isIndividual(placed) ? placed.position : placed.session.service);
}

/** Overlaps of two that are neither of one meeting nor one session, whatever is not known. */
function sureOverlaps(day: readonly PlacedEntry[]): Overlaps {
  const isTold = (placed: PlacedEntry) => isIndividual(placed) || meetingKey(placed) !== null;
  const passes = [
    [day, sessionKey],
    [day.filter(isStated), alikeDuplicateKey],
  ] as const;
  return earliest(
    passes.flatMap(([entries, keyOf]) => [
      firstOverlaps(entries, (placed) => [possibleMeeting(placed), keyOf(placed)]),
      firstOverlaps(entries.filter(isTold), (placed) => [meeting(placed), keyOf(placed)]),
    ]),
  );
}

/** Overlaps of two that are not one session, whoever the members are that are not stated. */
function openOverlaps(day: readonly PlacedEntry[]): Overlaps {
  return earliest([
    firstOverlaps(day, (placed) => [meeting(placed), sessionKey(placed)]),
    firstOverlaps(day.filter(isStated), (placed) => [meeting(placed), duplicateKey(placed)]),
  ]);
}

function judged(placed: PlacedEntry, { sure, open, possible }: DayOverlaps): StaffOverlapJudgement {
  if (spanOf(placed.session) === null) return noClock;
  if (placed.staff === null) return noStaff;
  const overlap = sure.get(placed) ?? open.get(placed) ?? possible.get(placed);
  if (overlap === undefined) return 'pass';
  const { sentence, data } = sharedMinutes(placed, overlap, ' of the staff member');
  const isSure = sure.has(placed);
  const isHeld = isSure || open.has(placed) || !isStated(placed);
  const questions = isSure ? [] : questionsOf(placed, overlap.other);
  return finding({
    rule: 'schedule/staff-overlap',
    outcome: isSure ? 'fail' : 'unknown',
    severity: isHeld ? 'error' : 'warning',
    message: inTurn(sentence, ...questions.map(({ open }) => open), says),
    data,
    paths: ['/startTime', '/endTime', '/staff/id'],
    unknown: questions.map(({ asks }) => asks),
    cite,
    denials: denialsOf('programRules'),
  });
}

interface Question {
  readonly open: string;
  readonly asks: UnknownFact;
}

/** What is open of two: whether they are one session, or of one meeting. */
function questionsOf(placed: PlacedEntry, other: PlacedEntry): Question[] {
  const mayBeOne =
    alikeDuplicateKey(placed) === alikeDuplicateKey(other) ||
    (!(isStated(placed) && isStated(other)) && sessionKey(placed) === sessionKey(other));
  const lacksGroup = meetingKey(placed) === null || meetingKey(other) === null;
  const mayMeet = lacksGroup && possibleMeeting(placed) === possibleMeeting(other);
  return [...(mayBeOne ? [oneSession] : []), ...(mayMeet ? [oneMeeting] : [])];
}

const oneSession: Question = {
  open: 'Whether both are one session is not known.',
  asks: { path: 'member.id' },
};
const oneMeeting: Question = {
  open: 'Whether both are of one meeting is not known: at least one of them states no group.',
  asks: { path: 'group.id' },
};
