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
import { count, counted, inTurn, notKnown } from '../../findings/wording.js';
import type { FindingOf, Severity } from '../../findings/result.js';
import type { Readings } from '../../readings/generated.js';
import type { ClockTime } from '../../values/clock-time.js';
import { isFinding, type AboutRuleForAll, type BatchRule, type DataParts, type Judgement } from '../rule.js';
import { crowdOf, perhaps, perhapsOthers, surely, type Counting, type Crowd } from './crowd.js';
import { isTooLarge } from '../session/group-size.js';
import { isIndividual, meetingsOf } from './meeting.js';
import { areAlike, isStated, spanOf, type Placed, type PlacedEntry } from './placed.js';

const cite = general('The sessions of one group meeting agree');
const says =
  'The sessions of one meeting state the same numbers of people and staff, and no more come than are stated.';
const noGroup = { notApplicable: reason('group-not-stated') };
const individual = { notApplicable: reason('session-individual') };

/** What a meeting states of itself and what its sessions show; null where a number is not what is wrong. */
export interface RosterData {
  /** People or staff as the meeting states them, the largest number, and as its sessions show. */
  stated: number | null;
  found: number | null;
  /** The first minute at which too many are present; null too where they are so at a minute that is not known. */
  at: ClockTime | null;
  /** A session of the meeting that states something else. */
  other: Position | null;
  /** JSON Pointer of the first session of the meeting with which the same is said. */
  sharedWith?: string;
}

type GroupRosterJudgement = Judgement<FindingOf<'schedule/group-roster', RosterData>>;

export const groupRoster: BatchRule<'schedule/group-roster', RosterData> = {
  scope: 'batch',
  across: 'members',
  isOfOneDay: true,
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
    'format',
    'dateOfService',
    'startTime',
    'endTime',
    'service',
    'agency.id',
    'member.id',
    'staff.id',
  ],
  demands:
    'the sessions of a meeting (one group, agency, day and service, and minutes that overlap) state the same numbers of people and staff, and the largest are enough for the members present at any minute and for the staff who render them; a failure is an error where the most people, with the least staff stated, are too large a group for the service, and else a warning',
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

/** The rows of one meeting agree, and no more staff and members are in it than the largest numbers that they state. */
function groupRosters(
  entries: readonly PlacedEntry[],
  _priorUses: readonly Placed[],
  { groupRatio }: Readings,
): Map<PlacedEntry, GroupRosterJudgement> {
  const judgements = new Map<PlacedEntry, GroupRosterJudgement>(
    entries.map((placed) => [
      placed,
      placed.session.group?.id != null && isIndividual(placed) ? individual : noGroup,
    ]),
  );
  for (const rows of meetingsOf(entries)) {
    const judge = judgedMeeting(rows, groupRatio);
    const share = sharing();
    for (const placed of rows) {
      const judgement = judge(placed);
      judgements.set(placed, isFinding(judgement) ? share(judgement, placed.pointer) : judgement);
    }
  }
  return judgements;
}

/** What is wrong with a meeting, or may be. */
interface Quarrel {
  readonly severity: Severity;
  readonly fact: string;
  readonly dataOf: (placed: PlacedEntry) => RosterData;
  /** What would tell whether it is so; nothing where it is. */
  readonly unknown: readonly UnknownFact[];
}

/** What is sure comes before what may be so, and an error before a warning. */
function judgedMeeting(
  rows: readonly PlacedEntry[],
  groupRatio: Readings['groupRatio'],
): (placed: PlacedEntry) => GroupRosterJudgement {
  const sure = quarrelOf(rows, surely, groupRatio, []);
  const notTold = [...(rows.some(hasNoTimes) ? noTimes : []), ...(areAlike(rows) ? noMember : [])];
  const open = notTold.length > 0 ? quarrelOf(rows, perhaps, groupRatio, notTold) : undefined;
  const ofOthers = rows.every(isStated) ? undefined : quarrelOf(rows, perhapsOthers, groupRatio, noMember);
  return (placed) => {
    // Who states a key is not held back by those who state none.
    const ofMembers = ofOthers && isStated(placed) ? { ...ofOthers, severity: 'warning' as const } : ofOthers;
    const quarrels = [sure, open, ofMembers].filter((one) => one !== undefined);
    const [first] = [...quarrels.filter(({ severity }) => severity === 'error'), ...quarrels];
    return first === undefined ? 'pass' : problem(first, placed);
  };
}

const noTimes = [{ path: 'startTime' }, { path: 'endTime' }] as const;
const noMember = [{ path: 'member.id' }] as const;

function hasNoTimes({ session }: PlacedEntry): boolean {
  return spanOf(session) === null;
}

function quarrelOf(
  rows: readonly PlacedEntry[],
  counting: Counting,
  groupRatio: Readings['groupRatio'],
  unknown: readonly UnknownFact[],
): Quarrel | undefined {
  const people = statedBy(rows, 'participants');
  const staff = statedBy(rows, 'staff');
  const { most, first } = crowdOf(rows, people.largest, counting);
  const what =
    (first && tooMany(first, people.largest, unknown.length > 0)) ??
    tooManyStaff(rows, staff.largest) ??
    disagreement(people, 'people') ??
    disagreement(staff, 'staff');
  if (what === undefined) return undefined;
  const number = Math.max(most, ...people.numbers);
  const isError = rows.some(({ compiled }) =>
    isTooLarge(compiled.service, number, staff.numbers[0], groupRatio),
  );
  return { ...what, severity: isError ? 'error' : 'warning', unknown };
}

/** What the rows of a meeting state of a number. */
interface Numbers {
  /** Each once, the smallest first. */
  readonly numbers: readonly number[];
  /** Any number is enough where none is stated. */
  readonly largest: number;
  /** The first row to state one, and the first to state another. */
  readonly firsts: readonly PlacedEntry[];
  readonly of: (row: PlacedEntry) => number | null | undefined;
}

function statedBy(rows: readonly PlacedEntry[], what: 'participants' | 'staff'): Numbers {
  const of = ({ session }: PlacedEntry) => session.group?.[what];
  const firsts = new Map<number, PlacedEntry>();
  for (const row of rows) {
    const number = of(row);
    if (number != null && !firsts.has(number)) firsts.set(number, row);
  }
  const numbers = [...firsts.keys()].sort((one, other) => one - other);
  return { numbers, largest: numbers.at(-1) ?? Infinity, firsts: [...firsts.values()], of };
}

type Wrong = Pick<Quarrel, 'fact' | 'dataOf'>;

function tooMany({ found, at }: NonNullable<Crowd['first']>, stated: number, isOpen: boolean): Wrong {
  const when = at === null ? '' : `At ${at} `;
  const present = isOpen ? `${count(found, 'member')} may be` : counted(found, 'member');
  return {
    fact: `${when}${present} present in the meeting, for which ${counted(stated, 'person', 'people')} stated.`,
    dataOf: () => ({ stated, found, at, other: null }),
  };
}

function tooManyStaff(rows: readonly PlacedEntry[], stated: number): Wrong | undefined {
  const found = new Set(rows.flatMap(({ staff }) => staff ?? [])).size;
  if (found <= stated) return undefined;
  return {
    fact: `${count(found, 'staff member')} rendered the sessions of the meeting, for which ${counted(stated, 'staff member')} stated.`,
    dataOf: () => ({ stated, found, at: null, other: null }),
  };
}

function disagreement({ numbers, firsts: [first, second], of }: Numbers, what: string): Wrong | undefined {
  if (first === undefined || second === undefined) return undefined;
  return {
    fact: `${inWords(numbers)} ${what} are stated for one meeting.`,
    dataOf: (placed) => {
      const { position } = of(placed) === of(first) ? second : first;
      return { stated: null, found: null, at: null, other: position };
    },
  };
}

/** "6 and 7", "5, 6 and 7" */
function inWords(numbers: readonly number[]): string {
  return `${numbers.slice(0, -1).join(', ')} and ${String(numbers.at(-1))}`;
}

function problem({ severity, fact, dataOf, unknown }: Quarrel, placed: PlacedEntry): GroupRosterJudgement {
  return finding({
    rule: 'schedule/group-roster',
    outcome: unknown.length > 0 ? 'unknown' : 'fail',
    severity,
    message: inTurn(fact, unknown.length > 0 ? notKnown(namesOf(unknown)) : '', says),
    data: dataOf(placed),
    paths: ['/group/id', '/group/participants', '/group/staff'],
    unknown,
    cite,
    denials: denialsOf('programRules'),
  });
}
