import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/index.js';
import { check, recordsOf } from './run.js';
import { billable, malformed, ndjson, notBillable } from './sessions.js';

/** As a pipe of Spark, GNU parallel or Slurm calls it: its contract is in `docs/guides/large.md`. */
const filter = ['-', '--grouped', '--format', 'ndjson', '--fail-on', 'never', '--history', 'none'];

function of(member: string, id: string, change: Partial<Session> = {}): Session {
  return { ...billable, ...change, id, member: { ...billable.member, id: member } };
}

const four = [
  of('M-1', 'a'),
  of('M-1', 'b', { units: 20 }),
  of('M-2', 'c', { dateOfService: '2017-05-17' }),
  of('M-3', 'd'),
];

describe('a filter writes', () => {
  test('one line for each line, in order', async () => {
    const { status, stdout } = await check(filter, ndjson(...four, { ...malformed, member: { id: 'M-4' } }));
    expect(status).toBe(0);
    expect(
      recordsOf({ status, stdout, stderr: '' }).map(({ file, line, id, verdict }) => [
        file,
        line,
        id,
        verdict,
      ]),
    ).toEqual([
      ['-', 1, 'a', 'billable'],
      ['-', 2, 'b', 'not-billable'],
      ['-', 3, 'c', 'billable'],
      ['-', 4, 'd', 'billable'],
      ['-', 5, 'malformed', 'invalid'],
    ]);
    expect(stdout.split('\n')).toHaveLength(6);
  });

  test('nothing for nothing, and ends well', async () => {
    expect(await check(filter, '')).toMatchObject({ status: 0, stdout: '' });
    expect(await check(filter, '\n\n')).toMatchObject({ status: 0, stdout: '' });
  });

  test.each([
    ['text', 'no JSON'],
    ['JSON cut off', '{"id": "z", "service":'],
    ['a list', '[1, 2]'],
    ['null', 'null'],
    ['a number', '7'],
    ['an object of something else', '{"visit": 7}'],
    ['a key twice', '{"id": "z", "id": "y"}'],
  ])('an invalid record for a line that is %s, wherever it stands', async (_name, line) => {
    for (const lines of [
      [line, ...four.map((one) => JSON.stringify(one))],
      // Two lists at the start may be one list that is broken.
      ...(line.startsWith('[') ? [] : [[line, line, ...four.map((one) => JSON.stringify(one))]]),
      [...four.map((one) => JSON.stringify(one)), line],
    ]) {
      const done = await check(filter, `${lines.join('\n')}\n`);
      expect(done.status).toBe(0);
      const isInvalid = recordsOf(done).map(({ verdict }) => verdict === 'invalid');
      expect(isInvalid).toEqual(lines.map((one) => one === line));
    }
  });

  test('of a part of broken lines alone an invalid record for each, where its first line is told', async () => {
    for (const line of ['no JSON', '<p>', 'ISA*00*', '{"resourceType": "Patient"}']) {
      const done = await check([...filter, '--first-line', '11'], `${line}\n${line}\n`);
      expect(done.status).toBe(0);
      expect(recordsOf(done)).toMatchObject([
        { line: 11, verdict: 'invalid' },
        { line: 12, verdict: 'invalid' },
      ]);
    }
  });

  test('the id of a record that cannot be read', async () => {
    const broken = [
      { ...malformed, id: 'kept' },
      { id: 'kept too', units: 'eight' },
    ];
    expect(recordsOf(await check(filter, ndjson(...broken)))).toMatchObject([
      { id: 'kept', verdict: 'invalid' },
      { id: 'kept too', verdict: 'invalid' },
    ]);
  });
});

describe('parts of a file', () => {
  const lines = four.map((one) => JSON.stringify(one));
  // The second session of M-3 is the first once more, so that it names another entry.
  const all = [...lines, JSON.stringify(of('M-3', 'e')), JSON.stringify(of('M-4', 'f')), 'no JSON'];
  const named = [...filter, '--name', 'march.ndjson'];
  const part = async (from: number, to?: number) =>
    (await check([...named, '--first-line', String(from + 1)], `${all.slice(from, to).join('\n')}\n`)).stdout;

  test('cut between members give the bytes of the whole, once their first line and name are told', async () => {
    const { stdout } = await check(named, all.join('\n'));
    expect(stdout).toContain('"other":{"entry":3}');
    expect(stdout).toContain('"otherFile":"march.ndjson","otherLine":4');
    for (const cut of [2, 3, 5, 6]) expect((await part(0, cut)) + (await part(cut))).toBe(stdout);
    expect((await part(0, 2)) + (await part(2, 3)) + (await part(3))).toBe(stdout);
  });

  test('are no business of a check of whole files', async () => {
    const refused = (option: string) =>
      `billability: ${option} is for --grouped, which checks parts of a longer file\n`;
    expect(await check(['-', '--first-line', '7'], ndjson(billable))).toMatchObject({
      status: 2,
      stderr: refused('--first-line'),
    });
    expect(await check(['-', '--name', 'march.ndjson'], ndjson(notBillable))).toMatchObject({
      status: 2,
      stderr: refused('--name'),
    });
  });

  test.each(['0', '-1', '1.5', 'x', '1e3', '9007199254740993'])('have no first line %s', async (line) => {
    const { status, stderr } = await check([...filter, `--first-line=${line}`], ndjson(billable));
    expect(status).toBe(2);
    expect(stderr).toContain('Expected a whole number, 1 or more.');
  });
});
