import type { TrainingTopic } from '../../facts/generated/codes.js';
import type { TrainingList } from '../../facts/generated/types.js';
import { codeInWords } from '../../facts/code-in-words.js';
import { factTable } from '../../facts/generated/table.js';
import type { Training } from '../../facts/generated/types.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import type { CivilDate } from '../../values/civil-date.js';
import type { UnknownFact } from '../circumstances.js';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../truth.js';
import type { Meaning } from '../../facts/words.js';
import { codesAsked, isAsked, unknownEntries, type CodesAsked } from './codes-meant.js';
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
    const asked = codesAsked([topic]);
    return ({ session, on, words }) => isDone(read(session) as Trainings, asked, on, words.meaning[fact]);
  },
  facts: ({ fact }) => [fact],
  isOfDay: true,
  unknown({ fact, topic }, { session, on, words }) {
    const list = factReader(fact)(session) as readonly Training[] | null | undefined;
    const asked = codesAsked([topic]);
    const undated = (list ?? []).flatMap((one, entry): UnknownFact[] =>
      one.completedOn == null && isAsked(one.topic, asked, words.meaning[fact]) === TRUE
        ? [{ path: `${fact}.completedOn`, entry, code: topic }]
        : [],
    );
    return [...unknownEntries(fact, list, words, (one) => mayBeDone(one, on)), ...undated];
  },
  describe: ({ fact, topic }, isSo) =>
    `${factTable[fact].label} include ${isSo ? topic : `no ${topic}`}, completed on or before the date of service`,
  tells: ({ fact, topic }, { on }, isSo) =>
    `${factTable[fact].label} include ${isSo ? 'one' : 'none'} on ${codeInWords(topic)} that is completed by ${on}`,
  hints({ fact, topic }, { session, words }) {
    const list = factReader(fact)(session);
    if (!Array.isArray(list)) return [];
    const asked = codesAsked([topic]);
    return (list as readonly Training[]).flatMap((training, entry): Hint[] => {
      if (training.completedOn == null || isAsked(training.topic, asked, words.meaning[fact]) !== TRUE)
        return [];
      const text = `the training on ${codeInWords(topic)} is completed on ${training.completedOn}, after the session`;
      return [{ code: topic, text, reason: 'not-counted', entry, fact }];
    });
  },
};

type Trainings = readonly Training[] | 'none' | null | undefined;

/** Whether a training on the topic asked is completed by a day. */
export function isDone(list: Trainings, asked: CodesAsked, on: CivilDate, meaning: Meaning): Truth {
  if (list == null) return UNKNOWN;
  if (list === 'none') return FALSE;
  let most: Truth = FALSE;
  for (const training of list) {
    if (!mayBeDone(training, on)) continue;
    const truth = isAsked(training.topic, asked, meaning);
    if (truth === FALSE) continue;
    if (truth === TRUE && training.completedOn != null) return TRUE;
    most = UNKNOWN;
  }
  return most;
}

function mayBeDone({ completedOn }: Training, on: CivilDate): boolean {
  return completedOn == null || completedOn <= on;
}

export const doneBySchema = ({ trainings, code }: SchemaParts) =>
  z.strictObject({ op: z.literal('doneBy'), fact: trainings, topic: code });
