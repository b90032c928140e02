import type { UnknownFact } from '../../conditions/circumstances.js';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from '../../conditions/truth.js';
import type { Session } from '../../facts/session.js';
import type { Training } from '../../facts/staff.js';
import type { CivilDate } from '../../values/civil-date.js';
import { entriesOf, isDoneBy, leastHours, mostHours, neededFor, sumOf, type Topic } from './topic.js';

/** Whether what a topic rests on is documented. */
export interface TopicPaper {
  readonly documented: Truth;
  readonly unknown: readonly UnknownFact[];
}

/**
 * Documented entries are counted first, undocumented ones only for the hours still missing. A waiver needs documented
 * earlier training, an exception approval on or before the day; where one of them is relied on, entries do not count.
 */
export function paperOf(topic: Topic, staff: Session['staff'], on: CivilDate): TopicPaper {
  const waivers = indexed(staff?.trainingWaivers, topic);
  const exceptions = indexed(staff?.trainingExceptions, topic);
  const entries = entriesPaper(topic, staff?.trainings, on);
  if (waivers.length + exceptions.length === 0) return entries;
  const grounds: Truth[] = [
    ...waivers.map(({ item }) => (item.documented == null ? UNKNOWN : truthOf(item.documented))),
    ...exceptions.map(({ item }) => (item.approvedOn == null ? UNKNOWN : truthOf(item.approvedOn <= on))),
    entries.sufficient,
  ];
  const documented = Math.max(...grounds) as Truth;
  return {
    documented,
    unknown:
      documented !== UNKNOWN
        ? []
        : [
            ...waivers.flatMap(({ item, index }) =>
              item.documented == null
                ? [{ path: 'staff.trainingWaivers[].documented', entry: index } as const]
                : [],
            ),
            ...exceptions.flatMap(({ item, index }) =>
              item.approvedOn == null
                ? [{ path: 'staff.trainingExceptions[].approvedOn', entry: index } as const]
                : [],
            ),
          ],
  };
}

/** The same for entries alone; `sufficient`: the documented ones reach the hours by themselves. */
function entriesPaper(
  topic: Topic,
  trainings: readonly Training[] | null | undefined,
  on: CivilDate,
): TopicPaper & { readonly sufficient: Truth } {
  if (trainings == null)
    return { documented: UNKNOWN, sufficient: UNKNOWN, unknown: [{ path: 'staff.trainings' }] };
  const counted = entriesOf(topic, trainings).filter(({ training }) => isDoneBy(training, on) !== FALSE);
  const papered = counted.filter(({ training }) => training.documented !== false);
  const surelyPapered = papered.filter(
    ({ training }) => training.documented === true && isDoneBy(training, on) === TRUE,
  );
  const needed = neededFor(topic);
  const sufficient =
    sumOf(surelyPapered, (training) => leastHours(topic, training)) >= needed
      ? TRUE
      : sumOf(papered, (training) => mostHours(topic, training)) < needed
        ? FALSE
        : UNKNOWN;
  const unpapered = counted.filter(({ training }) => training.documented !== true);
  const isSurelyUnpapered = unpapered.some(
    ({ training }) => training.documented === false && isDoneBy(training, on) === TRUE,
  );
  const documented =
    sufficient === TRUE || unpapered.length === 0
      ? TRUE
      : sufficient === FALSE && isSurelyUnpapered
        ? FALSE
        : UNKNOWN;
  const unknown = counted.flatMap(({ training, index }) => [
    ...(training.completedOn == null
      ? [{ path: 'staff.trainings[].completedOn', entry: index } as const]
      : []),
    ...(training.hours == null && topic.hours !== undefined
      ? [{ path: 'staff.trainings[].hours', entry: index } as const]
      : []),
    ...(training.documented == null ? [{ path: 'staff.trainings[].documented', entry: index } as const] : []),
  ]);
  return { documented, sufficient, unknown: documented === UNKNOWN ? unknown : [] };
}

function indexed<Item extends { topic: string }>(
  items: readonly Item[] | null | undefined,
  { topic }: Topic,
): { item: Item; index: number }[] {
  return (items ?? []).flatMap((item, index) => (item.topic === topic ? [{ item, index }] : []));
}
