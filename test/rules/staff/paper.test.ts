import { describe, expect, test } from 'vitest';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../../../src/conditions/truth.js';
import { paperOf, type TopicPaper } from '../../../src/rules/staff/paper.js';
import { iddt, on, stated, type Staff } from './support.js';

const twoHours = { topic: 'iddt', hours: 2 };
const words = new Map<Truth, string>([
  [TRUE, 'documented'],
  [FALSE, 'not documented'],
  [UNKNOWN, 'not known'],
]);

/** "not known: trainings[1].hours" */
function inShort({ documented, unknown, lacking }: TopicPaper): string {
  const named = [...unknown, ...lacking].map(({ path, entry }) =>
    path.replace('staff.', '').replace('.', `[${String(entry)}].`),
  );
  return [words.get(documented), ...(named.length > 0 ? [named.join(' ')] : [])].join(': ');
}
const paper = (staff: Staff | null) => inShort(paperOf(twoHours, stated(staff, twoHours), on));

const noPaper = { documented: false };
const unsure = { documented: null };
const someDay = { completedOn: null };
const late = { completedOn: '2025-03-04' };

describe('the paper of two hours, of trainings alone', () => {
  test.each<[title: string, Staff['trainings'], expected: string]>([
    ['not known at all', null, 'not known: trainings'],
    ['no training', [], 'documented'],
    ['documented', [iddt(2)], 'documented'],
    ['without paper', [iddt(2, noPaper)], 'not documented: trainings[0].documented'],
    ['maybe without', [iddt(2, unsure)], 'not known: trainings[0].documented'],
    ['too few hours, documented', [iddt(1)], 'documented'],
    ['too few hours, maybe without', [iddt(1, unsure)], 'not known: trainings[0].documented'],
    ['of a later day', [iddt(2, { ...noPaper, ...late })], 'documented'],
    ['of a day not known, documented', [iddt(2, someDay)], 'documented'],
    [
      'of a day not known, without',
      [iddt(2, { ...noPaper, ...someDay })],
      'not known: trainings[0].completedOn',
    ],
    ['of hours not known, documented', [iddt(null)], 'documented'],
    [
      'too few hours, of days not known, one of them without',
      [iddt(1, someDay), iddt(0.5, { ...noPaper, ...someDay })],
      'not known: trainings[1].completedOn',
    ],
    ['enough, beside one without', [iddt(2), iddt(1, noPaper)], 'documented'],
    ['enough, beside one maybe without', [iddt(2), iddt(1, unsure)], 'documented'],
    [
      'enough of later days, beside one without',
      [iddt(2, late), iddt(2, noPaper)],
      'not documented: trainings[1].documented',
    ],
    ['too few, beside one without', [iddt(1), iddt(1, noPaper)], 'not documented: trainings[1].documented'],
    ['too few, beside one maybe without', [iddt(1), iddt(1, unsure)], 'not known: trainings[1].documented'],
    ['hours not known, beside one without', [iddt(null), iddt(1, noPaper)], 'not known: trainings[0].hours'],
    [
      'a day not known, beside one without',
      [iddt(2, someDay), iddt(1, noPaper)],
      'not known: trainings[0].completedOn',
    ],
    [
      'hours not known, beside one of hours not known maybe without',
      [iddt(null), iddt(null, unsure)],
      'not known: trainings[0].hours trainings[1].documented',
    ],
    [
      'hours not known maybe without, beside one without',
      [iddt(null, unsure), iddt(1, noPaper)],
      'not known: trainings[0].hours trainings[0].documented',
    ],
    [
      'of a day not known without, beside enough of a day not known',
      [iddt(2, someDay), iddt(2, { ...noPaper, ...someDay })],
      'not known: trainings[0].completedOn trainings[1].completedOn',
    ],
    [
      'three, two of them without',
      [iddt(1), iddt(1, noPaper), iddt(0.5, noPaper)],
      'not documented: trainings[1].documented trainings[2].documented',
    ],
  ])('%s', (_title, trainings, expected) => {
    expect(paper({ trainings })).toBe(expected);
  });

  test('nothing known of the staff member', () => {
    expect(paper(null)).toBe('not known: trainings');
  });
});

describe('beside a waiver or an exception, one that holds is enough', () => {
  const waiver = (documented: boolean | null) => ({ topic: 'iddt', documented });
  const exception = (approvedOn: string | null) => ({ topic: 'iddt', approvedOn });

  test.each<[title: string, Staff, expected: string]>([
    ['a waiver', { trainingWaivers: [waiver(true)] }, 'documented'],
    [
      'a waiver without',
      { trainingWaivers: [waiver(false)], trainings: [] },
      'not documented: trainingWaivers[0].documented',
    ],
    ['a waiver without, trainings not known', { trainingWaivers: [waiver(false)] }, 'not known: trainings'],
    [
      'a waiver maybe without',
      { trainingWaivers: [waiver(null)], trainings: [] },
      'not known: trainingWaivers[0].documented',
    ],
    [
      'a waiver of another topic',
      { trainingWaivers: [{ topic: 'ptsd', documented: false }], trainings: [] },
      'documented',
    ],
    [
      'two waivers, the second documented',
      { trainingWaivers: [waiver(false), waiver(true)], trainings: [] },
      'documented',
    ],
    [
      'two waivers, the second maybe',
      { trainingWaivers: [waiver(false), waiver(null)], trainings: [] },
      'not known: trainingWaivers[1].documented',
    ],
    ['an exception of the day', { trainingExceptions: [exception(on)], trainings: [] }, 'documented'],
    [
      'an exception of a later day',
      { trainingExceptions: [exception('2025-03-04')], trainings: [] },
      'not documented: trainingExceptions[0].approvedOn',
    ],
    [
      'an exception of a day not known',
      { trainingExceptions: [exception(null)], trainings: [] },
      'not known: trainingExceptions[0].approvedOn',
    ],
    [
      'a waiver without, enough training',
      { trainingWaivers: [waiver(false)], trainings: [iddt(2)] },
      'documented',
    ],
    [
      'a waiver without, too little training',
      { trainingWaivers: [waiver(false)], trainings: [iddt(1)] },
      'not documented: trainingWaivers[0].documented',
    ],
    [
      'a waiver without, training without',
      { trainingWaivers: [waiver(false)], trainings: [iddt(2, noPaper)] },
      'not documented: trainingWaivers[0].documented trainings[0].documented',
    ],
    [
      'a waiver without, training of a day not known',
      { trainingWaivers: [waiver(false)], trainings: [iddt(2, someDay)] },
      'not known: trainings[0].completedOn',
    ],
    [
      'a waiver maybe without, training of hours not known and without',
      { trainingWaivers: [waiver(null)], trainings: [iddt(null), iddt(1, noPaper)] },
      'not known: trainingWaivers[0].documented trainings[0].hours',
    ],
    [
      'a waiver and an exception, neither of which holds',
      { trainingWaivers: [waiver(false)], trainingExceptions: [exception('2025-03-04')], trainings: [] },
      'not documented: trainingWaivers[0].documented trainingExceptions[0].approvedOn',
    ],
  ])('%s', (_title, staff, expected) => {
    expect(paper(staff)).toBe(expected);
  });
});
