import { FALSE, TRUE, UNKNOWN, type Truth } from '../../conditions/truth.js';
import { pointerOf } from '../../facts/pointer.js';
import { codeInWords } from '../../facts/code-in-words.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { count, inTurn, notDone, notKnown } from '../../findings/wording.js';
import type { Service } from '../../services/service.js';
import type { CivilDate } from '../../values/civil-date.js';
import type { AboutRule, SessionRule } from '../rule.js';
import { deadlineOf, deadlineReads } from './deadline.js';
import { papersOf, type TopicPaper } from './paper.js';
import type { Topic } from './topic.js';
import { trainingDataSchema, trainingDataWords, trainingReads, type TrainingData } from './training-data.js';

const says =
  'Training must be documented in the personnel file, and so must what a waiver or an exception rests on.';

/** Every training, waiver and exception that counts toward a topic has its paper. How many topics are done is other rules' business. */
export const trainingDocumented: SessionRule<'staff/training-documented', TrainingData> = {
  scope: 'session',
  id: 'staff/training-documented',
  forService: ({ training }) => {
    if (training === undefined) return undefined;
    const cite = training.cite.documented;
    return {
      says,
      cite,
      judge({ session, on, words, trained, readings }) {
        if (trained?.all === true) return 'pass';
        const deadline = deadlineOf(training, session.staff, on, readings);
        const papers = papersOf(
          training,
          session.staff,
          words,
          on,
          deadline.state === 'over' ? 'all' : 'initial',
        );
        const initial = papers.slice(0, training.initial.length);
        const additional = papers.slice(training.initial.length);
        const lacking = papers.filter(({ documented }) => documented !== TRUE);
        if (lacking.length === 0) return 'pass';
        const owed = deadline.state === 'over' ? [...initial, ...additional] : initial;
        const failed = owed.filter(({ documented }) => documented === FALSE);
        // Without a due date, what is lacking of the additional topics fails or is due.
        const later = deadline.state === 'unknown' ? lacking.filter((one) => additional.includes(one)) : [];
        const open = [...owed.filter(({ documented }) => documented === UNKNOWN), ...later];
        const outcome = failed.length > 0 ? 'fail' : open.length > 0 ? 'unknown' : 'due';
        const named = outcome === 'due' ? lacking : [...failed, ...open];
        const facts = later.some(({ documented }) => documented === FALSE)
          ? open.filter((one) => !later.includes(one))
          : open;
        const unknown =
          outcome === 'unknown'
            ? [...(later.length > 0 ? deadline.unknown : []), ...facts.flatMap((one) => one.unknown)]
            : [];
        const said = (of: Truth) =>
          named.filter(({ documented }) => documented === of).map((one) => inWords(one, on));
        const dated = named.filter((one) => additional.includes(one));
        const isDated = dated.length > 0;
        return finding({
          rule: 'staff/training-documented',
          outcome,
          severity: 'error',
          message: inTurn(
            outcome === 'unknown' ? notKnown(namesOf(unknown)) : '',
            notDone('documented', said(FALSE), said(UNKNOWN)),
            says,
            dated.length === named.length ? deadline.note : '',
          ),
          data: { topics: named.map(({ topic }) => ({ topic })), dueOn: isDated ? deadline.dueOn : null },
          paths: [
            '/staff/trainings',
            ...named.flatMap((one) => one.lacking).map(({ path, entry }) => pointerOf(path, entry)),
          ],
          unknown,
          cite,
          ...(isDated && { reading: 'training-deadline' }),
          denials: denialsOf('training'),
        });
      },
    };
  },
};

export const aboutTrainingDocumented = {
  severity: 'error',
  reads: [...trainingReads, ...deadlineReads],
  demands:
    'each training that counts is documented, each waiver that is relied on rests on documented training, and each exception that is relied on was approved on or before the date of service',
  denials: ['training'],
  readings: () => ['training-deadline'],
  sheet: ({ training }: Service) =>
    training === undefined
      ? []
      : [{ says: 'All of it is documented in the personnel file.', cite: training.cite.documented }],
  dataWords: trainingDataWords,
  data: trainingDataSchema,
} satisfies AboutRule<TrainingData>;

/** A topic, and what of it lacks its paper where that is no training. */
function inWords({ topic, hours, onPaper, lacking }: TopicPaper & Topic, on: CivilDate): string {
  const notes = lacking.flatMap(({ path }) => {
    if (path === 'staff.trainingWaivers.documented') return ['by the training behind its waiver'];
    return path === 'staff.trainingExceptions.approvedOn' ? [`by an exception approved by ${on}`] : [];
  });
  const isOfTraining = hours !== undefined && notes.length === 0 && lacking.length > 0;
  const paper = isOfTraining
    ? [`${String(onPaper)} of ${count(hours, 'hour')} in the personnel file`]
    : notes;
  return [codeInWords(topic), ...new Set(paper)].join(', ');
}
