import { describe, expect, test } from 'vitest';
import {
  ageAtLeast,
  doneBy,
  hasDiagnosis,
  holds,
  includesAny,
  includesOther,
  is,
} from '../../src/conditions/build.js';
import type { Leaf } from '../../src/conditions/condition.js';
import { hintsOf } from '../../src/conditions/why.js';
import type { Session } from '../../src/index.js';
import { under } from './support.js';

const on = '2017-05-16';
const credential = holds('staff.credentials', ['MO-MRSS-P', 'MO-CMPS']);
const renamed = holds('staff.credentials', ['MO-CPS'], { since: '2018-03-01' });

function reasonsOf(leaves: Leaf[], facts: Partial<Session>) {
  return hintsOf(leaves, under({ dateOfService: on, ...facts })).map(({ code, reason }) => [code, reason]);
}

function textsOf(leaves: Leaf[], facts: Partial<Session>) {
  return hintsOf(leaves, under({ dateOfService: on, ...facts })).map(({ text }) => text);
}

const holding = (...credentials: { code: string; from?: string; through?: string }[]) => ({
  staff: { credentials },
});

describe('a code that does not count that day', () => {
  test.each<[Partial<Session>, string[]]>([
    [holding({ code: 'MO-CMPS', through: '2017-05-15' }), ['MO-CMPS was held only through 2017-05-15']],
    [
      holding({ code: 'MO-CMPS', from: '2015-01-01', through: '2016-12-31' }),
      ['MO-CMPS was held only through 2016-12-31'],
    ],
    [holding({ code: 'MO-CMPS', from: '2017-05-17' }), ['MO-CMPS is held only from 2017-05-17']],
    [holding({ code: 'MO-CPS' }), ['MO-CPS counts only from 2018-03-01']],
    [
      holding({ code: 'MO-CMPS', through: '2016-12-31' }, { code: 'MO-MRSS-P', from: '2018-01-01' }),
      ['MO-CMPS was held only through 2016-12-31', 'MO-MRSS-P is held only from 2018-01-01'],
    ],
  ])('%j', (facts, texts) => {
    const hints = hintsOf([credential, renamed], under({ dateOfService: on, ...facts }));
    expect(hints.map(({ text }) => text)).toEqual(texts);
    expect(hints.map(({ sentence }) => sentence)).toEqual(texts.map((text) => `${text}.`));
  });
});

describe('a code that is one letter off', () => {
  test.each(['MO-CMP', 'MO-CMPSS', 'MO-CMXS', 'MO_CMPS', 'mo-cmps'])('%s', (code) => {
    expect(hintsOf([credential], under(holding({ code: 'MO-LPC' }, { code })))).toEqual([
      {
        code: 'MO-CMPS',
        text: 'one entry is written almost like MO-CMPS',
        sentence: 'One entry is written almost like MO-CMPS.',
        reason: 'misspelt',
        entry: 1,
        fact: 'staff.credentials',
      },
    ]);
  });

  test.each(['MO-CMSP', 'CMPS', 'MO-C', 'anything'])('%s is more than one letter off', (code) => {
    expect(textsOf([credential], holding({ code }))).toEqual([]);
  });

  test.each(['MO-CPS', 'MO-QAP', 'MO-LPC'])('%s is a code of its own, and not misspelt', (code) => {
    expect(
      textsOf([credential, holds('staff.credentials', ['MO-QSAP', 'MO-PLPC'])], holding({ code })),
    ).toEqual([]);
  });

  test.each([
    ['MO-QMHPP', 'MO-QMHP'],
    ['MO-LPCC', 'MO-LPC'],
    ['mo-lpc', 'MO-LPC'],
  ])('%s is almost %s, a listed code that would not do either', (code, meant) => {
    expect(textsOf([credential], holding({ code }))).toEqual([`one entry is written almost like ${meant}`]);
  });

  test('a code that would do goes before another that is as near', () => {
    const wanted = holds('staff.credentials', ['MO-PLPC']);
    expect(textsOf([wanted], holding({ code: 'MO-XLPC' }))).toEqual([
      'one entry is written almost like MO-PLPC',
    ]);
    expect(textsOf([credential], holding({ code: 'MO-XLPC' }))).toEqual([
      'one entry is written almost like MO-LPC',
    ]);
  });

  test('in a list of plain codes', () => {
    const facts = { activities: ['transportation', 'seting-goals'] };
    expect(hintsOf([includesAny('activities', ['setting-goals'])], under(facts))).toEqual([
      {
        code: 'setting-goals',
        text: 'one entry is written almost like setting-goals',
        sentence: 'One entry is written almost like setting-goals.',
        reason: 'misspelt',
        entry: 1,
        fact: 'activities',
      },
    ]);
  });
});

describe('no hint', () => {
  test.each<[string, Leaf, Partial<Session>]>([
    ['of an empty list', credential, holding()],
    ['of a list that is not known', credential, {}],
    [
      'of a supervisor who does not exist',
      holds('staff.supervisor.credentials', ['MO-QMHP']),
      { staff: { supervisor: 'none' } },
    ],
    ['of a flag', is('personCentered'), { personCentered: false }],
    ['of an age', ageAtLeast({ years: 16 }), { member: { birthDate: '2010-01-01' } }],
    [
      'of a list whose codes are not open',
      includesOther('member.careTeamRoles', ['peer-specialist']),
      { member: { careTeamRoles: ['nurse', 'peer-specialist'] } },
    ],
    ['of a code that is held, and must not be', credential, holding({ code: 'MO-CMPS' })],
    ['of a diagnosis', hasDiagnosis('bipolar'), { assessment: { diagnoses: ['F41.1'] } }],
    [
      'of a plain code that is there',
      includesAny('activities', ['setting-goals']),
      { activities: ['setting-goals'] },
    ],
  ])('%s', (_what, leaf, facts) => {
    expect(textsOf([leaf], facts)).toEqual([]);
  });
});

test('what the input says is never repeated', () => {
  const hints = hintsOf([credential], under(holding({ code: 'MO-CMPZ' })));
  expect(hints).toHaveLength(1);
  expect(JSON.stringify(hints)).not.toContain('MO-CMPZ');
});

test('a code that is held on its first or its last day is held', () => {
  const text = 'MO-CPS counts only from 2018-03-01';
  expect(textsOf([renamed], holding({ code: 'MO-CPS', from: on }))).toEqual([text]);
  expect(textsOf([renamed], holding({ code: 'MO-CPS', through: on }))).toEqual([text]);
  expect(textsOf([renamed], holding({ code: 'MO-CPS', through: '2030-12-31' }))).toEqual([text]);
});

test('a code that counts only later is told apart from both', () => {
  expect(reasonsOf([renamed], holding({ code: 'MO-CPS' }))).toEqual([['MO-CPS', 'not-counted']]);
});

describe('one entry of a list is spoken of once', () => {
  test('however many questions it fails', () => {
    const again = holds('staff.credentials', ['MO-CMPS', 'MO-LPC']);
    expect(textsOf([credential, again], holding({ code: 'MO-CMPZ' }))).toHaveLength(1);
  });

  test('and one of another list too', () => {
    const leaves = [credential, includesAny('activities', ['setting-goals'])];
    const facts = { ...holding({ code: 'MO-CMPZ' }), activities: ['seting-goals'] };
    expect(hintsOf(leaves, under(facts)).map(({ fact }) => fact)).toEqual([
      'staff.credentials',
      'activities',
    ]);
  });
});

test('a code that is not held is told apart from one that is misspelt', () => {
  const credentials = holding({ code: 'MO-CMPS', through: '2017-05-15' }, { code: 'MO-CMPZ' });
  expect(reasonsOf([credential], credentials)).toEqual([
    ['MO-CMPS', 'not-held'],
    ['MO-CMPS', 'misspelt'],
  ]);
});

describe('a training that does not count', () => {
  const trained = doneBy('staff.trainings', 'illness-management-and-recovery');
  const topic = 'illness-management-and-recovery';

  test.each<[title: string, trainings: { topic: string; completedOn?: string }[], hints: unknown[]]>([
    [
      'on the topic, later',
      [{ topic: 'ptsd' }, { topic, completedOn: '2017-05-17' }],
      [[`${topic} is completed only on 2017-05-17`, 'not-counted', 1]],
    ],
    [
      'on a topic one letter off',
      [{ topic: 'illness-managment-and-recovery', completedOn: '2017-05-16' }],
      [[`one entry is written almost like ${topic}`, 'misspelt', 0]],
    ],
    ['on other topics, one of them one letter off', [{ topic: 'ptsd' }, { topic: 'ptsdd' }], []],
    ['none', [], []],
  ])('%s', (_title, trainings, hints) => {
    const found = hintsOf([trained], under({ dateOfService: on, staff: { trainings } }));
    expect(found.map(({ text, reason, entry }) => [text, reason, entry])).toEqual(hints);
    for (const { sentence } of found) expect(sentence).toMatch(/^(?:illness-|One entry).*\.$/);
  });

  test('of a supervisor that there is not', () => {
    const ofSupervisor = doneBy('staff.supervisor.trainings', topic);
    expect(textsOf([ofSupervisor], { staff: { supervisor: 'none' } })).toEqual([]);
  });
});
