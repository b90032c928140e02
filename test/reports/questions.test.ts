import { describe, expect, test } from 'vitest';
import { checkRecords, createChecker, type CheckOptions, type Claim } from '../../src/index.js';
import { questionsOf, type QuestionsAbout } from '../../src/reports/index.js';
import { baseSession } from '../support/cases.js';
import { nothingElse, session } from './support.js';

const { member, staff } = session;
const unborn = { ...session, member: { ...member, birthDate: null } };
const on = (dateOfService: string) => ({ dateOfService });
const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6, charge: '29.70' };
const claim: Claim = { id: 'C-1', member: { id: 'M-9' }, jurisdiction: 'MO', lines: [line] };

function asked(entries: readonly unknown[], options: CheckOptions = nothingElse): QuestionsAbout[] {
  return questionsOf(checkRecords(entries, options).results, entries);
}

/** Who is asked, and about whom. */
function errands(of: readonly QuestionsAbout[]): string[] {
  return of.map(
    ({ heldBy, about: { kind, key } }) => `${heldBy}: ${kind}${key === undefined ? '' : ` ${key}`}`,
  );
}

function find(of: readonly QuestionsAbout[], path: string) {
  return of.flatMap(({ questions }) => questions).find((question) => question.path === path);
}

describe('whom to ask, about whom', () => {
  test.each<[title: string, entry: object, errands: string[]]>([
    ['nobody, where nothing is missing', session, []],
    ['the front desk about the member', unborn, ['front-desk: member M-4']],
    [
      'about a member whose key nobody states',
      { ...unborn, member: { ...unborn.member, id: null } },
      ['front-desk: member'],
    ],
    [
      'the personnel office about staff',
      { ...session, staff: { ...staff, id: null, credentials: null } },
      ['personnel: staff'],
    ],
    [
      'about staff by their key',
      { ...session, staff: { ...staff, id: 'T-1', credentials: null } },
      ['personnel: staff T-1'],
    ],
    ['the clinician about the session', { ...session, activities: null }, ['clinician: session']],
    [
      'about the plan and the assessment of the member, who has both',
      {
        ...baseSession('sc-prs-adult'),
        plan: null,
        assessment: null,
      },
      ['clinician: member M-6'],
    ],
    [
      'about the agency',
      { ...baseSession('mo-H2017TG'), agency: { id: 'A-1', billsRegularPsr: false } },
      ['agency: agency A-1'],
    ],
  ])('%s', (_title, entry, expected) => {
    expect(errands(asked([entry]))).toEqual(expected);
  });

  test('without entries, nobody is told from another', () => {
    const { results } = checkRecords([unborn], nothingElse);
    expect(errands(questionsOf(results))).toEqual(['front-desk: member']);
  });

  test('by holder first, and then those for whom most money waits', () => {
    const of = (id: string, day: string, charge: string, change: object = {}) => ({
      ...unborn,
      id: `S-${id}`,
      ...on(day),
      charge,
      member: { ...unborn.member, id },
      ...change,
    });
    const entries = [
      of('M-1', '2017-05-01', '8.00', { activities: null }),
      of('M-2', '2017-05-02', '16.00'),
      of('M-3', '2017-05-03', '4.00'),
      of('M-3', '2017-05-04', '4.00'),
    ];
    expect(errands(asked(entries))).toEqual([
      'front-desk: member M-2',
      // Of equal money, what helps more entries.
      'front-desk: member M-3',
      'front-desk: member M-1',
      'clinician: session',
    ]);
  });
});

describe('each question', () => {
  test('stands once, with what it helps and the money that waits for it', () => {
    const entries = [
      { ...unborn, charge: '80.00' },
      session,
      { ...unborn, ...on('2017-05-17'), charge: '40.00' },
    ];
    const [about, ...others] = asked(entries);
    expect(others).toEqual([]);
    expect(about).toMatchObject({
      questions: [
        {
          path: '/member/birthDate',
          question: 'When was the member born?',
          type: 'date',
          entries: ['/0', '/2'],
          charge: '120.00',
        },
      ],
    });
    expect(about?.questions[0]).not.toHaveProperty('options');
    expect(about?.questions[0]).not.toHaveProperty('accepts');
  });

  test('has the money once, where several rules ask for one fact', () => {
    const open = { ...session, startTime: null, units: null, charge: '80.00' };
    const { findings } = checkRecords([open], nothingElse).results[0] as {
      findings: { missing: { path: string }[] }[];
    };
    expect(
      findings.filter(({ missing }) => missing.some(({ path }) => path === '/startTime')).length,
    ).toBeGreaterThan(1);
    expect(find(asked([open]), '/startTime')).toMatchObject({ entries: ['/0'], charge: '80.00' });
  });

  test('has no money where only a warning rests on it, or nothing waits', () => {
    const open = { ...session, personCentered: null, charge: '80.00' };
    const [about] = asked([open]);
    expect(about?.questions).toMatchObject([{ entries: ['/0'], charge: '0.00' }]);
    expect(asked([{ ...unborn, charge: '80.00' }], { history: [], missingFacts: 'report' })).toMatchObject([
      { questions: [{ entries: ['/0'], charge: '0.00' }] },
    ]);
  });

  test('says what may be answered', () => {
    const options = find(
      asked([{ ...session, staff: { ...staff, credentials: null } }]),
      '/staff/credentials',
    )?.options;
    expect(options?.map(({ code }) => code)).toContain('MO-CPS');
    expect(options?.every(({ label }) => label !== '')).toBe(true);
  });

  test('of a word that nobody knows says which codes would do, for any rule that asks, each once', () => {
    const activities = ['Something else'];
    const imr = { ...baseSession('mo-H2017TG'), activities };
    const peers = { ...session, activities };
    const accepts = (entries: readonly unknown[]) => find(asked(entries), '/activities/0')?.accepts ?? [];
    const both = accepts([imr, peers]);
    for (const one of [imr, peers]) expect(accepts([one]).length).toBeGreaterThan(0);
    expect([...both].sort()).toEqual([...new Set([...accepts([imr]), ...accepts([peers])])].sort());
    expect(find(asked([peers]), '/activities/0')?.options?.map(({ code }) => code)).toEqual(
      expect.arrayContaining([...accepts([peers])]),
    );
  });

  test('of two places of a list stand apart', () => {
    const credentials = [{ code: 'Coach' }, { code: 'Guide' }];
    const [about] = asked([{ ...session, staff: { ...staff, credentials } }]);
    expect(about?.questions.map(({ path }) => path)).toEqual([
      '/staff/credentials/0',
      '/staff/credentials/1',
    ]);
  });
});

describe('of a claim', () => {
  const two = { ...claim, lines: [line, { ...line, ...on('2024-03-19'), charge: '10.00' }] };

  test('each line is helped, with its own money, and paths lead into the line', () => {
    const question = find(asked([session, two]), '/session/startTime');
    expect(question).toMatchObject({ entries: ['/1/lines/0', '/1/lines/1'], charge: '39.70' });
  });

  test('what the claim states once is asked once, and all its lines wait for it', () => {
    expect(find(asked([session, two]), '/member/birthDate')).toMatchObject({
      entries: ['/1'],
      charge: '39.70',
    });
  });

  test('what is asked of it as a whole helps the claim, all of whose lines wait for it', () => {
    const question = find(asked([{ ...two, linesLeftOut: 1 }]), '/linesLeftOut');
    expect(question).toMatchObject({ entries: ['/0'], charge: '39.70' });
  });
});

test('of what cannot be read, voids another claim or is replaced nothing is asked', () => {
  const other = { ...claim, id: 'C-2', frequency: 'replacement', replaces: 'C-1' };
  const entries = [
    claim,
    other,
    { ...claim, id: 'C-3', frequency: 'void', replaces: 'C-0' },
    { units: 'many' },
  ];
  const helped = asked(entries).flatMap(({ questions }) => questions.flatMap((question) => question.entries));
  expect(new Set(helped.map((pointer) => pointer.split('/')[1]))).toEqual(new Set(['1']));
});

test('charges are those at the rates on file where none are stated', () => {
  const checker = createChecker({
    codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '20.00' }] },
  });
  const { results } = checker.checkSessions([unborn], nothingElse);
  expect(questionsOf(results)).toMatchObject([{ questions: [{ charge: '160.00' }] }]);
});
