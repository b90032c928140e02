import { describe, expect, test } from 'vitest';
import type { ReadingName } from '../../src/index.js';
import { readingNames } from '../../src/readings/generated.js';
import { changedBy, readingRows } from '../../src/explain/readings.js';

test('rows stand once, in the order of the table, with what a page shows', () => {
  expect(readingRows(['deeming', 'group-ratio', 'deeming'])).toEqual([
    {
      name: 'group-ratio',
      question: 'Does a second qualified staff member allow eight people more?',
      choice:
        'Up to 8 people pass; more, up to 8 for each qualified staff member, is a warning; above that an error.',
      setting: {
        option: 'groupRatio',
        default: 'warn',
        choices: {
          warn: 'up to 8 for each staff member are a warning',
          ratio: '8 for each staff member pass',
          flat: 'more than 8 is an error',
        },
      },
    },
    {
      name: 'deeming',
      question: 'Does ICCD certification stand in place of an approved proposal?',
      choice: 'Yes: that is what deeming is for.',
      wide: true,
    },
  ]);
});

test('a row is a copy', () => {
  const [one] = readingRows(['diagnosis-classes']);
  const [other] = readingRows(['diagnosis-classes']);
  expect(one?.setting).toEqual(other?.setting);
  expect(one?.setting).not.toBe(other?.setting);
  expect(one?.setting?.default).not.toBe(other?.setting?.default);
});

describe('what changes a reading, in words', () => {
  test.each<[ReadingName, string | undefined]>([
    [
      'group-ratio',
      "`groupRatio`: 'warn' (default), 'ratio' (8 for each staff member pass), 'flat' (more than 8 is an error)",
    ],
    [
      'week',
      '`weekStartsOn`: 0 (default), 1 (Monday), 2 (Tuesday), 3 (Wednesday), 4 (Thursday), 5 (Friday), 6 (Saturday)',
    ],
    [
      'diagnosis-classes',
      '`diagnosisClasses`: beginnings of ICD-10-CM codes for each of `bipolar`, `majorDepression`, `psychotic`, `substanceUse`',
    ],
    ['purchase-rate', '`codes`: a rate'],
    ['deeming', undefined],
  ])('%s: %s', (name, words) => {
    expect(readingRows([name]).map(changedBy)).toEqual([words]);
  });

  test('each has a question and a choice', () => {
    for (const { question, choice } of readingRows(readingNames)) {
      expect(question).toMatch(/\S/);
      expect(choice).toMatch(/\S/);
    }
  });
});
