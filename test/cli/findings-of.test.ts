import { expect, test } from 'vitest';
import { namedIn } from '../../src/cli/findings-of.js';
import { positionInWords } from '../../src/cli/position-in-words.js';
import type { Position } from '../../src/findings/finding-data.js';

test.each<Position>([{ entry: 0 }, { entry: 12, line: 2 }])('%j is named by a notice', (position) => {
  const notice = `What is found of it with ${positionInWords(position)} holds for this session too.`;
  expect(namedIn(notice)).toEqual(position);
});

test.each<[Position, string]>([
  [{ entry: 0 }, 'entry 1'],
  [{ entry: 12, line: 2 }, 'line 3 of entry 13'],
  [{ history: 3 }, 'prior use 4'],
])('%j in words', (position, words) => {
  expect(positionInWords(position)).toBe(words);
});

test.each(['The rate on file is of 2009-03-30.', 'Overlaps: 3 entries could not be compared.'])(
  '%s names none',
  (notice) => {
    expect(namedIn(notice)).toBeNull();
  },
);
