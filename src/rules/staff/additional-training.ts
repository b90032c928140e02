import { FALSE, TRUE, UNKNOWN } from '../../conditions/truth.js';
import { codeInWords } from '../../facts/code-in-words.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { count, inTurn, notDone, notKnown } from '../../findings/wording.js';
import type { Service } from '../../services/service.js';
import type { AboutRule, SessionRule } from '../rule.js';
import { deadlineOf, deadlineReads } from './deadline.js';
import { progressOf, type Topic, type TopicProgress } from './topic.js';
import {
  trainingDataSchema,
  trainingDataWords,
  trainingReads,
  type TopicLeft,
  type TrainingData,
} from './training-data.js';

/** How far a topic is. */
type Progress = TopicProgress & { readonly topic: Topic };

const says = 'Additional training must be completed within six months.';

/** Each additional topic is done with its hours by the date of service; until the due date, what is left is due. */
export const additionalTraining: SessionRule<'staff/additional-training', TrainingData> = {
  scope: 'session',
  id: 'staff/additional-training',
  forService: ({ training }) => {
    if (training === undefined) return undefined;
    const cite = training.cite.additional;
    return {
      says,
      cite,
      judge({ session, on, words, trained, readings }) {
        if (trained?.all === true) return 'pass';
        const progress: readonly Progress[] = progressOf(training.additional, session.staff, words, on);
        const short = progress.filter(({ done }) => done === FALSE);
        const open = progress.filter(({ done }) => done === UNKNOWN);
        if (short.length + open.length === 0) return 'pass';
        const deadline = deadlineOf(training, session.staff, on, readings);
        // What is short settles it, whatever else is not known, but for the due date.
        const unknown =
          deadline.state === 'running'
            ? []
            : [...deadline.unknown, ...(short.length > 0 ? [] : open.flatMap((one) => one.unknown))];
        const left = progress.filter(({ done }) => done !== TRUE);
        return finding({
          rule: 'staff/additional-training',
          outcome: deadline.state === 'running' ? 'due' : unknown.length > 0 ? 'unknown' : 'fail',
          severity: 'error',
          message: inTurn(
            unknown.length > 0 ? notKnown(namesOf(unknown)) : '',
            notDone(`done by ${on}`, short.map(inWords), open.map(inWords)),
            says,
            deadline.note,
          ),
          data: { topics: left.map(topicLeft), dueOn: deadline.dueOn },
          paths: ['/staff/trainings'],
          unknown,
          cite,
          reading: 'training-deadline',
          denials: denialsOf('training'),
        });
      },
    };
  },
};

export const aboutAdditionalTraining = {
  severity: 'error',
  reads: [...trainingReads, ...deadlineReads],
  demands:
    'each additional topic was completed with its hours on or before the date of service, is waived or is excepted; through the due date what is left is due',
  denials: ['training'],
  readings: () => ['training-deadline', 'late-training'],
  sheet: ({ training }: Service) => {
    if (training === undefined) return [];
    const { additional, withinMonths, cite } = training;
    const topics = additional.map(({ topic, hours }) =>
      hours === undefined ? codeInWords(topic) : `${codeInWords(topic)} ${count(hours, 'hour')}`,
    );
    const says = `Within ${count(withinMonths, 'month')} of the first service: ${topics.join(', ')}.`;
    return [{ says, cite: cite.additional, reading: 'training-deadline' }];
  },
  dataWords: trainingDataWords,
  data: trainingDataSchema,
} satisfies AboutRule<TrainingData>;

function topicLeft({ topic: { topic, hours }, atLeast }: Progress): TopicLeft {
  return hours === undefined ? { topic } : { topic, hoursDone: atLeast, hoursNeeded: hours };
}

function inWords({ topic: { topic, hours }, done, atLeast }: Progress): string {
  const named = codeInWords(topic);
  if (hours === undefined) return named;
  const needed = count(hours, 'hour');
  const isNoneKnown = done === UNKNOWN && atLeast === 0;
  return `${named}, ${isNoneKnown ? `${needed} needed` : `${String(atLeast)} of ${needed}`}`;
}
