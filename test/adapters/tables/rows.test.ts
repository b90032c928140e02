import { describe, expect, test } from 'vitest';
import { csvRows, decodeTable, delimiterOf } from '../../../src/adapters/tables/index.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBig = false) =>
  Uint8Array.from(
    Array.from(text).flatMap((sign) => {
      const pair = [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8];
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
