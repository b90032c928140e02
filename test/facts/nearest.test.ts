import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest, nearestName } from '../../src/facts/nearest.js';

describe('the nearest word', () => {
  test.each([
    ['units', ['units', 'unit'], 1, 'units', 'the word itself'],
    ['unit', ['units'], 1, 'units', 'a letter left out'],
    ['unitss', ['units'], 1, 'units', 'a letter too many'],
    ['unots', ['units'], 1, 'units', 'another letter'],
    ['UNITS', ['units'], 0, 'units', 'letter case does not count'],
    ['charg', ['change', 'charge'], 3, 'charge', 'the nearer of two'],
    ['mo/peersupport', ['mo/peer-support'], 3, 'mo/peer-support', 'a hyphen left out'],
  ])('to %s among %j within %i is %s: %s', (word, candidates, limit, expected) => {
    expect(nearest(word, candidates, limit)).toBe(expected);
  });

  test.each([
    ['untis', ['units'], 1, 'two letters swapped are two edits'],
    ['plan', ['charge'], 3, 'too far'],
    ['anything', [], 3, 'nothing to choose from'],
    ['', ['unit'], 3, 'nothing typed'],
    ['MO-CMPS', ['MO-QMHP'], 1, 'two letters differ'],
  ])('to %s among %j within %i is none: %s', (word, candidates, limit) => {
    expect(nearest(word, candidates, limit)).toBeUndefined();
  });
});

describe('the name that is meant by one that is not known', () => {
  test.each([
    ['unit', 'units', 'units'],
    ['untis', 'units', undefined],
    ['endTme', 'endTime', 'endTime'],
    ['endTm', 'endTime', undefined],
    ['strtTme', 'startTime', 'startTime'],
    ['chrgee', 'charge', 'charge'],
    ['trainxyz', 'training', undefined],
    ['birth_day', 'birthDate', 'birthDate'],
    ['birth_dxyz', 'birthDate', undefined],
  ])('%s of %s: %s', (name, known, meant) => {
    expect(nearestName(name, [known])).toBe(meant);
  });
});

/** Levenshtein's distance straight from its definition. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const rest = distance(one.slice(1), other.slice(1));
  if (one.charCodeAt(0) === other.charCodeAt(0)) return rest;
  return 1 + Math.min(rest, distance(one.slice(1), other), distance(one, other.slice(1)));
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

test('none is nearer, and it is within the limit', () => {
  fc.assert(
    fc.property(
      word,
      fc.uniqueArray(word, { maxLength: 5 }),
      fc.nat({ max: 4 }),
      (typed, candidates, limit) => {
        const distances = candidates.map((candidate) => distance(typed, candidate));
        const best = Math.min(...distances);
        const expected = best <= limit ? candidates[distances.indexOf(best)] : undefined;
        expect(nearest(typed, candidates, limit)).toBe(expected);
      },
    ),
  );
});
