import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/index.js';
import { claim } from './claims.js';
import { check, file, recordsOf } from './run.js';
import { billable, malformed, ndjson, notBillable } from './sessions.js';
import { notice } from '../../src/findings/notices.js';
import { reason } from '../../src/findings/reasons.js';

const options = ['--grouped', '--history', 'none'];
const asRecords = [...options, '--format', 'ndjson'];

function of(member: string | null, id: string, change: Partial<Session> = {}): Session {
  return { ...billable, id, ...change, member: { ...billable.member, ...change.member, id: member } };
}

const day = (date: string) => ({ dateOfService: date });
const two = [
  of('M-1', 'a'),
  of('M-1', 'b', day('2017-05-17')),
  of('M-2', 'c'),
  of('M-2', 'd', day('2017-05-18')),
];
const again = of('M-2', 'e');

describe('--grouped', () => {
  test('gives the records that the whole batch gives, but for what compares members', async () => {
    const input = ndjson(...two, again, of(null, 'no member', day('2017-05-19')), notBillable);
    const grouped = recordsOf(await check(asRecords, input));
    const whole = recordsOf(await check(['--history', 'none', '--format', 'ndjson'], input));
    expect(grouped.map(({ line, id, verdict }) => [line, id, verdict])).toEqual([
      [1, 'a', 'billable'],
      [2, 'b', 'billable'],
      [3, 'c', 'billable'],
      [4, 'd', 'billable'],
      [5, 'e', 'not-billable'],
      [6, 'no member', 'billable'],
      [7, 'too-young', 'not-billable'],
    ]);
    // All have the same staff member.
    const across = /^schedule\/(staff-overlap|group-roster)$/;
    const comparable = whole.map(({ findings }) => findings?.filter(({ rule }) => !across.test(rule)));
    expect(grouped.map(({ findings }) => findings)).toEqual(comparable);
    expect(grouped[4]?.findings).toMatchObject([
      { rule: 'claim/duplicate', data: { other: { entry: 2 } }, otherFile: '-', otherLine: 3 },
    ]);
  });

  test('says what is not judged', async () => {
    const { stderr, stdout } = await check(asRecords, ndjson(...two));
    const { message } = notice('not-compared', {
      staffOverlaps: 4,
      groupRosters: 0,
      ids: 4,
      replacements: 0,
      noMember: 0,
      keysAlike: 0,
    });
    expect(stderr).toBe(`billability: ${message}\n`);
    expect(stdout).toContain(
      JSON.stringify({ rule: 'schedule/staff-overlap', ...reason('members-one-by-one') }),
    );
  });

  test('as text shows what to look at as it comes, and the totals last', async () => {
    const { stdout, stderr, status } = await check(options, ndjson(...two, again, malformed));
    expect(stderr).toBe('');
    expect(status).toBe(2);
    const [first, second] = [...stdout.matchAll(/^standard input:.*$/gm)].map(([line]) => line);
    expect(first).toBe('standard input:5 (e)  2017-05-16  Peer Support Services  8 units  NOT BILLABLE');
    expect(second).toBe('standard input:6 (malformed)  UNREADABLE');
    expect(stdout).toContain('\n    with entry 3, see standard input:3 (c)\n');
    expect(stdout).toMatch(
      /\n\nBillability of standard input\n\n {2}Records +6 {2}40 units\n {2}Billable +4 {2}32 units\n {2}Not billable +1 {3}8 units\n(.*\n)*Notes\n(.*\n)* {2}- Members are judged one by one/,
    );
    expect((await check(options, ndjson(...two))).stdout).toMatch(
      /^Nothing needs attention\.\n\nBillability of/,
    );
  });

  test('keeps records that cannot be read in their places', async () => {
    const latin = Buffer.concat([
      Buffer.from(`\ufeff${ndjson(two[0])}{"cut off\n\n7\n`),
      Buffer.from([0x22, 0xe9, 0x22, 0x0a]),
      Buffer.from(
        ndjson(two[1], malformed, claim('C', [{}]))
          .replaceAll('\n', '\r\n')
          .trimEnd(),
      ),
    ]);
    const run = await check([...asRecords, file('broken.ndjson', latin)]);
    expect(recordsOf(run).map(({ line, verdict, issues }) => [line, verdict, issues?.[0]?.message])).toEqual([
      [1, 'billable', undefined],
      [2, 'invalid', 'expected one complete JSON object, found JSON that ends too early'],
      [4, 'invalid', 'expected an object, found a number'],
      [5, 'invalid', 'expected UTF-8 text'],
      [6, 'billable', undefined],
      [7, 'invalid', 'expected a day that exists, written YYYY-MM-DD, found other text'],
      [8, 'billable', undefined],
    ]);
    expect(run.status).toBe(2);
  });

  test('counts what was billed before, of each member', async () => {
    const { service, dateOfService } = billable;
    const uses = file('uses.ndjson', ndjson({ service, dateOfService, memberId: 'M-2', units: 30 }));
    const run = await check(['--grouped', '--history', uses, '--format', 'ndjson'], ndjson(...two));
    expect(recordsOf(run).map(({ verdict }) => verdict)).toEqual([
      'billable',
      'billable',
      'not-billable',
      'billable',
    ]);
  });

  test('without history says once what to do', async () => {
    const asText = await check(['--grouped'], ndjson(...two));
    expect(asText.status).toBe(3);
    expect(asText.stdout.match(/--history none/g)).toHaveLength(1);
    expect((await check(['--grouped', '--format', 'ndjson'], ndjson(...two))).stderr).toContain(
      '--history none',
    );
  });

  test('of nothing says that there is nothing', async () => {
    const run = await check(options, '\n\n');
    expect(run.status).toBe(2);
    expect(run.stdout).toContain('Nothing to check: the input holds no records.');
    expect((await check([...options, '--format', 'csv'], '')).stdout).toMatch(/^heldBy,about,.*\n$/);
  });

  test.each([
    ['undetermined', 1],
    ['never', 0],
  ])('has the exit status of a check, with --fail-on %s', async (failOn, status) => {
    expect((await check([...asRecords, '--fail-on', failOn], ndjson(...two, again))).status).toBe(status);
  });
});

describe('a member that comes back', () => {
  const input = ndjson(...two, of('M-1', 'back', day('2017-05-20')), of('M-9', 'never reached'));

  test('ends the check with the line, after all that was done before', async () => {
    const run = await check([...asRecords, '--fail-on', 'never', file('unsorted.ndjson', input)]);
    expect(run.status).toBe(2);
    expect(recordsOf(run).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(run.stderr).toBe(
      'billability: unsorted.ndjson:5: a member comes back here after another one; sort the file by member.id, or check it without --grouped\n',
    );
  });

  test('ends a table in the same way', async () => {
    const ofUnknownAge = input.replaceAll(/"birthDate":"[^"]*"/g, '"birthDate":null');
    const { stdout, status } = await check([...options, '--format', 'csv'], ofUnknownAge);
    expect(status).toBe(2);
    const rows: Record<string, string>[] = parse(stdout, { columns: true });
    expect([...new Set(rows.map(({ line, id }) => `${String(line)} ${String(id)}`))]).toEqual([
      '1 a',
      '2 b',
      '3 c',
      '4 d',
    ]);
  });

  test('ends the text without totals', async () => {
    expect(await check(options, input)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('bad usage is 2, with a message and without a stack', () => {
  file('list.json', JSON.stringify(two, null, 2));
  file('object.json', JSON.stringify(two[0], null, 2));
  file('table.csv', 'service,dateOfService\nmo/peer-support,2025-03-03\n');
  file('one.ndjson', ndjson(two[0]));

  test.each<[name: string, args: string[], message: RegExp]>([
    ['--format json', ['--format', 'json', 'one.ndjson'], /choose --format text, ndjson, csv or fhir$/m],
    ['two files', ['one.ndjson', 'list.json'], /^billability: --grouped checks one FILE$/m],
    [
      'a JSON list',
      ['list.json'],
      /^billability: list\.json: is a JSON list .*read whole; --grouped reads NDJSON, /m,
    ],
    [
      'an object over several lines',
      ['object.json'],
      /^billability: object\.json: is a JSON list or an object over several lines/m,
    ],
    ['a folder, for a table', ['--format', 'csv', '.'], /^billability: \.: is a folder$/m],
    ['a missing file', ['nowhere.ndjson'], /^billability: nowhere\.ndjson: no such file$/m],
    ['a folder', ['.'], /^billability: \.: is a folder$/m],
  ])('%s', async (_name, args, message) => {
    const run = await check([...options, '--fail-on', 'never', ...args]);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });
});
