import { describe, expect, test } from 'vitest';
import { notice } from '../../src/findings/notices.js';
import { checkRecords, createChecker } from '../../src/index.js';
import { csv, reportOf, text, type BatchReportOptions } from '../../src/reports/index.js';
import { sessionOf } from '../support/cases.js';
import { all, nothingElse, session, streamed, unwrapped, written } from './support.js';

describe('text', () => {
  const wide = { ...session, id: 'a\u001b[1m', units: 33 };

  test('of entries alone counts them, and names services by their ids', () => {
    const report = written(text, [wide]);
    expect(report).toMatch(/^Billability of 1 record\n/);
    expect(report).toContain('\nentry 1 (a?[1m)  2017-05-16  mo/peer-support  33 units  NOT BILLABLE\n');
    expect(report).not.toContain('Units left');
  });

  test('of entries that need no look says so', () => {
    expect(written(text, [session])).toContain('\nthe entries: nothing needs attention.\n');
    expect(streamed(text, [session]).report).toMatch(
      /^Nothing needs attention\.\n\nBillability of 1 record\n/,
    );
  });

  test('names the entry that a finding is about, and the prior use', () => {
    const twice = [session, { ...session, id: 'again' }];
    expect(written(text, twice)).toContain(`\n    with entry 1 (${session.id ?? ''})\n`);
    const { service, member, dateOfService, startTime } = session;
    const use = { service, memberId: member?.id, dateOfService, startTime, units: 1 };
    expect(written(text, [session], { history: [use] })).toContain(
      '\n    with a session already billed (entry 1 of the history)\n',
    );
    const historyPlaces = [{ file: '-', line: 7 }];
    expect(written(text, [session], { history: [use], historyPlaces })).toContain(
      '\n    with a session already billed (entry 1 of the history), see standard input:7\n',
    );
  });

  test.each([text, csv])('asks once where several words of a list are not known (as $name)', (format) => {
    const staff = { ...session.staff, credentials: [{ code: 'Coach' }, { code: 'Guide' }] };
    const report = unwrapped(written(format, [{ ...session, staff }]));
    // Of a text: whom to ask, and the record.
    for (const section of report.split(' to look at')) {
      expect(section.match(/entry of the rendering staff member's credentials stand for/g)).toHaveLength(1);
    }
  });

  test('asks each record for the history, or once for all where a notice does', () => {
    const asked = written(text, [session], {});
    expect(asked).toMatch(/ask billing: .*\n/);
    expect(asked).toMatch(/Whom to ask\n\n {2}billing\n {4}sessions: 1 record: entry 1\n {6}- Which units /);
    const askedOnce = written(text, [session], { asksForHistory: true });
    expect(askedOnce).not.toContain('ask billing');
    expect(askedOnce).not.toContain('Whom to ask');
  });

  test('asks for what is known of one thing together: the questions on one assessment are one errand', () => {
    const unknown = { traditionalServicesInappropriate: null, leastRestrictive: null };
    const sessions = [unknown, unknown, { leastRestrictive: null }].map((assessment, index) => ({
      ...sessionOf({ base: 'sc-prs-adult', change: { assessment } }),
      dateOfService: `2023-06-0${String(6 + index)}`,
    }));
    const [all, some] = [sessions.slice(0, 2), sessions].map((of) => written(text, of, nothingElse));
    expect(all).toContain(
      [
        '  clinician',
        '    member M-6: 2 records: entries 1-2',
        '      - Are traditional mental health services clinically not appropriate now?',
        '      - Does the clinician find this the least restrictive care, with benefit',
        '        outweighing harm?',
        '',
      ].join('\n'),
    );
    expect(some).toContain('    member M-6: 3 records\n      - Does the clinician find');
    expect(unwrapped(some ?? '')).toContain(
      'harm? 3 records: entries 1-3 - Are traditional mental health services clinically not appropriate now? 2 records: entries 1-2',
    );
  });

  test('tells where records stand: entries, or lines of one file or of several', () => {
    const unknown = Array.from({ length: 60 }, (_, index) => ({
      ...session,
      id: `S-${String(index)}`,
      dateOfService: `20${String(18 + Math.floor(index / 12))}-${String(1 + (index % 12)).padStart(2, '0')}-11`,
      member: { ...session.member, birthDate: index % 7 === 3 ? session.member?.birthDate : null },
    }));
    const helps = (options: BatchReportOptions) =>
      /\n {4}member M-4: ([^]*?)\n {6}- When was the member born\?/
        .exec(written(text, unknown, { ...nothingElse, ...options }))?.[1]
        ?.replace(/\s+/g, ' ');
    expect(helps({})).toBe('51 records: entries 1-3, 5-10, 12-17, 19-24, 26-31, 33-38, 40-45, 47-52, 54-59');
    const lines = unknown.map((_, index) => ({ file: 'a.csv', line: 2 * index }));
    expect(helps({ places: lines })).toMatch(/: lines 0, 2, 4, 8, .* and 11 more$/);
    const [first, ...others] = lines;
    expect(helps({ places: [{ file: '-', line: 5 }, ...others] })).toMatch(
      /: standard input line 5; a.csv lines 2, /,
    );
    expect(first).toBeDefined();
  });

  test('paints with the style that it is given', () => {
    const mark = (name: string) => (words: string) => `<${name}>${words}</${name}>`;
    const style = {
      bold: mark('bold'),
      dim: mark('dim'),
      red: mark('red'),
      green: mark('green'),
      yellow: mark('yellow'),
      blue: mark('blue'),
      magenta: mark('magenta'),
      cyan: mark('cyan'),
    };
    const painted = written(text, all, {
      ...nothingElse,
      style,
      checker: createChecker(),
      asOf: '2025-03-20',
    });
    for (const name of Object.keys(style)) expect(painted).toContain(`<${name}>`);
    expect(painted.replace(/<\/?[a-z]+>/g, '')).toBe(
      written(text, all, { ...nothingElse, checker: createChecker(), asOf: '2025-03-20' }),
    );
  });

  test('counts what did not take place apart, and none of its units', () => {
    const entries = [
      { ...session, id: 'S-1' },
      { ...session, id: 'S-2', phase: 'cancelled' as const, units: null },
      { ...session, id: 'S-3', phase: 'no-show' as const, units: 8 },
    ];
    const checker = createChecker();
    const batch = checker.checkSessions(entries, { history: [] });
    const report = [...reportOf(text, batch, entries, { history: [], checker })].join('');
    expect(report).toMatch(/\n {2}Not billable +1 +0 units/);
    expect(report).toMatch(/\n {2}Did not take place +1\n/);
  });

  test('tells what members have left by the definitions that judged', () => {
    const [own] = createChecker().services.filter(({ id }) => id === session.service);
    if (own === undefined) throw new Error('no such service');
    const checker = createChecker({ services: [{ ...own, id: 'own/support', title: 'Our support' }] });
    const entries = Array.from({ length: 12 }, (_, index) => ({
      ...session,
      service: 'own/support',
      id: `S-${String(index)}`,
      units: 1 + (index % 8),
      member: { ...session.member, id: `M-${String(index)}` },
      staff: { ...session.staff, id: `W-${String(index)}` },
    }));
    const uses = [
      { id: 'S-1', memberId: 'M-1', service: 'own/support', dateOfService: '2017-05-16', units: 9 },
    ];
    const history = [...uses, { ...uses[0], id: null, units: 4 }] as (typeof uses)[0][];
    const batch = checker.checkSessions(entries, { history });
    const report = [...reportOf(text, batch, entries, { history, checker })].join('');
    const left = (told: string) => told.split('Units left')[1]?.split('\n').slice(2, 7);
    expect(left(report)).toEqual([
      '  88 of 96  May 2017  member M-7   Our support',
      '  89 of 96  May 2017  member M-6   Our support',
      // The use with the key of the record is that record, the other one is not.
      '  90 of 96  May 2017  member M-1   Our support',
      '  90 of 96  May 2017  member M-5   Our support',
      '  91 of 96  May 2017  member M-4   Our support',
    ]);
    expect(report).toMatch(/\n {2}and 2 members more, with no fewer left\n\n/);
    const without = [...reportOf(text, batch, entries, { history, checker, keys: false })].join('');
    expect(left(without)?.[0]).toBe('  88 of 96  May 2017  entry 8 (S-7)    Our support');
  });

  test('tells of units left unbilled, and that there are other remarks', () => {
    const short = { ...session, units: 7 };
    expect(unwrapped(written(text, [short]))).toContain(
      ' 1 record bills fewer units than the time supports; 1 unit left unbilled: entry 1. ',
    );
    const batch = checkRecords([short, { ...short, id: 'S-2', dateOfService: '2017-05-17' }], nothingElse);
    const results = batch.results.map((result) =>
      'findings' in result
        ? { ...result, findings: result.findings.map((one) => ({ ...one, rule: 'custom/remark' as const })) }
        : result,
    ) as typeof batch.results;
    expect([...reportOf(text, { ...batch, results }, [short, short])].join('')).toContain(
      '\n2 other remarks, in full with --format json: entries 1-2.\n',
    );
  });

  test('asks for nothing else where a notice asks for something', () => {
    const batch = checkRecords([session], nothingElse);
    const notices = [...batch.notices, notice('history-wanted')];
    expect([...reportOf(text, { ...batch, notices }, [session])].join('')).toContain(
      'nothing else needs attention.',
    );
  });

  test('of a claim tells charges only where there are any, and no code that is none', () => {
    const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
    const none = written(text, [{ jurisdiction: 'MO', lines: [{ ...line, procedureCode: 'Jane Doe' }] }]);
    expect(none).toMatch(/\n {2}line 1 {2}2024-03-12 {2}no definition on file {2}cannot be told yet\n/);
    expect(none).not.toContain('charged');
    const priced = written(text, [{ jurisdiction: 'MO', lines: [line] }]);
    expect(priced).toContain(
      '\n  charged $29.70: $0.00 billable, $0.00 not billable, $29.70 cannot be told yet\n',
    );
  });

  test('of a session after one of unknown units says what it waits for, and asks nobody', () => {
    const ofUnknownUnits = { ...session, units: null, endTime: null, minutes: null };
    const entries = [ofUnknownUnits, { ...session, id: 'later', dateOfService: '2017-05-17' }];
    const report = written(text, entries, { ...nothingElse, checker: createChecker() });
    expect(unwrapped(report)).toContain(
      " to do: settle the member's sessions before it, whose units are not known; this one follows from them ",
    );
    expect(report).not.toContain('ask billing');
    expect(report).toContain('  at most 88 of 96  May 2017');
  });

  test('of no entries is the totals', () => {
    expect(written(text, [])).toMatch(
      /^Billability of 0 records\n\n {2}Records +0 +0 units\n[^]*Unreadable +0\n\nNot judged: [^\n]*\n[^\n]*\n$/,
    );
  });

  test('of several files names those in which nothing is to do', () => {
    const options = { ...nothingElse, files: ['a.ndjson', 'b.ndjson', 'c.ndjson'] };
    const places = [
      { file: 'a.ndjson', line: 1 },
      { file: 'b.ndjson', line: 4 },
    ];
    const report = written(
      text,
      [
        session,
        {
          ...session,
          id: 'S-2',
          dateOfService: '2017-06-01',
          member: { ...session.member, id: 'M-9', birthDate: null },
        },
      ],
      {
        ...options,
        places,
      },
    );
    expect(report).toMatch(/^Billability of 3 files\n/);
    expect(report).toContain('\na.ndjson: nothing needs attention.\n');
    expect(report).toContain('\n    member M-9: 1 record: b.ndjson line 4\n');
  });
});
