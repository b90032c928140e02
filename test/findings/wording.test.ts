import { describe, expect, test } from 'vitest';
import {
  capitalized,
  count,
  inTurn,
  notDone,
  notKnown,
  sentence,
  unitsClaimed,
} from '../../src/findings/wording.js';

describe('a clause as a sentence', () => {
  test.each([
    ['The member is 15 years old', 'The member is 15 years old.'],
    ['Ohio asks for a face-to-face session.', 'Ohio asks for a face-to-face session.'],
    ['Was it so?', 'Was it so?'],
    ['Section 2.1 asks for it', 'Section 2.1 asks for it.'],
    ['It was not!', 'It was not!'],
    ['Ohio asks for a signed consent!  ', 'Ohio asks for a signed consent!'],
    ['There is no consent; ', 'There is no consent.'],
    ['There is no consent ,;', 'There is no consent.'],
    [' There is no consent\n', 'There is no consent.'],
  ])('%s', (clause, expected) => {
    expect(sentence(clause)).toBe(expected);
  });
});

describe('sentences one after another', () => {
  test.each([
    [[], ''],
    [['There is no plan.'], 'There is no plan.'],
    [['There is no plan.', 'IMR follows a manual.'], 'There is no plan. IMR follows a manual.'],
    [['', 'IMR follows a manual.', ''], 'IMR follows a manual.'],
  ])('%j', (sentences, expected) => {
    expect(inTurn(...sentences)).toBe(expected);
  });
});

describe('what is not known', () => {
  test.each([
    [['the start time'], 'Not known: the start time.'],
    [['the start time', 'the end time'], 'Not known: the start time; the end time.'],
  ])('%j', (names, expected) => {
    expect(notKnown(names)).toBe(expected);
  });
});

test('a clause is written with a capital', () => {
  expect(capitalized('the plan begins')).toBe('The plan begins');
  expect(capitalized('F43.10 is not')).toBe('F43.10 is not');
});

describe('what is not done, and what is not known to be', () => {
  test.each([
    [['ptsd'], [], 'Not done by 2024-03-12: ptsd.'],
    [['ptsd', 'iddt'], [], 'Not done by 2024-03-12: ptsd; iddt.'],
    [
      ['ptsd'],
      ['iddt', 'ebp'],
      'Not done by 2024-03-12: ptsd. Not known to be done by 2024-03-12: iddt; ebp.',
    ],
    [[], ['iddt', 'ebp'], 'Not known to be done by 2024-03-12: iddt; ebp.'],
  ])('%j, %j: %s', (short, open, words) => {
    expect(notDone('done by 2024-03-12', short, open)).toBe(words);
  });
});

describe('units that are claimed', () => {
  test.each([
    [null, 'No units are stated.'],
    [0, '0 units are claimed.'],
    [1, '1 unit is claimed.'],
    [1.5, '1.5 units are claimed.'],
  ])('%j: %s', (units, words) => {
    expect(unitsClaimed(units)).toBe(words);
  });
});

describe('a number of things', () => {
  test.each([
    [0, '0 units'],
    [1, '1 unit'],
    [2, '2 units'],
    [0.5, '0.5 units'],
    [1.5, '1.5 units'],
    [33, '33 units'],
  ])('%d: %s', (number, words) => {
    expect(count(number, 'unit')).toBe(words);
  });
});

test('a noun of its own plural', () => {
  expect([count(1, 'person', 'people'), count(9, 'person', 'people')]).toEqual(['1 person', '9 people']);
});
