import { describe, expect, test } from 'vitest';
import { factReader, isOfNothing, placeOf } from '../../src/conditions/read-fact.js';
import type { Session } from '../../src/index.js';
import { chosen, facts, listed, orNone, sessionWith } from '../facts/contract.js';
import { sessionOf } from './support.js';

describe('a fact is read by its path', () => {
  const session = sessionOf({
    units: 0,
    personCentered: false,
    member: { birthDate: '1990-08-09' },
    staff: { supervisor: { clinical: true } },
    assessment: { impairments: { dailyLiving: 'none' } },
    plan: 'none',
    documentation: { progressNote: 'none' },
    agency: null,
  });

  test.each([
    ['units', 0],
    ['personCentered', false],
    ['member.birthDate', '1990-08-09'],
    ['staff.supervisor.clinical', true],
    ['assessment.impairments.dailyLiving', 'none'],
    ['plan', 'none'],
    ['plan.from', 'none'],
    ['documentation.progressNote.setting', 'none'],
  ] as const)('%s is %j', (path, value) => {
    expect(factReader(path)(session)).toBe(value);
  });

  test.each([
    'minutes',
    'member.id',
    'agency.ownership',
    'staff.supervisor.trainings',
    'assessment.scores.cbclDsmT',
    'documentation.weeklyNote.clientResponse',
  ] as const)('%s is not known', (path) => {
    expect(factReader(path)(session) ?? 'not known').toBe('not known');
  });

  test.each([
    ['plan.from', true],
    ['documentation.progressNote.setting', true],
    ['assessment.impairments.dailyLiving', false],
    ['staff.supervisor.clinical', false],
    ['agency.ownership', false],
    ['plan', false],
    ['units', false],
    ['service', false],
  ])('%s is of something stated not to exist: %s', (path, expected) => {
    expect(isOfNothing(path, session)).toBe(expected);
  });
});

const optional = [...Object.values(facts).flat(), ...Object.keys(chosen), ...Object.keys(listed)] as Path[];
const everyPath = ['service', 'dateOfService', ...optional] as const;
type Path = Parameters<typeof factReader>[0];

function read(path: Path, statedAt: string, value: unknown): unknown {
  return factReader(path)(sessionWith(statedAt, value) as Partial<Session> as Session);
}

describe('every fact', () => {
  test.each(everyPath)('%s is read where it is stated', (path) => {
    expect(read(path, path, 'stated')).toBe('stated');
  });

  test.each(optional)('%s is not known where it or what would hold it is left out, or empty', (path) => {
    const holders = path.split('.').slice(0, -1);
    const unknown = [
      factReader(path)(sessionOf({})),
      ...holders.flatMap((_, index) => {
        const holder = holders.slice(0, index + 1).join('.');
        return [read(path, holder, {}), read(path, holder, null)];
      }),
    ];
    expect(unknown.filter((value) => value != null)).toEqual([]);
  });

  const within = everyPath.flatMap((path) =>
    orNone.filter((holder) => path.startsWith(`${holder}.`)).map((holder) => [path, holder] as const),
  );
  test.each(within)('%s is none where there is no %s', (path, holder) => {
    expect(read(path, holder, 'none')).toBe('none');
  });

  test.each(['plan', 'assessment', 'staff.supervisor'] as const)('%s as a whole', (path) => {
    expect([read(path, path, 'none'), read(path, path, null)]).toEqual(['none', null]);
    expect(factReader(path)(sessionOf({}))).toBeUndefined();
  });
});

describe('within an assessment', () => {
  const path = 'assessment.needs.atRisk';
  test.each([
    ['that is stated not to exist', 'none', true, '/assessment'],
    ['that is not known', null, false, '/assessment/needs/atRisk'],
    ['of which nothing is known', {}, false, '/assessment/needs/atRisk'],
  ] as const)('%s', (_what, assessment, ofNothing, place) => {
    const session = sessionOf({ assessment });
    expect(isOfNothing(path, session)).toBe(ofNothing);
    expect(placeOf(path, session)).toBe(place);
  });
});

describe('the place of a fact', () => {
  const session = sessionOf({
    staff: { supervisor: 'none' },
    assessment: { impairments: { dailyLiving: 'none' } },
    plan: 'none',
    documentation: { progressNote: 'none', weeklyNote: {} },
    agency: null,
  });

  test.each([
    ['plan.from', '/plan'],
    ['staff.supervisor.credentials', '/staff/supervisor'],
    ['documentation.progressNote.setting', '/documentation/progressNote'],
  ] as const)('%s is where it is stated that there is none: %s', (path, place) => {
    expect(placeOf(path, session)).toBe(place);
  });

  test.each([
    ['units', '/units'],
    ['assessment.impairments.dailyLiving', '/assessment/impairments/dailyLiving'],
    ['documentation.weeklyNote.clientResponse', '/documentation/weeklyNote/clientResponse'],
    ['agency.ownership', '/agency/ownership'],
    ['member.id', '/member/id'],
  ] as const)('%s is where it would stand: %s', (path, place) => {
    expect(placeOf(path, session)).toBe(place);
  });
});
