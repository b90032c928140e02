import { describe, expect, test } from 'vitest';
import { asked, ofNoSession } from '../../src/facts/rows/index.js';
import { checkSession, type CheckOptions } from '../../src/index.js';
import { sessionOf, type Case } from '../support/cases.js';

type Stated = Pick<Case, 'base' | 'change'>;

/** For each fact whose silence has a meaning: a session without it, and the same session that states what silence means. */
const pairs: Record<
  string,
  [base: string, without: Case['change'], withIt: Case['change'], found: string[]]
> = {
  phase: [
    'mo-H2017TG',
    { phase: null, documentation: { attendanceLog: 'none' } },
    { phase: 'delivered', documentation: { attendanceLog: 'none' } },
    ['documentation/attendance-log', 'documentation/attendance-available'],
  ],
  funding: [
    'mo-H2017TG',
    { funding: null, charge: '26.28' },
    { funding: 'medicaid', charge: '26.28' },
    ['claim/charge'],
  ],
  minutes: [
    'mo-H2017TG',
    { minutes: null, endTime: '11:29' },
    { minutes: 89, endTime: '11:29' },
    ['units/time'],
  ],
  units: [
    'mo-peer-support',
    { units: null, endTime: '17:15' },
    { units: 33, endTime: '17:15' },
    ['units/daily-limit'],
  ],
  charge: ['mo-H2017TG', { charge: null }, { charge: '29.70' }, []],
  format: ['mo-H2017TG', { format: null }, { format: 'group' }, []],
  'group.participants': [
    'mo-H2017HO',
    { format: 'individual', group: null },
    { format: 'individual', group: { participants: 1 } },
    [],
  ],
  'staff.trainingWaivers': [
    'mo-H2017HO',
    { staff: { trainings: [], trainingWaivers: null } },
    { staff: { trainings: [], trainingWaivers: [] } },
    ['staff/initial-training', 'staff/additional-training'],
  ],
  'staff.trainingExceptions': [
    'mo-H2017HO',
    { staff: { trainings: [], trainingExceptions: null } },
    { staff: { trainings: [], trainingExceptions: [] } },
    ['staff/initial-training', 'staff/additional-training'],
  ],
  'plan.through': ['mt-imr', { plan: { through: null } }, { plan: { through: '9999-12-31' } }, []],
};

function said({ base, change }: Stated, options: CheckOptions = { history: [] }) {
  const { verdict, findings } = checkSession(sessionOf({ base, change }), options);
  return { verdict, found: findings.map(({ rule, outcome, severity }) => ({ rule, outcome, severity })) };
}

describe('leaving a fact out means what the input contract says', () => {
  test.each(Object.entries(pairs))('%s', (_path, [base, without, withIt, found]) => {
    const silent = said({ base, change: without });
    expect(silent).toEqual(said({ base, change: withIt }));
    expect(silent.found.map(({ rule }) => rule)).toEqual(found);
    expect(silent.found.filter(({ outcome }) => outcome === 'unknown')).toEqual([]);
  });

  test('for each fact of a session whose silence has a meaning', () => {
    const silences = asked.flatMap(({ path, row, isInList }) =>
      !isInList && row.kind !== 'group' && row.leftOut !== undefined && !(path in ofNoSession) ? [path] : [],
    );
    expect(Object.keys(pairs).sort()).toEqual(silences.sort());
  });
});
