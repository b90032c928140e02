import { describe, expect, test } from 'vitest';
import {
  createChecker,
  type CheckOptions,
  type Criterion,
  type Session,
  type SessionResult,
} from '../../src/index.js';
import { is } from '../../src/conditions/build.js';
import { general } from '../../src/findings/citation.js';
import { anyService } from '../rules/service/any-service.js';
import { claimOf, foundIn, lineOf, outcomeOf, resultOf, type Change } from '../claims/support.js';
import { checker, sameMember, tg } from './support.js';

const NOTE = 'documentation/weekly-note';
const BOTH = 'documentation/weekly-note-covers-both';

/** The week of Sunday 2024-03-10 to Saturday 2024-03-16. */
const [SUNDAY, MONDAY, WEDNESDAY, SATURDAY, NEXT_SUNDAY] = [
  '2024-03-10',
  '2024-03-11',
  '2024-03-13',
  '2024-03-16',
  '2024-03-17',
];
const FULL = { summarizesServices: true, clientResponse: true, otherPertinentInformation: true };

const LOG = {
  actualTimes: true,
  activityDescribed: true,
  availableForAudit: true,
  distinguishesPsrTypes: true,
};

/** Sessions of one member on these days, with what each states of the weekly note. */
function week(...sessions: [day: string, weeklyNote: unknown, change?: object][]): Session[] {
  return sameMember(
    ...sessions.map(([dateOfService, weeklyNote, change], index) => {
      const session = tg('ABCDE'.charAt(index), '10:00', '11:00', {
        agency: { billsRegularPsr: true },
        documentation: { attendanceLog: { distinguishesPsrTypes: true } },
      });
      return {
        ...session,
        dateOfService,
        documentation: { ...session.documentation, attendanceLog: LOG, weeklyNote },
        ...change,
      } as Session;
    }),
  );
}

function judged(sessions: readonly Session[], options: CheckOptions = {}): SessionResult[] {
  return checker
    .checkSessions(sessions, { history: [], ...options })
    .results.flatMap((result) => (result.verdict === 'invalid' ? [] : [result]));
}
const told = (rule: typeof NOTE | typeof BOTH, sessions: readonly Session[], options: CheckOptions = {}) =>
  judged(sessions, options).map((result) => outcomeOf(rule, result));
const verdicts = (sessions: readonly Session[], options: CheckOptions = {}) =>
  judged(sessions, options).map(({ verdict }) => verdict);

/** Where the finding of the note is said first. */
const sharedWith = (results: readonly Pick<SessionResult, 'findings'>[]) =>
  results.map(({ findings }) => {
    const { data } = findings.find(({ rule }) => rule === NOTE) ?? {};
    return (data as { sharedWith?: string } | undefined)?.sharedWith;
  });

const { agency } = tg('A', '10:00', '11:00');
const verdictAfter: Record<string, string> = {
  pass: 'billable',
  fail: 'not-billable',
  unknown: 'undetermined',
};

describe('one note for the sessions of a week', () => {
  test.each<[title: string, Session[], outcomes: string[]]>([
    ['stated with each', week([MONDAY, FULL], [WEDNESDAY, FULL]), ['pass', 'pass']],
    ['stated with the first alone', week([MONDAY, FULL], [WEDNESDAY, null]), ['pass', 'pass']],
    ['stated with the last alone', week([MONDAY, null], [WEDNESDAY, FULL]), ['pass', 'pass']],
    [
      'stated in parts',
      week([MONDAY, { summarizesServices: true }], [WEDNESDAY, { ...FULL, summarizesServices: null }]),
      ['unknown', 'unknown'],
    ],
    ['stated with none', week([MONDAY, null], [WEDNESDAY, null]), ['unknown', 'unknown']],
    ['stated in part', week([MONDAY, { clientResponse: true }], [WEDNESDAY, null]), ['unknown', 'unknown']],
    ['stated not to be there', week([MONDAY, 'none'], [WEDNESDAY, 'none']), ['fail', 'fail']],
    [
      'stated not to be there with one, nothing with the other',
      week([MONDAY, null], [WEDNESDAY, 'none']),
      ['fail', 'fail'],
    ],
    [
      'without the response',
      week([MONDAY, { ...FULL, clientResponse: false }], [WEDNESDAY, null]),
      ['fail', 'fail'],
    ],
    [
      'statements that conflict',
      week([MONDAY, FULL], [WEDNESDAY, { ...FULL, clientResponse: false }]),
      ['pass', 'fail'],
    ],
    ['a note with one, none with the other', week([MONDAY, FULL], [WEDNESDAY, 'none']), ['pass', 'fail']],
    [
      'two that agree, and nothing with the third',
      week([MONDAY, FULL], [WEDNESDAY, FULL], [SATURDAY, null]),
      ['pass', 'pass', 'pass'],
    ],
    [
      'two that differ, and nothing with the third',
      week([MONDAY, FULL], [WEDNESDAY, { ...FULL, clientResponse: false }], [SATURDAY, null]),
      ['pass', 'fail', 'unknown'],
    ],
    [
      'two of which one states no response, and nothing with the third',
      week([MONDAY, { ...FULL, clientResponse: null }], [WEDNESDAY, FULL], [SATURDAY, null]),
      ['unknown', 'pass', 'unknown'],
    ],
    [
      'none with one, a note without the response with another, and nothing with the third',
      week([MONDAY, 'none'], [WEDNESDAY, { ...FULL, clientResponse: false }], [SATURDAY, null]),
      ['fail', 'fail', 'fail'],
    ],
    [
      'none with one, a note with another, and nothing with the third',
      week([MONDAY, 'none'], [WEDNESDAY, FULL], [SATURDAY, null]),
      ['fail', 'pass', 'unknown'],
    ],
    [
      'two agencies',
      week([MONDAY, 'none', { agency: { ...agency, id: 'A-9' } }], [WEDNESDAY, FULL], [SATURDAY, null]),
      ['fail', 'pass', 'pass'],
    ],
    [
      'an agency stated with one alone',
      week([MONDAY, null, { agency: { ...agency, id: null } }], [WEDNESDAY, FULL]),
      ['unknown', 'pass'],
    ],
    [
      'no agency stated with either',
      week(
        [MONDAY, null, { agency: { ...agency, id: null } }],
        [WEDNESDAY, FULL, { agency: { ...agency, id: null } }],
      ),
      ['pass', 'pass'],
    ],
  ])('%s', (_title, sessions, outcomes) => {
    expect(told(NOTE, sessions)).toEqual(outcomes);
    expect(verdicts(sessions)).toEqual(outcomes.map((outcome) => verdictAfter[outcome]));
  });

  test('the first session in limit order says it first, wherever it stands in the input; the others point at it', () => {
    const sessions = week([SATURDAY, null], [MONDAY, null], [WEDNESDAY, 'none']);
    expect(told(NOTE, sessions)).toEqual(['fail', 'fail', 'fail']);
    expect(sharedWith(judged(sessions))).toEqual(['/1', undefined, '/1']);
    expect(verdicts(sessions)).toEqual(['not-billable', 'not-billable', 'not-billable']);
  });

  test('on one day, with the one that starts first', () => {
    const sessions = week([MONDAY, 'none', { startTime: '14:00', endTime: '15:00' }], [MONDAY, 'none']);
    expect(sharedWith(judged(sessions))).toEqual(['/1', undefined]);
  });

  test('each has the finding in full', () => {
    const [first, second] = judged(week([MONDAY, null], [WEDNESDAY, null])).map(({ findings }) =>
      findings.find(({ rule }) => rule === NOTE),
    );
    expect(first?.missing.map(({ path }) => path)).toEqual([
      '/documentation/weeklyNote/summarizesServices',
      '/documentation/weeklyNote/clientResponse',
      '/documentation/weeklyNote/otherPertinentInformation',
    ]);
    expect(second).toEqual({ ...first, data: { ...first?.data, sharedWith: '/0' } });
  });

  test('what is only due of a proposed session is no word on those that are delivered', () => {
    const proposed = { phase: 'proposed' };
    const sessions = week([MONDAY, 'none', proposed], [WEDNESDAY, 'none'], [SATURDAY, 'none']);
    expect(told(NOTE, sessions)).toEqual(['due', 'fail', 'fail']);
    expect(verdicts(sessions)).toEqual(['billable', 'not-billable', 'not-billable']);
    expect(sharedWith(judged(sessions))).toEqual([undefined, undefined, '/1']);
  });

  test('a session before the definition is in force says nothing for those after it', () => {
    const sessions = week(['2009-03-29', 'none'], ['2009-03-31', 'none']);
    const [before, after] = judged(sessions);
    expect(foundIn(before ?? { findings: [] })).toEqual({ 'service/in-force': 'unknown' });
    expect(foundIn(after ?? { findings: [] })).toHaveProperty([NOTE], 'fail');
  });

  test('another fault of one session is its own', () => {
    const sessions = week([MONDAY, FULL], [WEDNESDAY, FULL, { activities: ['recreation'] }]);
    expect(verdicts(sessions)).toEqual(['billable', 'not-billable']);
    const both = week([MONDAY, FULL, { activities: ['recreation'] }], [WEDNESDAY, FULL, { activities: [] }]);
    const faults = judged(both).map((result) => Object.keys(foundIn(result)));
    expect(faults[0]).toEqual(faults[1]);
    expect(faults[0]).toHaveLength(1);
  });

  test('is not known where no session says anything of its papers', () => {
    const sessions = week(
      [MONDAY, null, { documentation: null }],
      [WEDNESDAY, null, { documentation: null }],
    );
    const [first, second] = judged(sessions);
    const [alone] = judged(sessions.slice(0, 1));
    expect(first?.findings).toEqual(alone?.findings);
    expect(second && outcomeOf(NOTE, second)).toBe('unknown');
  });
});

describe('another week, another member', () => {
  test('Saturday and Sunday are two weeks', () => {
    expect(told(NOTE, week([SATURDAY, FULL], [NEXT_SUNDAY, null]))).toEqual(['pass', 'unknown']);
    expect(told(NOTE, week([SATURDAY, 'none'], [NEXT_SUNDAY, 'none']))).toEqual(['fail', 'fail']);
  });

  test('Sunday and Saturday are one', () => {
    expect(told(NOTE, week([SUNDAY, null], [SATURDAY, FULL]))).toEqual(['pass', 'pass']);
  });

  test('with weeks from Monday on, Sunday belongs to the week before', () => {
    const options: CheckOptions = { readings: { weekStartsOn: 1 } };
    expect(told(NOTE, week([SATURDAY, FULL], [NEXT_SUNDAY, null]), options)).toEqual(['pass', 'pass']);
    expect(told(NOTE, week([SUNDAY, FULL], [MONDAY, null]), options)).toEqual(['pass', 'unknown']);
  });

  test('a note of one member says nothing of another', () => {
    const [first, second] = week([MONDAY, FULL], [WEDNESDAY, null]);
    if (first === undefined || second === undefined) throw new Error('two sessions');
    expect(told(NOTE, [first, { ...second, member: { ...second.member, id: 'M-2' } }])).toEqual([
      'pass',
      'unknown',
    ]);
  });

  test('nor of members who are not known', () => {
    const nobody = { member: { birthDate: '1979-05-02' } };
    const [first, second] = week([MONDAY, FULL, nobody], [WEDNESDAY, null, nobody]);
    if (first === undefined || second === undefined) throw new Error('two sessions');
    const unnamed = [first, second].map((session) => ({ ...session, member: { birthDate: '1979-05-02' } }));
    expect(told(NOTE, unnamed)).toEqual(['pass', 'unknown']);
  });
});

describe('owed once the week is over', () => {
  const sessions = week([MONDAY, null], [WEDNESDAY, null]);

  test.each([
    [WEDNESDAY, 'due', 'billable'],
    [SATURDAY, 'due', 'billable'],
    [NEXT_SUNDAY, 'unknown', 'undetermined'],
  ])('as of %s: %s', (asOf, outcome, verdict) => {
    expect(told(NOTE, sessions, { asOf })).toEqual([outcome, outcome]);
    expect(verdicts(sessions, { asOf })).toEqual([verdict, verdict]);
  });

  test('a note that is there is no longer due', () => {
    expect(told(NOTE, week([MONDAY, null], [WEDNESDAY, FULL]), { asOf: WEDNESDAY })).toEqual([
      'pass',
      'pass',
    ]);
  });
});

describe('regular PSR in the week too', () => {
  const regular = (regularPsrSameWeek: boolean | null) => ({
    regularPsrSameWeek,
    agency: { ...agency, billsRegularPsr: true },
  });
  const both = { ...FULL, coversBothPsrTypes: true };

  test.each<[title: string, Session[], outcomes: string[], verdict: string]>([
    [
      'marked on one, and the note covers both',
      week([MONDAY, null, regular(false)], [WEDNESDAY, both, regular(true)]),
      ['pass', 'pass'],
      'billable',
    ],
    [
      'marked on one, and nothing covers both',
      week([MONDAY, { ...FULL, coversBothPsrTypes: false }, regular(null)], [WEDNESDAY, null, regular(true)]),
      ['fail', 'fail'],
      'not-billable',
    ],
    [
      'marked on one, and whether the note covers both is not said',
      week([MONDAY, FULL, regular(null)], [WEDNESDAY, FULL, regular(true)]),
      ['unknown', 'unknown'],
      'undetermined',
    ],
    [
      'marked on none',
      week([MONDAY, FULL, regular(false)], [WEDNESDAY, FULL, regular(false)]),
      ['pass', 'pass'],
      'billable',
    ],
    [
      'not said with any',
      week([MONDAY, FULL, regular(null)], [WEDNESDAY, FULL, regular(null)]),
      ['unknown', 'unknown'],
      'undetermined',
    ],
    [
      'not said with one, denied with the other',
      week([MONDAY, FULL, regular(null)], [WEDNESDAY, FULL, regular(false)]),
      ['pass', 'pass'],
      'billable',
    ],
    [
      'no note at all, which covers nothing',
      week([MONDAY, 'none', regular(true)], [WEDNESDAY, null, regular(null)]),
      ['fail', 'fail'],
      'not-billable',
    ],
  ])('%s', (_title, sessions, outcomes, verdict) => {
    expect(told(BOTH, sessions)).toEqual(outcomes);
    expect(verdicts(sessions)).toEqual([verdict, verdict]);
  });

  test('in the week after says nothing of this one', () => {
    const sessions = week(
      [MONDAY, { ...FULL, coversBothPsrTypes: false }, regular(false)],
      [NEXT_SUNDAY, both, regular(true)],
    );
    expect(told(BOTH, sessions)).toEqual(['pass', 'pass']);
  });
});

describe('lines of claims', () => {
  const line = (dateOfService: string, weeklyNote: unknown, change: Change = {}) => {
    const whole = lineOf('mo-H2017TG', change);
    const group = { ...whole.session?.group, id: `G-${dateOfService}` };
    return {
      ...whole,
      dateOfService,
      session: { ...whole.session, group, documentation: { ...whole.session?.documentation, weeklyNote } },
    } as typeof whole;
  };

  test('of one week share the note', () => {
    const shared = resultOf(claimOf('mo-H2017TG', [line(MONDAY, null), line(WEDNESDAY, FULL)]));
    expect([shared.verdict, ...shared.lines.map(foundIn)]).toEqual(['billable', {}, {}]);
    const none = resultOf(claimOf('mo-H2017TG', [line(WEDNESDAY, 'none'), line(MONDAY, null)]));
    expect(none.lines.map((one) => outcomeOf(NOTE, one))).toEqual(['fail', 'fail']);
    expect(sharedWith(none.lines)).toEqual(['/lines/1', undefined]);
    expect(none.lines.map(({ verdict }) => verdict)).toEqual(['not-billable', 'not-billable']);
  });

  test('of two claims of a member share it too', () => {
    const claims = [
      claimOf('mo-H2017TG', [line(MONDAY, null)], { id: 'C-1' }),
      claimOf('mo-H2017TG', [line(WEDNESDAY, FULL)], { id: 'C-2' }),
    ];
    const { results } = checker.checkClaims(claims, { history: [] });
    expect(results.map(({ verdict }) => verdict)).toEqual(['billable', 'billable']);
    const without = claims.map((claim) => ({ ...claim, lines: [line(MONDAY, 'none')] }));
    const lines = checker
      .checkClaims(without, { history: [] })
      .results.flatMap((result) => (result.kind === 'claim' ? result.lines : []));
    expect(sharedWith(lines)).toEqual([undefined, '/0/lines/0']);
  });
});

test("a week's note is no business of professional PSR", () => {
  const [session] = sameMember(tg('A', '10:00', '11:00', { service: 'mo/H2017HO' }));
  const [result] = judged(session === undefined ? [] : [session]);
  expect(Object.keys(foundIn(result ?? { findings: [] }))).not.toContain(NOTE);
});

describe('in a definition of your own', () => {
  const clause: Criterion = {
    rule: 'custom/note',
    requires: is('documentation.weeklyNote.clientResponse'),
    says: 'The weekly note tells the response.',
    fails: 'It does not',
    cite: general('A test'),
  };
  const told = (criterion: Criterion, ...notes: (object | 'none' | null)[]) => {
    const own = createChecker({ services: [{ ...anyService, criteria: [criterion] }] });
    const sessions = notes.map((weeklyNote, index) => ({
      service: anyService.id,
      dateOfService: `2024-03-1${String(index + 1)}`,
      member: { id: 'M-1' },
      documentation: { weeklyNote },
    }));
    return own
      .checkSessions(sessions as Session[], { history: [] })
      .results.map((result) => (result.verdict === 'invalid' ? 'invalid' : outcomeOf('custom/note', result)));
  };

  test('a note that is owed after the week is one for its sessions', () => {
    const weekly: Criterion = { ...clause, owed: 'after-the-week' };
    expect(told(weekly, FULL, null)).toEqual(['pass', 'pass']);
    expect(told(weekly, null, null)).toEqual(['unknown', 'unknown']);
    expect(told(weekly, null)).toEqual(['unknown']);
  });

  test('one that is not is of its session alone', () => {
    expect(told(clause, FULL, null)).toEqual(['pass', 'unknown']);
  });
});
