import { describe, expect, test } from 'vitest';
import { generalCitation, wholeSentences } from '../support.js';
import { cpr, iddt, inShort, said, type Staff } from './support.js';

const rule = 'staff/additional-training';
const first = { firstServiceDate: '2025-01-01' };
const lastDay = '2025-07-01';
const dayAfter = '2025-07-02';

describe('additional training is done within six months', () => {
  test.each<[title: string, Staff | null, on: string, expected: string]>([
    ['all done, early', { ...first, trainings: [cpr, iddt(2)] }, '2025-03-03', 'pass'],
    ['all done, late', { ...first, trainings: [cpr, iddt(2, { completedOn: dayAfter })] }, dayAfter, 'pass'],
    ['all done, no first day known', { trainings: [cpr, iddt(2)] }, dayAfter, 'pass'],
    ['one left on the last day', { ...first, trainings: [cpr] }, lastDay, 'due iddt'],
    ['one left the day after', { ...first, trainings: [cpr] }, dayAfter, 'fail iddt'],
    ['some hours left on the last day', { ...first, trainings: [cpr, iddt(1.5)] }, lastDay, 'due iddt'],
    ['some hours left the day after', { ...first, trainings: [cpr, iddt(1.5)] }, dayAfter, 'fail iddt'],
    ['hours not known on the last day', { ...first, trainings: [cpr, iddt(null)] }, lastDay, 'due iddt'],
    ['hours not known the day after', { ...first, trainings: [cpr, iddt(null)] }, dayAfter, 'unknown iddt'],
    ['trainings not known the day after', first, dayAfter, 'unknown cpr-additional-training iddt'],
    ['one left, first day not known', { trainings: [cpr] }, dayAfter, 'unknown iddt'],
    ['one left, hired within six months', { hireDate: '2025-01-01', trainings: [cpr] }, lastDay, 'due iddt'],
    ['one left, hired longer ago', { hireDate: '2025-01-01', trainings: [cpr] }, dayAfter, 'unknown iddt'],
    ['nothing known', null, dayAfter, 'unknown cpr-additional-training iddt'],
  ])('%s', (_title, staff, on, expected) => {
    expect(inShort(said(rule, staff, on))).toBe(expected);
  });
});

describe('the finding', () => {
  const left = { topic: 'iddt', hoursDone: 1.5, hoursNeeded: 2 };
  const always = {
    rule,
    severity: 'error',
    paths: ['/staff/trainings'],
    missing: [],
    citations: [generalCitation('Additional training')],
    basis: 'reading',
    reading: { name: 'training-deadline', setting: 'trainingFrom' },
  };

  test('of what is late gives the hours and the day it was due', () => {
    const message =
      'Not done by 2025-07-02: Community Psychiatric Rehabilitation (CPR) additional training (cpr-additional-training); integrated dual disorders treatment (iddt), 1.5 of 2 hours. Additional training must be completed within six months. It was due by 2025-07-01.';
    expect(message).toMatch(wholeSentences);
    expect(said(rule, { ...first, trainings: [iddt(1.5)] }, dayAfter)).toStrictEqual({
      ...always,
      outcome: 'fail',
      message,
      data: { topics: [{ topic: 'cpr-additional-training' }, left], dueOn: lastDay },
      denials: [{ carc: '185', rarc: 'N570', group: 'CO', likelihood: 'possible', seenAt: 'audit' }],
    });
  });

  test('of what is still in time draws no denial', () => {
    expect(said(rule, { ...first, trainings: [cpr, iddt(1.5)] }, lastDay)).toStrictEqual({
      ...always,
      outcome: 'due',
      message:
        'Not done by 2025-07-01: integrated dual disorders treatment (iddt), 1.5 of 2 hours. Additional training must be completed within six months. It is due by 2025-07-01.',
      data: { topics: [left], dueOn: lastDay },
      denials: [],
    });
  });

  test('of a first day that is not known asks for it', () => {
    expect(said(rule, { hireDate: '2025-01-01', trainings: [cpr] }, dayAfter)).toMatchObject({
      outcome: 'unknown',
      data: { dueOn: null },
      missing: [{ path: '/staff/firstServiceDate', heldBy: 'personnel' }],
    });
  });

  test('of a first day that is not known asks for no more where a topic is short', () => {
    expect(said(rule, { trainings: [iddt(null)] }, dayAfter)).toMatchObject({
      outcome: 'unknown',
      message:
        'Not known: the first day on which the rendering staff member gave professional PSR. Not done by 2025-07-02: Community Psychiatric Rehabilitation (CPR) additional training (cpr-additional-training). Not known to be done by 2025-07-02: integrated dual disorders treatment (iddt), 2 hours needed. Additional training must be completed within six months.',
      missing: [{ path: '/staff/firstServiceDate' }],
    });
  });

  test.each<[title: string, trainings: Staff['trainings'], on: string, whatIsLeft: string]>([
    [
      'short and not known, late',
      [iddt(null)],
      dayAfter,
      'Not done by 2025-07-02: Community Psychiatric Rehabilitation (CPR) additional training (cpr-additional-training). Not known to be done by 2025-07-02: integrated dual disorders treatment (iddt), 2 hours needed. ',
    ],
    [
      'not known, in time',
      [cpr, iddt(1), iddt(null)],
      lastDay,
      'Not known to be done by 2025-07-01: integrated dual disorders treatment (iddt), 1 of 2 hours. ',
    ],
  ])('of what is %s keeps the two apart', (_title, trainings, on, whatIsLeft) => {
    expect(said(rule, { ...first, trainings }, on)).toMatchObject({
      message: expect.stringContaining(whatIsLeft) as string,
      missing: [],
    });
  });

  test('of a word on no list, which may be the topic that is left', () => {
    const trainings = [cpr, { ...iddt(2), topic: 'idddt' }];
    const finding = said(rule, { ...first, trainings }, dayAfter);
    expect(finding).toMatchObject({
      outcome: 'unknown',
      message:
        "Not known: what a word among the rendering staff member's trainings means, perhaps integrated dual disorders treatment (iddt). Not known to be done by 2025-07-02: integrated dual disorders treatment (iddt), 2 hours needed. Additional training must be completed within six months. It was due by 2025-07-01.",
      missing: [{ path: '/staff/trainings/1', type: 'code', accepts: ['iddt'], nearest: 'iddt' }],
    });
    expect(JSON.stringify(finding)).not.toContain('idddt');
  });

  test.each<[title: string, rest: Staff, outcome: string]>([
    ['a waiver', { trainingWaivers: [{ topic: 'dual diagnosis' }] }, 'unknown'],
    ['an exception', { trainingExceptions: [{ topic: 'dual diagnosis' }] }, 'unknown'],
    ['a waiver in other letters', { trainingWaivers: [{ topic: 'Iddt' }] }, 'pass'],
    ['a training of another topic', { trainings: [cpr, { ...iddt(2), topic: 'ptsd' }] }, 'fail'],
    ['a training too short', { trainings: [cpr, { ...iddt(1), topic: 'dual' }] }, 'fail'],
    [
      'two of one word that add up',
      { trainings: [cpr, ...[1, 1].map((hours) => ({ ...iddt(hours), topic: 'dual' }))] },
      'unknown',
    ],
    [
      'two words that add up',
      { trainings: [cpr, { ...iddt(1), topic: 'dual' }, { ...iddt(1), topic: 'both' }] },
      'unknown',
    ],
    ['one word for two topics', { trainings: [{ ...iddt(2), topic: 'dual' }] }, 'fail'],
    [
      'two words for two topics',
      {
        trainings: [
          { ...iddt(2), topic: 'dual' },
          { ...iddt(1), topic: 'other' },
        ],
      },
      'unknown',
    ],
    [
      'two words that are too short for one of the topics',
      {
        trainings: [
          { ...iddt(1), topic: 'dual' },
          { ...iddt(1), topic: 'other' },
        ],
      },
      'fail',
    ],
  ])('of %s', (_title, rest, outcome) => {
    const found = said(rule, { ...first, trainings: [cpr], ...rest }, dayAfter);
    expect(found).toEqual(outcome === 'pass' ? 'pass' : expect.objectContaining({ outcome }));
  });
});
