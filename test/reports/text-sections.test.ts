import { describe, expect, test } from 'vitest';
import { checkRecords, createChecker, type Session, type SessionResult } from '../../src/index.js';
import { reportOf, text, type BatchReportOptions } from '../../src/reports/index.js';
import { createStreamedAsk } from '../../src/reports/text/wanted.js';
import { filesOf, linesOf, plain, type Page } from '../../src/reports/text/page.js';
import { linesOfMonth, months, sessionOf } from '../support/cases.js';
import { all, byMember, nothingElse, session, streamed, unwrapped, written } from './support.js';

const checker = createChecker();
const withRate = createChecker({
  codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '20.00' }] },
});
const { member, staff } = session;

/** A session of a member of its own, with staff of its own. */
function of(number: number, change: Partial<Session> = {}): Session {
  return {
    ...session,
    id: `S-${String(number)}`,
    ...change,
    member: { ...member, id: `M-${String(number)}`, ...change.member },
    staff: { ...staff, id: `T-${String(number)}`, ...change.staff },
  };
}

const unborn = { member: { ...member, id: undefined, birthDate: null } };
const unbornOf = (number: number, change: Partial<Session> = {}) =>
  of(number, { ...change, member: { ...member, id: `M-${String(number)}`, birthDate: null } });

/** Where each begins to be told. */
function order(report: string, sections: readonly RegExp[]): string[] {
  return sections
    .map((section) => ({ section, at: report.search(section) }))
    .sort((one, other) => one.at - other.at)
    .map(({ section, at }) => (at === -1 ? `no ${section.source}` : section.source));
}

const standing = [/^Billability of /m, /^Why:/m, /^Whom to ask$/m];
const rest = [/left\s+unbilled/, /^Units left in the month/m, /^Not judged:/m, /^Notes$/m];
const everything = [
  ...[1, 2, 3, 4].map((number) => unbornOf(number, { charge: '80.00' })),
  of(5, { units: 33 }),
  of(6, { units: 7 }),
  of(7),
];
const options: BatchReportOptions = { history: [], checker };

describe('the sections', () => {
  test('of a whole batch: how it stands, why, whom to ask, the records, what is left', () => {
    const records = [/^5 records to look at/m, /^What several records share/m, /^entry 5 /m];
    const expected = [...standing, ...records, ...rest];
    expect(order(written(text, everything, options), expected)).toEqual(expected.map(({ source }) => source));
  });

  test('of a stream: the records as they come, and the rest at the end', () => {
    const expected = [/^entry 1 /m, /^entry 5 /m, ...standing, ...rest];
    expect(order(streamed(text, everything, options).report, expected)).toEqual(
      expected.map(({ source }) => source),
    );
  });

  test('that has nothing to tell is left out', () => {
    const report = written(text, [of(7)], options);
    for (const section of [/^Why/m, /^Whom to ask/m, /to look at/, /What several records/])
      expect(report).not.toMatch(section);
  });

  test('that are told of all records are the same in a stream', () => {
    const one = months.flatMap((month) => linesOfMonth(month).slice(0, 40)) as (Session | null)[];
    // What compares members is not judged in a stream.
    const apart = one.map((entry, index) =>
      entry === null ? null : { ...entry, staff: { ...entry.staff, id: `T-${String(index)}` }, group: null },
    );
    const start = (report: string) =>
      report.slice(report.indexOf('Billability'), report.indexOf('Whom to ask'));
    const [whole, parts] = [
      written(text, byMember(apart), options),
      streamed(text, byMember(apart), options).report,
    ];
    expect(start(parts)).toContain('\nWhy: ');
    expect(start(parts)).toBe(start(whole));
  });

  test('that is quiet is how many came out how', () => {
    const quiet = written(text, everything, { ...options, quiet: true });
    expect(quiet.trimEnd().split('\n')).toHaveLength(7);
    expect(streamed(text, everything, { ...options, quiet: true }).report).toBe(quiet);
  });
});

describe('how it stands', () => {
  test.each<[entries: readonly unknown[], said: string | null]>([
    [[of(1)], 'The record is billable.'],
    [[of(1), of(2)], 'All 2 records are billable.'],
    [[of(1), of(2, { charge: '1.00' })], 'All 2 records are billable.'],
    [[of(1), of(2, { units: 33 })], null],
    [[of(1), unbornOf(2)], null],
    [[of(1), { ...of(2), units: 'many' }], null],
    [[of(1), of(2, { phase: 'cancelled', units: null })], null],
    [[], null],
  ])('%# says that all are billable only where all are', (entries, said) => {
    const lines = written(text, entries, options).split('\n');
    expect(lines.filter((line) => line.endsWith('billable.'))).toEqual(said === null ? [] : [said]);
  });

  const wanted = ' No rate of mo/peer-support is on file, so that what is not charged is counted in units. ';
  test.each<[title: string, entries: readonly Session[], by: typeof checker, isWanted: boolean]>([
    ['where no rate is on file', [of(1)], checker, true],
    ['not where all charges are stated', [of(1, { charge: '80.00' })], checker, false],
    ['where one is not', [of(1, { charge: '80.00' }), of(2)], checker, true],
    ['not where a rate is on file', [of(1)], withRate, false],
    ['not where the units are not known', [of(1, { units: null, endTime: null })], withRate, false],
  ])('asks for a rate %s', (_title, entries, by, isWanted) => {
    const report = [...reportOf(text, by.checkSessions(entries, nothingElse), entries, nothingElse)].join('');
    expect(unwrapped(report).includes(wanted)).toBe(isWanted);
    const snippet = /\n {4}(\{[^]*?\}\]\}\})\n/.exec(report)?.[1];
    if (!isWanted) expect(snippet).toBeUndefined();
    else {
      const config = JSON.parse(
        (snippet ?? '').replace('CODE', 'H0038').replace('0.00', '20.00').replace('YYYY-MM-DD', '2014-10-01'),
      ) as Parameters<typeof createChecker>[0];
      const [result] = createChecker(config).checkSessions([of(1)], nothingElse).results;
      expect(result).toMatchObject({ price: { rate: '20.00', charge: '160.00' } });
    }
  });
});

describe('why', () => {
  test('a row a rule, most money first, with what it holds back alone and with others', () => {
    const entries = [
      unbornOf(1, { charge: '80.00' }),
      unbornOf(2, { charge: '40.00', units: 33 }),
      of(3, { charge: '200.00', activities: ['transportation'] }),
    ];
    const why = written(text, entries, options)
      .split('\n\n')
      .find((block) => block.includes('member/age'));
    expect(why?.split('\n').map((line) => line.trimEnd())).toEqual([
      '  alone          with others           rule',
      '      0   $0.00            1  $200.00  session/key-function',
      '      Fails. Peer support consists of the seven key service functions.',
      '      0   $0.00            1  $200.00  session/not-only-transportation',
      '      Fails. Peer support is not billed where transportation is all that was',
      '      provided.',
      '      1  $80.00            1   $40.00  member/age',
      '      Not known. Peer support is for individuals aged 16 and older.',
      '      0   $0.00            1   $40.00  units/time',
      '      Fails.',
      '      0   $0.00            1   $40.00  units/daily-limit',
      '      Fails.',
    ]);
  });

  test('a rule that fails in some, and is not known in others, says so', () => {
    const young = { ...session.member, id: 'M-1', birthDate: '2010-01-01' };
    const report = written(text, [unbornOf(1), unbornOf(2), of(3, { member: young })]);
    expect(unwrapped(report)).toContain(' member/age Fails in 1, not known in 2. ');
  });

  test('of many rules the ten with most money, and all where asked for', () => {
    const sparse = { service: 'mo/peer-support', dateOfService: '2017-05-16', member: { id: 'M-1' } };
    const why = (full: boolean) => {
      const report = written(text, [sparse], { ...options, full });
      return report.slice(report.indexOf('Why'), report.indexOf('Whom to ask'));
    };
    const rules = (told: string) => told.match(/ [a-z]+\/[a-z-]+$/gm)?.length;
    expect(rules(why(false))).toBe(10);
    const [, more] = /\n {2}and (\d+) rules more, all with --full\n/.exec(why(false)) ?? [];
    expect(rules(why(true))).toBe(10 + Number(more));
    expect(why(true)).not.toContain('more, all with --full');
  });
});

describe('whom to ask', () => {
  const asked = (report: string) => /\nWhom to ask\n([^]*?)\n\n\S/.exec(`${report}\n\nend`)?.[1] ?? '';

  test('those of whom the same is asked stand below the questions', () => {
    expect(
      asked(written(text, [unbornOf(1, { charge: '8.00' }), unbornOf(2), unbornOf(3, { charge: '16.00' })])),
    ).toBe(
      [
        '',
        '  front desk',
        '    1 question about each of 3 members: 3 records, $24.00',
        '      - When was the member born?',
        '      member M-3: 1 record, $16.00: entry 3',
        '      member M-1: 1 record, $8.00: entry 1',
        '      member M-2: 1 record: entry 2',
      ].join('\n'),
    );
  });

  test('who would correct what fails is told of it, most money first', () => {
    const lapsed = { ...session.staff, credentials: [] };
    const entries = [
      of(1, { staff: lapsed, charge: '80.00' }),
      of(2, { staff: lapsed, charge: '40.00', units: 33 }),
      of(3, { staff: { ...session.staff, treatmentTeamMember: false } }),
      of(4, { phase: 'no-show', units: null }),
    ];
    const told = unwrapped(asked(written(text, entries)));
    expect(told).toContain(' personnel office to look into: 2 records, $120.00 (staff/credential) ');
    expect(told).toContain(
      ' billing to look into: 1 record, $40.00 (units/time); 1 record, $40.00 (units/daily-limit)',
    );
    expect(told).not.toContain('took-place');
  });

  test('one of whom other things are asked stands apart', () => {
    const two = { ...unborn.member, id: 'M-2', programs: null };
    expect(asked(written(text, [unbornOf(1), of(2, { member: two })]))).toBe(
      [
        '',
        '  front desk',
        '    member M-1: 1 record: entry 1',
        '      - When was the member born?',
        '    member M-2: 1 record: entry 2',
        '      - In which programs is the member enrolled, from when through when?',
        '      - When was the member born?',
      ].join('\n'),
    );
  });

  test('without keys nobody is named, and with them each is', () => {
    for (const month of months) {
      const entries = linesOfMonth(month);
      const batch = checkRecords(entries, nothingElse);
      const report = (keys?: boolean) =>
        [...reportOf(text, batch, entries, { ...options, ...(keys !== undefined && { keys }) })].join('');
      expect(report(false)).not.toMatch(/\b[MT]-\d+/);
      expect(report()).toMatch(/(member|staff member) [MT]-\d+/);
      expect(report(true)).toBe(report());
    }
  });

  const many = Array.from({ length: 25 }, (_, index) =>
    unbornOf(index + 100, { charge: `${String(index + 1)}.00` }),
  );
  // 1 to 5 dollars are those of the members who are left out.
  const more = '    and 5 members more: 5 records, $15.00';

  test.each([
    ['whole', (of: readonly unknown[]) => written(text, of)],
    ['streamed', (of: readonly unknown[]) => streamed(text, of).report],
    ['streamed, the richest first', (of: readonly unknown[]) => streamed(text, [...of].reverse()).report],
  ])('%s, the twenty with most money, and how many more there are', (_title, reported) => {
    const report = asked(reported(many));
    const named = [...report.matchAll(/ {6}member M-(\d+): /g)].map(([, number]) => Number(number));
    expect(named).toEqual(Array.from({ length: 20 }, (_, index) => 124 - index));
    expect(report).toContain(more);
  });

  test('one more is one member', () => {
    const report = asked(written(text, many.slice(4)));
    expect(report).toContain('\n    and 1 member more: 1 record, $5.00');
  });

  test('all of them where asked for', () => {
    expect(asked(written(text, many, { ...nothingElse, full: true })).match(/ {6}member M-/g)).toHaveLength(
      25,
    );
  });

  test('a question that has no money stands by its records', () => {
    const open = { ...session, personCentered: null, charge: '80.00' };
    expect(asked(written(text, [open]))).toContain('\n    sessions: 1 record: entry 1\n');
  });
});

describe('whom to ask, of a stream of any length', () => {
  const page: Page = {
    options: {},
    files: [],
    style: plain,
    titleOf: String,
    find: () => ({}),
    wrap: (words, first) => `${first}${words}\n`,
  };
  const [result] = checkRecords(
    [{ ...unbornOf(1), staff: { ...staff, credentials: null } }],
    nothingElse,
  ).results;
  const record = (number: number, memberId: string, staffId: string, charge: string) => ({
    entry: number,
    value: { ...session, charge, member: { id: memberId }, staff: { id: staffId } },
    result: result as SessionResult,
  });

  test('of fifty thousand records of ten thousand members the twenty with most money are held', () => {
    const ask = createStreamedAsk(() => true);
    for (let number = 0; number < 50_000; number += 1) {
      const who = Math.floor(number / 5);
      ask.add(record(number, `M-${String(who)}`, 'T-1', `${String(who)}.00`));
    }
    const { wanted, rest: left } = ask.groups(page);
    expect(wanted.map(({ heldBy, about }) => `${heldBy} ${about.kind} ${about.key ?? ''}`)).toEqual([
      'personnel staff T-1',
      ...Array.from({ length: 20 }, (_, index) => `front-desk member M-${String(9_999 - index)}`),
    ]);
    expect(wanted.every(({ where, questions }) => where === '' && questions.length === 1)).toBe(true);
    expect(wanted[0]).toMatchObject({ records: 50_000, charge: '249975000.00' });
    expect(wanted[1]).toMatchObject({ records: 5, charge: '49995.00' });
    // 0 to 9,979 dollars, five times each.
    expect([...left]).toEqual([
      ['front-desk member', { subjects: 9_980, records: 49_900, charge: '248976050.00', atMost: false }],
    ]);
  });

  test('staff are held up to a number, and of more it is told how many there are at most', () => {
    const entries = Array.from({ length: 5_003 }, (_, number) => ({
      ...session,
      id: `S-${String(number)}`,
      charge: '1.00',
      member: { ...member, id: `M-${String(number)}` },
      staff: { ...staff, id: `T-${String(number)}`, credentials: null },
    }));
    const report = streamed(text, entries).report;
    expect(report).toContain('\n    and at most 4,982 staff members more: 4,982 records, $4,982.00\n');
    expect(report.match(/ {6}staff member T-\d+: /g)).toHaveLength(20);
  });
});

describe('the records', () => {
  const shown = (report: string) =>
    [...report.matchAll(/^entry (\d+) /gm)].map(([, number]) => Number(number));
  const entries = [
    unbornOf(1, { charge: '8.00' }),
    unbornOf(2, { charge: '80.00' }),
    of(3),
    of(4, { units: 33 }),
    of(5, { units: 34 }),
    { ...of(6), units: 'many' },
    of(7, { charge: '90.00', units: 33 }),
  ];

  test('stand worst first: what cannot be read, most money, most units', () => {
    expect(shown(written(text, entries))).toEqual([6, 7, 2, 1, 5, 4]);
  });

  test('or in the order of the file', () => {
    expect(shown(written(text, entries, { ...nothingElse, sort: 'file' }))).toEqual([1, 2, 4, 5, 6, 7]);
    expect(shown(streamed(text, entries).report)).toEqual([1, 2, 4, 5, 6, 7]);
  });

  test('of one cause tell it once: no assessment is one block', () => {
    const [entry] = [sessionOf({ base: 'sc-prs-adult', change: { assessment: 'none' } })];
    const report = written(text, [entry]);
    const { findings } = checkRecords([entry], nothingElse).results[0] as SessionResult;
    expect(findings.filter(({ outcome }) => outcome === 'fail').length).toBeGreaterThan(5);
    expect(report.match(/^ {2}fails: /gm)).toHaveLength(1);
    for (const { rule } of findings) expect(report).toContain(rule);
  });

  test('tell what three of them share once, with a number and their places', () => {
    const three = [unbornOf(1), unbornOf(2), unbornOf(3, { units: 33 })];
    const report = unwrapped(written(text, three));
    expect(report).toContain(
      " What several records share is told here once; below, its number stands for it. [1] open: Not known: the member's birth date. ",
    );
    expect(report).toContain(' [member/age] 3 records: entries 1-3 ');
    expect(report).toContain(
      'entry 1 (S-1) 2017-05-16 mo/peer-support 8 units CANNOT BE TOLD YET [1] entry 2 ',
    );
    expect(report).toMatch(/entry 3 .* fails: 33 units are claimed\. .* \[units\/daily-limit\] \[1\] /);
    expect(report.match(/open: Not known: the member's birth date\./g)).toHaveLength(1);
  });

  test('what more of them share has a smaller number', () => {
    const report = unwrapped(
      written(text, [
        ...[1, 2, 3].map((number) => of(number, { activities: null })),
        ...[4, 5, 6, 7].map((number) => unbornOf(number)),
      ]),
    );
    expect(report).toMatch(
      /\[1\] open: Not known: the member's birth date\..* \[2\] open: Not known: the session's/,
    );
  });

  test('what two share is told with each, and what three do where all is asked for', () => {
    const open = /open: Not known: the member's birth date\./g;
    expect(written(text, [unbornOf(1), unbornOf(2)]).match(open)).toHaveLength(2);
    const three = [unbornOf(1), unbornOf(2), unbornOf(3)];
    const full = written(text, three, { ...nothingElse, full: true });
    expect(full.match(open)).toHaveLength(3);
    expect(full).not.toContain('What several records share');
  });

  test('a finding that says the day of service is shared by records of several days, another day is not', () => {
    const young = (number: number, birthDate: string) =>
      of(number, {
        dateOfService: `2017-05-1${String(number)}`,
        member: { ...member, id: `M-${String(number)}`, birthDate },
      });
    const report = unwrapped(
      written(
        text,
        [1, 2, 3].map((number) => young(number, '2010-01-01')),
      ),
    );
    expect(report).toContain('[1] fails: The member is 7 years old on the day of service. ');
    const apart = written(
      text,
      [1, 2, 3].map((number) => young(number, `20${String(10 + number)}-01-01`)),
    );
    expect(apart).not.toContain('What several records share');
  });

  test('lines of claims share too, and what is about another session never is', () => {
    const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
    const claims = [1, 2, 3].map((number) => ({
      id: `C-${String(number)}`,
      jurisdiction: 'MO',
      member: { id: `M-${String(number)}` },
      lines: [line, { ...line, dateOfService: '2024-03-19' }],
    }));
    const report = unwrapped(written(text, claims));
    expect(report).toMatch(/\[1\] open: .* 3 records: entries 1-3 /);
    expect(report).toMatch(/line 2 2024-03-19 H2017TG mo\/H2017TG cannot be told yet \[1\] \[2\] /);
    const twice = Array.from({ length: 5 }, (_, index) => ({ ...session, id: `S-${String(index)}` }));
    const duplicates = written(text, twice);
    expect(duplicates.match(/^ {4}with entry 1 /gm)).toHaveLength(4);
  });

  test('have their units and dollars in the heading, and the verdict last', () => {
    expect(written(text, [unbornOf(1, { charge: '1080.00' })])).toContain(
      '\nentry 1 (S-1)  2017-05-16  mo/peer-support  8 units  $1,080.00\n  CANNOT BE TOLD YET\n',
    );
    const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
    const claim = { id: 'C-1', jurisdiction: 'MO', lines: [line, line] };
    expect(written(text, [claim])).toMatch(
      /\nentry 1 \(C-1\) {2}claim of 2 lines {2}12 units {2}\$59\.40 {2}CANNOT BE TOLD YET\n/,
    );
    expect(written(text, [unbornOf(1, { units: null, endTime: null })])).toContain(
      '\nentry 1 (S-1)  2017-05-16  mo/peer-support  CANNOT BE TOLD YET\n',
    );
  });

  test('are counted by how they came out', () => {
    const remarked = of(8, { charge: '1.00' });
    const report = [
      ...reportOf(
        text,
        withRate.checkSessions([...entries, remarked], nothingElse),
        [...entries, remarked],
        nothingElse,
      ),
    ].join('');
    expect(unwrapped(report)).toContain(
      ' 7 records to look at: 2 cannot be told yet; 3 not billable; 1 unreadable; 1 billable, with a remark ',
    );
  });
});

describe('what is left', () => {
  test('units that nobody bills, in dollars where a rate is on file', () => {
    const entries = [of(1, { units: 7 }), of(2, { units: 6 })];
    const report = (by: typeof checker) =>
      unwrapped([...reportOf(text, by.checkSessions(entries, nothingElse), entries, nothingElse)].join(''));
    expect(report(checker)).toContain(
      '2 records bill fewer units than the time supports; 3 units left unbilled: entries 1-2.',
    );
    expect(report(withRate)).toContain(' 3 units, $60.00, left unbilled: entries 1-2.');
    expect(streamed(text, entries).report).toMatch(/3 units left\s+unbilled\.\n/);
  });

  test('nothing of what is not billable', () => {
    expect(written(text, [of(1, { units: 7, activities: [] })])).not.toContain('unbilled');
  });

  test('what no check looks at is said always, but where only counts are', () => {
    for (const report of [written(text, [of(1)]), streamed(text, all).report])
      expect(unwrapped(report)).toContain(
        'Not judged: whether the member is eligible that day, prior authorization, timely filing, NCCI edits, and what other payers owe.',
      );
  });
});

test('where records stand: lines of a file, and entries of none', () => {
  const records = [
    { entry: 0, value: {}, result: {} as SessionResult, place: { file: 'a.csv', line: 2 } },
    { entry: 1, value: {}, result: {} as SessionResult },
  ];
  const page = { files: filesOf(records) } as unknown as Page;
  expect(linesOf(records, page)).toBe('line 2; entry 2');
});
