import { describe, expect, test } from 'vitest';
import { github } from '../../src/reports/index.js';
import { hostileShown, writtenOf, type Kind } from './kinds.js';
import { all, nothingElse, session, written } from './support.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * A line as "Workflow commands for GitHub Actions" has it: `::name key=value,key=value::message`, in which `%`, CR and LF
 * are escaped, and `:` and `,` too in a value.
 */
function commandOf(line: string): Command {
  const [, name, stated, message] =
    /^::(error|warning|notice) ((?:(?:file|line|title)=[^:,\r\n]+)(?:,(?:line|title)=[^:,\r\n]+)*)::(.*)$/.exec(
      line,
    ) ?? [];
  if (name === undefined || stated === undefined || message === undefined)
    throw new Error(`no command: ${line}`);
  const properties = stated.split(',').map((one): [string, string] => {
    const at = one.indexOf('=');
    return [one.slice(0, at), unescaped(one.slice(at + 1), { '3A': ':', '2C': ',' })];
  });
  return { name, properties: Object.fromEntries(properties), message: unescaped(message, {}) };
}

function unescaped(text: string, more: Readonly<Record<string, string>>): string {
  const escapes: Readonly<Record<string, string>> = { '25': '%', '0D': '\r', '0A': '\n', ...more };
  return text.replace(/%(..)?/g, (escape, digits: string | undefined) => {
    const character = escapes[digits ?? ''];
    if (character === undefined) throw new Error(`no escape: ${escape}`);
    return character;
  });
}

function commandsOf(report: string): Command[] {
  expect(report.endsWith('\n')).toBe(true);
  return report.slice(0, -1).split('\n').map(commandOf);
}

const found = (kind: Kind) => commandsOf(writtenOf(github, [kind])).slice(1);

describe('each kind of record', () => {
  test.each<[Kind, string, Record<string, string>, string]>([
    [
      'fail',
      'error',
      { file: 'march.csv', line: '3', title: 'march.csv:3 (V-2) not billable, $80.00' },
      'units/time: 33 units are claimed. 120 minutes support only 8 units of 15 minutes. Correct the units to 8 and bill those, or correct the times if they are wrong.',
    ],
    [
      'unknown',
      'warning',
      { file: 'march.csv', line: '4', title: 'march.csv:4 (V-3) cannot be told yet, $90.00' },
      'session/time: Not known: the end time. A session ends after it starts, on the same day, and its minutes fit between. Ask clinician: At what time did the session end?',
    ],
    ['due', 'notice', { title: 'standard input:5 (V-4) billable' }, 'documentation/program-requirements: '],
    [
      'remark',
      'notice',
      { file: '/data/april 1.csv', line: '6', title: '/data/april 1.csv:6 (V-5) billable' },
      'units/unbilled-time: 8 units are claimed. 170 minutes support 11 units of 15 minutes, which is more.',
    ],
    [
      'invalid',
      'error',
      { file: 'march.csv', line: '7', title: 'march.csv:7 (V-6) unreadable' },
      '/units: expected a number, found text\nan unknown key',
    ],
    ['nothing', 'error', { title: 'entry 1 unreadable' }, 'expected an object, found null'],
    [
      'claim',
      'error',
      {
        file: 'C:\\data\\claims.json',
        title: 'C:\\data\\claims.json: Claim/C-1 (C-1) not billable, $30.70',
      },
      'claim/replaces: ',
    ],
    [
      'void',
      'notice',
      { file: 'claims.json', title: 'claims.json: Claim/C-2 (C-2) void' },
      'claim/replaces: ',
    ],
  ])('%s', (kind, name, properties, message) => {
    const [command] = found(kind);
    expect(command).toMatchObject({ name, properties });
    expect(command?.properties).toEqual(properties);
    expect(command?.message.slice(0, message.length)).toBe(message);
  });

  test.each<Kind>(['pass', 'cancelled'])('%s: none', (kind) => {
    expect(found(kind)).toEqual([]);
  });

  test('a line of a claim is named', () => {
    expect(found('claim')[0]?.message.split('\n')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^line 2, units\/whole: 1\.5 units are claimed\./)]),
    );
  });

  test('hostile text stays in its place', () => {
    const [command, another] = found('hostile');
    expect(another).toBeUndefined();
    expect(command?.properties).toEqual({
      file: hostileShown,
      line: '1',
      title: `${hostileShown}:1 (${hostileShown}) not billable`,
    });
  });
});

test('the first says what it comes to', () => {
  const [command] = commandsOf(writtenOf(github));
  expect(command).toEqual({
    name: 'notice',
    properties: { title: 'Billability' },
    message: '12 records: 3 billable, 4 not billable ($81.00), 1 cannot be told yet ($119.70), 2 unreadable.',
  });
  expect(commandsOf(written(github, []))).toMatchObject([
    { message: '0 records: 0 billable, 0 not billable, 0 cannot be told yet, 0 unreadable.' },
  ]);
});

test('those with most money come first, then the worse verdict, then in their order', () => {
  const charged = (id: string, charge: string | null, change: object, day: number) => ({
    ...session,
    dateOfService: `2017-06-${String(day).padStart(2, '0')}`,
    id,
    charge,
    ...change,
  });
  const fails = { units: 33 };
  const open = { endTime: null };
  const entries = [
    charged('open, none known', null, open, 1),
    charged('fails, none known', null, fails, 2),
    charged('fails too, none known', null, fails, 3),
    charged('unreadable', null, { units: 'x' }, 4),
    charged('open, 100', '100.00', open, 5),
    charged('fails, 9', '9.00', fails, 6),
    charged('fails, 100', '100.00', fails, 7),
    charged('billable, 500, with a remark', '500.00', { endTime: '11:50' }, 8),
  ];
  const titles = commandsOf(written(github, entries)).slice(1);
  expect(titles.map(({ properties: { title } }) => /\(([^)]*)\)/.exec(title ?? '')?.[1])).toEqual([
    'fails, 100',
    'open, 100',
    'fails, 9',
    'fails, none known',
    'fails too, none known',
    'unreadable',
    'open, none known',
    'billable, 500, with a remark',
  ]);
});

test.each([
  [10, ''],
  [11, ' GitHub shows 10 of a kind, and the log all of them.'],
])('of %i of a kind the first says how many are shown:%s', (number, rest) => {
  const entries = Array.from({ length: number }, (_, index) => ({
    ...session,
    id: `V-${String(index)}`,
    dateOfService: `2017-06-${String(index + 1).padStart(2, '0')}`,
    units: 33,
  }));
  const [first, ...others] = commandsOf(written(github, entries));
  expect(others).toHaveLength(number);
  expect(first?.message.slice(first.message.indexOf('unreadable') + 'unreadable.'.length)).toBe(rest);
});

test('every record that needs something is told once, and every line is a command', () => {
  const places = all.map((_, index) => ({ file: 'a.ndjson', line: index + 1 }));
  const lines = commandsOf(written(github, all, { ...nothingElse, places })).map(
    ({ properties: { line } }) => line,
  );
  expect(lines.length).toBeGreaterThan(50);
  expect(new Set(lines).size).toBe(lines.length);
});
