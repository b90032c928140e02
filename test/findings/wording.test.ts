import { describe, expect, test } from 'vitest';
import { addedTo, conflict, count, ifAsked, notKnown, notSo } from '../../src/findings/wording.js';

describe('a fact and the clause that it conflicts with', () => {
  test.each([
    [
      'The member is 15 years old',
      'Peer support is for individuals aged 16 and older.',
      'The member is 15 years old; peer support is for individuals aged 16 and older.',
    ],
    ['There is no manual', 'IMR follows a manual.', 'There is no manual; IMR follows a manual.'],
    ['There is none', 'A plan is required.', 'There is none; a plan is required.'],
    ['There is one', 'Missouri pays for none.', 'There is one; Missouri pays for none.'],
    ['It is not stated', 'Medicaid asks for it.', 'It is not stated; Medicaid asks for it.'],
    ['It is out', 'South Carolina names none.', 'It is out; South Carolina names none.'],
  ])('%s + %s', (fact, clause, sentence) => {
    expect(conflict(fact, clause)).toBe(sentence);
  });
});

describe('what is not known and the clause that asks for it', () => {
  test.each([
    [['the start time'], 'Not known: the start time; a unit is 15 minutes.'],
    [['the start time', 'the end time'], 'Not known: the start time; the end time; a unit is 15 minutes.'],
  ])('%j', (names, sentence) => {
    expect(notKnown(names, 'A unit is 15 minutes.')).toBe(sentence);
  });
});

describe('what is not so, and what is not known to be', () => {
  test.each([
    [['ptsd'], [], 'Not done by 2024-03-12: ptsd'],
    [['ptsd', 'iddt'], [], 'Not done by 2024-03-12: ptsd, iddt'],
    [['ptsd'], ['iddt', 'ebp'], 'Not done by 2024-03-12: ptsd; not known: iddt, ebp'],
    [[], ['iddt', 'ebp'], 'Not known to be done by 2024-03-12: iddt, ebp'],
  ])('%j, %j: %s', (short, open, words) => {
    expect(notSo('done by 2024-03-12', short, open)).toBe(words);
  });
});

test('what is not known of whether a clause is asked, and why it is then not met', () => {
  expect(ifAsked(['the age', 'the payer'], 'There is no plan', 'A plan is required.')).toBe(
    'Not known: the age; the payer; if this is asked, it is not met: there is no plan; a plan is required.',
  );
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

test('one thing more to say stays in the same sentence', () => {
  expect(addedTo('The log has no times.', 'it is due once the session is delivered')).toBe(
    'The log has no times; it is due once the session is delivered.',
  );
});

test('nothing more to say leaves it as it is', () => {
  expect(addedTo('The log has no times.', '')).toBe('The log has no times.');
});
