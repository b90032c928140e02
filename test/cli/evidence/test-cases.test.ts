import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { billability, file, fixture, folder } from '../run.js';
import { billable } from '../sessions.js';

const young = {
  name: 'sixteen the day after',
  base: 'mo-peer-support',
  change: { member: { birthDate: '2001-05-17' } },
  options: { history: [] },
  verdict: 'not-billable',
  findings: { 'member/age': 'fail' },
};
const run = (cases: unknown, ...more: string[]) =>
  billability(['test', file('cases.json', JSON.stringify(cases)), ...more]);

test.each(['mt-imr.json', 'sc-prs-child.json'])('the cases of %s hold', async (name) => {
  const { status, stdout } = await billability(['test', fixture(`cases/${name}`)]);
  expect(stdout).toMatch(/^All \d+ cases hold\.\n$/);
  expect(status).toBe(0);
});

describe('a case that holds', () => {
  mkdirSync(join(folder, 'sessions'), { recursive: true });
  file('visit.json', JSON.stringify(billable));
  file('sessions/other.json', JSON.stringify(billable));
  const words = { words: { 'staff.credentials': { Peer: 'MO-CMPS' } } };
  test.each<[string, object, string[]]>([
    ['starts from a session of ours', young, []],
    ['from one beside it', { ...young, base: 'visit' }, []],
    ['from one beside it with its ending', { ...young, base: 'visit.json' }, []],
    ['from one in a folder', { ...young, base: 'other' }, []],
    ['from one of its own', { ...young, base: billable }, []],
    ['from nothing', { name: 'whole', change: billable, options: { history: [] }, verdict: 'billable' }, []],
    [
      'has a configuration of its own',
      {
        ...young,
        change: { staff: { credentials: [{ code: 'Peer' }] } },
        config: words,
        verdict: 'billable',
        findings: {},
      },
      [],
    ],
    [
      'has that of the command',
      { ...young, change: { staff: { credentials: [{ code: 'Peer' }] } }, verdict: 'billable', findings: {} },
      ['--config', file('words.json', JSON.stringify(words))],
    ],
    [
      'asks for issues',
      { name: 'unread', base: 'visit', change: { units: 'many' }, issues: { '/units': 'number' } },
      [],
    ],
  ])('%s', async (_, one, more) => {
    expect(await run([one], ...more)).toEqual({ status: 0, stdout: 'The case holds.\n', stderr: '' });
  });
});

describe('a case that does not hold is told with what was expected and what came', () => {
  test.each<[string, object, string]>([
    [
      'another verdict',
      { ...young, verdict: 'billable' },
      '  verdict: expected billable, came not-billable\n',
    ],
    [
      'a finding that does not come',
      { ...young, findings: { ...young.findings, 'units/time': 'fail' } },
      '  units/time: expected fail, came nothing\n',
    ],
    ['a finding that comes', { ...young, findings: {} }, '  member/age: expected nothing, came fail\n'],
    [
      'another outcome',
      { ...young, findings: { 'member/age': 'unknown' } },
      '  member/age: expected unknown, came fail\n',
    ],
    [
      'another severity',
      { ...young, severities: { 'member/age': 'warning' } },
      '  severities of member/age: expected warning, came error\n',
    ],
    [
      'a notice',
      { ...young, notices: ['nothing-of-the-kind'] },
      '  notices: expected ["nothing-of-the-kind"], came ',
    ],
    [
      'what cannot be read',
      { ...young, change: { units: 'many' } },
      '  verdict: expected not-billable, came nothing\n  issues: expected nothing, came ["/units: ',
    ],
    [
      'issues that do not come',
      { name: 'none', base: 'mo-peer-support', issues: { '/units': 'number' } },
      '  issues of /units: expected number, came nothing\n',
    ],
  ])('%s', async (_, one, said) => {
    const { status, stdout } = await run([young, one]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^1 of 2 cases does not hold\n\ncase 2: /);
    expect(stdout).toContain(said);
  });

  test('as JSON', async () => {
    const { stdout, status } = await run(
      [{ ...young, verdict: 'billable' }, young, { ...young, findings: {} }],
      '--format',
      'json',
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      cases: 3,
      held: 1,
      notHeld: [
        { case: 1, name: young.name, expected: { verdict: 'billable' }, came: { verdict: 'not-billable' } },
        {
          case: 3,
          name: young.name,
          expected: { findings: {} },
          came: { findings: { 'member/age': 'fail' } },
        },
      ],
    });
  });
});

describe('what is no list of cases', () => {
  test.each<[string, string, string]>([
    ['no JSON', '[{', 'cases.json: expected one complete JSON object, found JSON that ends too early'],
    ['an object', '{}', 'cases.json: expected a JSON list of cases'],
    ['no case', '[]', 'cases.json: holds no case'],
    ['a number', '[1]', 'cases.json: /0: expected a case, which is an object'],
    ['no name', '[{"verdict":"billable"}]', 'cases.json: /0/name: expected text'],
    [
      'no verdict',
      '[{"name":"x"}]',
      'cases.json: /0/verdict: expected one of billable, not-billable, undetermined, or "issues" in its place',
    ],
    [
      'a base that is none',
      '[{"name":"x","verdict":"billable","base":1}]',
      'cases.json: /0/base: expected a name, or a session',
    ],
    [
      'findings that are none',
      '[{"name":"x","verdict":"billable","findings":[]}]',
      'cases.json: /0/findings: expected an object',
    ],
    [
      'notices that are none',
      '[{"name":"x","verdict":"billable","notices":[1]}]',
      'cases.json: /0/notices: expected a list of texts',
    ],
    [
      'a base that is nowhere',
      '[{"name":"x","verdict":"billable","base":"nowhere"}]',
      'cases.json: /0/base: no session of that name stands beside the cases or in a folder "sessions" there, and none of ours has it',
    ],
    [
      'a base that is broken',
      '[{"name":"x","verdict":"billable","base":"broken"}]',
      'broken.json: expected a session as JSON',
    ],
    [
      'a configuration that is refused',
      '[{"name":"x","verdict":"billable","config":{"readings":{"rounding":"up"}}}]',
      'cases.json: /0/config: /readings/rounding: expected one of "floor", "midpoint", found other text',
    ],
  ])('%s', async (_, content, said) => {
    file('broken.json', '{');
    const told = await billability(['test', file('cases.json', content)]);
    expect(told).toEqual({ status: 2, stdout: '', stderr: `billability: ${said}\n` });
  });

  test('a key that no case has', async () => {
    const { stderr } = await run([{ ...young, verdcit: 'billable' }]);
    expect(stderr).toContain(
      'cases.json: /0: holds a key that no case has; a case has name, base, verdict, findings',
    );
  });
});
