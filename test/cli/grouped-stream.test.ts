import { once } from 'node:events';
import { createWriteStream, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder } from './run.js';
import { billable, ndjson } from './sessions.js';
import { endOf, outputOf, start, temporaries, wholeRecords, type Started } from './start.js';

const MEMBERS = 280;
const EACH = 50;
const path = join(folder, 'long.ndjson');

/** 14,000 sessions of about 800 bytes; each member has ten in each of five months. Kept as lines, 9,600 are too many. */
beforeAll(async () => {
  const to = createWriteStream(path);
  for (let member = 0; member < MEMBERS; member++) {
    if (!to.write(sessionsOf(`M-${String(member)}`, EACH))) await once(to, 'drain');
  }
  to.end();
  await once(to, 'finish');
});

afterAll(() => {
  rmSync(path);
});

function sessionsOf(member: string, count: number): string {
  return ndjson(
    ...Array.from({ length: count }, (_, index) => ({
      ...billable,
      id: `${member}-${String(index)}`,
      dateOfService: `2018-0${String(1 + Math.floor(index / 10))}-${String(11 + (index % 10))}`,
      member: { ...billable.member, id: member },
    })),
  );
}

function startGrouped(args: readonly string[], nodeOptions: readonly string[] = []): Started {
  return start(['--grouped', '--history', 'none', '--format', 'ndjson', ...args], nodeOptions);
}

describe('a long stream', () => {
  test('needs no more memory than its largest member does', { timeout: 120_000 }, async () => {
    // Of which the command itself needs more than half; the file alone would need more than the rest. Beside it new
    // objects get little, too, without which the collector takes more time than the check.
    const child = startGrouped([path], ['--max-old-space-size=20', '--max-semi-space-size=2']);
    let lines = 0;
    child.stdout.on('data', (bytes: Buffer) => {
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
    });
    expect(await endOf(child)).toBe(0);
    expect(lines).toBe(MEMBERS * EACH);
  });

  test('ends quietly when its reader has seen enough', async () => {
    const child = startGrouped([path]);
    const output = outputOf(child);
    child.stdout.once('data', () => child.stdout.destroy());
    // The rest was not checked, which no verdict may hide.
    expect(await endOf(child)).toBe(141);
    expect(output.stderr).toBe('');
  });

  test('writes a member when the next one comes, and not at the end', async () => {
    const child = startGrouped(['-']);
    const output = outputOf(child);
    child.stdin.write(sessionsOf('M-1', 3) + sessionsOf('M-2', 1));
    while (output.stdout.split('\n').length <= 3) await once(child.stdout, 'data');
    expect(wholeRecords(output.stdout).map(({ id }) => id)).toEqual(['M-1-0', 'M-1-1', 'M-1-2']);
    child.stdin.end();
    expect(await endOf(child)).toBe(0);
    expect(wholeRecords(output.stdout)).toHaveLength(4);
  });
});

describe.skipIf(process.platform === 'win32')('interrupted, a stream ends with 130', () => {
  test('or terminated with 143, and the file of the report is as it was', async () => {
    writeFileSync(join(folder, 'report.ndjson'), 'old');
    const child = startGrouped([path, '--output', 'report.ndjson']);
    const output = outputOf(child);
    while (!temporaries().some((name) => statSync(join(folder, name)).size > 0)) await setTimeout(20);
    child.kill('SIGTERM');
    expect(await endOf(child)).toBe(143);
    expect(output).toEqual({ stdout: '', stderr: 'billability: interrupted: report.ndjson is as it was\n' });
    expect(readFileSync(join(folder, 'report.ndjson'), 'utf8')).toBe('old');
    expect(temporaries()).toEqual([]);
  });

  test('and every finished record is written whole', async () => {
    const child = startGrouped([path]);
    const output = outputOf(child);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await endOf(child)).toBe(130);
    const records = wholeRecords(output.stdout);
    expect(records.length).toBeGreaterThan(0);
    expect(records.length).toBeLessThan(MEMBERS * EACH);
    // Members are whole, and none is missing.
    expect(records.length % EACH).toBe(0);
    expect(records.map(({ line }) => line)).toEqual(records.map((_, index) => index + 1));
    const last = String(records.length);
    expect(output.stderr).toBe(`billability: interrupted: ${last} records are done, up to line ${last}\n`);
  });

  test('though its reader is slow', async () => {
    const child = startGrouped([path]);
    const output = { stdout: '' };
    await once(child.stdout, 'readable');
    child.kill('SIGINT');
    await setTimeout(300);
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    expect(await endOf(child)).toBe(130);
    const records = wholeRecords(output.stdout);
    expect(records.map(({ line }) => line)).toEqual(records.map((_, index) => index + 1));
    expect(records.length % EACH).toBe(0);
  });

  test('though its input says nothing more', async () => {
    const child = startGrouped(['-']);
    const output = outputOf(child);
    child.stdin.write(sessionsOf('M-1', 2) + sessionsOf('M-2', 2));
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await endOf(child)).toBe(130);
    expect(wholeRecords(output.stdout).map(({ id }) => id)).toEqual(['M-1-0', 'M-1-1']);
  });
});

test('a member that comes back leaves the file of the report as it was', async () => {
  writeFileSync(join(folder, 'kept.ndjson'), 'old');
  const child = startGrouped(['-', '--output', 'kept.ndjson']);
  const output = outputOf(child);
  child.stdin.end(sessionsOf('M-1', 2) + sessionsOf('M-2', 2) + sessionsOf('M-1', 1));
  expect(await endOf(child)).toBe(2);
  expect(output.stderr).toMatch(/^billability: -:5: a member comes back here/);
  expect(readFileSync(join(folder, 'kept.ndjson'), 'utf8')).toBe('old');
  expect(temporaries()).toEqual([]);
});
