import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineSplitter, type StreamedLine } from '../../../src/cli/grouped/line-splitter.js';
import { unreadLines } from '../../../src/cli/input/unread-line.js';

function split(...pieces: readonly Uint8Array[]): StreamedLine[] {
  const splitter = createLineSplitter();
  return [...pieces.flatMap((piece) => splitter.push(Buffer.from(piece))), ...splitter.end()];
}

const texts = (...pieces: readonly string[]) =>
  split(...pieces.map((piece) => Buffer.from(piece))).map((one) => [one.line, 'text' in one && one.text]);

describe('lines', () => {
  test.each<[name: string, pieces: string[], lines: [number, string][]]>([
    [
      'ended',
      ['a\nb\n'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'the last not ended',
      ['a\nb'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'cut inside',
      ['a', 'b\nc', 'd', 'e\n'],
      [
        [1, 'ab'],
        [2, 'cde'],
      ],
    ],
    [
      'cut at their ends',
      ['a', '\n', 'b', '\n'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'blank ones are counted and left out',
      ['\n \r\na\n\n\tb\n'],
      [
        [3, 'a'],
        [5, '\tb'],
      ],
    ],
    [
      'ended by carriage returns',
      ['a\rb\r\rc'],
      [
        [1, 'a'],
        [2, 'b'],
        [4, 'c'],
      ],
    ],
    [
      'ended by both, cut between and around them',
      ['a\r', '\nb', '\r\n', '\r', '\r\n', '\nc\r\nd'],
      [
        [1, 'a'],
        [2, 'b'],
        [6, 'c'],
        [7, 'd'],
      ],
    ],
    [
      'with a byte order mark',
      ['\ufeffa\n\ufeffb'],
      [
        [1, 'a'],
        [2, '\ufeffb'],
      ],
    ],
    ['none', ['', ''], []],
  ])('%s', (_name, pieces, lines) => {
    expect(texts(...pieces)).toEqual(lines);
  });

  test('are the same however the file is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.nat()), (lines, cuts) => {
        const bytes = Buffer.from(lines.join('\n'));
        const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
          (one, two) => one - two,
        );
        const pieces = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
        expect(split(...pieces)).toEqual(split(bytes));
      }),
    );
  });

  test('that are no UTF-8 cost only themselves', () => {
    expect(split(Buffer.from('a\n'), Buffer.from([0xe9, 10]), Buffer.from('b'))).toEqual([
      { line: 1, text: 'a' },
      { line: 2, unread: unreadLines.notUtf8 },
      { line: 3, text: 'b' },
    ]);
  });

  test.each([
    ['in one piece', ['1234\n12345\n1\n']],
    ['in many pieces', ['123', '4\n12', '34', '5', '6\n1', '\n']],
    ['not ended', ['1234\n', '1234', '5']],
  ])('that are too long cost only themselves: %s', (_name, pieces) => {
    const splitter = createLineSplitter({ longest: 4 });
    const lines = [...pieces.flatMap((piece) => splitter.push(Buffer.from(piece))), ...splitter.end()];
    const [first, second, ...rest] = lines;
    expect([first, second]).toEqual([
      { line: 1, text: '1234' },
      { line: 2, unread: unreadLines.tooLong },
    ]);
    expect(rest).toEqual(pieces.join('').endsWith('1\n') ? [{ line: 3, text: '1' }] : []);
  });
});
