import { describe, expect, test } from 'vitest';
import {
  createChecker,
  H2017HO,
  type Finding,
  type PriorUse,
  type ReadingsInput,
  type Session,
} from '../../../src/index.js';
import { baseSession, mergePatch } from '../../support/cases.js';
import { questionOf, saidBy, wholeSentences } from '../support.js';

const rule = 'units/day-time';
const checker = createChecker({
  codes: { 'mt/imr': [{ funding: 'medicaid', procedureCode: 'X0002', unitMinutes: 30, rate: '20.36' }] },
});

/** A session of one member and day from a minute past nine or later on. */
function at(
  startTime: string | null,
  endTime: string | null,
  change: object = {},
  base = 'mo-H2017HO',
): Session {
  return mergePatch(baseSession(base) as never, {
    id: `S ${String(startTime)}`,
    startTime,
    endTime,
    minutes: null,
    units: 1,
    charge: null,
    ...change,
  }) as unknown as Session;
}

function said(
  sessions: Session[],
  history: PriorUse[] = [],
  readings: ReadingsInput = {},
): (Finding | string)[] {
  const options = { history, readings: { rounding: 'midpoint' as const, ...readings } };
  return checker
    .checkSessions(sessions, options)
    .results.map((result) => (result.verdict === 'invalid' ? 'invalid' : saidBy(rule, result)));
}

const says = 'The sessions of a day claim no more units than their minutes together support.';
const twice = [at('09:00', '09:08'), at('10:00', '10:08')];

test('each session of the day says what the day comes to', () => {
  const findings = said(twice);
  expect(findings).toMatchObject(
    twice.map(() => ({
      outcome: 'fail',
      severity: 'warning',
      message: `2 units are claimed for the day. Its 16 minutes together make only 1 unit of 15 minutes. ${says}`,
      data: { claimed: 2, supported: 1, minutes: 16, unitMinutes: 15 },
      paths: ['/units', '/startTime', '/endTime'],
      missing: [],
      reading: { name: 'day-total', setting: 'dayTotal' },
      denials: [{ carc: '151', rarc: 'N206' }],
    })),
  );
  expect(findings[0]).toHaveProperty('message', expect.stringMatching(wholeSentences));
  expect(findings[0]).not.toBe(findings[1]);
});

test('as an error, a warning, or not at all', () => {
  expect(said(twice, [], { dayTotal: 'error' })).toMatchObject([
    { severity: 'error' },
    { severity: 'error' },
  ]);
  expect(said(twice, [], { dayTotal: 'off' })).toEqual(twice.map(() => 'not applicable: minutes-not-added'));
  expect(said(twice, [], { rounding: 'floor' })).toEqual(
    twice.map(() => 'not applicable: minutes-not-added'),
  );
});

test('units that are not stated are those that the time supports', () => {
  const [first] = said([at('09:00', '09:08', { units: null }), at('10:00', '10:08', { units: null })]);
  expect(first).toMatchObject({ outcome: 'fail', data: { claimed: 2 }, paths: ['/startTime', '/endTime'] });
});

test('minutes stated go before those of the clock', () => {
  expect(said([at('09:00', '09:30', { minutes: 8 }), at('10:00', '10:08')])).toMatchObject([
    { data: { minutes: 16 } },
    { data: { minutes: 16 } },
  ]);
});

const use: PriorUse = { service: H2017HO.id, memberId: 'M-2', dateOfService: '2024-03-12', units: 1 };

test.each<[who: string, Session[], PriorUse[], missing: object]>([
  ['a session', [at('09:00', '09:08'), at('10:00', null)], [], { path: '/minutes' }],
  [
    'a session with times that cannot be so',
    [at('09:00', '09:08'), at('10:00', '09:50')],
    [],
    { path: '/minutes' },
  ],
  ['a prior use', [at('09:00', '09:08')], [use], questionOf.history],
])('the minutes of %s are not known', (_who, sessions, history, missing) => {
  const [first] = said(sessions, history);
  expect(first).toMatchObject({
    outcome: 'unknown',
    severity: 'warning',
    message: expect.stringMatching(
      /^Not known: .*\. 2 units are claimed for the day\. A unit is 15 minutes\. /,
    ) as string,
    data: { claimed: 2, supported: null, minutes: null, unitMinutes: 15 },
    missing: [missing],
    denials: [],
  });
  expect(first).toHaveProperty('message', expect.stringMatching(wholeSentences));
});

test('nor the units', () => {
  const [first] = said([at('09:00', '09:08'), at('10:00', null, { units: null })]);
  expect(first).toMatchObject({
    outcome: 'unknown',
    message: expect.stringContaining('At least 1 unit is claimed for the day.') as string,
    data: { claimed: null },
  });
});

test('and do not matter, where the minutes that are known make all units', () => {
  expect(said([at('09:00', '09:30'), at('10:00', null)])).toEqual(['pass', 'pass']);
});

test('in units of thirty minutes, and where none is set', () => {
  const imr = [at('09:00', '09:16', {}, 'mt-imr'), at('10:00', '10:16', {}, 'mt-imr')];
  expect(said(imr)).toMatchObject(
    [1, 2].map(() => ({ data: { claimed: 2, supported: 1, minutes: 32, unitMinutes: 30 } })),
  );
  const unbound = createChecker().checkSessions(imr, { history: [], readings: { rounding: 'midpoint' } });
  expect(unbound.results).toMatchObject(
    imr.map(() => ({
      notApplicable: expect.arrayContaining([
        expect.objectContaining({ rule, code: 'unit-not-set' }),
      ]) as unknown,
    })),
  );
});

describe('a use under a code that no definition has may be of the day', () => {
  const coded = (units: number, minutes: number | null): PriorUse => ({
    memberId: 'M-4',
    service: null,
    procedureCode: 'H0038',
    dateOfService: '2017-05-16',
    units,
    minutes,
  });
  const peer = (startTime: string, endTime: string) =>
    at(startTime, endTime, { dateOfService: '2017-05-16', member: { id: 'M-4' } }, 'mo-peer-support');
  const kept = [peer('09:00', '09:15')];
  const broken = [peer('09:00', '09:08'), peer('10:00', '10:08')];

  test.each<[title: string, Session[], PriorUse, string[]]>([
    ['a day that is kept stays so where its own minutes hold its units', kept, coded(1, 15), ['pass']],
    ['one that claims more than whole units of its minutes may break it', kept, coded(1, 14), ['unknown']],
    ['so may one whose minutes are not known', kept, coded(1, null), ['unknown']],
    ['a day that is not kept stays so', broken, coded(1, 15), ['fail', 'fail']],
    ['minutes beside its units may mend it', broken, coded(1, 16), ['unknown', 'unknown']],
    ['one of another code is not of the day', kept, { ...coded(1, 14), procedureCode: 'H2017' }, ['pass']],
  ])('%s', (_title, sessions, use, outcomes) => {
    const found = said(sessions, [use]).map((one) => (typeof one === 'string' ? one : one.outcome));
    expect(found).toEqual(outcomes);
  });

  test('and the finding asks for what was billed', () => {
    expect(said(kept, [coded(1, 14)])[0]).toMatchObject({
      severity: 'warning',
      missing: [{ path: '/history' }],
    });
  });
});
