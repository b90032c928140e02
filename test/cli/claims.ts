import type { Claim, Session } from '../../src/index.js';
import { readFixture } from '../support/cases.js';

type Line = Claim['lines'][number];

const session = readFixture('sessions/mo-H2017TG.json') as Session;
const { funding, dateOfService, units, charge, member, staff, agency, plan, assessment } = session;
const { startTime, endTime, phase, format, activities, regularPsrSameWeek, documentation } = session;

/** Six units at 4.95, billable as the complete session is; each line of a claim wants a week of its own. */
const line: Line = {
  procedureCode: 'H2017',
  modifiers: ['TG'],
  dateOfService,
  units: units ?? 0,
  charge,
  session: {
    ...{ startTime, endTime, phase, format, activities, regularPsrSameWeek, documentation },
    group: { participants: 7, staff: 1 },
  },
};

/** A claim that lets everything be told; each has its own member and staff member. */
export function claim(key: string, lines: readonly Partial<Line>[]): Claim {
  return {
    id: key,
    jurisdiction: 'MO',
    funding,
    member: { ...member, id: `M-${key}` },
    agency,
    plan,
    assessment,
    lines: lines.map((change) => ({ ...line, staff: { ...staff, id: `T-${key}` }, ...change })),
  };
}
