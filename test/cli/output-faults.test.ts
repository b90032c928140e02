import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { check, file, folder, recordsOf } from './run.js';
import { billable, ndjson, notBillable } from './sessions.js';
import { command, endOf, outputOf, shell, start, temporaries, wholeRecords } from './start.js';

// More output than a pipe and its reader hold at once: more than a quarter of a megabyte.
const many = file(
  'many.ndjson',
  ndjson(...Array.from({ length: 240 }, (_, index) => ({ ...billable, id: `S-${String(index)}` }))),
);
const options = ['--history', 'none', '--format', 'ndjson'];

function contentOf(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('standard output that cannot be written ends with 4, and no record is torn', () => {
  test.runIf(existsSync('/dev/full'))('a full disk', () => {
    expect(shell('"$@" > /dev/full', [...options, many])).toEqual({
      status: 4,
      stderr: 'billability: standard output: is not written: the disk is full\n',
    });
  });

  test.runIf(existsSync('/dev/full'))('a full disk, of help and look-ups', () => {
    expect(shell('"$@" > /dev/full', ['--help'])).toMatchObject({ status: 4 });
    const explain = spawnSync('sh', ['-c', '"$@" > /dev/full', 'sh', process.execPath, command, 'explain']);
    expect(explain.status).toBe(4);
  });

  test.skipIf(process.platform === 'win32')('a file that may grow no more', () => {
    // Blocks of 512 bytes: there is room for some chunks, and for a part of the next one.
    const run = shell('ulimit -f 300; "$@" > limited.ndjson', [...options, many]);
    expect(run).toMatchObject({ status: 4, stderr: expect.stringMatching(/too large a file\n$/) as string });
    const records = wholeRecords(contentOf('limited.ndjson'));
    expect(records.length).toBeGreaterThan(0);
    expect(records.map(({ line }) => line)).toEqual(records.map((_, index) => index + 1));
  });

  test.skipIf(process.platform === 'win32')('what stood in the file before stays', () => {
    file('appended.ndjson', 'old\n');
    expect(shell('ulimit -f 1; "$@" >> appended.ndjson', [...options, many]).status).toBe(4);
    expect(contentOf('appended.ndjson')).toBe('old\n');
  });
});

describe('--output', () => {
  const one = file('one.ndjson', ndjson(billable, notBillable));

  beforeEach(() => {
    file('report.ndjson', 'old');
  });

  test('writes what standard output would get, with the same status', async () => {
    const written = await check([...options, one, '--output', 'report.ndjson']);
    expect(written).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(contentOf('report.ndjson')).toBe((await check([...options, one])).stdout);
    expect(temporaries()).toEqual([]);
  });

  test('makes a file that is not there, in each format, and without records too', async () => {
    for (const format of ['text', 'json', 'ndjson']) {
      rmSync(join(folder, 'new'), { force: true });
      await check(['--format', format, '--output', 'new'], '', { FORCE_COLOR: '' });
      expect(contentOf('new')).toBe((await check(['--format', format])).stdout);
    }
  });

  test.skipIf(process.platform === 'win32')('keeps who may read the file, and a link to it', async () => {
    chmodSync(join(folder, 'report.ndjson'), 0o600);
    rmSync(join(folder, 'link'), { force: true });
    symlinkSync('report.ndjson', join(folder, 'link'));
    expect((await check([...options, one, '--output', 'link'])).status).toBe(1);
    expect(readlinkSync(join(folder, 'link'))).toBe('report.ndjson');
    expect(statSync(join(folder, 'report.ndjson')).mode & 0o777).toBe(0o600);
    expect(recordsOf({ status: 0, stdout: contentOf('report.ndjson'), stderr: '' })).toHaveLength(2);
  });

  test.skipIf(process.platform === 'win32')(
    'that cannot be written to its end leaves the file as it was',
    () => {
      expect(shell('ulimit -f 300; "$@"', [...options, many, '--output', 'report.ndjson'])).toEqual({
        status: 4,
        stderr: 'billability: report.ndjson: is not written: it would be too large a file\n',
      });
      expect(contentOf('report.ndjson')).toBe('old');
      expect(temporaries()).toEqual([]);
    },
  );

  test('leaves the file as it was where the input cannot be read', async () => {
    const run = await check([...options, 'nowhere.ndjson', '--output', 'report.ndjson']);
    expect(run).toMatchObject({ status: 2, stderr: 'billability: nowhere.ndjson: no such file\n' });
    expect(contentOf('report.ndjson')).toBe('old');
  });

  mkdirSync(join(folder, 'closed'), { mode: 0o555 });
  test.each<[name: string, args: string[], status: number, message: string]>([
    ['a folder', ['--output', '.'], 4, '.: is a folder'],
    ['in no folder', ['--output', 'no/where'], 4, 'no/where: cannot be made: no such folder'],
    ['in a file', ['--output', `${many}/x`], 4, `${many}/x: cannot be made: no such folder`],
    [
      'an input',
      [one, '--output', `./${one}`],
      2,
      `./${one}: is read by the command, and --output would replace it`,
    ],
    ['the history', [one, '--output', many, '--history', many], 2, `${many}: is read by the command`],
    ['the configuration', [one, '--output', many, '--config', many], 2, `${many}: is read by the command`],
  ])('is refused before anything is checked: %s', async (_name, args, status, message) => {
    const run = await check(args, ndjson(billable));
    expect(run).toMatchObject({ status, stdout: '' });
    expect(run.stderr.startsWith(`billability: ${message}`)).toBe(true);
  });

  test.runIf(existsSync('/dev/null'))('never replaces a device', async () => {
    const run = await check(['--output', '/dev/null'], ndjson(billable));
    expect(run).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('/dev/null: is no file') as string,
    });
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'where no one may write',
    async () => {
      expect((await check(['--output', 'closed/x'], ndjson(billable))).stderr).toContain(
        'closed/x: may not be written',
      );
    },
  );
});

describe.skipIf(process.platform === 'win32')('a signal while the report is written', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends with %d after a whole record', async (signal, status) => {
    const child = start([...options, many]);
    const output = outputOf(child);
    const end = endOf(child);
    await once(child.stdout, 'data');
    // The pipe is full before the report is at its end.
    child.stdout.pause();
    child.kill(signal);
    await setTimeout(100);
    child.stdout.resume();
    expect(await end).toBe(status);
    expect(output.stderr).toBe('billability: interrupted: the report is not complete\n');
    const records = wholeRecords(output.stdout);
    expect(records.length).toBeGreaterThan(0);
    expect(records.length).toBeLessThan(240);
  });

  test('a second one ends a command whose reader does not read', async () => {
    const child = start([...options, many]);
    const end = once(child, 'exit');
    await once(child.stdout, 'readable');
    // By now it waits for the pipe.
    await setTimeout(200);
    child.kill('SIGINT');
    await setTimeout(100);
    child.kill('SIGINT');
    expect(await end).toEqual([130, null]);
    child.stdout.destroy();
  });
});

test.runIf(existsSync('/dev/full'))('messages that cannot be told change no status', () => {
  expect(shell('"$@" 2> /dev/full', ['nowhere.ndjson']).status).toBe(2);
  expect(shell('"$@" 2> /dev/full', ['--nonsense']).status).toBe(2);
});
