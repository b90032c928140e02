import { FALSE, TRUE } from '../../conditions/truth.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import type { TopicLeft } from '../../findings/finding-data.js';
import { addedTo, conflict, notKnown } from '../../findings/wording.js';
import type { TrainingRequirement } from '../../services/service.js';
import type { Rule } from '../rule.js';
import { deadlineOf } from './deadline.js';
import { progressIn, type Topic } from './topic.js';

const says = 'Additional training must be completed within six months of the first service.';

/** Each additional topic is done with its hours by the date of service; until the due date, what is left is due. */
export function additionalTraining(training: TrainingRequirement): Rule {
  const cite = training.cite.additional;
  return {
    id: 'staff/additional-training',
    severity: 'error',
    says,
    cite,
    reads: [
      'staff.trainings',
      'staff.trainingWaivers',
      'staff.trainingExceptions',
      'staff.firstServiceDate',
      'staff.hireDate',
    ],
    judge({ session, on, trained }) {
      if (trained?.all === true) return 'pass';
      const progress = training.additional.map((topic) => ({
        topic,
        ...progressIn(topic, session.staff, on),
      }));
      const left = progress.filter(({ done }) => done !== TRUE);
      if (left.length === 0) return 'pass';
      const isShort = left.some(({ done }) => done === FALSE);
      const deadline = deadlineOf(training, session.staff, on);
      const topics = left.map(({ topic, atLeast }) => topicLeft(topic, atLeast));
      const unknown =
        deadline.state === 'over' && isShort
          ? []
          : [
              ...deadline.unknown,
              ...(deadline.state === 'running' ? [] : left.flatMap((one) => one.unknown)),
            ];
      const sentence =
        unknown.length > 0
          ? notKnown(namesOf(unknown), says)
          : conflict(`Not done by ${on}: ${inWords(topics)}`, says);
      const due = deadline.dueOn === null ? '' : `due on ${deadline.dueOn}`;
      return finding({
        rule: 'staff/additional-training',
        outcome: deadline.state === 'running' ? 'due' : unknown.length > 0 ? 'unknown' : 'fail',
        severity: 'error',
        message: due === '' ? sentence : addedTo(sentence, due),
        data: { topics, dueOn: deadline.dueOn },
        paths: ['/staff/trainings'],
        unknown,
        cite,
        reading: 'training-deadline',
        denials: denialsOf('training'),
      });
    },
  };
}

function topicLeft({ topic, hours }: Topic, done: number): TopicLeft {
  return hours === undefined ? { topic } : { topic, hoursDone: done, hoursNeeded: hours };
}

function inWords(topics: readonly TopicLeft[]): string {
  return topics
    .map(({ topic, hoursDone, hoursNeeded }) =>
      hoursNeeded === undefined ? topic : `${topic} (${String(hoursDone)} of ${String(hoursNeeded)} hours)`,
    )
    .join(', ');
}
