import fc from 'fast-check';
import { expect, test } from 'vitest';
import { billability, file, type Run } from '../cli/run.js';
import { planted, repeatedIn } from './support/canaries.js';
import { damagedBytes } from './support/damage.js';
import { oddText } from './support/hostile.js';
import { runs } from '../support/runs.js';
import { claims, configuration, history, sessions } from './support/whole.js';

/** Nothing comes out but lines to a person and a documented status. */
function expectTold({ status, stderr }: Run): void {
  expect([0, 1, 2, 3]).toContain(status);
  expect(stderr).not.toMatch(/^ +at |internal error|node:/m);
  for (const line of stderr.split('\n')) expect(line).toMatch(/^(billability: |error: |\(Did you mean |$)/);
}

const entries = planted([...sessions, ...claims.slice(0, 2)], { codes: true });
const records = (entries.value as unknown[]).map((value) => JSON.stringify(value)).join('\n');

test('damaged files are checked or refused', async () => {
  const files = fc.record({
    records: damagedBytes(records),
    history: damagedBytes(history.map((use) => JSON.stringify(use)).join('\n')),
    config: damagedBytes(JSON.stringify(configuration)),
  });
  const format = fc.constantFrom('text', 'json', 'ndjson');
  const which = fc.subarray(['--history', '--config', '--grouped']);
  await fc.assert(
    fc.asyncProperty(files, format, which, async (damaged, format, options) => {
      file('records', damaged.records);
      file('history', damaged.history);
      file('config', damaged.config);
      const named = options.flatMap((option) =>
        option === '--grouped' ? [option] : [option, option.slice(2)],
      );
      const run = await billability(['check', 'records', '--format', format, ...named]);
      expectTold(run);
      expect(repeatedIn(run.stderr, entries)).toEqual([]);
    }),
    runs(30),
  );
});

test('odd arguments are refused', async () => {
  const argument = oddText.map((text) => text.replaceAll('\0', '').slice(0, 2_000));
  // Never --output: it would replace whatever file the argument names.
  const options = fc.constantFrom('--as-of', '--format', '--history', '--config', '--fail-on', '--', '-x');
  const commands = fc.constantFrom(
    'check',
    'services',
    'explain',
    'units',
    'price',
    'remaining',
    'schema',
    'help',
  );
  await fc.assert(
    fc.asyncProperty(
      commands,
      fc.array(fc.tuple(options, argument), { maxLength: 2 }),
      async (command, given) => {
        expectTold(await billability([command, ...given.flat()]));
      },
    ),
    runs(30),
  );
});
