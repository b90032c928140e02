import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  csvRows,
  csvRowsStream,
  decodeTable,
  delimiterOf,
  encodingOf,
} from '../../../src/adapters/tables/index.js';
import { csvLines, csvLinesStream } from '../../../src/adapters/tables/rows.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBig = false) =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) => {
      const pair = [unit & 0xff, unit >> 8];
      return isBig ? pair.reverse() : pair;
    }),
  );

describe('bytes tell how they are to be read', () => {
  test.each<[what: string, bytes: Uint8Array, text: string, encoding: string]>([
    ['UTF-8', utf8('id,Zoë'), 'id,Zoë', 'utf-8'],
    ['UTF-8 with its mark', utf8('\ufeffid'), 'id', 'utf-8'],
    ['UTF-16 with its mark', utf16('\ufeffid'), 'id', 'utf-16le'],
    ['UTF-16 without', utf16('id'), 'id', 'utf-16le'],
    ['UTF-16, the other way round, with its mark', utf16('\ufeffid', true), 'id', 'utf-16be'],
    ['UTF-16, the other way round', utf16('id', true), 'id', 'utf-16be'],
    ['Windows-1252', Uint8Array.of(0x5a, 0x6f, 0xeb, 0x92, 0x73, 0x80), 'Zoë’s€', 'windows-1252'],
    ['one byte', Uint8Array.of(0x69), 'i', 'utf-8'],
    ['nothing', Uint8Array.of(), '', 'utf-8'],
  ])('%s', (_what, bytes, text, encoding) => {
    expect(decodeTable(bytes)).toEqual({ text, encoding });
  });
});

describe('what parts the cells', () => {
  test.each<[what: string, text: string, delimiter: string]>([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['commas, with bars in lists', 'a,b,c\n1,x|y|z,3\n1,x|y|z,3\n', ','],
    ['tabs, with commas in notes', 'a\tb\tc\n1\tx, y, z, w\t3\n2\tx\t3\n', '\t'],
    ['semicolons, with decimal commas', 'a;b;c\n1;2,5;3\n2;3,5;4\n', ';'],
    ['bars', 'a|b\n1|2\n', '|'],
    ['marks in quotes are none', 'a;b\n"1,2,3,4";5\n"1,2,3,4";5\n', ';'],
    ['a first line that says so', 'sep=;\na,b;c\n', ';'],
    ['a first line that says so, in quotes', '"sep=|"\na,b\n', '|'],
    ['a title above', 'Visits of March, all sites, all staff\n\na;b;c\n1;2;3\n1;2;3\n', ';'],
    ['one column', 'a\n1\n', ','],
    ['nothing', '', ','],
    ['a mark of the encoding', '\ufeffa;b\r\n1;2\r\n', ';'],
  ])('%s', (_what, text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});

describe('rows count as in a spreadsheet', () => {
  test.each<[what: string, text: string, rows: unknown[]]>([
    ['blank ones too', '\ufeffa,b\r\n\r\n1,2\r\n', [['a', 'b'], [''], ['1', '2']]],
    ['the line that says what parts cells too', 'sep=;\na;b\n', [[], ['a', 'b']]],
    [
      'a line feed in quotes is one row',
      'a,b\n"1\n1",2\n',
      [
        ['a', 'b'],
        ['1\n1', '2'],
      ],
    ],
    [
      'a line feed in quotes under a title',
      'Visits\na,b\n"1\n1",2\n3,4\n3,4\n3,4\n3,4\n',
      [['Visits'], ['a', 'b'], ['1\n1', '2'], ['3', '4'], ['3', '4'], ['3', '4'], ['3', '4']],
    ],
    ['an open quote costs its row', 'a,b\n\n"1,2\n3,4\n', [['a', 'b'], [''], null, ['3', '4']]],
    [
      'a formula that is only text',
      'a,b\n="00012",2\n',
      [
        ['a', 'b'],
        ['00012', '2'],
      ],
    ],
    [
      'a formula in quotes',
      'a,b\n"=""00012""",2\n',
      [
        ['a', 'b'],
        ['00012', '2'],
      ],
    ],
    [
      'a formula at the end',
      'a;b\n1; ="00012"\n',
      [
        ['a', 'b'],
        ['1', '00012'],
      ],
    ],
    [
      'an equals sign before a quote that ends a cell',
      'a,b\n"x,=",2\n',
      [
        ['a', 'b'],
        ['x,=', '2'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_what, text, rows) => {
    expect([...csvRows(text)]).toEqual(rows);
  });
});

describe('rows keep the line on which they start', () => {
  test.each<[name: string, text: string, rows: [line: number, cells: string[] | null][]]>([
    [
      'plain',
      'a,b\n1,2\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'no line feed at the end',
      'a\n1',
      [
        [1, ['a']],
        [2, ['1']],
      ],
    ],
    [
      'blank lines are left out',
      '\n\na,b\n\n1,2\n',
      [
        [3, ['a', 'b']],
        [5, ['1', '2']],
      ],
    ],
    [
      'rows of empty cells are left out',
      'a,b\n,\n ,\n1,2',
      [
        [1, ['a', 'b']],
        [4, ['1', '2']],
      ],
    ],
    [
      'spaces around cells do not count',
      'a , b\n 1,"2" \n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'a comma in quotes',
      'a,b\n"1,5",2',
      [
        [1, ['a', 'b']],
        [2, ['1,5', '2']],
      ],
    ],
    [
      'doubled quotes',
      'a,b\n"1 ""x""",2',
      [
        [1, ['a', 'b']],
        [2, ['1 "x"', '2']],
      ],
    ],
    [
      'a line feed in quotes',
      'a,b\n"1\n1",2\n3,4',
      [
        [1, ['a', 'b']],
        [2, ['1\n1', '2']],
        [4, ['3', '4']],
      ],
    ],
    [
      'an open quote at the end',
      'a,b\n1,2\n"3,4\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
        [3, null],
      ],
    ],
    [
      'an open quote before other rows',
      'a,b\n"1,2\n3,4\n5,6',
      [
        [1, ['a', 'b']],
        [2, null],
        [3, ['3', '4']],
        [4, ['5', '6']],
      ],
    ],
    [
      'an open quote before a quoted row',
      'a,b\n1,"2\n3,"4"\n5,6',
      [
        [1, ['a', 'b']],
        [2, null],
        [3, ['3', '4']],
        [4, ['5', '6']],
      ],
    ],
    [
      'an open quote that the next row seems to close',
      'a,b\n"1,2\n3",4,5\n6,7',
      [
        [1, ['a', 'b']],
        [2, null],
        [3, null],
        [4, ['6', '7']],
      ],
    ],
    [
      'a quote inside a cell',
      'a,b\n1,2"3\n4,5',
      [
        [1, ['a', 'b']],
        [2, null],
        [3, ['4', '5']],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_name, text, rows) => {
    const filled = csvLines(text).filter(({ cells }) => cells === null || cells.some((cell) => cell !== ''));
    expect(filled.map(({ line, cells }) => [line, cells])).toEqual(rows);
  });
});

async function* inPieces<Piece>(pieces: readonly Piece[]): AsyncGenerator<Piece> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

describe('rows of a stream', () => {
  const parts = [
    'a',
    'b,',
    '"',
    '"x"',
    '\n',
    '\r\n',
    '\r',
    ',',
    '1',
    '="0"',
    ';',
    'sep=;\n',
    '"a\nb"',
    '\ufeff',
  ];

  test('are those of the whole, wherever it is cut', async () => {
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 300 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.integer({ min: 1, max: 50 })), async (whole, lengths) => {
        let at = 0;
        const pieces = lengths.map((length) => whole.slice(at, (at += length)));
        const rows = [];
        for await (const { line, cells } of csvLinesStream(inPieces([...pieces, whole.slice(at)])))
          rows.push({ line, cells });
        expect(rows).toEqual(csvLines(whole).map(({ line, cells }) => ({ line, cells })));
      }),
      { numRuns: 400 },
    );
  });

  test('that never end cost themselves alone', async () => {
    const row = `${'a'.repeat(200)},b\n`;
    const text = `id,units\n1,"2\n${row.repeat(10_000)}`;
    const cut = Array.from({ length: Math.ceil(text.length / 100_000) }, (_, at) =>
      text.slice(at * 100_000, (at + 1) * 100_000),
    );
    let [whole, broken] = [0, 0];
    for await (const cells of csvRowsStream(inPieces(cut))) {
      if (cells === null) broken++;
      else whole++;
    }
    expect([whole, broken]).toEqual([10_001, 1]);
  });
});

describe('the encoding of pieces', () => {
  test.each<[string, readonly Uint8Array[]]>([
    ['utf-8', [utf8('id,')]],
    ['utf-8', [Uint8Array.of(0xc3), Uint8Array.of(0xa9)]],
    ['windows-1252', [utf8('id,'), Uint8Array.of(0xe9, 0x2c)]],
    ['windows-1252', [utf8('id,'), Uint8Array.of(0xc3)]],
    ['utf-16le', [utf16('id,'), utf16('é')]],
    ['utf-16be', [utf16('id,', true)]],
    ['utf-8', []],
  ])('%s', async (encoding, pieces) => {
    expect(await encodingOf(inPieces(pieces))).toBe(encoding);
  });

  test('what fails while it is read is passed on', async () => {
    async function* failing() {
      yield await Promise.resolve(utf8('id'));
      throw new RangeError('gone');
    }
    await expect(encodingOf(failing())).rejects.toThrow('gone');
  });
});
