import type { Session } from '../../facts/generated/types.js';
import type { TrainingRequirement } from '../../services/service.js';
import type { CivilDate } from '../../values/civil-date.js';
import { leastHours, neededFor, type Topic } from './topic.js';

/** Whether documented trainings alone do all the topics: the quick answer for most staff. */
export interface TrainedTopics {
  readonly initial: boolean;
  readonly all: boolean;
}

/** Compiles a requirement to one pass over a staff member's trainings. */
export function trainedTopics({
  initial,
  additional,
}: TrainingRequirement): (staff: Session['staff'], on: CivilDate) => TrainedTopics {
  const topics: readonly Topic[] = [...initial.map((topic) => ({ topic })), ...additional];
  const places = new Map<string, number>(topics.map(({ topic }, place) => [topic, place]));
  const toDo = topics.map(neededFor);
  return (staff, on) => {
    const left = toDo.slice();
    let open = left.length;
    for (const training of staff?.trainings ?? []) {
      const { completedOn } = training;
      const place = places.get(training.topic) ?? topics.length;
      const needed = topics[place];
      if (needed === undefined || training.documented !== true || completedOn == null || completedOn > on)
        continue;
      const before = Number(left[place]);
      const after = before - leastHours(needed, training);
      left[place] = after;
      if (before > 0 && after <= 0) open--;
    }
    const all = open === 0;
    return { initial: all || left.slice(0, initial.length).every((one) => one <= 0), all };
  };
}
