import { describe, expect, test } from 'vitest';
import { createChecker, InputError, type CheckOptions, type Session } from '../../src/index.js';
import { waysToPass, type Way, type WaysToPass } from '../../src/evidence/explain.js';
import { MOST_CHECKS, waysFrom } from '../../src/evidence/ways/ways-from.js';
import { checkSession, shipped } from '../../src/shipped.js';
import { ageAtLeast, all, any, atLeast, includesAny, is, not, notEmpty } from '../../src/conditions/build.js';
import { peerSupport } from '../../src/services/mo/peer-support.js';
import { baseSession, linesOfMonth, mergePatch, months } from '../support/cases.js';

const none: CheckOptions = { history: [] };

type Change = Parameters<typeof mergePatch>[1];

function sessionWith(base: string, change: Change): Session {
  return mergePatch(baseSession(base) as never, change) as unknown as Session;
}

function waysOf(base: string, change: Change, options: CheckOptions = none): WaysToPass {
  return waysToPass(sessionWith(base, change), options);
}

/** The ways to meet a rule in short: what is demanded, and what is patched. */
function shortOf({ needs }: WaysToPass, rule: string): unknown[] | undefined {
  const ways = needs.find(({ rules }) => rules.includes(rule as never))?.ways;
  return ways?.map((way) => [way.kind, ...demandsOf(way), ...patchOf(way)]);
}

const demandsOf = ({ kind, demands }: Way) =>
  kind === 'answer' || kind === 'complete' ? demands.map(({ paths }) => paths.join(' ')) : [];
const patchOf = ({ repair }: Way) =>
  repair?.patch.map(({ op, path, value }) => `${op} ${path} ${String(value)}`) ?? [];

test('what passes needs nothing', () => {
  expect(waysOf('mo-peer-support', {})).toEqual({ verdict: 'billable', needs: [] });
});

describe('a clause', () => {
  test.each<[string, string, Change, string, unknown[]]>([
    [
      'that asks for what is not known takes an answer',
      'mo-peer-support',
      { staff: { treatmentTeamMember: null } },
      'staff/treatment-team',
      [['answer', '/staff/treatmentTeamMember']],
    ],
    [
      'of alternatives has a way for each',
      'mo-peer-support',
      { staff: { credentials: null } },
      'staff/credential',
      [['answer', '/staff/credentials']],
    ],
    [
      'about a credential that is not held may have a paper that is not on record',
      'mo-peer-support',
      { staff: { credentials: [] } },
      'staff/credential',
      [['complete', '/staff/credentials']],
    ],
    [
      'about a plan that is over may have another plan',
      'mo-peer-support',
      { plan: { through: '2017-05-15' } },
      'plan/goal',
      [['complete', '/plan/from /plan/through']],
    ],
    [
      'about a note that is not written may still have it',
      'mo-peer-support',
      { documentation: { meetsProgramRequirements: false } },
      'documentation/program-requirements',
      [['complete', '/documentation/meetsProgramRequirements']],
    ],
    ['about an age has no way', 'mo-peer-support', { member: { birthDate: '2010-01-01' } }, 'member/age', []],
    [
      'about what happened has no way',
      'mo-peer-support',
      { activities: ['transportation'] },
      'session/not-only-transportation',
      [],
    ],
    [
      'about what a clinician found has no way',
      'sc-prs-child',
      { assessment: { recommendedByLpha: false } },
      'necessity/child-admission-g',
      [],
    ],
    [
      'that asks for an assessment is settled by any fact of it',
      'sc-prs-adult',
      { assessment: null },
      'necessity/adult-continued-e',
      [
        ['answer', '/assessment/review'],
        ['answer', '/assessment/outcomeRestored'],
      ],
    ],
    [
      'where there is no assessment may have one that is not on record',
      'sc-prs-child',
      { assessment: 'none' },
      'necessity/child-admission-g',
      [['complete', '/assessment']],
    ],
  ])('%s', (_, base, change, rule, ways) => {
    expect(shortOf(waysOf(base, change), rule)).toEqual(ways);
  });

  test('that counts stays one demand: what is left of it, of what is not known', () => {
    const impairments = {
      dailyLiving: 'moderate',
      personalRelationships: null,
      schoolOrWork: null,
      recreation: null,
    };
    const ways = waysOf('sc-prs-child', { assessment: { impairments } });
    expect(ways.needs[0]?.ways[0]?.demands).toMatchObject([{ atLeast: 1, of: 3, heldBy: 'clinician' }]);
    const all = waysOf('sc-prs-child', { assessment: { impairments: null } });
    expect(all.needs[0]?.ways[0]?.demands).toMatchObject([{ atLeast: 2, of: 4 }]);
    const exactly = waysOf('sc-prs-child', {
      assessment: { impairments: { ...impairments, dailyLiving: 'mild', recreation: 'none' } },
    });
    expect(exactly.needs[0]?.ways[0]?.demands).toHaveLength(2);
  });

  test('weighs the day of an assessment against a birth date that is known', () => {
    const ways = waysOf('sc-prs-child', {
      member: { birthDate: '2018-09-30' },
      assessment: { date: null, scores: null },
    });
    const said = ways.needs
      .filter(({ rules }) => rules.includes('necessity/child-admission-i'))
      .flatMap((need) => need.ways.map(({ demands }) => demands.map(({ says }) => says).join(' and ')));
    expect(said.length).toBeGreaterThan(0);
    // The member is four: no assessment until now can have been at six.
    for (const words of said) expect(words).not.toMatch(/is 6 years or older/);
  });

  test('is worded so that nobody is asked to write what is not so', () => {
    const { needs } = waysOf('mo-peer-support', { staff: { credentials: [] } });
    expect(needs[0]?.ways[0]?.demands[0]?.says).toMatch(/, if it exists, or may still be written$/);
  });
});

describe('a repair', () => {
  test.each<[string, string, Change, CheckOptions, string, string[]]>([
    [
      'claims what the time supports',
      'mo-peer-support',
      { units: 9 },
      none,
      'units/time',
      ['claim-less replace /units 8'],
    ],
    [
      'claims what is left of a limit',
      'mo-peer-support',
      {},
      {
        history: [{ service: 'mo/peer-support', dateOfService: '2017-05-16', units: 27, memberId: 'M-4' }],
      },
      'units/daily-limit',
      ['claim-less replace /units 5'],
    ],
    [
      'claims whole units',
      'mo-peer-support',
      { units: 7.5 },
      none,
      'units/whole',
      ['claim-less replace /units 7'],
    ],
    [
      'states units that were not stated',
      'mo-peer-support',
      { units: null },
      { history: [{ service: 'mo/peer-support', dateOfService: '2017-05-16', units: 27 }] },
      'units/daily-limit',
      ['claim-less add /units 5'],
    ],
    [
      'is none where nothing is left',
      'mo-peer-support',
      {},
      { history: [{ service: 'mo/peer-support', dateOfService: '2017-05-16', units: 32 }] },
      'units/daily-limit',
      [],
    ],
    [
      'corrects a misspelt code',
      'mo-peer-support',
      { staff: { credentials: [{ code: 'MO-CMPSS', from: '2015-03-01' }] } },
      none,
      'staff/credential',
      ['correct replace /staff/credentials/0/code MO-CMPS'],
    ],
    [
      'corrects a misspelt word of a list',
      'mo-peer-support',
      { activities: ['recreation', 'setting-gaols'] },
      none,
      'session/key-function',
      [],
    ],
    [
      'corrects a misspelt word beside others',
      'mo-peer-support',
      { activities: ['recreation', 'setting-goal'] },
      none,
      'session/key-function',
      ['correct replace /activities/1 setting-goals'],
    ],
    [
      'corrects a misspelt topic',
      'mt-imr',
      { staff: { trainings: [{ topic: 'illness-management-and-recover', completedOn: '2022-01-01' }] } },
      none,
      'staff/service-training',
      ['correct replace /staff/trainings/0/topic illness-management-and-recovery'],
    ],
    [
      'moves a proposed session to the day on which a plan begins',
      'mo-peer-support',
      { phase: 'proposed', plan: { from: '2017-06-01' } },
      none,
      'plan/goal',
      ['reschedule replace /dateOfService 2017-06-01'],
    ],
    [
      'moves no session that was given',
      'mo-peer-support',
      { plan: { from: '2017-06-01' } },
      none,
      'plan/goal',
      [],
    ],
    [
      'lets a proposed session end later',
      'mo-peer-support',
      { phase: 'proposed', endTime: '10:45' },
      none,
      'units/time',
      ['claim-less replace /units 7', 'reschedule replace /endTime 11:00'],
    ],
  ])('%s', (_, base, change, options, rule, repairs) => {
    const ways = waysOf(base, change, options);
    const need = ways.needs.find(({ rules }) => rules.includes(rule as never));
    expect(need?.ways.flatMap((way) => (way.repair ? [[way.kind, ...patchOf(way)].join(' ')] : []))).toEqual(
      repairs,
    );
  });
});

test('a session is billed as another service where all of its conditions hold', () => {
  const session = { ...baseSession('mo-H2017HO'), service: 'mo/H2017HOHQ' };
  const { needs, together } = waysToPass(session, none);
  const recodes = needs.map(({ ways }) => ways.filter(({ kind }) => kind === 'recode'));
  expect(recodes.length).toBeGreaterThan(0);
  for (const ways of recodes) {
    expect(ways).toMatchObject([
      {
        repair: {
          patch: [{ op: 'replace', path: '/service', value: 'mo/H2017HO' }],
          safe: false,
          after: { verdict: 'billable' },
        },
      },
    ]);
  }
  expect(together).toEqual(recodes[0]?.[0]?.repair);
});

test('what is charged less is told', () => {
  const checker = createChecker({
    codes: { 'mo/peer-support': [{ procedureCode: 'X0001', rate: '10.00' }] },
  });
  const ways = waysToPass(sessionWith('mo-peer-support', { units: 9 }), { ...none, checker });
  expect(ways.needs[0]?.ways[0]?.repair).toEqual({
    patch: [{ op: 'replace', path: '/units', value: 8 }],
    safe: true,
    after: { verdict: 'billable', charge: '80.00', less: '10.00' },
  });
});

describe('all repairs at once', () => {
  test('make a session pass that no one of them does', () => {
    const ways = waysOf('mo-peer-support', {
      units: 9,
      staff: { credentials: [{ code: 'MO-CMPSS', from: '2015-03-01' }] },
    });
    expect(ways.needs).toHaveLength(2);
    expect(ways.together).toMatchObject({ safe: false, after: { verdict: 'billable' } });
    expect(ways.together?.patch.map(({ path }) => path).sort()).toEqual([
      '/staff/credentials/0/code',
      '/units',
    ]);
  });

  test('of several days are the last', () => {
    const ways = waysOf('mo-peer-support', {
      phase: 'proposed',
      plan: { from: '2017-06-01' },
      staff: { credentials: [{ code: 'MO-CMPS', from: '2017-07-01' }] },
    });
    expect(ways.together?.patch).toEqual([{ op: 'replace', path: '/dateOfService', value: '2017-07-01' }]);
    expect(ways.together?.after.verdict).toBe('billable');
  });

  test('are none where the verdict is no better with them', () => {
    const ways = waysOf('mo-peer-support', { units: 9, member: { birthDate: '2010-01-01' } });
    expect(ways.needs[0]?.ways[0]?.repair?.after.verdict).toBe('not-billable');
    expect(ways).not.toHaveProperty('together');
  });
});

const orientation =
  'Community Psychiatric Rehabilitation (CPR) program orientation (cpr-program-orientation)';
const compliance = 'documentation and Medicaid compliance (documentation-and-medicaid-compliance)';

describe('a rule that computes', () => {
  test.each<[string, string, Change, CheckOptions, string, string[]]>([
    [
      'asks for a history',
      'mo-peer-support',
      {},
      {},
      'units/daily-limit',
      ['at most 24 units of the service were used on 2017-05-16 beside it'],
    ],
    [
      'asks for the units where they are not known',
      'mo-peer-support',
      { units: null, endTime: null },
      {},
      'units/daily-limit',
      ['a member may receive at most 32 units in a day', 'a member may receive at most 32 units in a day'],
    ],
    [
      'asks how long it was',
      'mo-peer-support',
      { endTime: null },
      none,
      'units/time',
      ['the time spent supports 8 units of 15 minutes'],
    ],
    [
      'asks for an end after the start',
      'mo-peer-support',
      { endTime: null },
      none,
      'session/time',
      ['a session ends after it starts, on the same day, and its minutes fit between'],
    ],
    [
      'has no way where the day has no room for the units',
      'mo-peer-support',
      { startTime: '23:30', endTime: null },
      none,
      'units/time',
      [],
    ],
    [
      'has no way where the day has no room for the minutes',
      'mo-peer-support',
      { startTime: '23:30', endTime: null, minutes: 60 },
      none,
      'session/time',
      [],
    ],
    [
      'about what did not take place has no way',
      'mo-peer-support',
      { phase: 'cancelled' },
      none,
      'session/took-place',
      [],
    ],
    [
      'about a training that is not known asks for it',
      'mo-H2017HOHQ',
      { staff: { trainings: null } },
      none,
      'staff/initial-training',
      [`the training on ${orientation} and ${compliance} is completed by 2024-03-12`],
    ],
    [
      'about a training that is not stated may have one that is not on record',
      'mo-H2017HOHQ',
      { staff: { trainings: [] } },
      none,
      'staff/initial-training',
      [
        `the training on ${orientation} and ${compliance} is completed by 2024-03-12, if it exists, or may still be written`,
      ],
    ],
  ])('%s', (_, base, change, options, rule, says) => {
    const { needs } = waysOf(base, change, options);
    const need = needs.find(({ rules }) => rules.includes(rule as never));
    expect(
      need?.ways
        .filter(({ repair }) => repair === undefined)
        .flatMap(({ demands }) => demands.map((one) => one.says)),
    ).toEqual(says);
  });
});

test('a training that may be overdue is done, or is not overdue', () => {
  const staff = { trainings: [], firstServiceDate: null, hireDate: null };
  const { needs } = waysOf('mo-H2017HOHQ', { staff });
  const need = needs.find(({ rules }) => rules.includes('staff/additional-training'));
  expect(need?.ways.map(({ kind, demands }) => [kind, ...demands.map(({ paths }) => paths)])).toEqual([
    ['complete', ['/staff/trainings', '/staff/firstServiceDate']],
    ['answer', ['/staff/firstServiceDate']],
  ]);
});

test('a training is documented, where its paper is not on record', () => {
  const [first, ...others] = baseSession('mo-H2017HOHQ').staff?.trainings ?? [];
  const { needs } = waysOf('mo-H2017HOHQ', {
    staff: { trainings: [{ ...first, documented: false }, ...others] as never },
  });
  expect(needs[0]?.ways[0]?.demands[0]?.says).toMatch(
    /^the training on .* is documented in the personnel file, if it exists, or may still be written$/,
  );
});

test('where missing facts are only reported they hold nothing back', () => {
  const ways = waysOf(
    'mo-peer-support',
    { staff: { treatmentTeamMember: null } },
    { ...none, missingFacts: 'report' },
  );
  expect(ways).toEqual({ verdict: 'billable', needs: [] });
});

test('days of a proposed session are those on which credentials, trainings and ages begin', () => {
  const days = (base: string, change: Change, rule: string) =>
    shortOf(waysOf(base, { phase: 'proposed', ...(change as object) }), rule)?.flatMap((way) =>
      (way as string[]).filter((one) => one.includes('/dateOfService')),
    );
  expect(
    days(
      'mo-peer-support',
      { staff: { credentials: [{ code: 'MO-CPS', from: '2015-03-01' }] } },
      'staff/credential',
    ),
  ).toEqual(['replace /dateOfService 2018-03-01']);
  expect(
    days(
      'mo-peer-support',
      { staff: { credentials: [{ code: 'MO-CMPS', from: '2017-07-01' }] } },
      'staff/credential',
    ),
  ).toEqual(['replace /dateOfService 2017-07-01']);
  expect(days('mo-peer-support', { member: { birthDate: '2001-06-01' } }, 'member/age')).toEqual([
    'replace /dateOfService 2017-06-01',
  ]);
  expect(
    days(
      'mt-imr',
      { staff: { trainings: [{ topic: 'illness-management-and-recovery', completedOn: '2023-02-08' }] } },
      'staff/service-training',
    ),
  ).toEqual(['replace /dateOfService 2023-02-08']);
});

test('a limit that is used up has room on the day after its period', () => {
  const history = [{ service: 'mo/peer-support', dateOfService: '2017-05-16', units: 32 }];
  const ways = waysOf('mo-peer-support', { phase: 'proposed' }, { history });
  expect(shortOf(ways, 'units/daily-limit')).toEqual([['reschedule', 'replace /dateOfService 2017-05-17']]);
});

describe('an end is changed', () => {
  test.each<[string, Change]>([
    ['of a session that was given', { endTime: '10:45' }],
    ['where the minutes are stated', { phase: 'proposed', endTime: '10:45', minutes: 90 }],
    ['where the day has no room', { phase: 'proposed', startTime: '23:00', endTime: '23:30' }],
    ['where no start is stated', { phase: 'proposed', startTime: null, endTime: '10:45' }],
  ])('never %s', (_, change) => {
    const patches = waysOf('mo-peer-support', change).needs.flatMap(({ ways }) => ways.flatMap(patchOf));
    expect(patches.filter((one) => one.includes('/endTime'))).toEqual([]);
  });
});

describe('a definition of your own', () => {
  const own = (requires: object, more: object = {}) =>
    createChecker({
      services: [
        {
          ...peerSupport,
          id: 'xx/own',
          criteria: [{ ...peerSupport.criteria[0], rule: 'custom/own', requires, ...more }] as never,
        },
      ],
    });
  const session = { ...baseSession('mo-peer-support'), service: 'xx/own', faceToFace: null } as Session;

  const pair = (index: number) =>
    any(ageAtLeast({ years: 40 + index }), is(flags[index % 4] ?? 'faceToFace'));
  const pairs = Array.from({ length: 9 }, (_, index) => pair(index));

  test.each<[string, object]>([
    ['of all of many', all(...pairs)],
    ['of all of many, within others', any(all(...pairs), is('faceToFace'))],
    ['of some of many', atLeast(4, pairs)],
  ])('with more ways than are searched says so: %s', (_, requires) => {
    const unknown = { ...session, member: {}, skillsBased: null, relatedToNeeds: null, personCentered: null };
    const ways = waysToPass(unknown, { ...none, checker: own(requires) });
    expect(ways).toMatchObject({ notSearched: true, needs: [{ rules: ['custom/own'], ways: [] }] });
  });

  test('with more answers than are tried says so', () => {
    const five = [
      'psychoeducation',
      'recreation',
      'transportation',
      'setting-goals',
      'psychotherapy',
    ] as const;
    const roles = ['peer-specialist', 'therapist', 'community-support-specialist', 'a', 'b'] as const;
    const checker = createChecker({
      services: [
        {
          ...peerSupport,
          id: 'xx/own',
          criteria: [
            all(includesAny('activities', [five[0]]), includesAny('member.careTeamRoles', [roles[0]])),
            not(includesAny('activities', [five[0]])),
            ...five.map((one) => any(includesAny('activities', [one]), is('faceToFace', false))),
            ...roles.map((one) =>
              any(includesAny('member.careTeamRoles', [one as never]), is('faceToFace', false)),
            ),
          ].map((requires, index) => ({
            ...peerSupport.criteria[0],
            rule: `custom/n${String(index)}`,
            requires,
          })) as never,
        },
      ],
    });
    const unknown = {
      ...session,
      activities: null,
      member: { ...session.member, careTeamRoles: null },
      faceToFace: false,
    };
    const ways = waysToPass(unknown, { ...none, checker });
    expect(ways.notSearched).toBe(true);
  });

  test('may ask that two are not the same', () => {
    const requires = { op: 'differ', fact: 'staff.id', from: 'staff.supervisor.id' };
    const unknown = { ...session, staff: { ...session.staff, id: null } };
    const ways = waysToPass(unknown, { ...none, checker: own(requires) });
    expect(ways.needs[0]?.ways[0]).toMatchObject({ kind: 'answer', demands: [{ paths: ['/staff/id'] }] });
  });

  test('that is a list known to be empty has no way', () => {
    const ways = waysToPass(
      { ...session, activities: [] },
      { ...none, checker: own(notEmpty('activities')) },
    );
    expect(ways.needs).toEqual([{ rules: ['custom/own'], ways: [] }]);
  });
});

const flags = ['skillsBased', 'relatedToNeeds', 'faceToFace', 'personCentered'] as const;

test.each<[string, () => unknown]>([
  ['a session that is none', () => waysToPass({ service: 1 } as never)],
  ['a service that is not on file', () => waysToPass({ service: 'xx/none', dateOfService: '2025-03-03' })],
  ['a checker that is none', () => waysToPass(baseSession('mo-peer-support'), { checker: {} as never })],
  ['an option that is none', () => waysToPass(baseSession('mo-peer-support'), { on: '2025-03-03' } as never)],
])('%s is an InputError', (_, act) => {
  expect(act).toThrow(InputError);
});

test('the sessions of a month that are refused are checked four times at most, twice for the most part', () => {
  const counts = months.flatMap((month) =>
    linesOfMonth(month).flatMap((line) => {
      if (typeof line !== 'object' || line === null || 'lines' in line) return [];
      let count = 0;
      const check = (session: Session) => {
        count++;
        return checkSession(session, none);
      };
      try {
        const session = line as Session;
        const result = check(session);
        if (result.verdict === 'billable') return [];
        const ways = waysFrom(session, result, none, shipped, check);
        expect(ways).not.toHaveProperty('notSearched');
        return [count];
      } catch (error) {
        if (error instanceof InputError) return [];
        throw error;
      }
    }),
  );
  expect(counts.length).toBeGreaterThan(20);
  expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThanOrEqual(2);
  expect(MOST_CHECKS).toBe(8);
});
