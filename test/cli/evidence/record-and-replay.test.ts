import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tellingJudge, type Judge } from '../../../src/cli/evidence/replay-judge.js';
import { auditRecord, auditRecords, replayRecords, type EntryRecord } from '../../../src/evidence/record.js';
import { createChecker } from '../../../src/index.js';
import { waiver } from '../../check/own-rules.js';
import { billability, check, file, folder, ioOf } from '../run.js';
import { run } from '../../../src/cli/run.js';
import { billable, malformed, ndjson, notBillable, undetermined } from '../sessions.js';

const claim = {
  id: 'C-1',
  jurisdiction: 'MO',
  lines: [{ procedureCode: 'H2017HO', dateOfService: '2024-03-12', units: 1.5, charge: '20.36' }],
};
const entries = [billable, notBillable, undetermined, claim, malformed];
file('visits.ndjson', ndjson(...entries));
file(
  'used.ndjson',
  ndjson({ service: 'mo/peer-support', memberId: 'M-1', dateOfService: '2017-05-01', units: 2 }),
);
file('seal.txt', 'a secret of nobody at all\n');
file('short.txt', 'short');

const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
const recordsIn = (name: string) => linesOf(name).map((line) => JSON.parse(line) as EntryRecord);
const record = (name: string, ...more: string[]) =>
  check(['visits.ndjson', '--history', 'used.ndjson', '--as-of', '2025-04-01', '--record', name, ...more]);

describe('check --record', () => {
  test('writes what auditRecords gives, and the report and status as ever', async () => {
    const without = await check(['visits.ndjson', '--history', 'used.ndjson', '--as-of', '2025-04-01']);
    expect(await record('open.ndjson')).toEqual(without);
    const options = {
      history: [{ service: 'mo/peer-support', memberId: 'M-1', dateOfService: '2017-05-01', units: 2 }],
      asOf: '2025-04-01',
    };
    expect(recordsIn('open.ndjson')).toEqual(auditRecords(entries, options));
  });

  test.each([
    ['as a whole', [], 'together'],
    ['member by member', ['--grouped'], 'by-member'],
    ['with missing facts reported', ['--missing-facts', 'report'], 'together'],
  ])('%s, a chain that the library proves', async (_, more, judged) => {
    const visits = [billable, notBillable, undetermined, malformed];
    await check(['--history', 'none', '--record', 'chain.ndjson', ...more], ndjson(...visits));
    const records = recordsIn('chain.ndjson');
    expect(records.map(({ asked }) => asked.among.judged)).toEqual(records.map(() => judged));
    expect(records).toHaveLength(visits.length);
    for (const [index, { previous }] of records.entries()) expect(previous).toBe(records[index - 1]?.digest);
    expect(replayRecords(records)).toEqual({ same: true });
    expect((await billability(['replay', 'chain.ndjson'])).status).toBe(0);
  });

  test('replaces the file when all is written', async () => {
    file('kept.ndjson', 'as it was');
    await record('kept.ndjson', '--workers', '2', '--grouped');
    expect(linesOf('kept.ndjson')).toEqual(['as it was']);
    await record('kept.ndjson');
    expect(linesOf('kept.ndjson')).toHaveLength(entries.length);
  });

  test('stays as it was where a member comes back', async () => {
    file('kept.ndjson', 'as it was');
    const one = { ...billable, member: { id: 'M-1' } };
    const records = ndjson(one, { ...one, id: 'V-2', member: { id: 'M-2' } }, { ...one, id: 'V-3' });
    const { status } = await check(['--history', 'none', '--grouped', '--record', 'kept.ndjson'], records);
    expect(status).toBe(2);
    expect(linesOf('kept.ndjson')).toEqual(['as it was']);
  });

  test('under a seal holds no fact', async () => {
    await record('sealed.ndjson', '--seal', 'seal.txt');
    expect(linesOf('sealed.ndjson').join('')).not.toMatch(/too-young|2010-01-01|H2017HO/);
  });

  test.each([
    [['--record', 'visits.ndjson'], 'visits.ndjson: is read by the command, and --record would replace it'],
    [
      ['--record', 'seal.txt', '--seal', 'seal.txt'],
      'seal.txt: is read by the command, and --record would replace it',
    ],
    [['--record', 'a.txt', '--output', './a.txt'], 'a.txt: cannot be the report and the record at once'],
    [['--seal', 'seal.txt'], '--seal is for --record: nothing is recorded'],
    [
      ['--record', 'a.txt', '--seal', 'short.txt'],
      'short.txt: expected a seal of at least 16 characters; a good one is made at random and kept apart from the records',
    ],
    [['--record', 'a.txt', '--seal', 'nowhere.txt'], 'nowhere.txt: no such file'],
    [
      ['--record', 'a.txt', '--grouped', '--workers', '2'],
      '--workers writes no --record, in which each line rests on the one before: leave --workers out',
    ],
  ])('%s is refused', async (more, said) => {
    const run = await check(['visits.ndjson', '--history', 'none', ...more]);
    expect(run).toEqual({ status: 2, stdout: '', stderr: `billability: ${said}\n` });
  });

  test('that cannot be written ends with 4', async () => {
    expect((await record('no-folder/open.ndjson')).status).toBe(4);
  });
});

const given = ['visits.ndjson', '--history', 'used.ndjson', '--as-of', '2025-04-01'];

describe('replay', () => {
  test.each<[string, string[], string[], number, string]>([
    ['the same', [], [], 0, 'The same comes out of 5 records.\n'],
    ['the same as the files', [], given, 0, 'The same comes out of 5 records.\n'],
    [
      'another history',
      [],
      ['visits.ndjson', '--history', 'none', '--as-of', '2025-04-01'],
      1,
      'line 1 was asked something else than what is given (facts)',
    ],
    [
      'sealed',
      ['--seal', 'seal.txt'],
      [...given, '--seal', 'seal.txt'],
      0,
      'The same comes out of 5 records.\n',
    ],
    [
      'sealed with another seal',
      ['--seal', 'seal.txt'],
      [...given, '--seal', file('other.txt', 'another secret of nobody')],
      1,
      'Not the same: 5 of 5 records',
    ],
    ['sealed with other facts', ['--seal', 'seal.txt'], ['used.ndjson', '--seal', 'seal.txt'], 1, '(facts)'],
    [
      'another configuration',
      [],
      ['--config', file('midpoint.json', '{"readings":{"rounding":"midpoint"}}')],
      1,
      'line 1 was judged by another definition, or with other settings (definition)',
    ],
  ])('%s', async (_, kept, args, status, said) => {
    await record('replayed.ndjson', ...kept);
    const run = await billability(['replay', 'replayed.ndjson', ...args]);
    expect(run).toEqual({ status, stdout: expect.stringContaining(said) as string, stderr: '' });
  });

  test.each<[string, (lines: string[]) => string[], number[]]>([
    ['a value', (lines) => lines.with(1, String(lines[1]).replace('2010-01-01', '1990-01-01')), [2]],
    ['a record left out', (lines) => lines.toSpliced(2, 1), [3, 4]],
    ['the last one left out', (lines) => lines.slice(0, -1), [4]],
    ['two in other places', ([one = '', other = '', ...rest]) => [other, one, ...rest], [1, 3, 4, 5]],
  ])('%s is noticed', async (_, change, told) => {
    await record('tampered.ndjson');
    file('tampered.ndjson', `${change(linesOf('tampered.ndjson')).join('\n')}\n`);
    const { status, stdout } = await billability(['replay', 'tampered.ndjson', '--format', 'json']);
    const said = JSON.parse(stdout) as {
      same: boolean;
      why: string;
      notSame: { line: number; why: string }[];
    };
    expect({ ...said, status }).toMatchObject({ same: false, why: 'changed', status: 1 });
    expect(said.notSame.map(({ line }) => line)).toEqual(told);
  });

  test('as JSON', async () => {
    await record('told.ndjson');
    const { stdout } = await billability(['replay', 'told.ndjson', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({ same: true, records: 5 });
  });

  test('records of the library, each for itself, and their chain', async () => {
    const first = auditRecord(billable, { history: [] });
    const second = auditRecord(notBillable, { history: [] }, { previous: first.digest });
    file('own.ndjson', ndjson(first, second));
    expect((await billability(['replay', 'own.ndjson'])).stdout).toBe('The same comes out of 2 records.\n');
    file('own.json', JSON.stringify(first, null, 2));
    expect((await billability(['replay', 'own.json'])).status).toBe(0);
    file('own.ndjson', ndjson(second, first, second));
    expect((await billability(['replay', 'own.ndjson'])).status).toBe(0);
    file('own.ndjson', ndjson(auditRecord(undetermined), second));
    expect((await billability(['replay', 'own.ndjson'])).stdout).toContain('line 2 is not as it was made');
  });

  test('several checks, one after the other', async () => {
    await record('one.ndjson');
    file('both.ndjson', [...linesOf('one.ndjson'), ...linesOf('one.ndjson')].join('\n'));
    expect((await billability(['replay', 'both.ndjson'])).stdout).toBe('The same comes out of 10 records.\n');
    expect((await billability(['replay', 'both.ndjson', ...given])).stderr).toContain(
      'both.ndjson: holds the records of several checks',
    );
  });

  test('tells twenty, and how many more', async () => {
    file(
      'many.ndjson',
      ndjson(...Array.from({ length: 22 }, () => ({ ...auditRecord(billable), digest: 'sha256:0' }))),
    );
    expect((await billability(['replay', 'many.ndjson'])).stdout).toContain('\n  and 2 records more\n');
  });

  test('says what it does not use', async () => {
    await record('open.ndjson');
    const { stderr } = await billability([
      'replay',
      'open.ndjson',
      '--as-of',
      '2025-04-01',
      '--history',
      'none',
    ]);
    expect(stderr).toContain('--history is not used: it goes with the files that were checked');
    expect(stderr).toContain('--as-of is not used');
  });

  const whole = auditRecord(billable);
  test.each<[string, string, string]>([
    [
      'a session',
      ndjson(billable, billable),
      'bad.ndjson:1: expected an audit record, as "billability check FILE --record bad.ndjson" writes one a line, found something else (and in 1 more lines)',
    ],
    [
      'no JSON',
      `${JSON.stringify(whole)}\n{"kind":\n`,
      'bad.ndjson:2: expected an audit record, as "billability check FILE --record bad.ndjson" writes one a line, found text that is not valid JSON',
    ],
    [
      'one without a part',
      JSON.stringify({ ...whole, rules: [] }),
      'bad.ndjson:1: expected an audit record, as "billability check FILE --record bad.ndjson" writes one a line, found something else',
    ],
    ['nothing', ' \n', 'bad.ndjson: holds no audit record'],
  ])('%s is no record', async (_, content, said) => {
    file('bad.ndjson', content);
    expect(await billability(['replay', 'bad.ndjson'])).toEqual({
      status: 2,
      stdout: '',
      stderr: `billability: ${said}\n`,
    });
  });

  test.each([
    ['without files', ['--seal', 'seal.txt']],
    ['without the seal', given],
  ])('under a seal %s is bad usage', async (_, args) => {
    await record('sealed.ndjson', '--seal', 'seal.txt');
    const { status, stderr } = await billability(['replay', 'sealed.ndjson', ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain('sealed.ndjson: is under a seal; name the files that were checked after it');
  });

  test('reads standard input once', async () => {
    expect((await billability(['replay', '-', '-'])).stderr).toBe(
      'billability: standard input can be read only once\n',
    );
  });
});

describe('replay with waivers', () => {
  const waived = file('waived.json', JSON.stringify([waiver({ of: { session: 'too-young' } })]));
  const another = file('another.json', JSON.stringify([waiver({ id: 'W-2', of: { member: 'nobody' } })]));
  const config = file(
    'with-waivers.json',
    JSON.stringify({ waivers: [waiver({ of: { session: 'too-young' } })] }),
  );
  const recorded = (...more: string[]) =>
    check(
      ['--history', 'none', '--as-of', '2017-07-01', '--record', 'waived.ndjson', ...more],
      ndjson(billable, notBillable, malformed),
    );
  const same = { status: 0, stdout: 'The same comes out of 3 records.\n', stderr: '' };

  test.each([
    ['the same', ['--waivers', waived]],
    ['the same in a configuration', ['--config', config]],
  ])('%s', async (_, given) => {
    await recorded('--waivers', waived);
    expect(await billability(['replay', 'waived.ndjson', ...given])).toEqual(same);
  });

  test('a configuration and a list, in their order', async () => {
    await recorded('--config', config, '--waivers', another);
    expect(await billability(['replay', 'waived.ndjson', '--config', config, '--waivers', another])).toEqual(
      same,
    );
    const { stderr, status } = await billability([
      ...['replay', 'waived.ndjson', '--waivers', another, '--waivers', waived],
    ]);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'billability: waived.ndjson:1: was judged with other waivers than are given, or with these in another order\n',
    );
  });

  test.each<[what: string, kept: string[], given: string[], said: string]>([
    [
      'where none are given',
      ['--waivers', waived],
      [],
      'was judged with waivers, and none are given: name them with --waivers FILE, or the --config that states them',
    ],
    ['where there were none', [], ['--waivers', waived], 'was judged without waivers, and some are given'],
    [
      'where others are given',
      ['--waivers', waived],
      ['--waivers', another],
      'was judged with other waivers than are given, or with these in another order',
    ],
  ])('says so %s', async (_, kept, given, said) => {
    await recorded(...kept);
    const { status, stdout, stderr } = await billability(['replay', 'waived.ndjson', ...given]);
    expect(stdout).toContain('line 1 was judged by another definition, or with other settings (definition)');
    expect({ status, stderr }).toEqual({ status: 1, stderr: `billability: waived.ndjson:1: ${said}\n` });
  });

  test('says nothing of waivers where something else differs', async () => {
    await recorded('--waivers', waived);
    const readings = file('floor.json', '{"readings":{"rounding":"midpoint"}}');
    const run = await billability(['replay', 'waived.ndjson', '--waivers', waived, '--config', readings]);
    expect(run).toMatchObject({ status: 1, stderr: '' });
  });

  test('refuses what is no list of waivers, and an answer in its place', async () => {
    await recorded('--waivers', waived);
    const bad = file('no-list.json', '{}');
    expect(await billability(['replay', 'waived.ndjson', '--waivers', bad])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'billability: no-list.json: expected a JSON list of waivers\n',
    });
    const over = await billability(['replay', 'waived.ndjson', '--waivers', waived, '--output', waived]);
    expect(over.status).toBe(2);
    expect(JSON.parse(readFileSync(join(folder, waived), 'utf8'))).toHaveLength(1);
  });
});

test('what mappings say of words is part of how it was judged', async () => {
  const map = file(
    'words.json',
    '{"words":{"staff.credentials":{"Peer specialist":"MO-CPS"}},"columns":{"Visit":"id"}}',
  );
  const own = { ...billable, staff: { ...billable.staff, credentials: [{ code: 'Peer specialist' }] } };
  await check(['--history', 'none', '--map', map, '--record', 'mapped.ndjson'], ndjson(own));
  expect((await billability(['replay', 'mapped.ndjson', '--map', map])).status).toBe(0);
  expect((await billability(['replay', 'mapped.ndjson'])).stdout).toContain('(definition)');
});

describe('a long replay', () => {
  const entriesOf = (count: string) =>
    ndjson(...Array.from({ length: Number(count.replace(',', '')) }, () => ({})));
  const replayed = async (name: string) => {
    const { io, run: done } = ioOf();
    Object.assign(io.stderr, { isTTY: true });
    await run(['replay', join(folder, name)], io);
    return done();
  };

  test.each<[string, RegExp]>([
    ['5,001', /Checking .* [1-9]\d* of 5001 records/],
    ['3', /^$/],
  ])('of %s records shows how far it is, to a person who is there', async (count, shown) => {
    await check(['--history', 'none', '--record', 'long.ndjson'], entriesOf(count));
    const { status, stdout, stderr } = await replayed('long.ndjson');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `The same comes out of ${count} records.\n`,
    });
    expect(stderr).toMatch(shown);
  });

  test.each<[string, (judge: Judge) => void]>([
    [
      'one by one',
      ({ checkSession }) => {
        [0, 1, 2].forEach(() => checkSession(billable));
      },
    ],
    ['as a whole', ({ checkRecords }) => void checkRecords([billable, {}, billable])],
    [
      'member by member',
      ({ createBatch }) => {
        const { add, end } = createBatch();
        for (const entry of [billable, {}, billable]) add(entry);
        end();
      },
    ],
  ])('is told of each record, %s', (_, judged) => {
    let told = 0;
    judged(tellingJudge(createChecker(), () => (told += 1)));
    expect(told).toBe(3);
  });
});
