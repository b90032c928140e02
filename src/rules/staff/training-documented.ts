import { FALSE, TRUE, UNKNOWN } from '../../conditions/truth.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { addedTo, conflict, notKnown } from '../../findings/wording.js';
import type { TrainingRequirement } from '../../services/service.js';
import type { Rule } from '../rule.js';
import { deadlineOf } from './deadline.js';
import { paperOf } from './paper.js';

const says =
  'Training must be documented in the personnel file, and so must what a waiver or an exception rests on.';

/** Every training, waiver and exception that counts toward a topic has its paper. How many topics are done is other rules' business. */
export function trainingDocumented(training: TrainingRequirement): Rule {
  const cite = training.cite.documented;
  return {
    id: 'staff/training-documented',
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
      const initial = training.initial.map((topic) => ({ topic, ...paperOf({ topic }, session.staff, on) }));
      const additional = training.additional.map((one) => ({
        topic: one.topic,
        ...paperOf(one, session.staff, on),
      }));
      const lacking = [...initial, ...additional].filter(({ documented }) => documented !== TRUE);
      if (lacking.length === 0) return 'pass';
      const deadline = deadlineOf(training, session.staff, on);
      const owed = deadline.state === 'over' ? [...initial, ...additional] : initial;
      const failed = owed.filter(({ documented }) => documented === FALSE);
      const later =
        deadline.state === 'unknown' ? additional.filter(({ documented }) => documented !== TRUE) : [];
      const open = [...owed.filter(({ documented }) => documented === UNKNOWN), ...later];
      const outcome = failed.length > 0 ? 'fail' : open.length > 0 ? 'unknown' : 'due';
      const unknown =
        outcome === 'unknown'
          ? [...(later.length > 0 ? deadline.unknown : []), ...open.flatMap((one) => one.unknown)]
          : [];
      const topics = (outcome === 'fail' ? failed : outcome === 'unknown' ? open : lacking).map(
        ({ topic }) => ({ topic }),
      );
      const sentence =
        outcome === 'unknown'
          ? notKnown(namesOf(unknown), says)
          : conflict(`Not documented: ${topics.map(({ topic }) => topic).join(', ')}`, says);
      return finding({
        rule: 'staff/training-documented',
        outcome,
        severity: 'error',
        message:
          outcome === 'due' && deadline.dueOn !== null
            ? addedTo(sentence, `due on ${deadline.dueOn}`)
            : sentence,
        data: { topics, dueOn: deadline.dueOn },
        paths: ['/staff/trainings'],
        unknown,
        cite,
        ...(deadline.state === 'over' ? {} : { reading: 'training-deadline' }),
        denials: denialsOf('training'),
      });
    },
  };
}
