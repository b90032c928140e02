import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from './run.js';
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

async function checked(input: string, nodeOptions: readonly string[]): Promise<string> {
  writeFileSync(join(folder, 'input.ndjson'), input);
  const child = start([...args, 'input.ndjson'], nodeOptions);
  const output = outputOf(child);
  await endOf(child);
  return output.stderr;
}

describe('before the memory is used up, a person is told what to do', () => {
  test('about a long file', async () => {
    expect(await checked(ndjson(billable).repeat(25_000), little)).toMatch(advice);
  });

  test('about many records of which little is known', async () => {
    expect(await checked(sparse(20_000), little)).toMatch(advice);
  });

  test('and not where there is enough', async () => {
    expect(await checked(sparse(1_000), little)).not.toMatch(advice);
    expect(await checked(ndjson(billable), [])).toBe('');
  });

  test('nor with --grouped, which needs no more for short lines of which much is found', async () => {
    writeFileSync(join(folder, 'input.ndjson'), sparse(6_000));
    const child = start([...args, '--grouped', 'input.ndjson'], little);
    const output = outputOf(child);
    expect(await endOf(child)).toBe(0);
    expect(output.stderr).not.toMatch(advice);
  });
});
