import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/index.js';
import { inLimitOrder } from '../../src/check/limit-order.js';

const session = (
  id: string | null,
  dateOfService: string,
  startTime?: string | null,
  rest = {},
): Session => ({
  id,
  service: 'mo/peer-support',
  dateOfService,
  ...(startTime !== undefined && { startTime }),
  ...rest,
});

const ordered: [why: string, Session][] = [
  ['the first day', session('Z', '2017-05-15', '23:00')],
  ['the next day, the first start', session('Y', '2017-05-16', '08:00')],
  ['a later start', session('A', '2017-05-16', '09:00')],
  ['the same start, the next key', session('B', '2017-05-16', '09:00')],
  ['the same start, a key in small letters', session('a', '2017-05-16', '09:00')],
  ['the same start, no key', session(null, '2017-05-16', '09:00')],
  ['no start', session('A', '2017-05-16', null)],
  ['no start, the next key', session('B', '2017-05-16')],
  ['nothing but the content tells', session(null, '2017-05-16', null, { units: 1 })],
  ['nothing but the content tells', session(null, '2017-05-16', null, { units: 2 })],
];

describe('limit order', () => {
  test('by day, start, key and content, what is not known last', () => {
    const backwards = [...ordered].reverse().map(([, one]) => ({ kind: 'session' as const, session: one }));
    expect(inLimitOrder(backwards).map((one) => one.session)).toEqual(ordered.map(([, one]) => one));
  });

  test('has no part of the input order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (shuffled) => {
        expect(inLimitOrder(shuffled.map(([, one]) => ({ kind: 'session' as const, session: one })))).toEqual(
          ordered.map(([, one]) => ({ kind: 'session' as const, session: one })),
        );
      }),
    );
  });

  test('lines of one claim come in their order, and lines alike in that of the content of their claims', () => {
    const alike = session('C-1', '2017-05-16', '09:00', { units: 1 });
    const unlike = session('C-1', '2017-05-16', '09:00', { units: 0 });
    const lineOf = (entry: number, line: number, one: Session, funding?: 'medicaid') => ({
      kind: 'line' as const,
      session: one,
      position: { entry, line },
      claim: { jurisdiction: 'MO', ...(funding !== undefined && { funding }), lines: [] },
    });
    const first = lineOf(1, 0, alike, 'medicaid');
    const firstOfOther = lineOf(0, 0, alike);
    const second = lineOf(1, 1, unlike);
    const third = lineOf(1, 2, alike);
    const inOrder = [first, firstOfOther, second, third];
    expect(inLimitOrder([third, second, firstOfOther, first])).toEqual(inOrder);
    expect(inLimitOrder([firstOfOther, first, third, second])).toEqual(inOrder);
  });

  test('sessions that are alike in all stay as they come', () => {
    const alone = () => ({ kind: 'session' as const, session: session(null, '2017-05-16') });
    const [one, other] = [alone(), alone()];
    expect(inLimitOrder([one, other])[0]).toBe(one);
    expect(inLimitOrder([other, one])[0]).toBe(other);
  });

  test('leaves the list as it is', () => {
    const entries = ordered.map(([, one]) => ({ kind: 'session' as const, session: one })).reverse();
    const before = [...entries];
    inLimitOrder(entries);
    expect(entries).toEqual(before);
  });
});
