import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import readOtherwise from 'read-excel-file/universal';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fractionOf, serialOf, workbookOf, type MadeCell } from '../../../fixtures/make/workbook.mjs';
import { csvRows, decodeTable, readTable, type Mapping } from '../../../src/adapters/tables/index.js';
import { readWorkbook } from '../../../src/cli/input/workbook.js';
import { UsageError } from '../../../src/cli/usage-error.js';
import { services } from '../../../src/index.js';
import { fixture } from '../run.js';

const bytesOf = (path: string) => readFileSync(fixture(path));
const mapping = JSON.parse(bytesOf('tables/visits.map.json').toString()) as Mapping;
const HEADINGS = ['Visit No', 'Client ID', 'Start'];

function book(rows: readonly (readonly MadeCell[])[], from1904 = false): Uint8Array {
  return workbookOf({ sheets: [{ name: 'Visits', rows }], from1904 });
}

/** A workbook with one part written otherwise. */
function withPart(bytes: Uint8Array, path: string, written: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(written(new TextDecoder().decode(parts[path]))) });
}

/** A workbook that says another size of its sheet than it has. */
function unpackingTo(size: number, bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  const nameAt = changed.lastIndexOf('xl/worksheets/sheet1.xml');
  changed.writeUInt32LE(size, nameAt - 46 + 24);
  return changed;
}

function refusalOf(bytes: Uint8Array): readonly string[] {
  try {
    readWorkbook(bytes);
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
  throw new Error('it is read');
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the visits of an agency', () => {
  const { rows, from1904, sheet, told } = readWorkbook(bytesOf('tables/visits.xlsx'), mapping);
  const options = { file: 'visits', services };
  const found = readTable(rows, mapping, { ...options, from1904 });

  test('are the same as in CSV, but for a key that is a number, and a row that CSV cut off', () => {
    const { text } = decodeTable(bytesOf('tables/visits.csv'));
    const asCsv = readTable(csvRows(text), mapping, options);
    expect(found.records).toHaveLength(asCsv.records.length);
    const differing = found.records.flatMap((record, index) => {
      const other = asCsv.records[index];
      return JSON.stringify(record) === JSON.stringify(other) ? [] : [[record.value, other?.value]];
    });
    const cut = asCsv.problems.find(({ code }) => code === 'row-not-read');
    expect(differing).toHaveLength(2);
    expect(differing[0]).toMatchObject([{ id: 'V-003', member: { id: '315' } }, { member: { id: '00315' } }]);
    expect(differing[1]?.[1]).toEqual({ id: (differing[1]?.[0] as { id: string }).id });
    const others = asCsv.problems.filter((one) => one !== cut);
    expect(found.problems.filter(({ code }) => code !== 'zeros-lost')).toEqual(others);
    expect(found.told).toEqual(asCsv.told);
  });

  test('tell of the key whose zeros may be lost, where it is', () => {
    expect(found.problems.filter(({ code }) => code === 'zeros-lost')).toMatchObject([
      { place: 'visits row 6, column "Client ID"' },
    ]);
  });

  test('come from the first sheet with headings that is seen, and what is not read is said', () => {
    expect({ from1904, sheet }).toEqual({ from1904: true, sheet: 2 });
    expect(told).toEqual([
      'only sheet 2 of 3 is read, the first whose headings name facts',
      '1 other sheet with such headings is left out (save each as a file of its own)',
      '2 cells with an error of the spreadsheet, such as #N/A, are read as empty',
      '1 formula without a result is read as empty (a spreadsheet works them out when it saves the workbook)',
    ]);
  });
});

describe.each(['America/Chicago', 'Asia/Tokyo', 'UTC'])('cells, in %s', (zone) => {
  const day = '2025-03-18';
  test.each<[what: string, cell: MadeCell, read: unknown]>([
    ['a day', { number: serialOf(day), shown: 'm/d/yyyy' }, { day }],
    [
      'a day of a built-in look',
      { number: serialOf(day), shown: '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy' },
      { day },
    ],
    ['a day and time', { number: serialOf(day, '09:35'), shown: 'm/d/yy h:mm' }, { day, time: '09:35' }],
    ['a day and the first minute', { number: serialOf(day), shown: 'm/d/yy h:mm' }, { day, time: '00:00' }],
    [
      'a time that is not shown',
      { number: serialOf(day, '23:59'), shown: 'yyyy-mm-dd' },
      { day, time: '23:59' },
    ],
    ['a time', { number: fractionOf(575), shown: 'h:mm AM/PM' }, { day: '1899-12-30', time: '09:35' }],
    ['midnight', { number: 0, shown: 'h:mm' }, { day: '1899-12-30', time: '00:00' }],
    ['a time with seconds', { number: fractionOf(575.25), shown: 'h:mm:ss' }, { day: '1899-12-30' }],
    ['a number in no format', serialOf(day, '12:00'), 45734.5],
    ['an amount in colours', { number: 101.8, shown: '"day"0.00_d;[Red]\\d0.00' }, 101.8],
    ['what is nearly a number', { number: 0.1 + 0.2, shown: '0.00' }, 0.3],
    ['a day before there are any', { number: -2, shown: 'm/d/yyyy' }, { day: '1899-12-30' }],
    ['a day after all', { number: 3e6, shown: 'm/d/yyyy' }, 3e6],
    ['a day in words of the standard', { written: `${day}T00:00:00` }, { day }],
    ['a day and time in words of the standard', { written: `${day}T09:35:00.000` }, { day, time: '09:35' }],
    ['a time in words of the standard', { written: '09:35:00' }, { day: '1899-12-30', time: '09:35' }],
    ['words that are no day', { written: '2025-02-30' }, '2025-02-30'],
    ['a key as text', '000123', '000123'],
    ['a key that a formula keeps', { formula: '"000123"', text: '000123' }, '000123'],
    ['a key that is shown with zeros', { number: 123, shown: '000000' }, '000123'],
    ['a key that is a number', 123, 123],
    ['yes', true, true],
    ['no', false, false],
    ['signs', ' <&> "é" 😀 _x0041_ ', ' <&> "é" 😀 A '],
  ])('%s', (_, cell, read) => {
    vi.stubEnv('TZ', zone);
    const { rows } = readWorkbook(book([HEADINGS, ['V-1', 'M-1', cell]]));
    expect(rows[1]?.[2]).toEqual(read);
  });

  test('days from 1904', () => {
    vi.stubEnv('TZ', zone);
    const cell = { number: serialOf(day, '09:35', true), shown: 'm/d/yy h:mm' };
    const { rows, from1904 } = readWorkbook(
      book([HEADINGS, ['V-1', serialOf(day, '00:00', true), cell]], true),
    );
    expect(rows[1]?.slice(1)).toEqual([44272, { day, time: '09:35' }]);
    expect(from1904).toBe(true);
    const { records } = readTable(rows, { columns: { 'Client ID': 'dateOfService' } }, { from1904 });
    expect(records[0]?.value).toEqual({ dateOfService: day });
  });
});

test('the zone of the machine is one that the tests can set', () => {
  vi.stubEnv('TZ', 'Asia/Tokyo');
  expect(new Date(0).getTimezoneOffset()).toBe(-540);
});

describe('rows', () => {
  test('keep their numbers, whatever is blank between them, and are as long as the headings', () => {
    const { rows } = readWorkbook(book([[], ['Visits'], [null, null, ''], HEADINGS, [], ['V-1'], []]));
    expect(rows.map((row) => row?.length)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(rows[5]).toEqual(['V-1', null, null]);
  });

  test('are those that another library reads', async () => {
    const bytes = book([HEADINGS, ['V-1', 12, true], [null, 'é & ü', 0.5]]);
    const [other] = await readOtherwise(new Uint8Array(bytes).buffer);
    expect(readWorkbook(bytes).rows).toEqual(other?.data);
  });

  test('need no places in the file, no prefix, no letter case, and texts of pieces are put together', () => {
    const bytes = withPart(book([HEADINGS, ['V-1']]), 'xl/worksheets/sheet1.xml', () =>
      [
        '<x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>Visit</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh>',
        '<x:r><x:t> No</x:t></x:r></x:is></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[Client ID]]></x:t></x:is></x:c></x:row>',
        '<x:row><x:c t="s"><x:v>3</x:v></x:c><x:c><x:v/></x:c></x:row></x:sheetData></x:worksheet>',
      ].join(''),
    );
    expect(readWorkbook(bytes).rows).toEqual([
      ['Visit No', 'Client ID'],
      ['V-1', null],
    ]);
  });
});

describe('of several sheets', () => {
  const sheet = (...rows: MadeCell[][]) => ({ name: 'Somebody', rows });
  const read = (...sheets: { name: string; rows: MadeCell[][]; isHidden?: boolean }[]) => {
    const { rows, told } = readWorkbook(workbookOf({ sheets }));
    return [rows[0]?.[0], ...told];
  };

  test('one whose headings tell nothing is read where none does', () => {
    expect(read(sheet(), sheet(['Notes'], ['more']), sheet(['Others']))).toEqual([
      'Notes',
      'only sheet 2 of 3 is read, the first that is filled',
    ]);
  });

  test('one that nobody sees is none, where others are seen', () => {
    const hidden = { ...sheet(['Visit No', 'Client ID']), isHidden: true };
    expect(read(hidden, sheet(['Start Time', 'DOB']))).toEqual(['Start Time']);
    expect(read(hidden)).toEqual(['Visit No']);
  });

  test('no sentence names one', () => {
    expect(JSON.stringify(read(sheet(HEADINGS), sheet(HEADINGS), sheet(HEADINGS)))).not.toContain('Somebody');
  });
});

test('of a damaged workbook nothing is read that was not in it', () => {
  const whole = bytesOf('tables/visits.xlsx');
  const { rows, from1904 } = readWorkbook(whole);
  let refused = 0;
  const anywhere = fc.integer({ min: 4, max: whole.length - 1 });
  const property = fc.property(anywhere, fc.integer({ min: 0, max: 255 }), (at, byte) => {
    const damaged = Buffer.from(whole);
    damaged[at] = byte;
    try {
      expect(readWorkbook(damaged)).toMatchObject({ rows, from1904 });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      refused++;
    }
  });
  fc.assert(property, { seed: 20250401, numRuns: 400 });
  expect(refused).toBeGreaterThan(200);
});

describe('one sentence says what cannot be read, and what to do', () => {
  const whole = book([HEADINGS, ['V-1', 'M-1', 0.5]]);
  const sheetOf = (xml: string) => withPart(whole, 'xl/worksheets/sheet1.xml', () => xml);
  const rowsOf = (rows: string) => sheetOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
  const ole = (text: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(text, 'utf16le')]);
  const broken =
    /^is a workbook that is broken, .*; open it in a spreadsheet and save it as an Excel workbook/;

  test.each<[what: string, bytes: Uint8Array, says: RegExp]>([
    ['cut off', whole.subarray(0, whole.length - 40), broken],
    ['damaged', Uint8Array.from(whole, (byte, index) => (index > 30 && index < 900 ? 255 : byte)), broken],
    ['a sheet that is cut off', sheetOf('<worksheet><sheetData><row><c><v>1</v>'), broken],
    ['a row that cannot be', rowsOf('<row r="1048577"><c><v>1</v></c></row>'), broken],
    ['a column that cannot be', rowsOf('<row><c r="ZZZ1"><v>1</v></c></row>'), broken],
    ['a text that is not there', rowsOf('<row><c t="s"><v>99</v></c></row>'), broken],
    ['a number that is none', rowsOf('<row><c><v>1e</v></c></row>'), broken],
    ['a cell of another kind', rowsOf('<row><c t="q"><v>1</v></c></row>'), broken],
    ['a zip bomb', unpackingTo(2 ** 29, whole), /^unpacks to more than 256 MiB; save the sheet/],
    ['one that says less than it unpacks to', unpackingTo(60, whole), broken],
    [
      'a cell in the last column',
      rowsOf(
        Array.from(
          { length: 3000 },
          (_, index) => `<row><c r="${index === 9 ? 'XFD' : 'A'}1"><v>1</v></c></row>`,
        ).join(''),
      ),
      /^has a cell far to the right of its table; delete the columns/,
    ],
    ['an old workbook', ole('Workbook'), /^is an old Excel workbook \(\.xls\); open it in Excel and save it/],
    [
      'one with a password',
      ole('EncryptedPackage'),
      /^is a workbook with a password; .* take the password off/,
    ],
    ['OpenDocument', zipSync({ 'content.xml': strToU8('<a/>') }), /^is an OpenDocument file .* save it/],
    [
      'a binary one',
      zipSync({ 'xl/workbook.bin': strToU8('a') }),
      /^is a binary workbook \(\.xlsb\); open it/,
    ],
    [
      'another zip file',
      zipSync({ 'visits.csv': strToU8('id') }),
      /^is a zip file that holds no workbook; unpack/,
    ],
    ['a workbook of charts', workbookOf({ sheets: [] }), /^is a workbook without a sheet of cells; save/],
  ])('%s', (_, bytes, says) => {
    const problems = refusalOf(bytes);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
  });
});
