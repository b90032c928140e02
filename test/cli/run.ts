import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), 'billability-'));

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command from the folder of the files that `file` writes. */
export function billability(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, FORCE_COLOR: '', ...env },
  });
  return { status, stdout, stderr };
}

export function check(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Run {
  return billability(['check', ...args], input, env);
}

/** Writes a file beside the others and gives its name. */
export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

export function fixture(path: string): string {
  return fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
}

interface OutputFinding {
  rule: string;
  outcome: string;
  severity: string;
  data: unknown;
  otherFile?: string;
  otherLine?: number;
}

export interface OutputRecord {
  file: string;
  line: number;
  id?: string;
  verdict: string;
  findings?: OutputFinding[];
  /** Of a claim. */
  lines?: { lineNumber: number; service: string | null; verdict: string; findings: OutputFinding[] }[];
  issues?: { path: string; message: string }[];
}

/** The records of an ndjson report. */
export function recordsOf({ stdout }: Run): OutputRecord[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OutputRecord);
}
