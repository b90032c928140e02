import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { expect } from 'vitest';
import { fileURLToPath } from 'node:url';
import { folder, type OutputRecord } from './run.js';

export const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export type Started = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts `check` of the built command in the folder of the tests. */
export function start(args: readonly string[], nodeOptions: readonly string[] = []): Started {
  const child = spawn(process.execPath, [...nodeOptions, command, 'check', ...args], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // The command may end before it has read everything.
  child.stdin.on('error', () => undefined);
  return child;
}

/** Runs a line of shell in which "$@" is a check. */
export function shell(line: string, args: readonly string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', line, 'sh', process.execPath, command, 'check', ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, stderr };
}

/** What a process writes on its way, until it ends. */
export function outputOf(child: Started): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return output;
}

export async function endOf(child: Started): Promise<number | null> {
  const [status] = (await once(child, 'close')) as [number | null];
  return status;
}

/** Every line is whole, the last one too. */
export function wholeRecords(stdout: string): OutputRecord[] {
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as OutputRecord);
}

/** Reports that are not done, or were left behind. */
export function temporaries(): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.billability-'));
}
