import { describe, expect, test } from 'vitest';
import { notice } from '../../../src/findings/notices.js';
import type { PriorUse, Session } from '../../../src/index.js';
import { meeting, noticesOf, of, outcomesOf, saidOf } from '../schedule/support.js';
import { generalCitation, questionOf, wholeSentences } from '../support.js';

const rule = 'claim/duplicate';
const same = { member: 'M-1' };
const first = of(meeting('A', '09:00', '10:00'), same);
const use: PriorUse = {
  service: 'mo/peer-support',
  memberId: 'M-1',
  dateOfService: '2017-05-16',
  units: 1,
  startTime: '09:00',
};

describe('billed twice: the first stands', () => {
  test.each<[title: string, Session[], outcomes: string[]]>([
    ['the same start', [first, of(meeting('B', '09:00', '11:00'), same)], ['pass', 'fail']],
    ['in whatever order', [of(meeting('B', '09:00', '11:00'), same), first], ['fail', 'pass']],
    ['three times', [first, { ...first, id: 'B' }, { ...first, id: 'C' }], ['pass', 'fail', 'fail']],
    ['another start', [first, of(meeting('B', '10:00', '11:00'), same)], ['pass', 'pass']],
    ['another member', [first, meeting('B', '09:00', '10:00')], ['pass', 'pass']],
    [
      'another day',
      [first, of(meeting('B', '09:00', '10:00', { dateOfService: '2017-05-17' }), same)],
      ['pass', 'pass'],
    ],
    ['another start, which is not known', [first, of(meeting('B', null, null), same)], ['pass', 'unknown']],
    [
      'neither start is known',
      [of(meeting('B', null, null), same), of(meeting('C', null, null), same)],
      ['pass', 'unknown'],
    ],
    ['a start not known, alone', [of(meeting('B', null, null), same)], ['pass']],
    ['a member not known', [of(first, { member: null })], ['pass']],
    [
      'twice a member not known',
      [of(first, { member: null }), of({ ...first, id: 'B' }, { member: null })],
      ['pass', 'unknown'],
    ],
    [
      'one member not known, and two that are',
      [first, of({ ...first, id: 'B' }, { member: null }), of({ ...first, id: 'C' }, { member: 'M-C' })],
      ['pass', 'unknown', 'unknown'],
    ],
    [
      'one member not known after two that are, of which each is another',
      [first, meeting('B', '09:00', '10:00'), of({ ...first, id: 'C' }, { member: null })],
      ['pass', 'pass', 'unknown'],
    ],
    [
      'a member not known, between two that are the same: the later one is known to be',
      [first, of({ ...first, id: 'B' }, { member: null }), { ...first, id: 'C' }],
      ['pass', 'unknown', 'fail'],
    ],
    [
      'a member not known, at another start',
      [first, of(meeting('B', '10:00', '11:00'), { member: null })],
      ['pass', 'pass'],
    ],
    [
      'starts not known, of members not known',
      [
        of(meeting('A', null, null), { member: null }),
        of(meeting('B', null, null), { member: null }),
        of(meeting('C', '09:00', '10:00'), same),
      ],
      ['unknown', 'unknown', 'pass'],
    ],
    [
      'a start not known, and a member not known of another day',
      [
        meeting('A', null, null),
        of(meeting('B', null, null, { dateOfService: '2017-05-17' }), { member: null }),
      ],
      ['pass', 'pass'],
    ],
    [
      'a start not known, beside a member not known',
      [of(first, { member: null }), meeting('B', null, null)],
      ['pass', 'unknown'],
    ],
  ])('%s', (_title, entries, outcomes) => {
    expect(outcomesOf(rule, entries)).toEqual(outcomes);
  });
});

test('of several entries that a member not stated may have, the first is named', () => {
  const entries = [
    first,
    of(meeting('B', '10:00', '11:00'), same),
    of(meeting('C', null, null), { member: null }),
  ];
  expect(saidOf(rule, entries)[2]).toMatchObject({ data: { other: { entry: 0 } } });
});

describe('billed before', () => {
  test.each<[title: string, PriorUse, outcome: string]>([
    ['the same start', use, 'fail'],
    ['another start', { ...use, startTime: '10:00' }, 'pass'],
    ['another member', { ...use, memberId: 'M-2' }, 'pass'],
    ['another service', { ...use, service: 'mo/H2017TG' }, 'pass'],
    ['another key', { ...use, id: 'Z' }, 'fail'],
    ['the session itself', { ...use, id: 'A' }, 'pass'],
    ['its key, of another day', { ...use, id: 'A', dateOfService: '2017-05-15' }, 'pass'],
    ['no start', { ...use, startTime: null }, 'unknown'],
    ['no start, of another day', { ...use, startTime: null, dateOfService: '2017-05-17' }, 'pass'],
  ])('%s', (_title, prior, outcome) => {
    expect(outcomesOf(rule, [first], [prior])).toEqual([outcome]);
  });

  test('what is asked for is the start of the session where it has none, and else what was billed', () => {
    const bare = of(meeting('A', null, null), same);
    const missing = (session: Session, prior: PriorUse) => saidOf(rule, [session], [prior])[0];
    expect(missing(bare, use)).toMatchObject({ missing: [{ path: '/startTime' }] });
    expect(missing(first, { ...use, startTime: null })).toMatchObject({
      message: 'The start time of a session already billed is not known. A session is billed once.',
      data: { other: { history: 0 } },
      missing: [{ path: '/history' }],
    });
  });

  test('uses without a start are counted where they could have mattered', () => {
    const bare = { ...use, startTime: null };
    const told = (prior: PriorUse, session = first) => noticesOf([session], [prior]).map(({ code }) => code);
    expect(noticesOf([first], [bare])).toContainEqual(notice('no-start-time', { count: 1 }));
    expect(told(bare, of(first, { member: null }))).toContain('no-start-time');
    expect(told({ ...bare, dateOfService: '2017-05-17' })).not.toContain('no-start-time');
    expect(told({ ...bare, memberId: 'M-2' })).not.toContain('no-start-time');
    expect(told({ ...bare, service: 'mo/H2017TG' })).not.toContain('no-start-time');
  });

  test('a member that is not stated may have what was billed without a start', () => {
    const nobody = of(first, { member: null });
    expect(outcomesOf(rule, [nobody], [{ ...use, startTime: null }])).toEqual(['unknown']);
    expect(outcomesOf(rule, [nobody], [use])).toEqual(['unknown']);
    expect(outcomesOf(rule, [nobody], [{ ...use, startTime: '10:00' }])).toEqual(['pass']);
  });
});

describe('billed before under a code that no definition has', () => {
  const coded = (change: Partial<PriorUse>): PriorUse => ({
    ...use,
    service: null,
    procedureCode: 'H0038',
    ...change,
  });

  test.each<[title: string, PriorUse, outcome: string]>([
    ['the same start', coded({}), 'unknown'],
    ['no start', coded({ startTime: null }), 'unknown'],
    ['another start', coded({ startTime: '10:00' }), 'pass'],
    ['another day', coded({ dateOfService: '2017-05-17' }), 'pass'],
    ['another member', coded({ memberId: 'M-2' }), 'pass'],
    ['its own key', coded({ id: 'A' }), 'pass'],
    ['H2017, which is psychosocial rehabilitation', coded({ procedureCode: 'H2017' }), 'pass'],
    ['the same with a modifier', coded({ procedureCode: 'H2017', modifiers: ['ZZ'] }), 'pass'],
    ['a code of another service', coded({ procedureCode: 'h2017 ', modifiers: ['HO'] }), 'pass'],
    ['a local code of another service', coded({ procedureCode: 'H2017G' }), 'pass'],
  ])('%s', (_title, prior, outcome) => {
    expect(outcomesOf(rule, [first], [prior])).toEqual([outcome]);
  });

  test('the finding', () => {
    expect(saidOf(rule, [first], [coded({})])[0]).toMatchObject({
      outcome: 'unknown',
      severity: 'error',
      message:
        'Whether a session already billed, under a code that no definition has, is this one is not known. A session is billed once.',
      data: { other: { history: 0 } },
      missing: [{ path: '/history' }],
    });
  });

  test('of a member that is not stated, both are asked for', () => {
    expect(saidOf(rule, [of(first, { member: null })], [coded({})])[0]).toMatchObject({
      missing: [{ path: '/member/id' }, { path: '/history' }],
    });
  });

  test('a session without a start asks for what was billed', () => {
    expect(outcomesOf(rule, [of(meeting('A', null, null), same)], [coded({})])).toEqual(['unknown']);
  });
});

describe('entries of one id', () => {
  const other = of(meeting('A', '10:00', '11:00'), same);

  test('that state something else are a warning', () => {
    const found = {
      rule,
      outcome: 'fail',
      severity: 'warning',
      message:
        'Another session of the batch has the same id and states something else. A session is billed once.',
      paths: ['/id'],
      denials: [{ carc: '18', rarc: 'M86', group: 'OA', likelihood: 'possible' }],
    };
    expect(saidOf(rule, [first, other])).toMatchObject([
      { ...found, data: { other: { entry: 1 } } },
      { ...found, data: { other: { entry: 0 } } },
    ]);
  });

  test('that state the same: the later one fails', () => {
    const bare = of(meeting('A', null, null), same);
    expect(saidOf(rule, [bare, bare])).toMatchObject([
      'pass',
      {
        outcome: 'fail',
        severity: 'error',
        message:
          'Another session of the batch has the same id and states the same. A session is billed once.',
        data: { other: { entry: 0 } },
        paths: ['/id'],
      },
    ]);
  });

  test('a member that is not stated is no other: the same twice fails', () => {
    const nobody = of(first, { member: null });
    expect(outcomesOf(rule, [nobody, nobody])).toEqual(['pass', 'fail']);
  });

  test('are not the same session for want of a start', () => {
    const bare = of(meeting('A', null, null), same);
    const [one, two] = saidOf(rule, [bare, { ...bare, units: 2 }]);
    expect([one, two]).toMatchObject([{ severity: 'warning' }, { severity: 'warning' }]);
  });

  test('beside one of another id, for want of a start', () => {
    const bare = of(meeting('A', null, null), same);
    const [one, two, three] = saidOf(rule, [bare, { ...bare, units: 2 }, { ...bare, id: 'B' }]);
    expect([one, two, three]).toMatchObject([
      { severity: 'warning' },
      { severity: 'warning' },
      { outcome: 'unknown', data: { other: { entry: 0 } } },
    ]);
  });
});

test('the finding', () => {
  const message =
    'Member, service, date of service and start time are those of another session of the batch. A session is billed once.';
  expect(message).toMatch(wholeSentences);
  expect(saidOf(rule, [first, { ...first, id: 'B' }])[1]).toStrictEqual({
    rule,
    outcome: 'fail',
    severity: 'error',
    message,
    data: { other: { entry: 0 } },
    paths: ['/dateOfService', '/startTime'],
    missing: [],
    citations: [generalCitation('A session is billed once')],
    basis: 'general',
    denials: [{ carc: '18', rarc: 'M86', group: 'OA', likelihood: 'likely', seenAt: 'claim' }],
  });
});

describe('members whose keys are alike may be one', () => {
  const at = (id: string, member: string, startTime: string | null = '09:00') =>
    of(meeting(id, startTime, null), { member });
  const use = { service: 'mo/peer-support', dateOfService: '2017-05-16', units: 4, startTime: '09:00' };

  test.each<[title: string, Session[], PriorUse[], outcomes: string[]]>([
    ['of two at one start the later is asked', [at('A', 'M-1'), at('B', 'm-1')], [], ['pass', 'unknown']],
    ['at two starts nothing is', [at('A', 'M-1'), at('B', 'm-1', '10:00')], [], ['pass', 'pass']],
    ['without its start it is', [at('A', 'M-1'), at('B', 'm-1', null)], [], ['pass', 'unknown']],
    ['beside a prior use', [at('A', 'M-1')], [{ ...use, memberId: '0M-1' }], ['unknown']],
    [
      'a duplicate stays one',
      [at('A', 'M-1'), at('B', 'm-1'), at('C', 'M-1')],
      [],
      ['pass', 'unknown', 'fail'],
    ],
  ])('%s', (_title, entries, history, outcomes) => {
    expect(outcomesOf(rule, entries, history)).toEqual(outcomes);
  });

  test('as an error, with the question', () => {
    expect(saidOf(rule, [at('A', 'M-1'), at('B', 'm-1')])[1]).toMatchObject({
      outcome: 'unknown',
      severity: 'error',
      data: { other: { entry: 0 } },
      missing: [questionOf.memberId],
    });
  });
});
