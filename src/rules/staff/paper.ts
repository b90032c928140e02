import type { UnknownFact } from '../../conditions/circumstances.js';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from '../../conditions/truth.js';
import type { Session } from '../../facts/session.js';
import type { Training } from '../../facts/staff.js';
import type { CivilDate } from '../../values/civil-date.js';
import {
  entriesOf,
  isDoneBy,
  leastHours,
  mostHours,
  neededFor,
  openFacts,
  sumOf,
  type Entry,
  type Topic,
} from './topic.js';

/** Whether what a topic rests on is documented. */
export interface TopicPaper {
  readonly documented: Truth;
  readonly unknown: readonly UnknownFact[];
}

/** Something that a topic may rest on: a waiver, an exception, or its trainings. */
interface Ground {
  readonly holds: Truth;
  readonly unknown: readonly UnknownFact[];
}

/**
 * Documented entries are counted first, undocumented ones only for the hours still missing. A waiver needs documented
 * earlier training, an exception approval on or before the day; where one of them is relied on, entries do not count.
 */
export function paperOf(topic: Topic, staff: Session['staff'], on: CivilDate): TopicPaper {
  const waived = groundsOf(staff?.trainingWaivers, topic, ({ documented }, entry) =>
    documented == null
      ? { holds: UNKNOWN, unknown: [{ path: 'staff.trainingWaivers[].documented', entry }] }
      : { holds: truthOf(documented), unknown: [] },
  );
  const excepted = groundsOf(staff?.trainingExceptions, topic, ({ approvedOn }, entry) =>
    approvedOn == null
      ? { holds: UNKNOWN, unknown: [{ path: 'staff.trainingExceptions[].approvedOn', entry }] }
      : { holds: truthOf(approvedOn <= on), unknown: [] },
  );
  const trained = trainedOnPaper(topic, staff?.trainings, on);
  if (waived.length + excepted.length === 0) return trained.paper;
  const grounds = [...waived, ...excepted, trained.enough];
  const documented = Math.max(...grounds.map(({ holds }) => holds)) as Truth;
  const open = grounds.filter(({ holds }) => holds === UNKNOWN);
  return { documented, unknown: documented === UNKNOWN ? open.flatMap(({ unknown }) => unknown) : [] };
}

/** The paper of the trainings by themselves, and whether the documented ones are enough. */
function trainedOnPaper(
  topic: Topic,
  trainings: readonly Training[] | null | undefined,
  on: CivilDate,
): { paper: TopicPaper; enough: Ground } {
  if (trainings == null) {
    const unknown = [{ path: 'staff.trainings' } as const];
    return { paper: { documented: UNKNOWN, unknown }, enough: { holds: UNKNOWN, unknown } };
  }
  const counted = entriesOf(topic, trainings).filter(({ training }) => isDoneBy(training, on) !== FALSE);
  const maybe = counted.filter(({ training }) => training.documented !== false);
  const surely = maybe.filter(
    ({ training }) => training.documented === true && isDoneBy(training, on) === TRUE,
  );
  const enough = reaches(topic, surely, maybe);
  const unknown = counted.flatMap((entry) => [
    ...openFacts(topic, entry),
    ...(entry.training.documented == null
      ? [{ path: 'staff.trainings[].documented', entry: entry.index } as const]
      : []),
  ]);
  const lacksPaper = counted.some(
    ({ training }) => training.documented === false && isDoneBy(training, on) === TRUE,
  );
  const mayLackPaper = counted.some(({ training }) => training.documented !== true);
  const documented =
    enough === TRUE || !mayLackPaper ? TRUE : enough === FALSE && lacksPaper ? FALSE : UNKNOWN;
  return {
    paper: { documented, unknown: documented === UNKNOWN ? unknown : [] },
    enough: { holds: enough, unknown },
  };
}

/** Whether the hours of the entries that count for sure, or of those that may count, are those needed. */
function reaches(topic: Topic, surely: readonly Entry[], maybe: readonly Entry[]): Truth {
  if (sumOf(surely, (training) => leastHours(topic, training)) >= neededFor(topic)) return TRUE;
  return sumOf(maybe, (training) => mostHours(topic, training)) < neededFor(topic) ? FALSE : UNKNOWN;
}

function groundsOf<Item extends { readonly topic: string }>(
  items: readonly Item[] | null | undefined,
  { topic }: Topic,
  groundOf: (item: Item, entry: number) => Ground,
): Ground[] {
  return (items ?? []).flatMap((item, entry) => (item.topic === topic ? [groundOf(item, entry)] : []));
}
