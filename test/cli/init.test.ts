import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { billability, folder, recordsOf } from './run.js';

const FILES = ['agency.map.json', 'billability.config.json', 'example.csv'];

const emptyFolder = () => mkdtempSync(join(folder, 'init-'));

/** The command that a run says to go on with, as its arguments. */
function nextOf(stdout: string): string[] {
  const [, command = ''] = /^Next:\n {2}billability (.*)$/m.exec(stdout) ?? [];
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

describe('init', () => {
  test.each<[title: string, args: string[], where: string]>([
    ['here', [], '.'],
    ['in a folder', ['agency'], 'agency'],
    ['in a folder that a shell would part', ['our agency/new'], 'our agency/new'],
    ['in a folder above', ['..'], '..'],
  ])('%s, and what it says to do next works', async (_title, args, where) => {
    const within = join(emptyFolder(), 'sub');
    mkdirSync(within);
    const run = await billability(['init', ...args], '', {}, within);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(within, where)).filter((name) => name !== 'sub')).toEqual(FILES);
    for (const name of FILES) expect(run.stdout).toContain(join(where, name));
    const checked = await billability([...nextOf(run.stdout), '--format', 'ndjson'], '', {}, within);
    expect(recordsOf(checked).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['V-001', 'billable'],
      ['V-002', 'not-billable'],
      ['V-003', 'undetermined'],
    ]);
    const open = recordsOf(checked).map(({ findings = [] }) => findings.map(({ rule }) => rule));
    expect(open).toEqual([[], ['units/time'], ['staff/credential']]);
    expect(checked.status).toBe(1);
  });

  test('needs the configuration that it writes', async () => {
    const within = emptyFolder();
    const next = nextOf((await billability(['init'], '', {}, within)).stdout);
    const run = await billability([...next, '--no-config', '--format', 'ndjson'], '', {}, within);
    expect(recordsOf(run).map(({ verdict }) => verdict)).not.toContain('billable');
  });

  test('says npx where it was run by it', async () => {
    const { stdout } = await billability(['init'], '', { npm_command: 'exec' }, emptyFolder());
    expect(stdout).toMatch(/^ {2}npx billability check example\.csv /m);
  });

  test.each(FILES)('replaces no %s, and then writes nothing', async (name) => {
    const within = emptyFolder();
    writeFileSync(join(within, name), 'my own');
    expect(await billability(['init'], '', {}, within)).toEqual({
      status: 2,
      stdout: '',
      stderr: `billability: ${name}: is there already\nbillability: nothing is written: name another FOLDER, or move what is there\n`,
    });
    expect(readdirSync(within)).toEqual([name]);
    expect(readFileSync(join(within, name), 'utf8')).toBe('my own');
  });

  test('names all files that are there', async () => {
    const within = emptyFolder();
    await billability(['init'], '', {}, within);
    const { status, stderr } = await billability(['init', '.'], '', {}, within);
    expect(status).toBe(2);
    for (const name of FILES) expect(stderr).toContain(`${name}: is there already`);
  });

  test('writes through no link', async () => {
    const within = emptyFolder();
    symlinkSync(join(within, 'elsewhere'), join(within, 'example.csv'));
    expect((await billability(['init'], '', {}, within)).status).toBe(2);
    expect(readdirSync(within)).toEqual(['example.csv']);
  });

  test.each<[title: string, where: string, status: number, stderr: string]>([
    ['a file', 'file', 2, 'billability: file: is no folder\n'],
    ['below a file', 'file/below', 4, 'billability: file/below: cannot be made: no such folder\n'],
  ])('into what is %s', async (_title, where, status, stderr) => {
    const within = emptyFolder();
    writeFileSync(join(within, 'file'), '');
    expect(await billability(['init', where], '', {}, within)).toEqual({ status, stdout: '', stderr });
  });
});
