import { describe, expect, test } from 'vitest';
import { InputError, mergeNotices, mergeTotals, type Notice } from '../../src/index.js';
import { notice } from '../../src/findings/notices.js';
import { checker, entry } from './support.js';

const notCompared = (staffOverlaps: number, keysAlike: number) =>
  notice('not-compared', {
    staffOverlaps,
    groupRosters: 0,
    ids: 0,
    replacements: 0,
    noMember: 0,
    keysAlike,
  });

const notApplied = notice('waivers-not-applied', { waivers: ['/waivers/0', '/waivers/1'] });
const unused = (...waivers: string[]) => notice('waivers-unused', { waivers });

describe('mergeNotices', () => {
  test.each<[title: string, parts: Notice[][], merged: Notice[]]>([
    ['of no parts none', [], []],
    ['adds numbers up, each to its like', [[notCompared(4, 1)], [notCompared(7, 2)]], [notCompared(11, 3)]],
    [
      'tells once what has no numbers',
      [[notice('no-history')], [notice('no-history')]],
      [notice('no-history')],
    ],
    [
      'keeps sessions and lines apart, those of sessions first',
      [
        [notice('charges-left-out', { count: 1, of: 'line', unitsNotKnown: 1 })],
        [notice('units-left-out', { count: 2, of: 'line' }), notice('no-history')],
        [notice('charges-left-out', { count: 3, of: 'entry', unitsNotKnown: 0 })],
        [notice('charges-left-out', { count: 4, of: 'line', unitsNotKnown: 0 })],
      ],
      [
        notice('charges-left-out', { count: 3, of: 'entry', unitsNotKnown: 0 }),
        notice('units-left-out', { count: 2, of: 'line' }),
        notice('charges-left-out', { count: 5, of: 'line', unitsNotKnown: 1 }),
        notice('no-history'),
      ],
    ],
    [
      'tells them in the order of a batch, whichever part came first',
      [[notCompared(1, 0)], [notice('ids-agree', { count: 1 }), notCompared(1, 0)], [notice('no-history')]],
      [notice('no-history'), notice('ids-agree', { count: 1 }), notCompared(2, 0)],
    ],
    [
      'counts a problem as often as the parts met it',
      [
        [notice('problem', { code: 'x', place: 'line 1', message: 'one' })],
        [notice('problem', { code: 'x', place: 'line 1', message: 'one', count: 3 })],
        [
          notice('problem', { code: 'x', place: 'line 2', message: 'two' }),
          notice('problem', { code: 'x', place: 'line 1', message: 'one' }),
        ],
      ],
      [
        notice('problem', { code: 'x', place: 'line 1', message: 'one', count: 3 }),
        notice('problem', { code: 'x', place: 'line 2', message: 'two' }),
      ],
    ],
    [
      'tells waivers of the configuration as one batch does: unused is one that no part used',
      [
        [notice('waivers-expired', { waivers: ['/waivers/2'] }), unused('/waivers/0', '/waivers/1')],
        [notice('waivers-expired', { waivers: ['/waivers/2'] }), unused('/waivers/1')],
      ],
      [notice('waivers-expired', { waivers: ['/waivers/2'] }), unused('/waivers/1')],
    ],
    ['tells none as unused where a part used each', [[unused('/waivers/0')], []], []],
    ['counts waivers that are not applied once', [[notApplied], [notApplied]], [notApplied]],
  ])('%s', (_title, parts, merged) => {
    expect(mergeNotices(parts)).toEqual(merged);
  });

  test('refuses what are none', () => {
    const told = (parts: unknown) => {
      try {
        return mergeNotices(parts as Notice[][]);
      } catch (error) {
        return error instanceof InputError ? error.issues : error;
      }
    };
    expect(told([[], [{ code: 'of-another-version', message: 'Something.' }]])).toEqual([
      {
        code: 'not-a-choice',
        path: '/1/0/code',
        message: 'expected a code of a notice of this version; merge parts that one version has checked',
      },
    ]);
    expect(told([{ code: 'no-history', message: 'No history.' }])).toMatchObject([
      { code: 'wrong-type', path: '/0' },
    ]);
  });
});

describe('mergeTotals', () => {
  const totalsOf = (...members: string[]) => {
    const batch = checker.createBatch({ history: [] });
    for (const id of members) batch.add(entry(`S-${id}`, { member: { id } }));
    return batch.end().totals;
  };

  test('adds up', () => {
    expect(mergeTotals([totalsOf('M-1'), totalsOf('M-2', 'M-3')])).toEqual(totalsOf('M-1', 'M-2', 'M-3'));
    expect(mergeTotals([])).toEqual(totalsOf());
  });

  test('refuses what are none', () => {
    const { charge, ...rest } = totalsOf('M-1');
    expect(charge).toBeDefined();
    expect(() => mergeTotals([rest as never])).toThrow(InputError);
    expect(() => mergeTotals([{ ...rest, charge: 'much' }])).toThrow('/0/charge');
  });
});

test('firstEntry is where a part begins: a whole number, 0 where left out', () => {
  const twice = [entry('A'), entry('B')];
  const otherOf = (firstEntry?: number | null) => {
    const batch = checker.createBatch({ history: [], firstEntry });
    for (const one of twice) batch.add(one);
    const [, second] = batch.end().results;
    const found = second?.kind === 'session' ? second.findings : [];
    return found.map(({ rule, data }) => [rule, data]);
  };
  expect(otherOf()).toContainEqual(['claim/duplicate', { other: { entry: 0 } }]);
  expect(otherOf(null)).toEqual(otherOf(0));
  expect(otherOf(70)).toContainEqual(['claim/duplicate', { other: { entry: 70 } }]);
  for (const wrong of [-1, 0.5, '3'])
    expect(() => checker.createBatch({ firstEntry: wrong as number })).toThrow('/firstEntry');
});
