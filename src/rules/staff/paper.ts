import type { UnknownFact } from '../../conditions/circumstances.js';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from '../../conditions/truth.js';
import type { Session, Training } from '../../facts/generated/types.js';
import type { Vocabulary } from '../../facts/words.js';
import type { TrainingRequirement } from '../../services/service.js';
import type { CivilDate } from '../../values/civil-date.js';
import {
  isDoneBy,
  leastHours,
  mostHours,
  neededFor,
  openFacts,
  sumOf,
  wordsFor,
  type Topic,
} from './topic.js';
import {
  mayFill,
  openWords,
  statedOnTopics,
  type Entry,
  type OpenWord,
  type StatedOn,
} from './topics-meant.js';

/** Whether what a topic rests on is documented. */
export interface TopicPaper {
  readonly documented: Truth;
  readonly unknown: readonly UnknownFact[];
  /** The papers that are stated not to be there. */
  readonly lacking: readonly UnknownFact[];
  /** Hours of trainings that are known to be documented; entries, where the document sets no hours. */
  readonly onPaper: number;
}

/** Something that a topic may rest on: a waiver, an exception, or its trainings. */
interface Ground {
  readonly holds: Truth;
  /** What would tell, where that is not known; what is not so, where it does not hold. */
  readonly facts: readonly UnknownFact[];
}

/**
 * Documented entries are counted first, undocumented ones only for the hours still missing. A waiver needs documented
 * earlier training, an exception approval on or before the day; where one of them is relied on, entries do not count.
 */
export function paperOf(
  topic: Topic,
  { trainings, waivers, exceptions }: StatedOn,
  on: CivilDate,
): TopicPaper {
  const waived = waivers.map(({ one: { documented }, index: entry }): Ground => ({
    holds: documented == null ? UNKNOWN : truthOf(documented),
    facts: [{ path: 'staff.trainingWaivers.documented', entry, code: topic.topic }],
  }));
  const excepted = exceptions.map(({ one: { approvedOn }, index: entry }): Ground => ({
    holds: approvedOn == null ? UNKNOWN : truthOf(approvedOn <= on),
    facts: [{ path: 'staff.trainingExceptions.approvedOn', entry, code: topic.topic }],
  }));
  const trained = trainedOnPaper(topic, trainings, on);
  if (waived.length + excepted.length === 0) return trained.paper;
  const grounds = [...waived, ...excepted, trained.enough];
  const documented = grounds.reduce<Truth>((most, { holds }) => (holds > most ? holds : most), FALSE);
  const facts = grounds.filter(({ holds }) => holds === documented).flatMap((ground) => ground.facts);
  return paper(documented, facts, facts, trained.paper.onPaper);
}

/**
 * The paper of each topic; what a word on no list may mean for it is not known. Of the topics that are owed, the words must
 * be able to mean all that would fail.
 */
export function papersOf(
  { initial, additional }: TrainingRequirement,
  staff: Session['staff'],
  words: Vocabulary,
  on: CivilDate,
  owed: 'initial' | 'all',
): (TopicPaper & Topic)[] {
  const topics: readonly Topic[] = [...initial.map((topic) => ({ topic })), ...additional];
  const statedOn = statedOnTopics(staff, words);
  const paperBy = (topic: Topic, by: readonly OpenWord[] = []) =>
    paperOf(topic, statedOn(topic.topic, by), on);
  const papers = topics.map((one) => ({ ...one, one, ...paperBy(one) }));
  const open = openWords(staff, words, on);
  const isOwed = (one: Topic) => owed === 'all' || initial.some((topic) => topic === one.topic);
  const failed = papers
    .filter(({ one, documented }) => isOwed(one) && documented === FALSE)
    .map(({ one }) => one);
  const isDocumented = (topic: Topic, by: readonly OpenWord[]) => paperBy(topic, by).documented !== FALSE;
  const mayAllBe = failed.length > 0 && mayFill(failed, open, isDocumented);
  return papers.map(({ one, ...stated }) => {
    const mayChange = (topic: Topic, by: readonly OpenWord[]) =>
      paperBy(topic, by).documented !== stated.documented;
    if (stated.documented === FALSE && isOwed(one) && !mayAllBe) return stated;
    const unknown = wordsFor([one], open, mayChange);
    if (unknown.length === 0) return stated;
    return { ...stated, documented: UNKNOWN, unknown: [...stated.unknown, ...unknown], lacking: [] };
  });
}

function paper(
  documented: Truth,
  unknown: readonly UnknownFact[],
  lacking: readonly UnknownFact[],
  onPaper: number,
): TopicPaper {
  return {
    documented,
    onPaper,
    unknown: documented === UNKNOWN ? unknown : [],
    lacking: documented === FALSE ? lacking : [],
  };
}

/** The paper of the trainings by themselves, and whether the documented ones are enough. */
function trainedOnPaper(
  topic: Topic,
  trainings: StatedOn['trainings'],
  on: CivilDate,
): { paper: TopicPaper; enough: Ground } {
  if (trainings === null) {
    const unknown = [{ path: 'staff.trainings' } as const];
    return { paper: paper(UNKNOWN, unknown, [], 0), enough: { holds: UNKNOWN, facts: unknown } };
  }
  const counted = trainings.filter(({ one }) => isDoneBy(one, on) !== FALSE);
  const maybe = counted.filter(({ one }) => one.documented !== false);
  const surely = maybe.filter(({ one }) => one.documented === true && isDoneBy(one, on) === TRUE);
  const enough = reaches(topic, surely, maybe);
  const undocumented = counted.filter(({ one }) => one.documented === false && isDoneBy(one, on) === TRUE);
  const mayLackPaper = counted.filter(({ one }) => one.documented !== true);
  const documented =
    enough === TRUE || mayLackPaper.length === 0
      ? TRUE
      : enough === FALSE && undocumented.length > 0
        ? FALSE
        : UNKNOWN;
  // How much is documented matters only beside another entry that may lack its paper.
  const unknown = counted.flatMap((entry) => {
    const countsBeside = enough === UNKNOWN && mayLackPaper.some((other) => other !== entry);
    return paperFacts(topic, entry).filter(({ path }) =>
      path === 'staff.trainings.hours'
        ? countsBeside && entry.one.documented !== false
        : countsBeside || entry.one.documented !== true,
    );
  });
  return {
    paper: paper(
      documented,
      unknown,
      undocumented.map((entry) => documentedFact(topic, entry)),
      sumOf(surely, (training) => leastHours(topic, training)),
    ),
    enough: {
      holds: enough,
      facts:
        enough === UNKNOWN
          ? maybe.flatMap((entry) => paperFacts(topic, entry))
          : undocumented.map((entry) => documentedFact(topic, entry)),
    },
  };
}

/** The facts of an entry that are not known and bear on what is documented of it. */
function paperFacts(topic: Topic, entry: Entry<Training>): UnknownFact[] {
  return [
    ...openFacts(topic, entry),
    ...(entry.one.documented == null ? [documentedFact(topic, entry)] : []),
  ];
}

function documentedFact({ topic }: Topic, { index }: Entry<Training>): UnknownFact {
  return { path: 'staff.trainings.documented', entry: index, code: topic };
}

/** Whether the hours of the entries that count for sure, or of those that may count, are those needed. */
function reaches(topic: Topic, surely: readonly Entry<Training>[], maybe: readonly Entry<Training>[]): Truth {
  if (sumOf(surely, (training) => leastHours(topic, training)) >= neededFor(topic)) return TRUE;
  return sumOf(maybe, (training) => mostHours(topic, training)) < neededFor(topic) ? FALSE : UNKNOWN;
}
