import { FALSE, UNKNOWN } from '../../conditions/truth.js';
import { codeInWords } from '../../facts/code-in-words.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { inTurn, notDone, notKnown } from '../../findings/wording.js';
import type { Service } from '../../services/service.js';
import type { AboutRule, SessionRule } from '../rule.js';
import { progressOf } from './topic.js';
import { trainingDataSchema, trainingDataWords, trainingReads, type TrainingData } from './training-data.js';

const says = 'Initial training must be completed before the first service.';

/** The initial topics are done on or before the date of service: reading *initial-training*. */
export const initialTraining: SessionRule<'staff/initial-training', TrainingData> = {
  scope: 'session',
  id: 'staff/initial-training',
  forService: ({ training }) => {
    if (training === undefined) return undefined;
    const { initial, cite } = training;
    return {
      says,
      cite: cite.initial,
      judge({ session, on, words, trained }) {
        if (trained?.initial === true) return 'pass';
        const topics = initial.map((topic) => ({ topic }));
        const progress = progressOf(topics, session.staff, words, on);
        const left = progress.filter(({ done }) => done === FALSE);
        const open = progress.filter(({ done }) => done === UNKNOWN);
        if (left.length + open.length === 0) return 'pass';
        const unknown = left.length > 0 ? [] : open.flatMap((one) => one.unknown);
        const named = (some: typeof progress) => some.map(({ topic: { topic } }) => codeInWords(topic));
        return finding({
          rule: 'staff/initial-training',
          outcome: left.length > 0 ? 'fail' : 'unknown',
          severity: 'error',
          message: inTurn(
            left.length > 0 ? '' : notKnown(namesOf(unknown)),
            notDone(`done by ${on}`, named(left), named(open)),
            says,
          ),
          data: { topics: [...left, ...open].map(({ topic: { topic } }) => ({ topic })), dueOn: null },
          paths: ['/staff/trainings'],
          unknown,
          cite: cite.initial,
          reading: 'initial-training',
          denials: denialsOf('training'),
        });
      },
    };
  },
};

export const aboutInitialTraining = {
  severity: 'error',
  reads: trainingReads,
  demands: 'each initial topic was completed on or before the date of service, is waived or is excepted',
  denials: ['training'],
  readings: () => ['initial-training', 'late-training'],
  sheet: ({ training }: Service) =>
    training === undefined
      ? []
      : [
          {
            says: `Before the first service: ${training.initial.map(codeInWords).join(', ')}.`,
            cite: training.cite.initial,
            reading: 'initial-training',
          },
        ],
  dataWords: trainingDataWords,
  data: trainingDataSchema,
} satisfies AboutRule<TrainingData>;
