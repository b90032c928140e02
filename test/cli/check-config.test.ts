import { describe, expect, test } from 'vitest';
import { peerSupport } from '../../src/index.js';
import { billability, check, file, recordsOf, unwrapped } from './run.js';
import { billable, ndjson } from './sessions.js';

/** 118 minutes support 7 whole units, and 8 where a unit counts from its 8th minute. */
const input = ndjson({ ...billable, endTime: '10:58' });

function config(name: string, content: unknown): string {
  return file(name, typeof content === 'string' ? content : JSON.stringify(content));
}

async function verdictWith(...args: readonly string[]): Promise<string | undefined> {
  return recordsOf(await check(['--history', 'none', '--format', 'ndjson', ...args], input))[0]?.verdict;
}

describe('--config', () => {
  test('sets how open questions are read', async () => {
    const midpoint = config('midpoint.json', { readings: { rounding: 'midpoint' } });
    expect(await verdictWith()).toBe('not-billable');
    expect(await verdictWith('--config', midpoint)).toBe('billable');
    expect(await verdictWith('--config', midpoint, '--grouped')).toBe('billable');
  });

  test('sets codes and rates where the document names none', async () => {
    const codes = config('codes.json', {
      codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '20.00' }] },
    });
    const run = await check(
      ['--history', 'none', '--config', codes],
      ndjson({ ...billable, charge: '161.00' }),
    );
    expect(unwrapped(run.stdout)).toContain(
      ' warning: The charge of $161.00 is more than $160.00, 8 units at the Medicaid rate of $20.00. ',
    );
  });

  describe('says what own words mean', () => {
    const inOwnWords = {
      ...billable,
      staff: {
        ...billable.staff,
        credentials: [{ code: 'Certified Peer Specialist' }, { code: 'First Aid' }],
      },
      member: { ...billable.member, careTeamRoles: ['Peer', 'Counselor'] },
    };
    const words = {
      'staff.credentials': { 'certified peer specialist': 'MO-MRSS-P', 'First aid': 'other' },
      'member.careTeamRoles': { Peer: 'peer specialist', '*': 'other' },
    };

    test.each<[title: string, words: object | undefined, verdict: string, open: string[]]>([
      ['none of them', undefined, 'undetermined', ['staff/credential', 'member/other-staff-assigned']],
      ['an empty object', {}, 'undetermined', ['staff/credential', 'member/other-staff-assigned']],
      [
        'those of one list',
        { 'staff.credentials': words['staff.credentials'] },
        'undetermined',
        ['member/other-staff-assigned'],
      ],
      [
        'one of two',
        { ...words, 'staff.credentials': { 'First aid': 'other' } },
        'undetermined',
        ['staff/credential'],
      ],
      ['all of them', words, 'billable', []],
      [
        'that none is one of ours',
        { ...words, 'staff.credentials': { '*': 'other' } },
        'not-billable',
        ['staff/credential'],
      ],
    ])('%s', async (_title, stated, verdict, open) => {
      const file = config('words.json', { words: stated });
      for (const more of [[], ['--grouped']]) {
        const args = ['--history', 'none', '--format', 'ndjson', '--config', file, ...more];
        const [record] = recordsOf(await check(args, ndjson(inOwnWords)));
        expect(record?.verdict).toBe(verdict);
        expect(record?.findings?.map(({ rule }) => rule)).toEqual(open);
      }
    });

    test('of a table too', async () => {
      const table = 'service,dateOfService,staff.credentials\nmo/peer-support,2017-05-16,';
      const args = ['--history', 'none', '--format', 'ndjson', '--config', config('words.json', { words })];
      const outcomes = async (cell: string) => {
        const [record] = recordsOf(await check(args, `${table}${cell}\n`));
        return record?.findings?.filter(({ rule }) => rule === 'staff/credential').map((one) => one.outcome);
      };
      expect(await outcomes('CERTIFIED_PEER-SPECIALIST@2016-01-01..|First Aid')).toEqual([]);
      expect(await outcomes('Certified Peer Specialist@..2017-05-15')).toEqual(['fail']);
      expect(await outcomes('First aid')).toEqual(['fail']);
      expect(await outcomes('Peer')).toEqual(['unknown']);
    });
  });

  test('of an empty object is the default', async () => {
    expect(await verdictWith('--config', config('empty.json', {}))).toBe('not-billable');
  });

  test.each<[name: string, content: unknown, message: RegExp]>([
    ['no JSON', '{', /^billability: bad\.json: expected one complete JSON object, found JSON that ends/],
    [
      'a list',
      [],
      /^billability: bad\.json: expected a JSON object with services, without, readings, codes, words, overlays, severities, waivers$/m,
    ],
    [
      'an unknown key',
      { readigns: {} },
      /bad\.json: \/readigns: unknown key "readigns"; did you mean "readings"\?$/m,
    ],
    [
      'a key like none',
      { plans: [] },
      /bad\.json: an unknown key, not shown, .*; known here: services, without, readings, codes, words, overlays, severities, waivers$/m,
    ],
    [
      'a definition that cannot be used',
      { services: [{ ...peerSupport, id: 'xx/own', limits: 5 }] },
      /bad\.json: \/services\/0\/limits: expected a list, found a number$/m,
    ],
    [
      'a definition that is on file as shipped',
      { services: [peerSupport] },
      /bad\.json: \/services\/0\/id: mo\/peer-support is on file as shipped for some of the same days; name it in "without"/,
    ],
    [
      'a service to leave out that is none',
      { without: ['mt/imrr'] },
      /bad\.json: \/without\/0: expected the id of a shipped service; did you mean "mt\/imr"\?$/m,
    ],
    [
      'an unknown choice',
      { readings: { rounding: 'up' } },
      /bad\.json: \/readings\/rounding: expected one of "floor", "midpoint"/,
    ],
    [
      'an unknown service',
      { codes: { 'mo/peer': [] } },
      /bad\.json: \/codes: expected the id of a service on file; on file: /,
    ],
    [
      'a malformed rate',
      { codes: { 'mt/imr': [{ procedureCode: 'X', rate: 5 }] } },
      /bad\.json: \/codes\/mt~1imr\/0\/rate: expected/,
    ],
    ['words in a list', { words: [] }, /bad\.json: \/words: expected an object, found a list$/m],
    [
      'words of what is no list of codes',
      { words: { 'staff.credential': {} } },
      /bad\.json: \/words\/staff\.credential: expected the path of a list of codes; did you mean "staff\.credentials"\?$/m,
    ],
    [
      'words of a list that takes no others',
      { words: { 'assessment.improvedAreas': { Home: 'dailyLiving' } } },
      /\/words\/assessment\.improvedAreas: expected the path of a list of codes; known here: activities, materials, /,
    ],
    [
      'a meaning that is nearly a code',
      { words: { 'staff.credentials': { Peer: 'MO-CPZ' } } },
      /\/words\/staff\.credentials\/Peer: expected a code of the list, or "other"; did you mean "MO-CPS"\?$/m,
    ],
    [
      'a meaning like no code',
      { words: { materials: { Guide: 'workbook' } } },
      /\/words\/materials\/Guide: expected a code of the list, or "other"; known here: imr-practitioners-guide, /,
    ],
    [
      'a code of ours with another meaning',
      { words: { 'staff.credentials': { 'mo cps': 'other' } } },
      /\/words\/staff\.credentials\/mo cps: this word is a code of the list already, and keeps its meaning: take it out$/m,
    ],
    [
      'a word with two meanings',
      { words: { 'staff.credentials': { 'Peer spec.': 'MO-CPS', 'PEER_SPEC.': 'other' } } },
      /\/words\/staff\.credentials\/PEER_SPEC\.: this word stands here twice, .*, with two meanings: leave one of them$/m,
    ],
    [
      'a word that stands there twice',
      '{"words":{"activities":{"Chess":"other","Chess":"counseling"}}}',
      /bad\.json: \/words\/activities: expected each key once, found one twice$/m,
    ],
  ])('that is %s is bad usage', async (_name, content, message) => {
    const run = await check(['--config', config('bad.json', content)], input);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test('that is not there is bad usage', async () => {
    expect(await check(['--config', 'nowhere.json'], input)).toMatchObject({
      status: 2,
      stderr: 'billability: nowhere.json: no such file\n',
    });
  });

  describe('that has definitions of its own', () => {
    const own = { ...peerSupport, id: 'xx/own', title: 'Peer support of our own' };
    const file = config('own.json', { services: [own], without: ['mt/imr'] });

    test('checks with them', async () => {
      const session = { service: 'xx/own', dateOfService: '2025-03-03' };
      const run = await check(['--config', file, '--format', 'ndjson'], `${JSON.stringify(session)}\n`);
      expect(JSON.parse(run.stdout)).toMatchObject({ service: 'xx/own', verdict: 'undetermined' });
    });

    test('is taken by every look-up', async () => {
      const look = async (...args: string[]) => (await billability([...args, '--config', file])).stdout;
      expect(await look('services')).toMatch(/^xx\/own +Peer support of our own$/m);
      expect(await look('services')).not.toContain('mt/imr');
      expect(await look('services', 'xx/own')).toContain('# Peer support of our own');
      expect(await look('explain', 'member/age')).toContain('xx/own: ');
      expect(await look('price', 'xx/own', '--units', '1', '--on', '2025-03-03')).toBe(
        'A rate is not set by this source.\n',
      );
      expect(await look('remaining', 'xx/own', '--on', '2025-03-03', '--history', 'none')).toContain(
        '32 of 32 units left',
      );
    });

    test('has codes that words may mean', async () => {
      const services = [JSON.parse(JSON.stringify(own).replaceAll('MO-CPS', 'XX-PEER')) as unknown];
      const words = { 'staff.credentials': { Buddy: 'xx-peer' } };
      const wording = config('own-words.json', { services, words });
      expect(await billability(['services', '--config', wording])).toMatchObject({ status: 0, stderr: '' });
      const refused = await billability(['services', '--config', config('no-words.json', { words })]);
      expect(refused.stderr).toMatch(/\/words\/staff\.credentials\/Buddy: expected a code of the list/);
    });

    test.each([
      ['services'],
      ['explain', 'member/age'],
      ['units', '60'],
      ['price', 'mo/H2017TG', '--units', '6', '--on', '2025-03-03'],
      ['remaining', 'mo/peer-support', '--on', '2025-03-03', '--history', 'none'],
      ['schema', 'session'],
    ])('with words is taken, and one with wrong words refused, by %s', async (...args) => {
      const right = config('right.json', { words: { activities: { Bingo: 'other' } } });
      const wrong = config('wrong.json', { words: { activities: { Bingo: 'fun' } } });
      expect((await billability([...args, '--config', right])).status).toBe(0);
      const run = await billability([...args, '--config', wrong]);
      expect(run).toMatchObject({ status: 2, stdout: '' });
      expect(run.stderr).toMatch(/^billability: wrong\.json: \/words\/activities\/Bingo: expected a code/);
    });

    test.each([
      ['units', '60'],
      ['schema', 'session'],
    ])('is said to change nothing in %s', async (...args) => {
      expect(await billability([...args, '--config', file])).toMatchObject({
        status: 0,
        stderr: 'billability: the configuration changes nothing here\n',
      });
    });
  });
});
