import { civilDate } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import type { CivilDate } from '../../values/civil-date.js';

/** The facts that tell whether a topic is done. */
export const trainingReads = [
  'staff.trainings',
  'staff.trainingWaivers',
  'staff.trainingExceptions',
] as const;

/** A topic that is not done yet; hours where the document sets them. */
export interface TopicLeft {
  readonly topic: string;
  readonly hoursDone?: number;
  readonly hoursNeeded?: number;
}

/** Topics that are short of something. */
export interface TrainingData {
  topics: TopicLeft[];
  /** Last day on which the topics are in time; null where it is not known or has no date. */
  dueOn: CivilDate | null;
}

export const trainingDataWords = { id: 'TrainingData' };

export function trainingDataSchema() {
  return z.strictObject({
    topics: z.array(
      z.strictObject({
        topic: z.string(),
        hoursDone: z.exactOptional(z.number()),
        hoursNeeded: z.exactOptional(z.number()),
      }),
    ),
    dueOn: z.nullable(civilDate),
  });
}
