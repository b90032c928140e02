import { trainingTopics } from '../../facts/generated/codes.js';
import type { TrainingTopic } from '../../facts/generated/codes.js';
import { nearest } from '../../facts/nearest.js';
import type { TrainingList } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import type { Training } from '../../facts/generated/types.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { FALSE, TRUE, UNKNOWN } from '../truth.js';
import { misspelt } from './code-hints.js';
import type { Asking, Hint, SchemaParts } from './operator.js';

export interface DoneBy {
  readonly op: 'doneBy';
  readonly fact: TrainingList;
  readonly topic: string;
}

/** A training on the topic was completed on or before the date of service. */
export function doneBy(fact: TrainingList, topic: TrainingTopic): DoneBy {
  return { op: 'doneBy', fact, topic };
}

export const doneByOperator: Asking<DoneBy> = {
  truth({ fact, topic }) {
    const read = factReader(fact);
    return ({ session, on }) => {
      const list = read(session);
      if (list == null) return UNKNOWN;
      if (list === 'none') return FALSE;
      const trainings = list as readonly Training[];
      if (trainings.some((one) => one.topic === topic && one.completedOn != null && one.completedOn <= on))
        return TRUE;
      return undatedEntries(trainings, topic).length > 0 ? UNKNOWN : FALSE;
    };
  },
  facts: ({ fact }) => [fact],
  unknown({ fact, topic }, session) {
    const trainings = factReader(fact)(session);
    if (trainings == null) return [{ path: fact }];
    return undatedEntries(trainings as readonly Training[], topic).map((entry) => ({
      path: `${fact}.completedOn`,
      entry,
      topic,
    }));
  },
  describe: ({ fact, topic }, isSo) =>
    `${factTable[fact].label} include ${isSo ? topic : `no ${topic}`}, completed on or before the date of service`,
  hints({ fact, topic }, { session }) {
    const list = factReader(fact)(session);
    if (!Array.isArray(list)) return [];
    return (list as readonly Training[]).flatMap((training, entry): Hint[] => {
      if (training.topic === topic && training.completedOn != null) {
        const text = `${topic} is completed only on ${training.completedOn}`;
        return [{ code: topic, text, sentence: `${text}.`, reason: 'not-counted', entry, fact }];
      }
      const isKnown = (trainingTopics as readonly string[]).includes(training.topic);
      if (isKnown || nearest(training.topic, [topic], 1) === undefined) return [];
      return [misspelt(topic, fact, entry)];
    });
  },
};

function undatedEntries(trainings: readonly Training[], topic: string): number[] {
  return trainings.flatMap((one, index) => (one.topic === topic && one.completedOn == null ? [index] : []));
}

export const doneBySchema = ({ trainings, code }: SchemaParts) =>
  z.strictObject({ op: z.literal('doneBy'), fact: trainings, topic: code });
