import { chownSync, existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fileOutput } from '../../src/cli/output/file-output.js';
import { check, file, folder } from './run.js';
import { billable, ndjson, notBillable } from './sessions.js';
import { endOf, outputOf, shell, start, temporaries } from './start.js';

const options = ['--history', 'none', '--format', 'ndjson'];
const one = file('kept.ndjson', ndjson(billable, notBillable));
const report = join(folder, 'kept-report.ndjson');
const posix = test.skipIf(process.platform === 'win32');

beforeEach(() => {
  rmSync(report, { force: true });
  writeFileSync(report, 'old');
});

describe('--output replaces no file that is read, whatever its name', () => {
  posix('that of standard input', () => {
    const before = readFileSync(join(folder, one), 'utf8');
    expect(shell(`"$@" < ${one}`, [...options, '--output', one])).toEqual({
      status: 2,
      stderr: `billability: ${one}: is read by the command, and --output would replace it\n`,
    });
    expect(readFileSync(join(folder, one), 'utf8')).toBe(before);
  });

  posix('another name of an input', async () => {
    rmSync(join(folder, 'other-name'), { force: true });
    linkSync(join(folder, one), join(folder, 'other-name'));
    const run = await check([...options, one, '--output', 'other-name']);
    rmSync(join(folder, 'other-name'));
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('is read by') as string });
  });
});

describe('what an existing file is stays so', () => {
  posix('one that has other names is not replaced', async () => {
    linkSync(report, `${report}.link`);
    const run = await check([...options, one, '--output', report]);
    rmSync(`${report}.link`);
    expect(run).toMatchObject({ status: 4, stderr: expect.stringContaining('hard links') as string });
    expect(readFileSync(report, 'utf8')).toBe('old');
  });

  test.runIf(process.getuid?.() === 0)('whose it is, where that can be given', async () => {
    chownSync(report, 12_345, 12_346);
    expect((await check([...options, one, '--output', report])).status).toBe(1);
    expect(statSync(report)).toMatchObject({ uid: 12_345, gid: 12_346 });
  });
});

describe('the file in which a report grows', () => {
  const host = hostname()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 32);

  test('is removed by the next run where its process is gone, and only there', async () => {
    const gone = `.billability-${host}-4194400-77-0123456789ab.tmp`;
    const another = `.billability-elsewhere0-4194400-77-0123456789ab.tmp`;
    const notOurs = `.billability-notes.tmp`;
    for (const name of [gone, another, notOurs]) writeFileSync(join(folder, name), '');
    expect((await check([...options, one, '--output', report])).status).toBe(1);
    expect(temporaries().sort()).toEqual([another, notOurs].sort());
    for (const name of [another, notOurs]) rmSync(join(folder, name));
  });

  test('of a running process stays, and another start of its number is another process', async () => {
    const io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: {} };
    const running = fileOutput(`${report}.other`, [], io);
    await running.write('something');
    const [own = ''] = temporaries();
    const again = own.replace(/-[0-9]+-([0-9a-f]{12})/, '-1-$1');
    writeFileSync(join(folder, again), '');
    await check([...options, one, '--output', report]);
    expect(temporaries()).toEqual(existsSync('/proc/self/stat') ? [own] : [again, own].sort());
    running.abandon();
    rmSync(join(folder, again), { force: true });
    expect(temporaries()).toEqual([]);
  });

  test('that vanishes is told, and nothing stays', async () => {
    const io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: {} };
    const output = fileOutput(report, [], io);
    await output.write('something');
    for (const name of temporaries()) rmSync(join(folder, name));
    await expect(output.finish()).rejects.toThrow('in which it grew, is gone');
    expect(readFileSync(report, 'utf8')).toBe('old');
  });
});

posix('a standard output that is closed from the start is told', async () => {
  const child = start([...options, one]);
  const output = outputOf(child);
  child.stdout.destroy();
  expect(await endOf(child)).toBe(4);
  expect(output.stderr).toBe('billability: standard output: is closed\n');
});
