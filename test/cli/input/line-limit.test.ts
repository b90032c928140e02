import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineLimit } from '../../../src/cli/input/line-limit.js';
import { unreadIn } from '../../../src/cli/input/unread-line.js';

const LONGEST = 8;

function kept(...pieces: readonly string[]): string {
  const limit = createLineLimit(LONGEST);
  for (const piece of pieces) limit.push(Buffer.from(piece));
  return limit.end().toString();
}

const mark = '\0tooLong';

describe('a line that is too long leaves a mark', () => {
  test.each<[name: string, pieces: string[], kept: string]>([
    ['none', ['12345678\n1234\n'], '12345678\n1234\n'],
    ['one', ['123456789\n1234\n'], `${mark}\n1234\n`],
    ['the last', ['1234\n', '1234', '56789'], `1234\n${mark}`],
    ['the first of many pieces', ['1234', '5678', '9\n12', '34\n'], `${mark}\n1234\n`],
    ['cut at its end', ['12345678', '9', '\n1\n'], `${mark}\n1\n`],
    ['several', ['123456789\n123456789\n1\n123456789'], `${mark}\n${mark}\n1\n${mark}`],
    ['one that opens an object', [' {"a":12345}\n{"b":2}\n'], `{${mark}\n{"b":2}\n`],
    ['lines that end as on old computers', ['123456789\r1234\r12345678\r'], `${mark}\r1234\r12345678\r`],
    ['lines that end as on Windows', ['1\r\n123456789\r\n12345678\r\n'], `1\r\n${mark}\r\n12345678\r\n`],
    ['a list may be one line', ['\ufeff \n[1,2,3,', '4,5,6,7,8]\n'], '\ufeff \n[1,2,3,4,5,6,7,8]\n'],
    ['nothing', [], ''],
  ])('%s', (_name, pieces, text) => {
    expect(kept(...pieces)).toBe(text);
  });

  test('however the file is cut', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '{', ' ', '\r'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat()), (lines, cuts) => {
        const text = lines.join('\n');
        const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort(
          (one, two) => one - two,
        );
        const pieces = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
        const expected = text
          .split(/(\r\n?|\n)/)
          .map((part) =>
            part.length > LONGEST ? `${part.trimStart().startsWith('{') ? '{' : ''}${mark}` : part,
          );
        expect(kept(...pieces)).toBe(expected.join(''));
      }),
    );
  });
});

test('what looks like a mark and is none says nothing', () => {
  expect(unreadIn('\0')).toBeUndefined();
  expect(unreadIn('\0other\n')).toBeUndefined();
  expect(unreadIn('a\n{\0notUtf8\nb')).toMatchObject({ code: 'not-utf-8' });
});
