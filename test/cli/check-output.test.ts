import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { check, file, folder, recordsOf } from './run.js';
import { billable, ndjson } from './sessions.js';
import { command } from './start.js';

// More output than a pipe holds at once, by far.
const records = 2_000;
const many = file(
  'many.ndjson',
  ndjson(...Array.from({ length: records }, (_, index) => ({ ...billable, id: `S-${String(index)}` }))),
);

describe('a long report', () => {
  test('is whole', async () => {
    const run = await check([many, '--history', 'none', '--format', 'ndjson']);
    expect(recordsOf(run)).toHaveLength(records);
    expect(run.stderr).toBe('');
  });

  test('ends quietly when its reader has seen enough', async () => {
    const child = spawn(
      process.execPath,
      [command, 'check', many, '--format', 'ndjson', '--history', 'none'],
      {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = (await once(child, 'close')) as [number | null];
    expect(errors).toBe('');
    expect(status).toBe(1);
  });
});
