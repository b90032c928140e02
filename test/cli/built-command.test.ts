import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { formats } from '../../src/reports/index.js';
import { billability, file, folder } from './run.js';
import { billable, malformed, ndjson, notBillable, undetermined } from './sessions.js';
import { command } from './start.js';

/** What the other tests say of the command, in their own process, holds for the one that is shipped. */

const check = ['check', file('all.ndjson', ndjson(billable, notBillable, undetermined, malformed))];
const table = file('table.csv', 'service,dateOfService,units\nmo/peer-support,2025-03-03,4\n');
const day = ['--on', '2025-03-03'];

test.each([
  [['--version']],
  [['check', '--help']],
  ...formats.map(({ name }) => [[...check, '--history', 'none', '--format', name]]),
  [[...check, '--grouped']],
  [['check', table]],
  [['check', 'nowhere.csv']],
  [['check', '-', '--fail-on', 'never']],
  [['services', 'mt/imr']],
  [['explain', 'units/time']],
  [['units', '52']],
  [['price', 'mo/H2017TG', '--units', '6', ...day]],
  [['remaining', 'mt/imr', ...day, '--history', 'none']],
  [['schema', 'history']],
  [['chekc']],
])('the built command does the same: %j', async (args) => {
  const input = ndjson(billable, billable);
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '' },
  });
  expect({ status, stdout, stderr }).toEqual(await billability(args, input));
});
