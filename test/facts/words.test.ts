import { describe, expect, test } from 'vitest';
import { compared, issuesOfWords, vocabularyOf } from '../../src/facts/words.js';
import { createChecker, InputError } from '../../src/index.js';

describe('a code is read', () => {
  test.each([
    ['as listed', 'MO-CMPS'],
    ['in small letters', 'mo-cmps'],
    ['with a blank', 'MO CMPS'],
    ['with a line below', 'mo_cmps'],
    ['with several of them', 'MO - _CMPS'],
    ['with blanks around it', '  MO-CMPS\t'],
  ])('%s', (_title, word) => {
    expect(vocabularyOf(() => []).meaning['staff.credentials'](word)).toBe(compared('MO-CMPS'));
  });

  test.each(['MOCMPS', 'MO-CMP', 'MO.CMPS', ''])('not as "%s"', (word) => {
    expect(vocabularyOf(() => []).meaning['staff.credentials'](word)).toBeUndefined();
  });
});

describe('an agency says what its words mean', () => {
  const { meaning } = vocabularyOf(() => ['OH-QMHS'], {
    'staff.credentials': { 'Peer specialist': 'mo cmps', 'First aid': 'other', Coach: 'OH-QMHS' },
    'member.careTeamRoles': { '*': 'other', Pfleger: 'nurse' },
    activities: { '*': 'other' },
  });

  test.each([
    ['a code of ours', 'PEER_SPECIALIST', 'mo-cmps'],
    ['none of ours', 'first-aid', ''],
    ['a code of a service on file', 'coach', 'oh-qmhs'],
    ['nothing of what is not named', 'Barista', undefined],
  ])('%s', (_title, word, code) => {
    expect(meaning['staff.credentials'](word)).toBe(code);
  });

  test.each([
    ['a listed code keeps its meaning', 'Nurse', 'nurse'],
    ['a named word goes before the others', 'pfleger', 'nurse'],
    ['any other is as said', 'Life coach', 'other'],
  ])('%s', (_title, word, code) => {
    expect(meaning['member.careTeamRoles'](word)).toBe(code);
  });

  test('none of ours, where the list has no code for others', () => {
    expect(meaning.activities('chess')).toBe('');
  });
});

describe('the listed code that is one letter off', () => {
  test.each([
    ['MO-QSA', 'MO-QSAP'],
    ['mo qsap1', 'MO-QSAP'],
    ['MO-QS', undefined],
    ['MO-XLPC', 'MO-LPC'],
  ])('of %s is %s', (word, code) => {
    expect(vocabularyOf(() => []).nearest['staff.credentials'](word)).toBe(code);
  });
});

describe('words that cannot be so', () => {
  const issues = (words: Record<string, unknown>) =>
    issuesOfWords(
      words,
      vocabularyOf(() => []),
    );

  test.each<[title: string, words: Record<string, unknown>, path: string, says: string]>([
    [
      'no path of codes',
      { 'staff.credential': {} },
      '/words/staff.credential',
      'did you mean "staff.credentials"?',
    ],
    ['nothing like a path', { x: {} }, '/words', 'known here: activities, '],
    [
      'a list whose codes are given',
      { 'assessment.improvedAreas': {} },
      '/words/assessment.improvedAreas',
      'known here',
    ],
    ['no object', { activities: ['chess'] }, '/words/activities', 'expected an object from words to codes'],
    ['nothing', { activities: null }, '/words/activities', 'expected an object from words to codes'],
    [
      'no text',
      { activities: { chess: 1 } },
      '/words/activities/chess',
      'expected a code of the list, or "other"',
    ],
    [
      'a meaning on no list',
      { materials: { guide: 'book' } },
      '/words/materials/guide',
      'imr-practitioners-guide, imr-educational-handouts',
    ],
    [
      'a meaning one letter off',
      { activities: { talk: 'counselling' } },
      '/words/activities/talk',
      'did you mean "counseling"?',
    ],
    [
      'a listed code',
      { activities: { Counseling: 'other' } },
      '/words/activities/Counseling',
      'keeps its meaning',
    ],
    [
      'two meanings',
      { activities: { 'a b': 'other', 'A-B': 'counseling' } },
      '/words/activities/A-B',
      'with two meanings',
    ],
    ['a word with a stroke', { activities: { 'a/b': 1 } }, '/words/activities/a~1b', 'expected a code'],
  ])('%s', (_title, words, path, says) => {
    expect(issues(words)).toMatchObject([{ path, message: expect.stringContaining(says) as string }]);
  });

  test('twice with one meaning is right', () => {
    expect(issues({ activities: { 'a b': 'other', 'A-B': 'other' } })).toEqual([]);
  });

  test('a checker is not made with them', () => {
    expect(() => createChecker({ words: { activities: { talk: 'counselling' } } })).toThrow(InputError);
  });
});

test('words change what results say they were judged by', () => {
  const session = { service: 'mo/peer-support', dateOfService: '2025-03-03' };
  const digest = (words?: object) => createChecker({ words }).checkSession(session).rules.definition;
  expect(digest({ activities: { chess: 'other' } })).not.toBe(digest());
  expect(digest({ activities: { chess: 'other' } })).toBe(digest({ activities: { chess: 'other' } }));
});
