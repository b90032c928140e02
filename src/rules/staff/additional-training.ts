import { FALSE, TRUE, UNKNOWN } from '../../conditions/truth.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import type { TopicLeft } from '../../findings/finding-data.js';
import { count, inTurn, notDone, notKnown } from '../../findings/wording.js';
import type { TrainingRequirement } from '../../services/service.js';
import type { Rule } from '../rule.js';
import { deadlineOf } from './deadline.js';
import { hintData, topicHints } from './topic-hints.js';
import { progressIn, type Topic, type TopicProgress } from './topic.js';

/** How far a topic is. */
type Progress = TopicProgress & { readonly topic: Topic };

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
      const progress: readonly Progress[] = training.additional.map((topic) => ({
        topic,
        ...progressIn(topic, session.staff, on),
      }));
      const short = progress.filter(({ done }) => done === FALSE);
      const open = progress.filter(({ done }) => done === UNKNOWN);
      if (short.length + open.length === 0) return 'pass';
      const deadline = deadlineOf(training, session.staff, on);
      // What is short settles it, whatever else is not known, but for the due date.
      const unknown =
        deadline.state === 'running'
          ? []
          : [...deadline.unknown, ...(short.length > 0 ? [] : open.flatMap((one) => one.unknown))];
      const left = progress.filter(({ done }) => done !== TRUE);
      const hints = topicHints(
        left.map(({ topic }) => topic.topic),
        session.staff,
      );
      return finding({
        rule: 'staff/additional-training',
        outcome: deadline.state === 'running' ? 'due' : unknown.length > 0 ? 'unknown' : 'fail',
        severity: 'error',
        message: inTurn(
          unknown.length > 0 ? notKnown(namesOf(unknown)) : '',
          notDone(`done by ${on}`, short.map(inWords), open.map(inWords)),
          ...hints.map(({ sentence }) => sentence),
          says,
          deadline.note,
        ),
        data: { topics: left.map(topicLeft), dueOn: deadline.dueOn, ...hintData(hints) },
        paths: ['/staff/trainings', ...hints.map(({ place }) => place)],
        unknown,
        cite,
        reading: 'training-deadline',
        denials: denialsOf('training'),
      });
    },
  };
}

function topicLeft({ topic: { topic, hours }, atLeast }: Progress): TopicLeft {
  return hours === undefined ? { topic } : { topic, hoursDone: atLeast, hoursNeeded: hours };
}

function inWords({ topic: { topic, hours }, atLeast }: Progress): string {
  return hours === undefined ? topic : `${topic} (${String(atLeast)} of ${count(hours, 'hour')})`;
}
