import type { Session } from '../../facts/generated/types.js';
import type { TrainingRequirement } from '../../services/service.js';
import type { CivilDate } from '../../values/civil-date.js';

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
  const topics = [...initial.map((topic) => ({ topic, hours: undefined })), ...additional];
  const places = new Map<string, number>(topics.map(({ topic }, place) => [topic, place]));
  const needed = topics.map(({ hours }) => hours ?? null);
  const toDo = needed.map((hours) => hours ?? 1);
  return (staff, on) => {
    const left = toDo.slice();
    for (const { topic, completedOn, hours, documented } of staff?.trainings ?? []) {
      const place = places.get(topic);
      if (place === undefined || documented !== true || completedOn == null || completedOn > on) continue;
      left[place] = Number(left[place]) - (needed[place] === null ? 1 : (hours ?? 0));
    }
    const all = left.every(isNone);
    return { initial: all || left.slice(0, initial.length).every(isNone), all };
  };
}

function isNone(left: number): boolean {
  return left <= 0;
}
