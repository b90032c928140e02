import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineSplitter, type StreamedLine } from '../../../src/cli/grouped/line-splitter.js';

function split(...pieces: readonly Uint8Array[]): StreamedLine[] {
  const splitter = createLineSplitter('in.ndjson');
  return [...pieces.flatMap((piece) => splitter.push(Buffer.from(piece))), ...splitter.end()];
}

const texts = (...pieces: readonly string[]) =>
  split(...pieces.map((piece) => Buffer.from(piece))).map(({ line, text }) => [line, text]);

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
      { line: 2, text: null },
      { line: 3, text: 'b' },
    ]);
  });

  test('that grow too long are refused', () => {
    const splitter = createLineSplitter('in.ndjson', 4);
    expect(splitter.push(Buffer.from('123456\n1234'))).toHaveLength(1);
    expect(() => splitter.push(Buffer.from('5'))).toThrow('in.ndjson:2: is too long a line');
  });
});
