import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSizeAdvice } from '../../src/cli/large-input.js';
import { file, folder, ioOf } from './run.js';
import { billable, ndjson } from './sessions.js';
import { endOf, outputOf, start } from './start.js';

const advice =
  /^billability: the input is long for the memory there is; .* use --grouped, or check parts of it\n/;
const little = ['--max-old-space-size=48'];
const args = ['--history', 'none', '--format', 'ndjson', '--fail-on', 'never'];

/** Sessions of which nothing else is known: 70 bytes each, of which much is found. */
function sparse(count: number): string {
  return '{"service":"mo/peer-support","dateOfService":"2025-03-03"}\n'.repeat(count);
}

/** What a check says on standard error; once it has said something, the rest is not waited for. */
async function saidOf(input: string, nodeOptions: readonly string[]): Promise<string> {
  writeFileSync(join(folder, 'input.ndjson'), input);
  const child = start([...args, 'input.ndjson'], nodeOptions);
  const output = outputOf(child);
  child.stderr.on('data', () => {
    if (output.stderr.endsWith('\n')) child.kill('SIGKILL');
  });
  await endOf(child);
  return output.stderr;
}

describe('before the memory is used up, a person is told what to do', () => {
  test('about a long file', async () => {
    expect(await saidOf(ndjson(billable).repeat(25_000), little)).toMatch(advice);
  });

  test('about many records of which little is known', async () => {
    expect(await saidOf(sparse(15_000), little)).toMatch(advice);
  });

  test('and not where there is enough', async () => {
    expect(await saidOf(sparse(50), little)).not.toMatch(advice);
    expect(await saidOf(ndjson(billable), [])).toBe('');
  });

  test('nor with --grouped, which needs no more for short lines of which much is found', async () => {
    writeFileSync(join(folder, 'input.ndjson'), sparse(3_000));
    // The report alone is longer than what the command leaves of that.
    const child = start([...args, '--grouped', 'input.ndjson'], ['--max-old-space-size=32']);
    const output = outputOf(child);
    expect(await endOf(child)).toBe(0);
    expect(output.stdout.length).toBeGreaterThan(36 * 1000 * 1000);
    expect(output.stderr).not.toMatch(advice);
  });
});

describe('how much memory is little', () => {
  const tenKilobytes = join(folder, file('ten-kilobytes', Buffer.alloc(10_000)));

  test.each<[memory: number, files: string[], isTold: boolean]>([
    [50_000, [tenKilobytes], false],
    [49_999, [tenKilobytes], true],
    [100_000, [tenKilobytes, tenKilobytes], false],
    [99_999, [tenKilobytes, tenKilobytes], true],
    [49_999, ['-', 'nowhere'], false],
  ])('%i bytes for the files %j: %s', async (memory, files, isTold) => {
    const { io, run } = ioOf();
    await createSizeAdvice(io, memory).onFiles(files);
    expect(advice.test(run().stderr)).toBe(isTold);
  });

  test('and it is told once', async () => {
    const { io, run } = ioOf();
    const size = createSizeAdvice(io, 14_000);
    size.onRecords(1);
    expect(run().stderr).toBe('');
    size.onRecords(2);
    await size.onFiles([tenKilobytes]);
    expect(run().stderr.match(/the input is long/g)).toHaveLength(1);
  });
});
