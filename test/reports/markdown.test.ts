import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { createChecker, type Service } from '../../src/index.js';
import { markdown, reportOf } from '../../src/reports/index.js';
import { hostileShown, kinds, writtenOf, type Kind } from './kinds.js';
import { all, nothingElse, session, written } from './support.js';

const read = (report: string) => marked.lexer(report, { gfm: true });

/** Every token of a report, whatever it stands in. */
function tokensOf(report: string): Token[] {
  const tokens: Token[] = [];
  void marked.walkTokens(read(report), (token) => {
    tokens.push(token);
  });
  return tokens;
}

/** As a reader sees it. */
function shown(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token) return shown(token.tokens);
      return 'text' in token ? String(token.text) : '';
    })
    .join('');
}

const tablesOf = (report: string) =>
  read(report)
    .filter((token): token is Tokens.Table => token.type === 'table')
    .map(({ header, rows }) => [header, ...rows].map((row) => row.map(({ tokens }) => shown(tokens))));

/** The records, each with what is said of it. */
const recordsOf = (report: string) =>
  read(report)
    .filter((token): token is Tokens.List => token.type === 'list')
    .at(-1)
    ?.items.map(({ tokens }) => {
      const inner = tokens.find((token): token is Tokens.List => token.type === 'list');
      return {
        heading: shown(tokens.filter((token) => token !== inner)),
        said: (inner?.items ?? []).map((item) => shown(item.tokens)),
      };
    });

const headingsOf = (report: string) =>
  read(report)
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .map(({ depth, tokens }) => [depth, shown(tokens)]);

describe('each kind of record to look at', () => {
  test.each<[Kind, heading: string, first: string]>([
    [
      'fail',
      'march.csv:3 (V-2) 2017-06-01 $80.00 not billable',
      'fails: 33 units are claimed. 120 minutes support only 8 units of 15 minutes. at march.csv row 3, column "Units" at march.csv row 3 To do: Correct the units to 8 and bill those, or correct the times if they are wrong. Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.1',
    ],
    [
      'unknown',
      'march.csv:4 (V-3) 2017-06-02 $90.00 cannot be told yet',
      'open: Not known: the end time. A session ends after it starts, on the same day, and its minutes fit between. To do: Ask clinician: At what time did the session end? General billing rule, A session ends after it starts, on the same day',
    ],
    ['due', 'standard input:5 (V-4) 2017-06-03 billable', 'due: The documentation does not meet'],
    ['invalid', 'march.csv:7 (V-6) unreadable', '/units: expected a number, found text'],
    ['nothing', 'entry 1 unreadable', 'expected an object, found null'],
    [
      'claim',
      'C:\\data\\claims.json: Claim/C-1 (C-1) $30.70 not billable',
      'warning: The claim is an original one, and names a claim that it replaces.',
    ],
    ['void', 'claims.json: Claim/C-2 (C-2) void', 'warning: The claim is a void'],
  ])('%s', (kind, heading, first) => {
    const records = recordsOf(writtenOf(markdown, [kind]));
    expect(records?.map((record) => record.heading)).toEqual([heading]);
    expect(records?.[0]?.said[0]?.slice(0, first.length)).toBe(first);
  });

  test.each<Kind>(['pass', 'remark', 'cancelled'])('%s: none', (kind) => {
    expect(writtenOf(markdown, [kind])).toMatch(/\nNothing needs attention\.\n$/);
  });

  test('a remark beside something else is left out, and a line of a claim named', () => {
    const remarked = { ...session, endTime: '11:50', member: { ...session.member, birthDate: null } };
    const [record] = recordsOf(written(markdown, [remarked])) ?? [];
    expect(record?.said.join('\n')).not.toContain('which is more');
    const [claim] = recordsOf(writtenOf(markdown, ['claim'])) ?? [];
    expect(claim?.said).toEqual(
      expect.arrayContaining([expect.stringMatching(/^line 2, fails: 1\.5 units/)]),
    );
  });

  test('what a history alone would tell is not asked of each', () => {
    const report = written(markdown, [session, { ...session, id: 'V-2', units: 33 }], {
      asksForHistory: true,
    });
    const asked = recordsOf(report)?.flatMap(({ said }) => said);
    expect(asked?.join('\n')).not.toContain('Ask billing');
    expect(asked).not.toHaveLength(0);
  });
});

describe('the heading', () => {
  test.each<[options: object, heading: string]>([
    [{}, 'Billability of 1 record'],
    [{ files: ['a`b.csv'], asOf: '2025-04-01' }, 'Billability of a`b.csv as of 2025-04-01'],
    [{ files: ['-'] }, 'Billability of standard input'],
    [{ files: ['a.csv', 'b.csv'] }, 'Billability of 2 files'],
  ])('with %j', (options, heading) => {
    expect(headingsOf(written(markdown, [session], { ...nothingElse, ...options }))).toEqual([[2, heading]]);
  });
});

test('the tables say what it comes to, and why', () => {
  const report = writtenOf(markdown);
  const [totals, why] = tablesOf(report);
  expect(totals).toEqual([
    ['Verdict', 'Records', 'Units', 'Charged'],
    ['Records', '12', '113.5', '$200.70'],
    ['Billable', '3', '24', '$0.00'],
    ['Not billable', '4', '75.5', '$81.00'],
    ['Cannot be told yet', '1', '14', '$119.70'],
    ['Did not take place', '1', '', ''],
    ['Voids', '1', '', ''],
    ['Unreadable', '2', '', ''],
  ]);
  expect(why?.slice(0, 4)).toEqual([
    ['Rule', 'Records', 'By it alone', 'Units', 'Charged'],
    ['units/time', '4', '0', '81.5', '$200.70'],
    ['session/time', '1', '0', '8', '$90.00'],
    ['units/daily-limit', '2', '0', '66', '$80.00'],
  ]);
  expect(why?.find(([rule]) => rule === 'claim/duplicate')).toEqual([
    'claim/duplicate',
    '1',
    '1',
    '8',
    '$0.00',
  ]);
  expect(headingsOf(report)).toEqual([
    [2, 'Billability of 12 records'],
    [3, 'Why'],
    [3, '9 records to look at'],
  ]);
  expect(report).toContain('- The totals leave out the charges of 5 entries: none is stated');
});

test('where no charge is known they tell units, and ask for none', () => {
  const report = written(markdown, [{ ...session, units: 33 }, null]);
  expect(tablesOf(report)).toEqual([
    [
      ['Verdict', 'Records', 'Units'],
      ['Records', '2', '33'],
      ['Billable', '0', '0'],
      ['Not billable', '1', '33'],
      ['Cannot be told yet', '0', '0'],
      ['Unreadable', '1', ''],
    ],
    [
      ['Rule', 'Records', 'By it alone', 'Units'],
      ['units/time', '1', '0', '33'],
      ['units/daily-limit', '1', '0', '33'],
    ],
  ]);
  expect(report).not.toContain('charges');
});

test('of more than fifty records those with most money are told', () => {
  const entries = Array.from({ length: 52 }, (_, index) => ({
    ...session,
    id: `V-${String(index)}`,
    dateOfService: `2017-0${String(4 + Math.floor(index / 28))}-${String(1 + (index % 28)).padStart(2, '0')}`,
    units: 33,
    charge: `${String(index + 1)}.00`,
  }));
  const report = written(markdown, entries);
  const records = recordsOf(report) ?? [];
  expect(records).toHaveLength(50);
  expect(records[0]?.heading).toContain('$52.00');
  expect(records.at(-1)?.heading).toContain('$3.00');
  expect(report).toMatch(/\n\n2 records more, with no more money each\.\n$/);
});

describe('whatever keys, files and own words hold', () => {
  const inert = ['link', 'image', 'html', 'br', 'del'];
  const active = (report: string) => tokensOf(report).filter(({ type }) => inert.includes(type));

  test('of a hostile record every character is shown, and none is a mark', () => {
    const report = writtenOf(markdown, ['hostile']);
    expect(active(report)).toEqual([]);
    expect(recordsOf(report)?.[0]?.heading).toBe(
      `${hostileShown}:1 (${hostileShown}) 2017-06-06 not billable`,
    );
  });

  test.each(['`', '``', ' a ', ' ', 'a`', '`a', 'a``b`c', '|', '\\', '<b>', '&lt;', '[x](y)', '@a', '#1'])(
    'the key %j is shown as it is',
    (id) => {
      const [record] = recordsOf(written(markdown, [{ ...session, id, units: 33 }])) ?? [];
      expect(record?.heading).toBe(`entry 1 (${id}) 2017-05-16 not billable`);
    },
  );

  test.each(['file`name.csv', ' ', '``', '|.csv'])('the file %j, too', (name) => {
    const report = written(markdown, [session], { ...nothingElse, files: [name] });
    expect(headingsOf(report)[0]?.[1]).toBe(`Billability of ${name}`);
  });

  test('own words of a definition are text', () => {
    const [first, ...others] = createChecker().serviceOf('mo/peer-support').criteria;
    const words =
      'It is *not* _so_ ~~here~~ [a](http://e.example) <b>c</b> | `d` \\ # $e$ http://f.example www.g.example &amp; !';
    const own = {
      ...createChecker().serviceOf('mo/peer-support'),
      id: 'own/a',
      criteria: [{ ...first, rule: 'custom/a-b', says: words, fails: words }, ...others],
    } as unknown as Service;
    const checker = createChecker({ services: [own] });
    const entries = [{ service: 'own/a', dateOfService: '2025-03-03', units: 4 }];
    const report = [...reportOf(markdown, checker.checkRecords(entries, nothingElse), entries)].join('');
    expect(active(report)).toEqual([]);
    expect(recordsOf(report)?.[0]?.said.join('\n')).toContain(words.slice(0, -2));
    expect(report).toContain('custom/a-b');
  });
});

test('a month has no token but those of its own tables, lists and words', () => {
  const types = new Set(tokensOf(written(markdown, all)).map(({ type }) => type));
  expect([...types].sort()).toEqual([
    'codespan',
    'em',
    'escape',
    'heading',
    'list',
    'list_item',
    'paragraph',
    'space',
    'strong',
    'table',
    'text',
  ]);
});

test('all kinds are told in one report', () => {
  expect(recordsOf(writtenOf(markdown))).toHaveLength(Object.keys(kinds).length - 3);
});
