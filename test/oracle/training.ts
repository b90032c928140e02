import type { Answer } from './completions.js';
import { dayAfter, sixMonthsAfter } from './calendar.js';
import type { Facts } from './facts.js';
import type { Circumstances, OracleRule } from './rule.js';

/** Training of those who give professional psychosocial rehabilitation: topics, hours, papers and the six months. */

const initialTopics = ['cpr-program-orientation', 'documentation-and-medicaid-compliance'];

/** Hours of each topic; null where the sheet sets none. */
export const additionalTopics: Readonly<Record<string, number | null>> = {
  'cpr-additional-training': null,
  'cognitive-behavioral-therapy': 2.5,
  'recovery-based-treatment-plan': 2,
  'illness-management-and-recovery': 2.5,
  'introduction-to-dbt': 2,
  iddt: 2,
  'motivational-interviewing': 4,
  'suicide-prevention': 2,
  ptsd: 1,
  'medications-and-diagnosis': 1,
  'older-adults': 1,
};

interface Training {
  topic: string;
  completedOn?: string | null;
  hours?: number | null;
  documented?: boolean | null;
}

interface Entry {
  topic: string;
  hours: number;
  isDocumented: () => boolean;
}

const allTopics = [...initialTopics, ...Object.keys(additionalTopics)];

/** A list that is not stated: nothing done, or everything done, with papers or without. */
function assumedTrainings(on: string): Training[][] {
  const every = (documented: boolean) =>
    allTopics.map((topic) => ({ topic, completedOn: on, hours: 4, documented }));
  return [[], every(true), every(false)];
}

/** Trainings in a topic that are over by the date of service. Hours that are not stated: none, some, or enough. */
export function completed(facts: Facts, topic: string, needed: number | null): Entry[] {
  const { of, assume, on } = facts;
  const path = 'staff.trainings';
  const entries = of<readonly Training[]>(path, () => assumedTrainings(on)) ?? [];
  return entries.flatMap((entry, index) => {
    const { topic: its, completedOn, hours, documented } = entry;
    const place = `${path}.${index}`;
    if (facts.meant(path, its, allTopics) !== topic) return [];
    const day = completedOn ?? assume(`${place}.completedOn`, () => [on, dayAfter(on, 1)]);
    if (day > on) return [];
    const spent = needed === null ? 1 : (hours ?? assume(`${place}.hours`, () => [0, needed / 4, needed]));
    const isDocumented = () => documented ?? assume(`${place}.documented`, () => [true, false]);
    return [{ topic, hours: spent, isDocumented }];
  });
}

interface Defence {
  topic: string;
  documented?: boolean | null;
  approvedOn?: string | null;
}

/** Entries of a topic among waivers or exceptions; left out, there are none. */
function defences(facts: Facts, list: 'trainingWaivers' | 'trainingExceptions', topic: string) {
  const entries = (facts.stated(`staff.${list}`) ?? []) as readonly Defence[];
  return entries
    .map((entry, index) => ({ entry, place: `staff.${list}.${index}` }))
    .filter(({ entry }) => facts.meant('staff.trainings', entry.topic, allTopics) === topic);
}

function isReleased(facts: Facts, topic: string): boolean {
  return (
    defences(facts, 'trainingWaivers', topic).length > 0 ||
    defences(facts, 'trainingExceptions', topic).length > 0
  );
}

/** To a millionth of an hour, so that tenths add up. */
const total = (entries: readonly Entry[]) =>
  Math.round(entries.reduce((sum, { hours }) => sum + hours, 0) * 1e6) / 1e6;

function isDone(facts: Facts, topic: string, needed: number | null): boolean {
  return isReleased(facts, topic) || total(completed(facts, topic, needed)) >= (needed ?? 1);
}

/** Whether what counts toward a topic has its paper; how much of it is done is not asked here. */
function isOnPaper(facts: Facts, topic: string, needed: number | null): boolean {
  const entries = completed(facts, topic, needed);
  const documented = entries.filter((entry) => entry.isDocumented());
  if (total(documented) >= (needed ?? 1)) return true;
  if (isReleased(facts, topic)) return isReleaseOnPaper(facts, topic);
  return entries.every((entry) => entry.isDocumented());
}

function isReleaseOnPaper(facts: Facts, topic: string): boolean {
  const { assume, on } = facts;
  return (
    defences(facts, 'trainingWaivers', topic).some(
      ({ entry, place }) => entry.documented ?? assume(`${place}.documented`, () => [true, false]),
    ) ||
    defences(facts, 'trainingExceptions', topic).some(
      ({ entry, place }) =>
        (entry.approvedOn ?? assume(`${place}.approvedOn`, () => [on, dayAfter(on, 1)])) <= on,
    )
  );
}

/**
 * Six months from the first service, of which the day itself is one; where that is not stated, it was not before the person
 * was hired. Counted from the hire, that was not after the first service.
 */
function isOverdue({ stated, assume, on }: Facts, { trainingFrom }: Circumstances): boolean {
  const isPast = (day: string) => on > sixMonthsAfter(day < on ? day : on);
  const first = stated('staff.firstServiceDate') as string | undefined;
  const hired = stated('staff.hireDate') as string | undefined;
  if (trainingFrom === 'hire') {
    if (hired !== undefined) return isPast(hired);
    return (first !== undefined && isPast(first)) || assume('staff.hireDate', () => [true, false]);
  }
  if (first !== undefined) return isPast(first);
  const canBe = hired === undefined || isPast(hired);
  return assume('staff.firstServiceDate', () => (canBe ? [true, false] : [false]));
}

export const trainingRules: readonly OracleRule[] = [
  {
    rule: 'staff/initial-training',
    judge: (facts) => (initialTopics.every((topic) => isDone(facts, topic, null)) ? 'pass' : 'error'),
  },
  {
    rule: 'staff/additional-training',
    judge(facts, check): Answer {
      const topics = Object.entries(additionalTopics);
      if (topics.every(([topic, needed]) => isDone(facts, topic, needed))) return 'pass';
      return isOverdue(facts, check) ? 'error' : 'due';
    },
  },
  {
    rule: 'staff/training-documented',
    judge(facts, check): Answer {
      if (!initialTopics.every((topic) => isOnPaper(facts, topic, null))) return 'error';
      const topics = Object.entries(additionalTopics);
      if (topics.every(([topic, needed]) => isOnPaper(facts, topic, needed))) return 'pass';
      return isOverdue(facts, check) ? 'error' : 'due';
    },
  },
];
