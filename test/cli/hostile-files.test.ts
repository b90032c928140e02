import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/cli/input/read-files.js';
import { askedOf } from '../../src/cli/input/asked.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { check, file, folder, ioOf, recordsOf, type OutputRecord } from './run.js';
import { billable, ndjson } from './sessions.js';
import { notice } from '../../src/findings/notices.js';

const csv = 'service,dateOfService,units\nmo/peer-support,2025-03-03,4\n';

/** The records of a file, or the problems for which there are none. */
async function readOf(name: string, content: string | Uint8Array): Promise<unknown> {
  try {
    const { io } = ioOf();
    const { asked } = await askedOf({}, 1, io);
    return (await readFiles([join(folder, file(name, content))], asked, undefined, io)).records;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

describe('a file that cannot be read says what to do', () => {
  test.each<[name: string, content: string | Uint8Array, message: RegExp]>([
    ['sent.gz', gzipSync(csv), /\/sent\.gz: is compressed; .*gunzip/],
    [
      'old.xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /\/old\.xls: is an old Excel workbook \(\.xls\); open it in Excel and save it/,
    ],
    ['page.xls', '<html><table>', /\/page\.xls: is HTML or XML; open it in a spreadsheet/],
    ['wide.json', Buffer.from('\ufeff{"id":1}', 'utf16le'), /\/wide\.json: is UTF-16 text; save it as UTF-8/],
    ['titles.csv', 'Room,Date,Amount\na,b,c\n', /\/titles\.csv: expected a row of headings that name facts/],
    ['two.csv', `units,${csv}`, /\/two\.csv: the columns "units" and "units" /],
    ['paid.835', 'ISA*00*          *~\nST*835*0001~', /\/paid\.835: is an 835, .*explain-denials/],
    [
      'claims.837',
      'ISA*00*          *~\nST*837*0001~',
      /\/claims\.837: X12 does not say .*--jurisdiction MO/,
    ],
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

  test('which is told, with status 2', async () => {
    const run = await check(['--format', 'json', file('none', 'service,dateOfService\r\n')]);
    expect(run).toMatchObject({ status: 2, stderr: '' });
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
