import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command, folder, type OutputRecord } from './run.js';
import { billable, ndjson } from './sessions.js';

const MEMBERS = 2_000;
const EACH = 50;
const path = join(folder, 'long.ndjson');

/** 100,000 sessions of about 800 bytes; each member has ten in each of five months. */
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

function start(args: readonly string[], nodeOptions: readonly string[] = []): ChildProcess {
  return spawn(
    process.execPath,
    [...nodeOptions, command, 'check', '--grouped', '--history', 'none', '--format', 'ndjson', ...args],
    { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] },
  );
}

/** What a process writes on its way, until it ends. */
function outputOf(child: ChildProcess) {
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return output;
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [status] = (await once(child, 'close')) as [number | null];
  return status;
}

function wholeRecords(stdout: string): OutputRecord[] {
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as OutputRecord);
}

describe('a long stream', () => {
  test('needs no more memory than its largest member does', { timeout: 120_000 }, async () => {
    // The file alone would need more than twice as much.
    const child = start([path], ['--max-old-space-size=32']);
    let lines = 0;
    child.stdout?.on('data', (bytes: Buffer) => {
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
    });
    expect(await endOf(child)).toBe(0);
    expect(lines).toBe(MEMBERS * EACH);
  });

  test('ends quietly when its reader has seen enough', async () => {
    const child = start([path]);
    const output = outputOf(child);
    child.stdout?.once('data', () => child.stdout?.destroy());
    await endOf(child);
    expect(output.stderr).not.toMatch(/error|EPIPE/i);
  });

  test('writes a member when the next one comes, and not at the end', async () => {
    const child = start(['-']);
    const output = outputOf(child);
    child.stdin?.write(sessionsOf('M-1', 3) + sessionsOf('M-2', 1));
    while (output.stdout.split('\n').length <= 3) await once(child.stdout ?? child, 'data');
    expect(wholeRecords(output.stdout).map(({ id }) => id)).toEqual(['M-1-0', 'M-1-1', 'M-1-2']);
    child.stdin?.end();
    expect(await endOf(child)).toBe(0);
    expect(wholeRecords(output.stdout)).toHaveLength(4);
  });
});

describe.skipIf(process.platform === 'win32')('interrupted, a stream ends with 130', () => {
  test('and every finished record is written whole', async () => {
    const child = start([path]);
    const output = outputOf(child);
    await once(child.stdout ?? child, 'data');
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
    const child = start([path]);
    const output = { stdout: '' };
    await once(child.stdout ?? child, 'readable');
    child.kill('SIGINT');
    await new Promise((resume) => setTimeout(resume, 300));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    expect(await endOf(child)).toBe(130);
    const records = wholeRecords(output.stdout);
    expect(records.map(({ line }) => line)).toEqual(records.map((_, index) => index + 1));
    expect(records.length % EACH).toBe(0);
  });

  test('though its input says nothing more', async () => {
    const child = start(['-']);
    const output = outputOf(child);
    child.stdin?.write(sessionsOf('M-1', 2) + sessionsOf('M-2', 2));
    await once(child.stdout ?? child, 'data');
    child.kill('SIGINT');
    expect(await endOf(child)).toBe(130);
    expect(wholeRecords(output.stdout).map(({ id }) => id)).toEqual(['M-1-0', 'M-1-1']);
  });
});

test('a line that never ends is refused', async () => {
  const child = start(['-']);
  const output = outputOf(child);
  child.stdin?.on('error', () => undefined);
  const piece = `{"id":"${'x'.repeat(1 << 20)}`;
  for (let index = 0; index < 70; index++) child.stdin?.write(index === 0 ? piece : 'x'.repeat(1 << 20));
  expect(await endOf(child)).toBe(2);
  expect(output.stderr).toContain('billability: -:1: is too long a line; --grouped reads NDJSON');
});
