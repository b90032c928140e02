import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/cli/input/read-files.js';
import { services } from '../../src/services/index.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { check, file, folder, ioOf, recordsOf, type OutputRecord } from './run.js';
import { billable, ndjson } from './sessions.js';
import { notice } from '../../src/findings/notices.js';

const csv = 'service,dateOfService,units\nmo/peer-support,2025-03-03,4\n';

/** The records of a file, or the problems for which there are none. */
async function readOf(name: string, content: string | Uint8Array): Promise<unknown> {
  try {
    return (await readFiles([join(folder, file(name, content))], { services, words: {} }, ioOf().io)).records;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

describe('a file that cannot be read says what to do', () => {
  test.each<[name: string, content: string | Uint8Array, message: RegExp]>([
    ['sent.gz', gzipSync(csv), /\/sent\.gz: is compressed; .*gunzip/],
    ['book.xlsx', Buffer.from('PK\x03\x04\x14\0'), /\/book\.xlsx: is a workbook.*"CSV UTF-8"/],
    ['wide.csv', Buffer.from(`\ufeff${csv}`, 'utf16le'), /\/wide\.csv: is UTF-16 text/],
    ['semicolons.csv', csv.replaceAll(',', ';'), /\/semicolons\.csv:1: .*parted by commas/],
    ['tabs.csv', csv.replaceAll(',', '\t'), /\/tabs\.csv:1: .*parted by commas/],
    ['sep.csv', `sep=,\n${csv}`, /\/sep\.csv:1: .*take the row "sep=" out/],
    ['titles.csv', 'Service,Date,Units\na,b,c\n', /\/titles\.csv:1: the first row names no known column/],
    ['two.csv', `units,${csv}`, /\/two\.csv:1: column "units" is there twice/],
  ])('%s', async (name, content, message) => {
    expect(await readOf(name, content)).toMatch(message);
  });

  test('in a line, with status 2', async () => {
    const run = await check([file('sent.gz', gzipSync(csv))]);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^billability: sent\.gz: is compressed; .*\n$/);
  });
});

describe('a file that holds no records has none', () => {
  test.each([
    ['an empty one', ''],
    ['a mark and nothing', '\ufeff'],
    ['blank lines', '\r\n \r\n'],
    ['a header', 'service,dateOfService\r\n'],
    ['a header and empty rows', 'service,dateOfService\r\n,\r\n,\r\n'],
    ['an empty list', '[]'],
  ])('%s', async (_name, content) => {
    expect(await readOf('none', content)).toEqual([]);
  });

  test('which is told, with status 0', async () => {
    const run = await check(['--format', 'json', file('none', 'service,dateOfService\r\n')]);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ results: [], notices: [notice('no-records')] });
  });
});

test('a history is the same in each format', async () => {
  const use = {
    service: 'mo/peer-support',
    memberId: billable.member?.id,
    dateOfService: '2017-05-16',
    units: 30,
    startTime: '06:00',
  };
  const histories = [
    ['uses.ndjson', `${JSON.stringify(use)}\r\n`],
    ['uses.json', JSON.stringify([use], null, 2)],
    ['uses-object.json', JSON.stringify(use, null, 2)],
    ['uses.csv', `\ufeff${Object.keys(use).join()},,\r\n${Object.values(use).join()},,\r\n`],
  ] as const;
  const reports: OutputRecord[][] = [];
  for (const [name, content] of histories) {
    const args = ['--format', 'ndjson', '--history', file(name, content)];
    reports.push(recordsOf(await check(args, ndjson(billable))));
  }
  expect(reports[0]).toMatchObject([{ verdict: 'not-billable', findings: [{ rule: 'units/daily-limit' }] }]);
  for (const report of reports) expect(report).toEqual(reports[0]);
});

test('--as-of takes days alone', async () => {
  for (const day of ['tomorrow', '3/3/2025', '']) {
    const run = await check(['--as-of', day], ndjson(billable));
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/Expected a day that exists, written YYYY-MM-DD/);
  }
});
