import { describe, expect, test } from 'vitest';
import {
  ageAtLeast,
  ageBelow,
  atLeastNumber,
  byLicence,
  differ,
  doneBy,
  exists,
  hasDiagnosis,
  holds,
  includesAll,
  includesAny,
  includesOther,
  is,
  noteItem,
  notAfterService,
  notEmpty,
  notOnly,
  oneOf,
  planInForce,
  stated,
} from '../../src/conditions/build.js';
import type { Condition } from '../../src/conditions/condition.js';
import type { Session } from '../../src/index.js';
import { answer, asked, type Answer } from './support.js';

type Row = [facts: Partial<Session>, answer: Answer, asks?: string[]];

/** A table of one condition: what is stated on 2025-03-03, the answer, and what is asked for. */
function table(name: string, condition: Condition, rows: Row[]) {
  describe(name, () => {
    test.each(rows.map(([facts, expected, asks = []]) => ({ facts, expected, asks })))(
      '$facts: $expected',
      ({ facts, expected, asks }) => {
        expect(answer(condition, facts)).toBe(expected);
        expect(asked(condition, facts)).toEqual(asks);
      },
    );
  });
}

table('is: the plan lists the service', is('plan.includesService'), [
  [{ plan: { includesService: true } }, 'yes'],
  [{ plan: { includesService: false } }, 'no'],
  [{ plan: 'none' }, 'no'],
  [{ plan: { includesService: null } }, 'unknown', ['plan.includesService']],
  [{ plan: {} }, 'unknown', ['plan.includesService']],
  [{ plan: null }, 'unknown', ['plan.includesService']],
  [{}, 'unknown', ['plan.includesService']],
]);

table('is, of a fact that is good when false', is('staff.replacesTreatmentStaff', false), [
  [{ staff: { replacesTreatmentStaff: false } }, 'yes'],
  [{ staff: { replacesTreatmentStaff: true } }, 'no'],
  [{ staff: {} }, 'unknown', ['staff.replacesTreatmentStaff']],
]);

table(
  'is: an item of a note that does not exist is false',
  is('documentation.weeklyNote.clientResponse', false),
  [
    [{ documentation: { weeklyNote: 'none' } }, 'yes'],
    [{ documentation: { weeklyNote: {} } }, 'unknown', ['documentation.weeklyNote.clientResponse']],
  ],
);

table('oneOf', oneOf('assessment.impairments.dailyLiving', ['moderate', 'severe']), [
  [{ assessment: { impairments: { dailyLiving: 'severe' } } }, 'yes'],
  [{ assessment: { impairments: { dailyLiving: 'mild' } } }, 'no'],
  [{ assessment: 'none' }, 'no'],
  [{ assessment: { impairments: null } }, 'unknown', ['assessment.impairments.dailyLiving']],
  [{ assessment: {} }, 'unknown', ['assessment.impairments.dailyLiving']],
]);

table('oneOf, of a choice that nobody made', oneOf('assessment.review', ['admission']), [
  [{ assessment: { review: 'admission' } }, 'yes'],
  [{ assessment: { review: 'continued-service' } }, 'no'],
  [{ assessment: 'none' }, 'unknown', ['assessment.review']],
  [{}, 'unknown', ['assessment.review']],
]);

const credential = holds('staff.credentials', ['MO-CMPS', 'MO-MRSS-P']);
table('holds', credential, [
  [{ staff: { credentials: [{ code: 'MO-CMPS' }] } }, 'yes'],
  [{ staff: { credentials: [{ code: 'MO-LPC' }, { code: 'MO-MRSS-P' }] } }, 'yes'],
  [{ staff: { credentials: [{ code: 'MO-CMPS', from: '2025-03-03', through: '2025-03-03' }] } }, 'yes'],
  [{ staff: { credentials: [{ code: 'MO-CMPS', from: null, through: null }] } }, 'yes'],
  [{ staff: { credentials: [{ code: 'MO-CMPS', from: '2025-03-04' }] } }, 'no'],
  [{ staff: { credentials: [{ code: 'MO-CMPS', through: '2025-03-02' }] } }, 'no'],
  [
    {
      staff: {
        credentials: [
          { code: 'MO-CMPS', through: '2020-01-01' },
          { code: 'MO-CMPS', from: '2024-01-01' },
        ],
      },
    },
    'yes',
  ],
  [{ staff: { credentials: [{ code: ' mo_cmps' }] } }, 'yes'],
  [{ staff: { credentials: [{ code: 'MO-CMPZ' }] } }, 'unknown', ['staff.credentials 0']],
  [{ staff: { credentials: [{ code: 'MO-CMPZ' }, { code: 'MO-CMPS' }] } }, 'yes'],
  [{ staff: { credentials: [{ code: 'MO-CMPZ', through: '2025-03-02' }] } }, 'no'],
  [{ staff: { credentials: [] } }, 'no'],
  [{ staff: { credentials: null } }, 'unknown', ['staff.credentials']],
  [{}, 'unknown', ['staff.credentials']],
]);

table('holds, of a supervisor', holds('staff.supervisor.credentials', ['MO-QMHP']), [
  [{ staff: { supervisor: { credentials: [{ code: 'MO-QMHP' }] } } }, 'yes'],
  [{ staff: { supervisor: 'none' } }, 'no'],
  [{ staff: { supervisor: {} } }, 'unknown', ['staff.supervisor.credentials']],
]);

const renamed = (dateOfService: string, code?: string): Partial<Session> => ({
  dateOfService,
  ...(code !== undefined && { staff: { credentials: [{ code }] } }),
});
table('holds, counting since 2018-03-01', holds('staff.credentials', ['MO-CPS'], { since: '2018-03-01' }), [
  [renamed('2018-02-28', 'MO-CPS'), 'no'],
  [renamed('2018-03-01', 'MO-CPS'), 'yes'],
  [renamed('2018-02-28'), 'no'],
  [renamed('2018-03-01'), 'unknown', ['staff.credentials']],
]);

table('includesAny', includesAny('activities', ['setting-goals', 'health-and-wellness']), [
  [{ activities: ['recreation', 'setting-goals'] }, 'yes'],
  [{ activities: ['recreation'] }, 'no'],
  [{ activities: ['recreation', 'Setting Goals'] }, 'yes'],
  [{ activities: ['recreation', 'chess'] }, 'unknown', ['activities 1']],
  [{ activities: ['chess', 'setting-goals'] }, 'yes'],
  [{ activities: [] }, 'no'],
  [{}, 'unknown', ['activities']],
]);

table('includesAll', includesAll('materials', ['imr-practitioners-guide', 'imr-educational-handouts']), [
  [{ materials: ['imr-educational-handouts', 'imr-practitioners-guide', 'a poster'] }, 'yes'],
  [{ materials: ['imr-educational-handouts', 'imr-practitioners-guide'] }, 'yes'],
  [{ materials: ['imr-practitioners-guide'] }, 'no'],
  [{ materials: ['IMR Practitioners Guide', 'imr-educational-handouts'] }, 'yes'],
  [{ materials: ['imr-practitioners-guide', 'a poster'] }, 'unknown', ['materials 1']],
  [{ materials: ['a poster', 'a leaflet'] }, 'unknown', ['materials 0', 'materials 1']],
  [{ materials: ['a poster'] }, 'no'],
  [{ materials: ['a poster', 'A Poster'] }, 'no'],
  [{ materials: [] }, 'no'],
  [{ materials: null }, 'unknown', ['materials']],
]);

table('includesOther', includesOther('member.careTeamRoles', ['peer-specialist']), [
  [{ member: { careTeamRoles: ['peer-specialist', 'nurse'] } }, 'yes'],
  [{ member: { careTeamRoles: ['nurse'] } }, 'yes'],
  [{ member: { careTeamRoles: ['peer-specialist', 'peer-specialist'] } }, 'no'],
  [{ member: { careTeamRoles: ['peer-specialist', 'Life coach'] } }, 'unknown', ['member.careTeamRoles 1']],
  [{ member: { careTeamRoles: ['Life coach', 'nurse'] } }, 'yes'],
  [{ member: { careTeamRoles: [] } }, 'no'],
  [{ member: {} }, 'unknown', ['member.careTeamRoles']],
]);

table('notOnly', notOnly('activities', ['transportation']), [
  [{ activities: ['transportation', 'setting-goals'] }, 'yes'],
  [{ activities: ['setting-goals'] }, 'yes'],
  [{ activities: [] }, 'yes'],
  [{ activities: ['transportation'] }, 'no'],
  [{ activities: ['transportation', 'transportation'] }, 'no'],
  [{}, 'unknown', ['activities']],
]);

table(
  'a list of an assessment that does not exist is empty',
  includesAny('assessment.conditions', ['SPMI']),
  [
    [{ assessment: { conditions: ['SPMI'] } }, 'yes'],
    [{ assessment: 'none' }, 'no'],
    [{ assessment: {} }, 'unknown', ['assessment.conditions']],
  ],
);

table(
  'a list of what is stated not to exist has none of its codes',
  includesAll('assessment.conditions', ['SPMI']),
  [
    [{ assessment: { conditions: ['spmi'] } }, 'yes'],
    [{ assessment: 'none' }, 'no'],
  ],
);

table('an empty list has nothing else either', includesOther('assessment.conditions', ['SPMI']), [
  [{ assessment: { conditions: ['SED'] } }, 'yes'],
  [{ assessment: 'none' }, 'no'],
]);

table('atLeastNumber', atLeastNumber('assessment.scores.calocusComposite', 17), [
  [{ assessment: { scores: { calocusComposite: 17 } } }, 'yes'],
  [{ assessment: { scores: { calocusComposite: 16 } } }, 'no'],
  [{ assessment: { scores: { calocusComposite: 0 } } }, 'no'],
  [{ assessment: 'none' }, 'no'],
  [{ assessment: { scores: {} } }, 'unknown', ['assessment.scores.calocusComposite']],
]);

const born = (birthDate: string | null) => ({ member: { birthDate } });
table('ageAtLeast 16 years', ageAtLeast({ years: 16 }), [
  [born('2009-03-03'), 'yes'],
  [born('2009-03-04'), 'no'],
  [born('2025-03-04'), 'no'],
  [born(null), 'unknown', ['member.birthDate']],
]);

table('ageBelow 18 months', ageBelow({ months: 18 }), [
  [born('2023-09-03'), 'no'],
  [born('2023-09-04'), 'yes'],
  [{}, 'unknown', ['member.birthDate']],
]);

const assessed = ageAtLeast({ years: 6 }, 'assessment.date');
table('ageAtLeast at the assessment', assessed, [
  [{ ...born('2018-05-01'), assessment: { date: '2024-05-01' } }, 'yes'],
  [{ ...born('2018-05-01'), assessment: { date: '2024-04-30' } }, 'no'],
  [{ ...born('2018-05-01'), assessment: {} }, 'unknown', ['assessment.date']],
  [{ assessment: { date: '2024-05-01' } }, 'unknown', ['member.birthDate']],
  [{ ...born('2018-05-01'), assessment: 'none' }, 'no'],
  [{ assessment: 'none' }, 'no'],
  [{}, 'unknown', ['member.birthDate', 'assessment.date']],
]);

test('an age of someone born on Feb 29 follows the reading', () => {
  const facts = { ...born('2004-02-29'), dateOfService: '2025-02-28' };
  const condition = ageAtLeast({ years: 21 });
  expect(answer(condition, facts, { leapBirthday: 'mar-1' })).toBe('no');
  expect(answer(condition, facts, { leapBirthday: 'feb-28' })).toBe('yes');
});

const trained = (...completed: (string | null)[]): Partial<Session> => ({
  staff: { trainings: completed.map((completedOn) => ({ topic: 'ptsd', completedOn })) },
});
table('doneBy', doneBy('staff.trainings', 'ptsd'), [
  [trained('2025-03-03'), 'yes'],
  [trained('2025-03-04'), 'no'],
  [trained('2025-03-04', '2024-01-01'), 'yes'],
  [trained('2025-03-04', null), 'unknown', ['staff.trainings.completedOn 1']],
  [trained(null, '2024-01-01'), 'yes'],
  [trained(null, null), 'unknown', ['staff.trainings.completedOn 0', 'staff.trainings.completedOn 1']],
  [{ staff: { trainings: [{ topic: 'iddt' }] } }, 'no'],
  [{ staff: { trainings: [{ topic: 'iddt', completedOn: '2024-01-01' }] } }, 'no'],
  [{ staff: { trainings: [] } }, 'no'],
  [{ staff: {} }, 'unknown', ['staff.trainings']],
]);

table('doneBy, of a supervisor', doneBy('staff.supervisor.trainings', 'illness-management-and-recovery'), [
  [{ staff: { supervisor: 'none' } }, 'no'],
  [{ staff: { supervisor: {} } }, 'unknown', ['staff.supervisor.trainings']],
]);

table('planInForce', planInForce(), [
  [{ plan: { from: '2025-03-03', through: '2025-03-03' } }, 'yes'],
  [{ plan: { from: '2025-01-01' } }, 'yes'],
  [{ plan: { from: '2025-03-04' } }, 'no'],
  [{ plan: { from: '2024-01-01', through: '2025-03-02' } }, 'no'],
  [{ plan: { through: '2025-03-02' } }, 'no'],
  [{ plan: 'none' }, 'no'],
  [{ plan: { through: '2025-12-31' } }, 'unknown', ['plan.from']],
  [{ plan: {} }, 'unknown', ['plan.from']],
  [{}, 'unknown', ['plan.from']],
]);

table('planInForce, by the dates that are stated', planInForce({ asStated: true }), [
  [{ plan: { from: '2025-03-03', through: '2025-03-03' } }, 'yes'],
  [{ plan: { from: '2025-03-04' } }, 'no'],
  [{ plan: { through: '2025-03-02' } }, 'no'],
  [{ plan: 'none' }, 'no'],
  [{ plan: { through: '2025-12-31' } }, 'yes'],
  [{ plan: {} }, 'yes'],
  [{}, 'yes'],
]);

table('noteItem', noteItem('setting'), [
  [{ documentation: { progressNote: { setting: true } } }, 'yes'],
  [{ documentation: { progressNote: { setting: false } } }, 'no'],
  [{ documentation: { progressNote: 'none' } }, 'no'],
  [{}, 'unknown', ['documentation.progressNote.setting']],
]);

table('stated', stated('staff.supervisor.id'), [
  [{ staff: { supervisor: { id: 'T-1' } } }, 'yes'],
  [{ staff: { supervisor: { id: null } } }, 'no'],
  [{ staff: { supervisor: 'none' } }, 'no'],
  [{}, 'no'],
]);

table('differ', differ('staff.id', 'staff.supervisor.id'), [
  [{ staff: { id: 'T-1', supervisor: { id: 'T-2' } } }, 'yes'],
  [{ staff: { id: 'T-1', supervisor: { id: 'T-1' } } }, 'no'],
  [{ staff: { id: 'T-1' } }, 'unknown', ['staff.supervisor.id']],
  [{ staff: { supervisor: { id: 'T-1' } } }, 'unknown', ['staff.id']],
  [{}, 'unknown', ['staff.id', 'staff.supervisor.id']],
]);

table('notEmpty', notEmpty('assessment.diagnoses'), [
  [{ assessment: { diagnoses: ['F31.9'] } }, 'yes'],
  [{ assessment: { diagnoses: [] } }, 'no'],
  [{ assessment: 'none' }, 'no'],
  [{ assessment: {} }, 'yes'],
  [{}, 'yes'],
]);

const supervisedBy = (...credentials: { code: string; from?: string; through?: string }[]) => ({
  staff: { supervisor: { credentials } },
});
table('byLicence', byLicence('staff.supervisor.credentials', 'MO-QMHP', ['MO-LPC']), [
  [supervisedBy({ code: 'MO-LPC' }), 'unknown', ['staff.supervisor.credentials']],
  [supervisedBy({ code: 'MO-LPC', through: '2025-03-03' }), 'unknown', ['staff.supervisor.credentials']],
  [supervisedBy({ code: 'MO-LPC', through: '2025-03-02' }), 'no'],
  [supervisedBy({ code: 'MO-LPC' }, { code: 'MO-QMHP', from: '2025-03-04' }), 'no'],
  [supervisedBy({ code: 'MO-LCSW' }), 'no'],
  [supervisedBy(), 'no'],
  [{ staff: { supervisor: 'none' } }, 'no'],
  [{}, 'unknown', ['staff.supervisor.credentials']],
]);

table('exists', exists('staff.supervisor'), [
  [{ staff: { supervisor: {} } }, 'yes'],
  [{ staff: { supervisor: 'none' } }, 'no'],
  [{ staff: {} }, 'unknown', ['staff.supervisor.credentials']],
  [{}, 'unknown', ['staff.supervisor.credentials']],
]);

table('notAfterService', notAfterService('assessment.date'), [
  [{ assessment: { date: '2025-03-03' } }, 'yes'],
  [{ assessment: { date: '2025-03-04' } }, 'no'],
  [{ assessment: 'none' }, 'no'],
  [{ assessment: {} }, 'unknown', ['assessment.date']],
]);

const diagnosed = (...diagnoses: string[]) => ({ assessment: { diagnoses } });
table('hasDiagnosis of the class major depression', hasDiagnosis('majorDepression'), [
  [diagnosed('F32.5'), 'yes'],
  [diagnosed('F325'), 'yes'],
  [diagnosed('f33.41'), 'yes'],
  [diagnosed(' F33.41 '), 'yes'],
  [diagnosed('Z59.0', 'F32.9'), 'yes'],
  [diagnosed('F32.8'), 'no'],
  [diagnosed('F32.89'), 'no'],
  [diagnosed('F32'), 'no'],
  [diagnosed('296.20'), 'unknown', ['assessment.diagnoses']],
  [diagnosed(), 'no'],
  [{ assessment: 'none' }, 'no'],
  [{ assessment: {} }, 'unknown', ['assessment.diagnoses']],
]);

table('hasDiagnosis of the class substance use', hasDiagnosis('substanceUse'), [
  [diagnosed('F10.20'), 'yes'],
  [diagnosed('F1021'), 'yes'],
  [diagnosed('F11.10'), 'yes'],
  [diagnosed('F10.90'), 'no'],
  [diagnosed('F17.210'), 'no'],
]);

test('the classes of diagnosis are those of the reading', () => {
  const classes = { bipolar: ['F30'], majorDepression: [], psychotic: [], substanceUse: [] };
  expect(answer(hasDiagnosis('bipolar'), diagnosed('F30.1'), { diagnosisClasses: classes })).toBe('yes');
  expect(answer(hasDiagnosis('bipolar'), diagnosed('F31.1'), { diagnosisClasses: classes })).toBe('no');
});
