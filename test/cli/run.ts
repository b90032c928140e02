import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';

export const folder = mkdtempSync(join(tmpdir(), 'billability-'));

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Env = Io['env'];

/** Standard streams of the tests' own, and what is written to them. */
export function ioOf(
  input: string | Uint8Array = '',
  env: Env = {},
): { readonly io: Io; readonly run: () => Run } {
  const stdout = collector();
  const stderr = collector();
  const io: Io = { stdin: Readable.from([Buffer.from(input)]), stdout: stdout.to, stderr: stderr.to, env };
  return {
    io,
    run: () => ({ status: Number(io.exitCode ?? 0), stdout: stdout.text(), stderr: stderr.text() }),
  };
}

function collector(): { readonly to: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { to, text: () => Buffer.concat(chunks).toString() };
}

/** Runs the command in this process, in the folder of the files that `file` writes; one run after the other. */
export async function billability(
  args: readonly string[],
  input = '',
  env: Env = {},
  within = folder,
): Promise<Run> {
  const { io, run: done } = ioOf(input, env);
  const here = process.cwd();
  process.chdir(within);
  try {
    await run(args, io);
  } finally {
    process.chdir(here);
  }
  return done();
}

export async function check(args: readonly string[], input = '', env: Env = {}): Promise<Run> {
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

/** Text as one line: how it is wrapped is apart. */
export function unwrapped(text: string): string {
  return text.replace(/\s+/g, ' ');
}

interface OutputFinding {
  rule: string;
  outcome: string;
  severity: string;
  data: unknown;
  places?: Record<string, string>;
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
