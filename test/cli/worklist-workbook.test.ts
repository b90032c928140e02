import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import readOtherwise from 'read-excel-file/universal';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { formats } from '../../src/cli/formats.js';
import { readWorkbook } from '../../src/cli/input/workbook.js';
import { worklistWorkbook } from '../../src/cli/output/worklist-workbook.js';
import { run } from '../../src/cli/run.js';
import { checkRecords } from '../../src/index.js';
import { csv, worklistRows, type WorklistRow } from '../../src/reports/index.js';
import { check, file, folder, ioOf } from './run.js';
import { billable, ndjson, notBillable, undetermined } from './sessions.js';

const columns = Object.keys(csv.columns ?? {});
const asWorkbook = ['--history', 'none', '--fail-on', 'never', '--format', 'xlsx'];

/** The rows as another library reads them: days as such, numbers as numbers. */
async function readAgain(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const [sheet] = await readOtherwise(new Uint8Array(bytes).buffer, { trim: false });
  const [heading, ...rows]: unknown[][] = sheet?.data ?? [];
  expect([sheet?.sheet, heading]).toEqual(['Worklist', columns]);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [String(columns[index]), cell])));
}

const filled = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null));

/** A row as a workbook has it. */
const asCells = (row: WorklistRow) => ({
  ...row,
  ...(row.dateOfService && { dateOfService: new Date(`${String(row.dateOfService)}T00:00:00Z`) }),
  ...(row.charge && { charge: Number(row.charge) }),
});

const entries = [
  billable,
  { ...notBillable, id: '0012', units: 2.5, charge: '1200.50' },
  undetermined,
  { ...billable, id: 'unread', dateOfService: '2025-02-30' },
];

async function workbookOf(records: readonly unknown[] = entries, ...args: string[]): Promise<Buffer> {
  const name = file('month.ndjson', ndjson(...records));
  const done = await check([...asWorkbook, '--output', 'worklist.xlsx', ...args, name]);
  expect(done).toEqual({ status: 0, stdout: '', stderr: '' });
  return readFileSync(join(folder, 'worklist.xlsx'));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('--format xlsx', () => {
  test('is the worklist, as two libraries read it: keys keep zeros, days are days, amounts numbers', async () => {
    const bytes = await workbookOf();
    const places = entries.map((_, index) => ({ file: 'month.ndjson', line: index + 1 }));
    const batch = checkRecords(entries, { history: [] });
    const expected = worklistRows(batch, entries, { history: [], places });
    const rows = await readAgain(bytes);
    expect(rows.map(filled)).toEqual(expected.map(asCells));
    expect(rows[0]).toMatchObject({ id: '0012', units: 2.5, charge: 1200.5, verdict: 'not-billable' });
    const [headings, first] = readWorkbook(bytes).rows;
    expect(headings).toEqual(columns);
    expect(first?.[columns.indexOf('dateOfService')]).toEqual({ day: '2017-05-16' });
    expect(first?.[columns.indexOf('id')]).toBe('0012');
  });

  test('of nothing to do is its first row', async () => {
    expect(await readAgain(await workbookOf([billable]))).toEqual([]);
  });

  test('has a first row that stays in sight and filters all', async () => {
    const bytes = await workbookOf();
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const rows = await readAgain(bytes);
    expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain(`</sheetData><autoFilter ref="A1:AB${String(rows.length + 1)}"/>`);
    expect(sheet).not.toContain('<f>');
  });

  test('leaves keys out with --keys no', async () => {
    const rows = await readAgain(await workbookOf(entries, '--keys', 'no'));
    expect(rows.map((row) => [row['memberId'], row['staffId']])).toEqual(rows.map(() => [null, null]));
  });

  test.each(['America/Chicago', 'Asia/Tokyo'])(
    'has the same bytes whenever it is made, in %s',
    async (zone) => {
      const before = await workbookOf();
      vi.stubEnv('TZ', zone);
      vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
      try {
        expect((await workbookOf()).equals(before)).toBe(true);
      } finally {
        vi.useRealTimers();
      }
    },
  );

  test('goes to a pipe, and no terminal', async () => {
    const args = ['check', '--history', 'none', '--format', 'xlsx'];
    const pipe = ioOf(ndjson(notBillable));
    await run(args, pipe.io);
    expect(pipe.run()).toMatchObject({ status: 1, stderr: '' });
    expect(pipe.run().stdout).toMatch(/^PK/);
    const terminal = ioOf(ndjson(notBillable));
    Object.assign(terminal.io.stdout, { isTTY: true });
    await run(args, terminal.io);
    expect(terminal.run()).toEqual({
      status: 2,
      stdout: '',
      stderr: 'billability: a workbook is no text for a terminal; name a file: --output worklist.xlsx\n',
    });
  });

  test('does not stream, and stands in the help', async () => {
    const { status, stderr } = await check([...asWorkbook, '--grouped'], ndjson(billable));
    expect(status).toBe(2);
    expect(stderr).toContain('which --format xlsx cannot: choose --format text');
    const says = formats.find(({ name }) => name === 'xlsx')?.says.slice(0, 40);
    expect((await check(['--help'])).stdout).toMatch(new RegExp(`^--format xlsx ${String(says)}`, 'm'));
  });
});

describe('a cell holds any text', () => {
  test.each([
    ['what would be a formula', '=1+1'],
    ['markup', '<b>&amp;"\''],
    ['what a workbook takes for an escape', 'a_x0041_b _x000D_'],
    ['a name that objects have', 'constructor'],
    ['another', '__proto__'],
    ['blanks at both ends', ' a '],
    ['zeros', '0000'],
    ['what is beyond the first plane', '😀'],
  ])('%s', async (_what, id) => {
    const [row] = await readAgain(await worklistWorkbook([{ id }]));
    expect(row?.['id']).toBe(id);
  });

  test('but half a character, which no file can hold', async () => {
    const [row] = await readAgain(await worklistWorkbook([{ id: 'a\ud800b\uffff' }]));
    expect(row?.['id']).toBe('a?b?');
  });

  test('cut where a workbook would be broken', async () => {
    const [row] = await readAgain(await worklistWorkbook([{ id: 'a'.repeat(40_000) }]));
    expect(row?.['id']).toBe(`${'a'.repeat(32_766)}…`);
  });
});

test('a day before spreadsheets count, and an amount of more digits than they keep, are text', async () => {
  const rows: WorklistRow[] = [
    { dateOfService: '1900-02-28', charge: '99999999999999.99' },
    { dateOfService: '1900-03-01', charge: '1234567890123.45' },
  ];
  expect((await readAgain(await worklistWorkbook(rows))).map(filled)).toEqual([
    { dateOfService: '1900-02-28', charge: '99999999999999.99' },
    { dateOfService: new Date('1900-03-01T00:00:00Z'), charge: 1234567890123.45 },
  ]);
});

test('more than a sheet has room for is refused', async () => {
  const many = Array.from({ length: 1_048_576 }, () => ({ id: 'A' }));
  await expect(worklistWorkbook(many)).rejects.toThrow('a workbook has room for 1,048,575 things to do');
});
