import { describe, expect, test } from 'vitest';
import { mayFill, type OpenWord } from '../../../src/rules/staff/topics-meant.js';

const words = (count: number): OpenWord[] =>
  Array.from({ length: count }, (_, index) => ({ word: `word ${String(index)}`, entries: [], kind: '' }));

describe('words may mean topics so that none falls short', () => {
  /** A topic takes so many words. */
  const takes = (needed: number, by: readonly OpenWord[]) => by.length >= needed;

  test.each<[title: string, topics: number[], words: number, mayFill: boolean]>([
    ['a word for each', [1, 1], 2, true],
    ['fewer words than topics', [1, 1], 1, false],
    ['several for one', [2, 1], 3, true],
    ['one is lacking', [2, 2], 3, false],
    ['more ways than are tried are not known', [30], 30, true],
  ])('%s', (_title, topics, count, expected) => {
    expect(mayFill(topics, words(count), takes)).toBe(expected);
  });
});
