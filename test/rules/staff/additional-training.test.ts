import { describe, expect, test } from 'vitest';
import { generalCitation, oneSentence } from '../support.js';
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
    reading: 'training-deadline',
  };

  test('of what is late gives the hours and the day it was due', () => {
    const message =
      'Not done by 2025-07-02: cpr-additional-training, iddt (1.5 of 2 hours); additional training must be completed within six months of the first service; due on 2025-07-01.';
    expect(message).toMatch(oneSentence);
    expect(said(rule, { ...first, trainings: [iddt(1.5)] }, dayAfter)).toStrictEqual({
      ...always,
      outcome: 'fail',
      message,
      data: { topics: [{ topic: 'cpr-additional-training' }, left], dueOn: lastDay },
      denials: [{ carc: '185', rarc: 'N570', group: 'CO', likelihood: 'possible' }],
    });
  });

  test('of what is still in time draws no denial', () => {
    expect(said(rule, { ...first, trainings: [cpr, iddt(1.5)] }, lastDay)).toStrictEqual({
      ...always,
      outcome: 'due',
      message:
        'Not done by 2025-07-01: iddt (1.5 of 2 hours); additional training must be completed within six months of the first service; due on 2025-07-01.',
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
});
