import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { check, file } from './run.js';
import { billable, ndjson } from './sessions.js';
import { endOf, outputOf, start, wholeRecords, type Started } from './start.js';

const EACH = 4;
/** A part is cut at so many lines, or at so many characters: of long lines few are two parts. */
const CHARACTERS_OF_PART = 512 * 1024;
const LENGTH = CHARACTERS_OF_PART / 20;

/** Of which much is found. */
const { service, member: someone } = billable;
const sparse = { service };

/** Sessions of members one after the other, each on a line of a length. */
function sessionsOf(
  members: readonly number[],
  session: object = billable,
  each = EACH,
  length = LENGTH,
): string {
  return members
    .flatMap((member) =>
      Array.from({ length: each }, (_, index) =>
        JSON.stringify({
          ...session,
          id: `${String(member)}-${String(index)}`,
          dateOfService: `2018-01-${String(11 + (index % 18))}`,
          member: { ...someone, id: `M-${String(member)}` },
        }).padEnd(length),
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Two parts of 20 lines, and some of a third. */
const members = Array.from({ length: 12 }, (_, index) => index);
const long = file('workers.ndjson', sessionsOf(members));
const few = file('few.ndjson', ndjson(billable));
const args = ['--grouped', '--history', 'none', '--fail-on', 'never'];

/** What several workers write, which are threads of the built command. */
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
    const one = await check([...args, long, '--format', format], '', { FORCE_COLOR: '' });
    expect(one.stdout).toContain(format === 'text' ? '48' : '"line":48,');
    expect(await written([long, '--format', format, '--workers', '2'])).toEqual(one);
  });

  test('writes the same text of members of whom much is found, the rest told at its end', async () => {
    const found = file('much-found.ndjson', sessionsOf(members, { ...sparse, charge: '81.44' }));
    for (const more of [
      [],
      ['--quiet'],
      ['--rule', 'staff/credential', '--full'],
      ['--verdict', 'billable'],
    ]) {
      const one = await check([...args, found, ...more], '', { FORCE_COLOR: '' });
      expect(one.stdout).toContain('Billability of much-found.ndjson');
      expect(await written([found, '--workers', '2', ...more])).toEqual(one);
    }
  });

  test('writes what comes before a member who comes back, and says where that is', async () => {
    const back = file('back.ndjson', sessionsOf([...members.slice(0, 11), 2, ...members.slice(11)]));
    const one = await check([...args, back, '--format', 'ndjson']);
    expect(one).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(':45: a member comes back') as string,
    });
    expect(wholeRecords(one.stdout)).toHaveLength(44);
    expect(await written([back, '--format', 'ndjson', '--workers', '3'])).toEqual(one);
  });

  test.skipIf(process.platform === 'win32')('interrupted, leaves whole records in order', async () => {
    const found = file('found.ndjson', sessionsOf(members, sparse));
    const child: Started = start([...args, found, '--format', 'ndjson', '--workers', '2']);
    const output = outputOf(child);
    const end = endOf(child);
    await once(child.stdout, 'data');
    // The pipe is full before the first part is written.
    child.stdout.pause();
    child.kill('SIGINT');
    await setTimeout(100);
    child.stdout.resume();
    const status = await end;
    const records = wholeRecords(output.stdout);
    expect(records.map(({ line }) => line)).toEqual(records.map((_, index) => index + 1));
    expect([
      [130, true],
      [0, false],
    ]).toContainEqual([status, output.stderr.includes('interrupted')]);
  });

  test('whose memory is used up ends with 4 and one sentence', { timeout: 60_000 }, async () => {
    const oneMember = file('one-member.ndjson', sessionsOf([1], sparse, 2_500, 0));
    const child = start(
      [...args, oneMember, '--format', 'ndjson', '--workers', '2'],
      ['--max-old-space-size=30'],
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
    const run = await check([few, ...more]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });
});
