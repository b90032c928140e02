import { clockTime } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import type { UnknownFact } from '../../conditions/circumstances.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { reason } from '../../findings/reasons.js';
import { sharing } from '../../findings/shared.js';
import type { Position } from '../../findings/finding-data.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { FindingOf, Severity } from '../../findings/result.js';
import type { Who } from '../../units/account.js';
import { isFinding, type AboutRuleForAll, type BatchRule, type DataParts, type Judgement } from '../rule.js';
import type { ClockTime } from '../../values/clock-time.js';
import { groupedBy, isStated, otherInWords, spanOf, timeOf, type PlacedEntry, type Span } from './placed.js';

const cite = general('The sessions of one group meeting agree');
const says =
  'The sessions of one group agree on day, service, people and staff, and no more come than are stated.';
const noGroup = { notApplicable: reason('group-not-stated') };
const noClockOrStaff = { notApplicable: reason('clock-or-staff-not-known') };

/** What a group states of itself and what its sessions show; null where a number is not what is wrong. */
export interface RosterData {
  /** People or staff as the group states them, and as its sessions show. */
  stated: number | null;
  found: number | null;
  /** The first minute at which too many are present. */
  at: ClockTime | null;
  /** A session of the group that states something else. */
  other: Position | null;
  /** JSON Pointer of the first session of the group with which the same is said. */
  sharedWith?: string;
}

type GroupRosterJudgement = Judgement<FindingOf<'schedule/group-roster', RosterData>>;

export const groupRoster: BatchRule<'schedule/group-roster', RosterData> = {
  scope: 'batch',
  across: 'members',
  id: 'schedule/group-roster',
  judgeAll: groupRosters,
};

export const aboutGroupRoster = {
  severity: 'error',
  says,
  cite,
  reads: [
    'group.id',
    'group.participants',
    'group.staff',
    'dateOfService',
    'startTime',
    'endTime',
    'service',
    'member.id',
    'staff.id',
  ],
  demands:
    'the sessions that state the same group state the same day, service, people and staff, and no more staff render them, and no more members are present at any minute, than they state',
  denials: ['programRules'],
  data: ({ position }: DataParts) =>
    z.strictObject({
      stated: z.nullable(z.number()),
      found: z.nullable(z.number()),
      at: z.nullable(clockTime),
      other: z.nullable(position),
      sharedWith: z.exactOptional(z.string()),
    }),
} satisfies AboutRuleForAll<RosterData>;

/** What is wrong with a group, as a sentence, and the numbers behind it. */
interface Quarrel {
  readonly fact: string;
  readonly data: RosterData;
}

/** A session of a group, of which is known when it is and who renders it. */
interface Attendance {
  readonly placed: PlacedEntry;
  readonly group: NonNullable<PlacedEntry['session']['group']>;
  readonly span: Span;
}

/** Sessions that share a group's key agree, and no more staff and members are in it than they state. */
function groupRosters(entries: readonly PlacedEntry[]): Map<PlacedEntry, GroupRosterJudgement> {
  const judgements = new Map<PlacedEntry, GroupRosterJudgement>();
  const attendances: Attendance[] = [];
  for (const placed of entries) {
    const { group } = placed.session;
    const span = spanOf(placed.session);
    if (group?.id == null) judgements.set(placed, noGroup);
    else if (span !== null && placed.staff !== null) attendances.push({ placed, group, span });
    else judgements.set(placed, noClockOrStaff);
  }
  for (const meeting of groupedBy(attendances, ({ group }) => group.id)) {
    const crowd = crowding(meeting, sureNumber) ?? tooManyStaff(meeting);
    const possible = crowding(meeting, (members, notStated) => members + notStated);
    const disagreement = disagreements(meeting);
    const share = sharing();
    for (const attendance of meeting) {
      const { placed } = attendance;
      const quarrel = disagreement(attendance) ?? crowd;
      const judgement = judged(attendance, quarrel, possible, meeting.length === 1);
      const isOfMeeting = isFinding(judgement) && judgement.data.found !== null;
      judgements.set(placed, isOfMeeting ? share(judgement, placed.pointer) : judgement);
    }
  }
  return judgements;
}

function judged(
  { group, placed }: Attendance,
  quarrel: Quarrel | undefined,
  possible: Quarrel | undefined,
  isAlone: boolean,
): GroupRosterJudgement {
  if (quarrel !== undefined) return problem('fail', 'error', inTurn(quarrel.fact, says), quarrel.data, []);
  if (possible !== undefined && !isStated(placed)) return maybe(possible, 'error');
  const unknown: UnknownFact[] = [
    ...(group.participants == null ? [{ path: 'group.participants' } as const] : []),
    ...(group.staff == null ? [{ path: 'group.staff' } as const] : []),
  ];
  if (!isAlone && unknown.length > 0) return open(unknown);
  return possible === undefined ? 'pass' : maybe(possible, 'warning');
}

function maybe({ fact, data }: Quarrel, severity: Severity): GroupRosterJudgement {
  const message = inTurn(fact, 'It is so if those whose member is not stated are others.', says);
  return problem('unknown', severity, message, data, [{ path: 'member.id' }]);
}

function open(unknown: readonly UnknownFact[]): GroupRosterJudgement {
  return problem(
    'unknown',
    'error',
    inTurn(notKnown(namesOf(unknown)), says),
    { stated: null, found: null, at: null, other: null },
    unknown,
  );
}

function problem(
  outcome: 'fail' | 'unknown',
  severity: Severity,
  message: string,
  data: RosterData,
  unknown: readonly UnknownFact[],
): GroupRosterJudgement {
  return finding({
    rule: 'schedule/group-roster',
    outcome,
    severity,
    message,
    data,
    paths: ['/group/id', '/group/participants', '/group/staff'],
    unknown,
    cite,
    denials: denialsOf('programRules'),
  });
}

type FactOf = (attendance: Attendance) => unknown;

const agreed: readonly (readonly [name: string, of: FactOf])[] = [
  ['date of service', ({ placed }) => placed.session.dateOfService],
  ['service', ({ placed }) => placed.session.service],
  ['number of people', ({ group }) => group.participants],
  ['number of staff', ({ group }) => group.staff],
];

/** For each session of a group, another one that states something else, if there is one; in one pass for each fact. */
function disagreements(meeting: readonly Attendance[]): (attendance: Attendance) => Quarrel | undefined {
  const statements = agreed.map(([name, of]) => {
    const firstToState = new Map<unknown, Attendance>();
    for (const one of meeting) {
      const stated = of(one);
      if (stated != null && !firstToState.has(stated)) firstToState.set(stated, one);
    }
    return { name, of, firsts: [...firstToState.values()] };
  });
  return (attendance) => {
    for (const { name, of, firsts } of statements) {
      const stated = of(attendance);
      const other = stated == null ? undefined : firsts.find((one) => of(one) !== stated);
      if (other === undefined) continue;
      return {
        fact: `The ${name} is not that of ${otherInWords(attendance.placed, other.placed)}.`,
        data: { stated: null, found: null, at: null, other: other.placed.position },
      };
    }
    return undefined;
  };
}

function tooManyStaff(meeting: readonly Attendance[]): Quarrel | undefined {
  const stated = meeting.find(({ group }) => group.staff != null)?.group.staff;
  const found = new Set(meeting.map(({ placed }) => placed.staff)).size;
  if (stated == null || found <= stated) return undefined;
  return {
    fact: `${count(found, 'staff member')} rendered the sessions of the group, which states ${String(stated)}.`,
    data: { stated, found, at: null, other: null },
  };
}

/** How many members are there surely: those who are not stated may be any of the others. */
function sureNumber(members: number, notStated: number): number {
  return Math.max(members, Math.min(notStated, 1));
}

/** The first minute at which more members are present than are stated. */
function crowding(
  meeting: readonly Attendance[],
  numberOf: (members: number, notStated: number) => number,
): Quarrel | undefined {
  const stated = meeting.find(({ group }) => group.participants != null)?.group.participants;
  if (stated == null) return undefined;
  const comings = meeting
    .flatMap(({ placed, span }) => {
      const { who } = placed;
      return [
        { at: span.start, who, step: 1 },
        { at: span.end, who, step: -1 },
      ];
    })
    // Who leaves at a minute is gone before who comes at it.
    .sort((one, other) => one.at - other.at || one.step - other.step);
  const present = new Map<Who, number>();
  let notStated = 0;
  for (const { at, who, step } of comings) {
    const before = present.get(who) ?? 0;
    const stays = before + step;
    if (stays === 0) present.delete(who);
    else present.set(who, stays);
    if (typeof who === 'number') notStated += Math.sign(stays) - Math.sign(before);
    const found = numberOf(present.size - notStated, notStated);
    if (found <= stated) continue;
    return {
      fact: `At ${timeOf(at)} ${count(found, 'member')} are present in the group, which states ${count(stated, 'person', 'people')}.`,
      data: { stated, found, at: timeOf(at), other: null },
    };
  }
  return undefined;
}
