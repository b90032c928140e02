import { FALSE, UNKNOWN } from '../../conditions/truth.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { inTurn, notDone, notKnown } from '../../findings/wording.js';
import type { TrainingRequirement } from '../../services/service.js';
import type { Rule } from '../rule.js';
import { hintData, topicHints } from './topic-hints.js';
import { progressIn } from './topic.js';

const says = 'Initial training must be completed before the first service.';

/** The initial topics are done on or before the date of service: reading *initial-training*. */
export function initialTraining({ initial, cite }: TrainingRequirement): Rule {
  return {
    id: 'staff/initial-training',
    severity: 'error',
    says,
    cite: cite.initial,
    reads: ['staff.trainings', 'staff.trainingWaivers', 'staff.trainingExceptions'],
    judge({ session, on, trained }) {
      if (trained?.initial === true) return 'pass';
      const progress = initial.map((topic) => ({ topic, ...progressIn({ topic }, session.staff, on) }));
      const left = progress.filter(({ done }) => done === FALSE);
      const open = progress.filter(({ done }) => done === UNKNOWN);
      if (left.length + open.length === 0) return 'pass';
      const unknown = left.length > 0 ? [] : open.flatMap((one) => one.unknown);
      const topics = [...left, ...open].map(({ topic }) => topic);
      const hints = topicHints(topics, session.staff);
      const named = (some: typeof progress) => some.map(({ topic }) => topic);
      return finding({
        rule: 'staff/initial-training',
        outcome: left.length > 0 ? 'fail' : 'unknown',
        severity: 'error',
        message: inTurn(
          left.length > 0 ? '' : notKnown(namesOf(unknown)),
          notDone(`done by ${on}`, named(left), named(open)),
          ...hints.map(({ sentence }) => sentence),
          says,
        ),
        data: { topics: topics.map((topic) => ({ topic })), dueOn: null, ...hintData(hints) },
        paths: ['/staff/trainings', ...hints.map(({ place }) => place)],
        unknown,
        cite: cite.initial,
        reading: 'initial-training',
        denials: denialsOf('training'),
      });
    },
  };
}
