import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { check, file } from './run.js';
import { billable, ndjson } from './sessions.js';
import { endOf, outputOf, start, wholeRecords, type Started } from './start.js';

const EACH = 10;

/** Sessions of members one after the other. */
function sessionsOf(members: readonly number[], each = EACH): string {
  return ndjson(
    ...members.flatMap((member) =>
      Array.from({ length: each }, (_, index) => ({
        ...billable,
        id: `${String(member)}-${String(index)}`,
        dateOfService: `2018-01-${String(11 + (index % 18))}`,
        member: { ...billable.member, id: `M-${String(member)}` },
      })),
    ),
  );
}

const members = Array.from({ length: 600 }, (_, index) => index);
const long = file('workers.ndjson', sessionsOf(members));
const args = ['--grouped', '--history', 'none', '--fail-on', 'never'];

async function written(
  more: readonly string[],
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = start([...args, ...more]);
  const output = outputOf(child);
  child.stdin.end();
  return { status: await endOf(child), ...output };
}

describe('--workers', () => {
  test.each(['ndjson', 'text'])('writes the same, whatever their number, as %s', async (format) => {
    const one = await written([long, '--format', format]);
    expect(one.stdout).toContain(format === 'text' ? '6,000' : '"line":6000,');
    expect(await written([long, '--format', format, '--workers', '2'])).toEqual(one);
  });

  test('writes what comes before a member who comes back, and says where that is', async () => {
    const back = file('back.ndjson', sessionsOf([...members.slice(0, 450), 7, ...members.slice(450)]));
    const one = await written([back, '--format', 'ndjson']);
    expect(one).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(':4501: a member comes back') as string,
    });
    expect(wholeRecords(one.stdout)).toHaveLength(4_500);
    expect(await written([back, '--format', 'ndjson', '--workers', '3'])).toEqual(one);
  });

  test.skipIf(process.platform === 'win32')('interrupted, leaves whole records in order', async () => {
    const child: Started = start([...args, long, '--format', 'ndjson', '--workers', '2']);
    const output = outputOf(child);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const status = await endOf(child);
    const records = wholeRecords(output.stdout);
    expect(records.map(({ line }) => line)).toEqual(records.map((_, index) => index + 1));
    expect([
      [130, true],
      [0, false],
    ]).toContainEqual([status, output.stderr.includes('interrupted')]);
  });

  test('whose memory is used up ends with 4 and one sentence', { timeout: 60_000 }, async () => {
    const oneMember = file('one-member.ndjson', sessionsOf([1], 20_000));
    const child = start(
      [...args, oneMember, '--format', 'ndjson', '--workers', '2'],
      ['--max-old-space-size=40'],
    );
    const output = outputOf(child);
    child.stdin.end();
    expect(await endOf(child)).toBe(4);
    expect(output).toEqual({
      stdout: '',
      stderr: expect.stringMatching(/^billability: a worker has used up its memory.*\n$/) as string,
    });
  });

  test.each([
    [['--workers', '2'], '--workers is for --grouped'],
    [['--grouped', '--workers', '0'], 'from 1 to 64'],
    [['--grouped', '--workers', 'many'], 'from 1 to 64'],
  ])('%j is refused', async (more, message) => {
    const run = await check([long, ...more]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });
});
