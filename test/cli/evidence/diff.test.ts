import { describe, expect, test } from 'vitest';
import { checkRecords } from '../../../src/index.js';
import { diffResults } from '../../../src/evidence/record.js';
import { billability, check, file } from '../run.js';
import { billable, malformed, ndjson, notBillable, undetermined } from '../sessions.js';

async function results(name: string, records: readonly unknown[], format = 'json'): Promise<string> {
  const { stdout } = await check(['--history', 'none', '--format', format], ndjson(...records));
  return file(name, stdout);
}

const as = (session: object, id: string | null = 'V-1') => ({
  ...session,
  id,
  startTime: '10:00',
  endTime: '12:00',
});
const voided = {
  id: 'V-1',
  jurisdiction: 'MO',
  frequency: 'void',
  replaces: 'P-1',
  lines: [{ procedureCode: 'H2017HO', dateOfService: '2024-03-12' }],
};

describe('diff: 1 where a verdict fell', () => {
  test.each<[string, unknown[], unknown[], number, string]>([
    ['nothing differs', [as(billable)], [as(billable)], 0, 'Nothing differs.'],
    [
      'to not billable',
      [as(billable)],
      [as(notBillable)],
      1,
      'Worse: 1 record\n  V-1: billable before, not billable after',
    ],
    [
      'to cannot be told',
      [as(billable)],
      [as(undetermined)],
      1,
      'V-1: billable before, cannot be told yet after',
    ],
    ['from cannot be told to not billable', [as(undetermined)], [as(notBillable)], 1, 'Worse: 1 record'],
    ['to unreadable', [as(notBillable)], [as(malformed)], 1, 'V-1: not billable before, unreadable after'],
    [
      'up',
      [as(notBillable)],
      [as(undetermined)],
      0,
      'Better: 1 record\n  V-1: not billable before, cannot be told yet after',
    ],
    ['to readable', [as(malformed)], [as(notBillable)], 0, 'Better: 1 record'],
    [
      'a new one',
      [as(billable)],
      [as(billable), as(notBillable, 'V-2')],
      0,
      'Only after: 1 record\n  V-2: not billable',
    ],
    [
      'one that is gone',
      [as(billable), as(notBillable, 'V-2')],
      [as(billable)],
      0,
      'Only before: 1 record\n  V-2: not billable',
    ],
    ['to a void', [as(billable)], [voided], 0, 'Other: 1 record\n  V-1: billable before, void after'],
    [
      'without a key',
      [as(billable, null)],
      [as(notBillable, null)],
      1,
      'Worse: 1 record\n  record 1: billable before',
    ],
    [
      'what was found',
      [as(billable)],
      [as(notBillable)],
      1,
      'Found now, and not before: 1 finding\n  member/age: V-1\n',
    ],
    [
      'what is found no more',
      [as(notBillable)],
      [as(billable)],
      0,
      'Found before, and not now: 1 finding\n  member/age: V-1\n',
    ],
  ])('%s', async (_, before, after, status, said) => {
    const run = await billability([
      'diff',
      await results('before.json', before),
      await results('after.json', after),
    ]);
    expect(run).toEqual({ status, stdout: expect.stringContaining(said) as string, stderr: '' });
  });
});

test('as JSON it is what diffResults gives, and the money is that of both totals', async () => {
  const [before, after] = [[as({ ...billable, charge: '20.00' })], [as({ ...notBillable, charge: '20.00' })]];
  const files = [await results('before.json', before), await results('after.json', after)];
  const { stdout } = await billability(['diff', ...files, '--format', 'json']);
  const options = { history: [] };
  expect(JSON.parse(stdout)).toEqual(
    diffResults(checkRecords(before, options), checkRecords(after, options)),
  );
  expect((await billability(['diff', ...files])).stdout).toContain('Billable: $20.00 before, $0.00 after.');
});

test('NDJSON has no totals, and no money is told', async () => {
  const name = await results('lines.ndjson', [as(billable)], 'ndjson');
  const { stdout, stderr, status } = await billability(['diff', name, name, '--format', 'json']);
  expect(JSON.parse(stdout)).toEqual({ by: 'id', verdicts: [], came: [], went: [] });
  expect(stderr).toBe(
    'billability: lines.ndjson: holds no totals, so that no money is compared; --format json has them\n',
  );
  expect(status).toBe(0);
});

describe('an answer in a file', () => {
  test('is written', async () => {
    const name = await results('one.json', [as(billable)]);
    const run = await billability(['diff', name, name, '--output', 'told.txt']);
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('is none of those that are read', async () => {
    const name = await results('one.json', [as(billable)]);
    const run = await billability(['diff', name, name, '--output', name]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('is read by the command');
  });
});

test.each([
  [['diff', 'nowhere.json', 'nowhere.json'], 'nowhere.json: no such file'],
  [['diff', '-', '-'], 'standard input can be read only once'],
])('%s is bad usage', async (args, said) => {
  expect(await billability(args)).toEqual({ status: 2, stdout: '', stderr: `billability: ${said}\n` });
});

test('a configuration changes nothing', async () => {
  const name = await results('one.json', [as(billable)]);
  const run = await billability(['diff', name, name, '--config', file('none.json', '{}')]);
  expect(run.stderr).toBe('billability: the configuration changes nothing here\n');
});
