import { expect, test } from 'vitest';
import { namedIn } from '../../src/cli/findings-of.js';
import type { Position } from '../../src/findings/finding-data.js';
import { inWords } from '../../src/rules/schedule/placed.js';

test.each<Position>([{ entry: 0 }, { entry: 12, line: 2 }, { history: 3 }])(
  '%j is named by a notice',
  (position) => {
    expect(namedIn(`What is found of it with ${inWords(position)} holds for this session too.`)).toEqual(
      position,
    );
  },
);

test.each(['The rate on file is of 2009-03-30.', 'Overlaps: 3 entries could not be compared.'])(
  '%s names none',
  (notice) => {
    expect(namedIn(notice)).toBeNull();
  },
);
