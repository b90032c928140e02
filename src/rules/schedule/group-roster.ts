import type { UnknownFact } from '../../conditions/circumstances.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import type { RosterData } from '../../findings/finding-data.js';
import { conflict, count, notKnown } from '../../findings/wording.js';
import type { Judgement } from '../rule.js';
import { groupedBy, inWords, spanOf, timeOf, type Placed } from './placed.js';

const cite = general('The sessions of one group meeting agree');
const says =
  'The sessions of one group agree on day, service, people and staff, and no more come than are stated.';

/** What is wrong with a group, as a clause, and the numbers behind it. */
interface Quarrel {
  readonly fact: string;
  readonly data: RosterData;
}

/** Sessions that share a group's key agree, and no more staff and members are in it than they state. */
export function groupRosters(entries: readonly Placed[]): Map<Placed, Judgement> {
  const judgements = new Map<Placed, Judgement>();
  for (const placed of entries) {
    if (placed.session.group?.id == null) judgements.set(placed, { notApplicable: 'no group is stated' });
    else if (spanOf(placed.session) === null || placed.staff === null) {
      judgements.set(placed, {
        notApplicable: 'the clock times are not both known, or it is not known who rendered the session',
      });
    }
  }
  const compared = entries.filter((placed) => !judgements.has(placed));
  for (const group of groupedBy(compared, ({ session }) => session.group?.id)) {
    const crowd = crowding(group) ?? tooManyStaff(group);
    const disagreement = disagreements(group);
    for (const placed of group) {
      judgements.set(placed, judged(placed, disagreement(placed) ?? crowd, group.length === 1));
    }
  }
  return judgements;
}

function judged(placed: Placed, quarrel: Quarrel | undefined, isAlone: boolean): Judgement {
  if (quarrel !== undefined) return problem('fail', conflict(quarrel.fact, says), quarrel.data, []);
  const { group } = placed.session;
  const unknown: UnknownFact[] = [
    ...(group?.participants == null ? [{ path: 'group.participants' } as const] : []),
    ...(group?.staff == null ? [{ path: 'group.staff' } as const] : []),
  ];
  if (isAlone || unknown.length === 0) return 'pass';
  return problem(
    'unknown',
    notKnown(namesOf(unknown), says),
    { stated: null, found: null, at: null, other: null },
    unknown,
  );
}

function problem(
  outcome: 'fail' | 'unknown',
  message: string,
  data: RosterData,
  unknown: readonly UnknownFact[],
): Judgement {
  return finding({
    rule: 'schedule/group-roster',
    outcome,
    severity: 'error',
    message,
    data,
    paths: ['/group/id', '/group/participants', '/group/staff'],
    unknown,
    cite,
    denials: denialsOf('programRules'),
  });
}

type FactOf = (session: Placed['session']) => unknown;

const agreed: readonly (readonly [name: string, of: FactOf])[] = [
  ['date of service', ({ dateOfService }) => dateOfService],
  ['service', ({ service }) => service],
  ['number of people', ({ group }) => group?.participants],
  ['number of staff', ({ group }) => group?.staff],
];

/** For each session of a group, another one that states something else, if there is one; in one pass for each fact. */
function disagreements(group: readonly Placed[]): (placed: Placed) => Quarrel | undefined {
  const disputed = agreed.flatMap(([name, of]) => {
    const first = group.find(({ session }) => of(session) != null);
    const other =
      first && group.find(({ session }) => of(session) != null && of(session) !== of(first.session));
    return first === undefined || other === undefined ? [] : [{ name, of, first, other }];
  });
  return ({ session }) => {
    const dispute = disputed.find(({ of }) => of(session) != null);
    if (dispute === undefined) return undefined;
    const { name, of, first, other } = dispute;
    const { position } = of(session) === of(first.session) ? other : first;
    return {
      fact: `The ${name} is not that of ${inWords(position)}`,
      data: { stated: null, found: null, at: null, other: position },
    };
  };
}

function tooManyStaff(group: readonly Placed[]): Quarrel | undefined {
  const stated = group.find(({ session }) => session.group?.staff != null)?.session.group?.staff;
  const found = new Set(group.map(({ staff }) => staff)).size;
  if (stated == null || found <= stated) return undefined;
  return {
    fact: `${count(found, 'staff member')} rendered the sessions of the group, which states ${String(stated)}`,
    data: { stated, found, at: null, other: null },
  };
}

/** The first minute at which more members are present than are stated. */
function crowding(group: readonly Placed[]): Quarrel | undefined {
  const stated = group.find(({ session }) => session.group?.participants != null)?.session.group
    ?.participants;
  if (stated == null) return undefined;
  const comings = group
    .flatMap((placed) => {
      // Nobody knows that two whose keys are not known are one.
      const who = placed.member ?? placed;
      const spans = [spanOf(placed.session)].filter((span) => span !== null);
      return spans.flatMap(({ start, end }) => [
        { at: start, who, step: 1 },
        { at: end, who, step: -1 },
      ]);
    })
    // Who leaves at a minute is gone before who comes at it.
    .sort((one, other) => one.at - other.at || one.step - other.step);
  const present = new Map<Placed | string, number>();
  for (const { at, who, step } of comings) {
    const stays = (present.get(who) ?? 0) + step;
    if (stays === 0) present.delete(who);
    else present.set(who, stays);
    if (present.size <= stated) continue;
    return {
      fact: `At ${timeOf(at)} ${count(present.size, 'member')} are present in the group, which states ${count(stated, 'person', 'people')}`,
      data: { stated, found: present.size, at: timeOf(at), other: null },
    };
  }
  return undefined;
}
