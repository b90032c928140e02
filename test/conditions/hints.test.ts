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
    [
      holding({ code: 'MO-CMPS', through: '2017-05-15' }),
      ['Certified Missouri Peer Specialist (MO-CMPS) ended on 2017-05-15, before the session'],
    ],
    [
      holding({ code: 'MO-CMPS', from: '2015-01-01', through: '2016-12-31' }),
      ['Certified Missouri Peer Specialist (MO-CMPS) ended on 2016-12-31, before the session'],
    ],
    [
      holding({ code: 'MO-CMPS', from: '2017-05-17' }),
      ['Certified Missouri Peer Specialist (MO-CMPS) begins on 2017-05-17, after the session'],
    ],
    [
      holding({ code: 'MO-CPS' }),
      ['Certified Peer Specialist (MO-CPS) counts only from 2018-03-01 on, after the session'],
    ],
    [
      holding({ code: 'MO-CMPS', through: '2016-12-31' }, { code: 'MO-MRSS-P', from: '2018-01-01' }),
      [
        'Certified Missouri Peer Specialist (MO-CMPS) ended on 2016-12-31, before the session',
        'Missouri Recovery Support Specialist - Peer (MO-MRSS-P) begins on 2018-01-01, after the session',
      ],
    ],
  ])('%j', (facts, texts) => {
    const hints = hintsOf([credential, renamed], under({ dateOfService: on, ...facts }));
    expect(hints.map(({ text }) => text)).toEqual(texts);
  });
});

test('a code in other letters is the code', () => {
  const facts = holding({ code: 'mo_cmps ', through: '2017-05-15' });
  expect(textsOf([credential], facts)).toEqual([
    'Certified Missouri Peer Specialist (MO-CMPS) ended on 2017-05-15, before the session',
  ]);
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
    ['of a word on no list, which is not known', credential, holding({ code: 'MO-CMPZ' })],
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

test('a code that is held on its first or its last day is held', () => {
  const text = 'Certified Peer Specialist (MO-CPS) counts only from 2018-03-01 on, after the session';
  expect(textsOf([renamed], holding({ code: 'MO-CPS', from: on }))).toEqual([text]);
  expect(textsOf([renamed], holding({ code: 'MO-CPS', through: on }))).toEqual([text]);
  expect(textsOf([renamed], holding({ code: 'MO-CPS', through: '2030-12-31' }))).toEqual([text]);
});

test('a code that counts only later is told apart from both', () => {
  expect(reasonsOf([renamed], holding({ code: 'MO-CPS' }))).toEqual([['MO-CPS', 'not-counted']]);
});

describe('one entry of a list is spoken of once', () => {
  const lapsed = holding({ code: 'MO-CMPS', through: '2017-05-15' });

  test('however many questions it fails', () => {
    const again = holds('staff.credentials', ['MO-CMPS', 'MO-LPC']);
    expect(textsOf([credential, again], lapsed)).toHaveLength(1);
  });

  test('and one of another list too', () => {
    const program = holds('member.programs', ['MO-PR-PLUS']);
    const facts = { ...lapsed, member: { programs: [{ code: 'MO-PR-PLUS', from: '2018-01-01' }] } };
    expect(
      hintsOf([credential, program], under({ dateOfService: on, ...facts })).map(({ fact }) => fact),
    ).toEqual(['staff.credentials', 'member.programs']);
  });
});

describe('a training that does not count', () => {
  const trained = doneBy('staff.trainings', 'illness-management-and-recovery');
  const topic = 'illness-management-and-recovery';

  test.each<[title: string, trainings: { topic: string; completedOn?: string }[], hints: unknown[]]>([
    [
      'on the topic, later',
      [{ topic: 'ptsd' }, { topic, completedOn: '2017-05-17' }],
      [
        [
          'the training on illness management and recovery is completed on 2017-05-17, after the session',
          'not-counted',
          1,
        ],
      ],
    ],
    ['on other topics, one of them on no list', [{ topic: 'ptsd' }, { topic: 'ptsdd' }], []],
    ['none', [], []],
  ])('%s', (_title, trainings, hints) => {
    const found = hintsOf([trained], under({ dateOfService: on, staff: { trainings } }));
    expect(found.map(({ text, reason, entry }) => [text, reason, entry])).toEqual(hints);
  });

  test('of a supervisor that there is not', () => {
    const ofSupervisor = doneBy('staff.supervisor.trainings', topic);
    expect(textsOf([ofSupervisor], { staff: { supervisor: 'none' } })).toEqual([]);
  });
});
