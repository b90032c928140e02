import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readJsonArray } from '../../src/cli/input/json-array.js';
import { command, fixture } from './run.js';

test.runIf(existsSync('/dev/full'))('a full disk is told in a line, with status 2', () => {
  const args = [command, 'check', fixture('sessions/mo-peer-support.json'), '--history', 'none'];
  const failed = () =>
    execFileSync('sh', ['-c', '"$@" > /dev/full', 'sh', process.execPath, ...args], { stdio: 'pipe' });
  expect(failed).toThrow(/the output cannot be written \(ENOSPC\)/);
  try {
    failed();
  } catch (error) {
    expect((error as { status: number }).status).toBe(2);
  }
});

test('a list of elements that are never closed is read in a time that grows with its length', () => {
  const elements = Array.from(
    { length: 3000 },
    (_, index) => `{"units": ${String(index)}, "member": {"id": "M-1"}`,
  );
  const started = performance.now();
  const records = readJsonArray(`[\n${elements.join(',\n')}\n]\n`);
  expect(records).toHaveLength(3000);
  expect(records.every(({ issues }) => issues.length > 0)).toBe(true);
  expect(performance.now() - started).toBeLessThan(5000);
});
