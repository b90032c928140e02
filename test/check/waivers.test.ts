import { describe, expect, test } from 'vitest';
import {
  createChecker,
  InputError,
  mergeNotices,
  type CheckOptions,
  type Notice,
  type SessionResult,
  type Waiver,
} from '../../src/index.js';
import { oneLine } from '../claims/support.js';
import { peerResult, peerSession, saidBy, type Change } from '../rules/support.js';
import { withoutCodes } from '../support/issues.js';
import { notVoid } from '../support/not-void.js';
import { cite, waiver } from './own-rules.js';

const young = { member: { birthDate: '2010-01-01' } };
const asOf = '2017-07-01';

describe('a waiver holds', () => {
  test.each<[title: string, more: Partial<Waiver>, change: Change, options: CheckOptions, isWaived: boolean]>(
    [
      ['of the session', {}, young, { asOf }, true],
      ['of another session', { of: { session: 'S-4002' } }, young, { asOf }, false],
      ['of the member', { of: { member: 'M-4' } }, young, { asOf }, true],
      ['of another member', { of: { member: 'm-4' } }, young, { asOf }, false],
      ['of the staff member', { of: { staff: 'T-4' } }, young, { asOf }, true],
      ['of another staff member', { of: { staff: 'M-4' } }, young, { asOf }, false],
      ['of a session without a key', {}, { ...young, id: null }, { asOf }, false],
      ['of the service', { service: 'mo/peer-support' }, young, { asOf }, true],
      [
        'of another service',
        { service: 'sc/prs', rule: 'plan/goal' },
        { plan: { sessionServesGoal: false } },
        { asOf },
        false,
      ],
      ['of another rule', { rule: 'units/whole' }, young, { asOf }, false],
      ['on its first day', { from: '2017-05-16' }, young, { asOf }, true],
      ['not the day before', { from: '2017-05-17' }, young, { asOf }, false],
      ['on its last day', { through: '2017-05-16' }, young, { asOf }, true],
      ['not the day after', { through: '2017-05-15' }, young, { asOf }, false],
      ['on the day on which it expires', { expires: asOf }, young, { asOf }, true],
      ['not after it', { expires: '2017-06-30' }, young, { asOf }, false],
      ['of what is not known', {}, { member: { birthDate: null } }, { asOf }, true],
      ['not where no day of the check is stated', {}, young, {}, false],
    ],
  )('%s', (_title, more, change, options, isWaived) => {
    const result = peerResult(change, options, { waivers: [waiver(more)] });
    const without = peerResult(change, options);
    const waived = result.findings.filter((one) => one.waived !== undefined);
    expect(waived.length > 0).toBe(isWaived);
    expect(result.verdict).toBe(isWaived ? 'billable' : without.verdict);
    expect(result.verdictBySource).toBe(isWaived ? without.verdict : undefined);
  });

  test('and the finding stays as it is', () => {
    const finding = saidBy('member/age', peerResult(young, { asOf }));
    const waived = saidBy('member/age', peerResult(young, { asOf }, { waivers: [waiver()] }));
    expect(waived).toEqual({
      ...(finding as object),
      waived: { id: 'W-1', reason: 'payer-agreed', through: '2017-05-31' },
    });
  });

  test('of one of two things that fail', () => {
    const result = peerResult({ ...young, units: 9 }, { asOf }, { waivers: [waiver()] });
    expect([result.verdict, result.verdictBySource]).toEqual(['not-billable', undefined]);
  });

  test('of the lines of a claim, by the key of the claim, and of the claim as a whole', () => {
    const claim = { ...oneLine('mo-H2017TG', {}), id: 'C-1', linesLeftOut: 1 };
    const [line] = claim.lines;
    const check = (waivers: Waiver[]) =>
      notVoid(
        createChecker({ waivers }).checkClaim(
          { ...claim, lines: [{ ...line, procedureCode: 'H2017', modifiers: ['TG', 'TG'] }] } as never,
          { history: [], asOf: '2024-06-01' },
        ),
      );
    const days = {
      from: '2024-01-01',
      through: '2024-12-31',
      expires: '2024-12-31',
      approvedOn: '2024-01-01',
    };
    const of = { session: 'C-1' };
    const waivers = [
      waiver({ ...days, of, rule: 'claim/code' }),
      waiver({ ...days, of, rule: 'claim/complete', id: 'W-2', service: 'mo/H2017TG' }),
    ];
    expect(check([]).verdict).toBe('not-billable');
    const judged = check(waivers);
    expect([judged.verdict, judged.verdictBySource]).toEqual(['billable', 'not-billable']);
    expect(judged.findings.map(({ waived }) => waived?.id)).toEqual(['W-2']);
    expect(judged.lines.map(({ verdict, verdictBySource }) => [verdict, verdictBySource])).toEqual([
      ['billable', 'not-billable'],
    ]);
  });
});

describe('what is told of waivers', () => {
  const wide = waiver({ id: 'W-wide', from: '2017-05-16', through: '2018-05-16' });
  const inAYear = waiver({ id: 'W-year', from: '2017-05-16', through: '2018-05-15' });
  const expired = waiver({ id: 'W-old', expires: '2017-06-30' });
  const unused = waiver({ id: 'W-none', of: { member: 'M-404' } });

  const told = (notices: readonly Notice[]) =>
    notices.flatMap((one) =>
      one.code.startsWith('waivers-') ? [[one.code, 'data' in one ? one.data : undefined]] : [],
    );

  test.each<[title: string, waivers: Waiver[], options: CheckOptions, expected: unknown[]]>([
    ['used', [waiver()], { asOf }, []],
    ['expired', [expired], { asOf }, [['waivers-expired', { waivers: ['/waivers/0'] }]]],
    ['of no use', [waiver(), unused], { asOf }, [['waivers-unused', { waivers: ['/waivers/1'] }]]],
    ['of more than a year', [wide], { asOf }, [['waivers-wide', { waivers: ['/waivers/0'] }]]],
    ['of a year', [inAYear], { asOf }, []],
    [
      'not applied',
      [waiver(), unused],
      {},
      [['waivers-not-applied', { waivers: ['/waivers/0', '/waivers/1'] }]],
    ],
    ['stated twice', [waiver(), waiver()], { asOf }, []],
    ['none', [], { asOf }, []],
  ])('%s', (_title, waivers, options, expected) => {
    const checker = createChecker({ waivers });
    const stated = { history: [], ...options };
    const stream = checker.createBatch(stated);
    stream.add(peerSession(young));
    expect(told(checker.checkSessions([peerSession(young)], stated).notices)).toEqual(expected);
    expect(told(stream.end().notices)).toEqual(expected);
  });

  test('of parts of a batch what is so of all of them', () => {
    const checker = createChecker({ waivers: [waiver(), unused, wide, expired] });
    const ends = [young, {}].map((change, firstEntry) => {
      const part = checker.createBatch({ history: [], asOf, firstEntry });
      const session = peerSession(change);
      part.add({ ...session, member: { ...session.member, id: `M-${String(firstEntry)}` } });
      return part.end();
    });
    expect(told(mergeNotices(ends.map(({ notices }) => notices)))).toEqual([
      ['waivers-expired', { waivers: ['/waivers/3'] }],
      ['waivers-unused', { waivers: ['/waivers/1', '/waivers/2'] }],
      ['waivers-wide', { waivers: ['/waivers/2'] }],
    ]);
    const [first] = ends;
    expect(mergeNotices([first?.notices ?? [], []]).some(({ code }) => code === 'waivers-unused')).toBe(
      false,
    );
  });

  test('of a line over several days what holds for each of them', () => {
    const claim = { ...oneLine('mo-H2017TG', {}), id: 'C-1' };
    const [line] = claim.lines;
    const days = { from: '2024-01-01', through: '2024-12-31', expires: '2024-12-31' };
    const through = (dateOfServiceThrough: string) => {
      const waivers = [waiver({ ...days, of: { session: 'C-1' }, rule: 'claim/code' })];
      const lines = [
        {
          ...line,
          dateOfService: '2024-03-01',
          dateOfServiceThrough,
          procedureCode: 'H2017',
          modifiers: ['TG', 'TG'],
        },
      ];
      const judged = createChecker({ waivers }).checkClaim(
        { ...claim, lines },
        {
          history: [],
          asOf: '2024-06-01',
        },
      );
      return notVoid(judged).lines[0]?.findings.map(({ rule, waived }) => [rule, waived?.id]);
    };
    expect(through('2024-03-02')).toContainEqual(['claim/code', 'W-1']);
    expect(through('2025-01-01')).toContainEqual(['claim/code', undefined]);
  });

  test('of very many no more than the first twenty places', () => {
    const waivers = Array.from({ length: 21 }, (_, index) =>
      waiver({ id: `W-${String(index)}`, of: unused.of }),
    );
    const { notices } = createChecker({ waivers }).checkSessions([], { history: [], asOf });
    expect(notices.find(({ code }) => code === 'waivers-unused')?.message).toMatch(
      /: \/waivers\/0, .*, \/waivers\/19 and 1 more\.$/,
    );
  });

  test('of claims, and of what cannot be read', () => {
    const days = { from: '2024-01-01', through: '2024-12-31', expires: '2024-12-31' };
    const ofClaim = waiver({ ...days, of: { session: 'C-1' }, rule: 'claim/complete' });
    const claim = { ...oneLine('mo-H2017TG', {}), id: 'C-1', linesLeftOut: 1 };
    const batch = createChecker({ waivers: [ofClaim, unused] }).checkRecords([claim, 5], {
      history: [],
      asOf,
    });
    expect(told(batch.notices)).toEqual([['waivers-unused', { waivers: ['/waivers/1'] }]]);
  });

  test('of a session alone no more than that none is applied', () => {
    const config = { waivers: [expired, unused] };
    expect(told(peerResult(young, {}, config).notices)).toEqual([
      ['waivers-not-applied', { waivers: ['/waivers/0', '/waivers/1'] }],
    ]);
    expect(told(peerResult(young, { asOf }, config).notices)).toEqual([]);
  });

  test('and of a claim alone', () => {
    const claim = oneLine('mo-H2017TG', {});
    const { notices } = notVoid(createChecker({ waivers: [unused] }).checkClaim(claim, { history: [] }));
    expect(told(notices)).toEqual([['waivers-not-applied', { waivers: ['/waivers/0'] }]]);
  });

  test('nothing of a waiver stands in a result but its id, reason and last day', () => {
    const secret = waiver({
      note: 'SECRET-1',
      approver: 'SECRET-2',
      evidence: 'SECRET-3',
      cite: { ...cite, title: 'SECRET-4' },
    });
    const batch = createChecker({
      waivers: [secret, { ...secret, id: 'SECRET-5', of: { member: 'SECRET-6' } }],
    });
    expect(JSON.stringify(batch.checkSessions([peerSession(young)], { history: [], asOf }))).not.toContain(
      'SECRET',
    );
  });
});

describe('a waived session', () => {
  test('is billed: it counts among the totals and uses units', () => {
    const sessions = [
      { ...peerSession(young), units: 32, startTime: '08:00', endTime: '16:00' },
      { ...peerSession(), id: 'S-2', units: 4, startTime: '17:00', endTime: '18:00' },
    ];
    const check = (waivers: Waiver[]) =>
      createChecker({ waivers }).checkSessions(sessions, { history: [], asOf });
    expect(check([]).totals).toMatchObject({ billable: 1, notBillable: 1 });
    const { results, totals } = check([waiver()]);
    expect(totals).toMatchObject({ billable: 1, notBillable: 1 });
    expect((results as SessionResult[]).map(({ verdict }) => verdict)).toEqual(['billable', 'not-billable']);
  });
});

describe('a waiver cannot be used', () => {
  const without = (key: keyof Waiver) =>
    Object.fromEntries(Object.entries(waiver()).filter(([name]) => name !== key));

  test.each<[title: string, stated: unknown, path: string, message: RegExp]>([
    ...(
      [
        'id',
        'rule',
        'of',
        'from',
        'through',
        'expires',
        'reason',
        'note',
        'approver',
        'approvedOn',
        'evidence',
      ] as const
    ).map((key): [string, unknown, string, RegExp] => [
      `without ${key}`,
      without(key),
      `/${key}`,
      /found nothing$/,
    ]),
    ['null', null, '', /found null$/],
    [
      'of nobody',
      { ...waiver(), of: {} },
      '/of',
      /^expected one of session, member and staff, with its key, found none or several$/,
    ],
    ['of two', { ...waiver(), of: { session: 'S', member: 'M' } }, '/of', /found none or several$/],
    ['of an empty key', { ...waiver(), of: { session: '' } }, '/of/session', /./],
    [
      'for no reason of ours',
      { ...waiver(), reason: 'because' },
      '/reason',
      /^expected one of "clause-allows"/,
    ],
    ['of a rule that is none', { ...waiver(), rule: 'member/aeg' }, '/rule', /did you mean "member\/age"\?$/],
    ['of a rule like none', { ...waiver(), rule: 'x' }, '/rule', /such as "units\/daily-limit"$/],
    ['of the service in force', waiver({ rule: 'service/in-force' }), '/rule', /nothing else is judged$/],
    [
      'of a service that is none',
      waiver({ service: 'mo/peer-suport' }),
      '/service',
      /did you mean "mo\/peer-support"\?$/,
    ],
    ['of a service like none', waiver({ service: 'x' }), '/service', /; on file: /],
    [
      'of a service without the rule',
      waiver({ service: 'mt/imr', rule: 'member/program' }),
      '/rule',
      /no such rule$/,
    ],
    [
      'of days out of order',
      waiver({ from: '2017-06-01' }),
      '/through',
      /^expected a day not before `from`$/,
    ],
    [
      'expired when approved',
      waiver({ approvedOn: '2018-01-01' }),
      '/expires',
      /^expected a day not before `approvedOn`$/,
    ],
    ['cited from elsewhere', { ...waiver(), cite: { ...cite, source: 'general' } }, '/cite/source', /./],
    ['with more', { ...waiver(), until: '2018-01-01' }, '', /unknown key/],
  ])('%s', (_title, stated, path, message) => {
    expect(issuesOf([stated])).toEqual([
      { path: `/waivers/0${path}`, message: expect.stringMatching(message) as string },
    ]);
  });

  test('of one id that states something else', () => {
    expect(issuesOf([waiver(), waiver({ note: 'Another.' })])).toEqual([
      {
        path: '/waivers/1/id',
        message: 'a waiver before it has this id and states something else: give each an id of its own',
      },
    ]);
  });

  test('in no list', () => {
    expect(issuesOf({} as never)).toEqual([
      { path: '/waivers', message: 'expected a list, found an object' },
    ]);
    expect(issuesOf(null as never)).toEqual([]);
  });
});

function issuesOf(waivers: readonly unknown[]) {
  try {
    createChecker({ waivers: waivers as Waiver[] });
  } catch (error) {
    if (error instanceof InputError) return withoutCodes(error.issues);
    throw error;
  }
  return [];
}
