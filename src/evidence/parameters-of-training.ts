import { both } from '../conditions/operators/series.js';
import { codeInWords } from '../facts/code-in-words.js';
import { count } from '../findings/wording.js';
import type { Service, TrainingRequirement } from '../services/service.js';
import { addDays, addMonths, type CivilDate } from '../values/civil-date.js';
import type { PartAsked, StatedOn } from './part-asked.js';

/** What staff are trained in, and by when: more topics, more hours and fewer months never let more pass. */
export function trainingOf(
  { training: one }: Service,
  { training: other }: Service,
  on: CivilDate,
): PartAsked[] {
  if (one === undefined) return [];
  const isInitial = one.initial.every((topic) => other?.initial.includes(topic) === true);
  const isAdditional =
    one.additional.length === 0 ||
    (other !== undefined &&
      other.withinMonths <= one.withinMonths &&
      one.additional.every(({ topic, hours = 0 }) =>
        other.additional.some((more) => more.topic === topic && (more.hours ?? 0) >= hours),
      ));
  const sessions = sessionsOf(one, other ?? { ...one, initial: [], additional: [] }, on);
  const asked = { says: `${saysOf('{one}', one)} ${saysOf('{other}', other)}`, sessions, isDecided: false };
  return [
    ...(isInitial ? [] : [{ ...asked, ...at('staff/initial-training') }]),
    ...(isAdditional ? [] : [{ ...asked, ...at('staff/additional-training') }]),
    ...(isInitial && isAdditional ? [] : [{ ...asked, ...at('staff/training-documented') }]),
  ];
}

function at(rule: 'staff/initial-training' | 'staff/additional-training' | 'staff/training-documented') {
  return { at: rule, rules: [rule] };
}

function saysOf(which: string, training: TrainingRequirement | undefined): string {
  if (training === undefined) return `No training is asked for under ${which}.`;
  const { initial, additional, withinMonths } = training;
  const topics = additional.map(({ topic, hours }) =>
    hours === undefined ? codeInWords(topic) : `${codeInWords(topic)} ${count(hours, 'hour')}`,
  );
  return `Under ${which} ${both(initial.map(codeInWords))} come first, and ${both(topics)} within ${count(withinMonths, 'month')}.`;
}

/** Everything of both but one topic, or with the hours of the second, while it is due and when it is over. */
function sessionsOf(one: TrainingRequirement, other: TrainingRequirement, on: CivilDate): StatedOn[] {
  const topics = [
    ...new Set(
      [one, other].flatMap(({ initial, additional }) => [
        ...initial,
        ...additional.map(({ topic }) => topic),
      ]),
    ),
  ];
  const hoursIn = (training: TrainingRequirement, asked: string) =>
    training.additional.find(({ topic }) => topic === asked)?.hours ?? 1;
  const full = topics.map((topic) => ({
    topic,
    completedOn: on,
    hours: Math.max(hoursIn(one, topic), hoursIn(other, topic)),
    documented: true,
  }));
  const lists = [
    full.map((entry) => ({ ...entry, hours: hoursIn(other, entry.topic) })),
    ...full.map((_, place) => full.toSpliced(place, 1)),
    ...full.map((entry, place) => full.with(place, { ...entry, documented: false })),
  ];
  const months = [one.withinMonths, other.withinMonths].map((within) => addDays(addMonths(on, -within), -1));
  return months.flatMap((firstServiceDate) =>
    lists.map((trainings) => ({ on, stated: { staff: { firstServiceDate, trainings } } })),
  );
}
