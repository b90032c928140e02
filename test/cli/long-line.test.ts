import { once } from 'node:events';
import { expect, test } from 'vitest';
import { billable, ndjson } from './sessions.js';
import { endOf, outputOf, start, wholeRecords } from './start.js';

const MEGABYTES = 100;
/** The command needs about 70 of itself; the line alone has more than is left of these. */
const MOST_MEGABYTES = 160;

/**
 * Tells the peak of the process itself. What `resourceUsage` tells holds the memory of the one that started it too, where
 * it was more; Linux keeps the peak since the program began in a file.
 */
const telling = `data:text/javascript,${encodeURIComponent(`
import { existsSync, readFileSync } from 'node:fs';
const status = '/proc/self/status';
process.on('exit', () => {
  const own = existsSync(status) && /VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8'));
  console.error('peak', own ? own[1] : process.resourceUsage().maxRSS);
});
`)}`;

test.each([
  ['at once', []],
  ['grouped', ['--grouped']],
])(
  'a line of 100 megabytes is refused with its number, and the rest goes on (%s)',
  async (_name, options) => {
    const args = ['-', '--history', 'none', '--format', 'ndjson', ...options];
    const child = start(args, ['--import', telling]);
    const output = outputOf(child);
    const before = ndjson({ ...billable, id: 'before' });
    child.stdin.write(`${before}{"id":"`);
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    for (let count = 0; count < MEGABYTES; count++) {
      if (!child.stdin.write(megabyte)) await once(child.stdin, 'drain');
    }
    child.stdin.end(`\n${ndjson({ ...billable, id: 'after', startTime: '12:00', endTime: '14:00' })}`);
    expect(await endOf(child)).toBe(2);
    expect(wholeRecords(output.stdout)).toMatchObject([
      { line: 1, id: 'before', verdict: 'billable' },
      {
        line: 2,
        verdict: 'invalid',
        issues: [{ path: '', message: 'expected a record of at most 1 MiB, found a longer one' }],
      },
      { line: 3, id: 'after', verdict: 'billable' },
    ]);
    const peak = Number(/^peak (\d+)$/m.exec(output.stderr)?.[1]) / 1024;
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThan(MOST_MEGABYTES);
  },
);
