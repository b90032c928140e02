import { limit } from '../every-service.js';
import { keyFunctions, licences, peerPrograms, supportiveActivities } from '../lists.js';
import {
  allTrue,
  isFalse,
  must,
  ownSupervisor,
  paper,
  planGoal,
  should,
  type OracleService,
} from '../rule.js';

export const peerSupport: OracleService = {
  id: 'mo/peer-support',
  from: '2014-10-01',
  unitMinutes: 15,
  isOfMedicaid: false,
  rates: {},
  rules: [
    must('member/program', ({ holds }) => holds('member.programs', peerPrograms)),
    should('session/person-centered', allTrue('personCentered')),
    planGoal,
    {
      rule: 'session/key-function',
      judge({ list }) {
        const activities = list('activities');
        if (activities.some((activity) => keyFunctions.includes(activity))) return 'pass';
        return activities.some((activity) => supportiveActivities.includes(activity)) ? 'warning' : 'error';
      },
    },
    must(
      'staff/credential',
      ({ holds, on }) =>
        holds('staff.credentials', ['MO-MRSS-P', 'MO-CMPS']) ||
        (on >= '2018-03-01' && holds('staff.credentials', ['MO-CPS'])),
    ),
    {
      rule: 'staff/supervision',
      judge({ holds, stated, meant }, { qmhpByLicence }) {
        const path = 'staff.supervisor.credentials';
        if (holds(path, ['MO-QSAP', 'MO-QMHP', 'MO-QAP'])) return 'pass';
        const entries = (stated(path) ?? []) as readonly { code: string }[];
        const isNamed = entries.some(({ code }) => meant(path, code) === 'MO-QMHP');
        if (isNamed || !holds(path, licences)) return 'error';
        return ({ ask: 'unknown', yes: 'pass', no: 'error' } as const)[qmhpByLicence];
      },
    },
    ownSupervisor(() => true),
    must('staff/treatment-team', allTrue('staff.treatmentTeamMember')),
    must('staff/team-meetings', allTrue('staff.attendsTeamMeetings')),
    limit('units/daily-limit', 'mo/peer-support', 32, (day, on) => day === on),
    limit('units/monthly-limit', 'mo/peer-support', 96, (day, on) => day.slice(0, 7) === on.slice(0, 7)),
    must('session/not-only-transportation', ({ list }) => {
      const activities = list('activities');
      return activities.length === 0 || activities.some((activity) => activity !== 'transportation');
    }),
    must('staff/not-a-replacement', isFalse('staff.replacesTreatmentStaff')),
    must('member/other-staff-assigned', ({ list }) =>
      list('member.careTeamRoles').some((role) => role !== 'peer-specialist'),
    ),
    must('member/age', ({ isAged }) => isAged(16 * 12)),
    paper('documentation/program-requirements', allTrue('documentation.meetsProgramRequirements')),
  ],
};
