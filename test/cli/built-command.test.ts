import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { formats } from '../../src/reports/index.js';
import { billability, file, folder } from './run.js';
import { billable, malformed, ndjson, notBillable, undetermined } from './sessions.js';
import { command } from './start.js';

/** What the other tests say of the command, in their own process, holds for the one that is shipped. */

const check = ['check', file('all.ndjson', ndjson(billable, notBillable, undetermined, malformed))];
const table = file('table.csv', 'service,dateOfService,units\nmo/peer-support,2025-03-03,4\n');
const day = ['--on', '2025-03-03'];

const env = { ...process.env, FORCE_COLOR: '' };
const input = ndjson(billable, billable);

describe('the built command does the same', () => {
  const script = fileURLToPath(new URL('one-process.mjs', import.meta.url));
  const runs = fork(script, { cwd: folder, env, execArgv: [] });
  afterAll(async () => {
    runs.disconnect();
    await once(runs, 'exit');
  });

  test.each([
    [['check', '--help']],
    ...formats.map(({ name }) => [[...check, '--history', 'none', '--format', name]]),
    [['check', table]],
    [['check', 'nowhere.csv']],
    [['check', '-', '--fail-on', 'never']],
    [['services', 'mt/imr']],
    [['explain', 'units/time']],
    [['units', '52']],
    [['price', 'mo/H2017TG', '--units', '6', ...day]],
    [['remaining', 'mt/imr', ...day, '--history', 'none']],
    [['schema', 'history']],
  ])('%j', async (args) => {
    runs.send({ args, input });
    const [run] = (await once(runs, 'message')) as [unknown];
    expect(run).toEqual(await billability(args, input));
  });
});

test.each([[['--version']], [[...check, '--grouped']], [['chekc']]])(
  'and so does a process of its own: %j',
  async (args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env,
    });
    expect({ status, stdout, stderr }).toEqual(await billability(args, input));
  },
);
