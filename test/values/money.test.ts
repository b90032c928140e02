import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMoney, isMoney, minus, times } from '../../src/values/money.js';
import { sum } from '../../src/values/sum.js';

describe('an amount of money', () => {
  test.each(['0.00', '0.01', '4.95', '20.36', '1000000.00', '999999999999999.99'])('%s', (text) => {
    expect(isMoney(text)).toBe(true);
  });
});

describe('no amount of money', () => {
  test.each([
    ['', 'nothing'],
    ['5', 'no cents'],
    ['5.', 'no cents'],
    ['5.0', 'one digit'],
    ['5.000', 'three digits'],
    ['.50', 'no dollars'],
    ['-5.00', 'a credit'],
    ['+5.00', 'a sign'],
    ['$5.00', 'a dollar sign'],
    ['1,000.00', 'a comma'],
    ['5,00', 'a decimal comma'],
    ['5.00 ', 'a space'],
    ['5.00\n', 'a line end'],
    ['1e2.00', 'an exponent'],
    ['NaN', 'no number'],
    ['Infinity', 'no number'],
    ['５.００', 'full-width digits'],
  ])('%j (%s)', (text) => {
    expect(isMoney(text)).toBe(false);
  });
});

describe('rate times units', () => {
  test.each([
    ['4.95', 8, '39.60'],
    ['4.95', 0, '0.00'],
    ['20.36', 3, '61.08'],
    ['0.07', 100, '7.00'],
    ['1.10', 3, '3.30'],
    ['0.01', 0.5, '0.01'],
    ['0.01', 0.4, '0.00'],
    ['4.95', 0.1, '0.50'],
    ['4.94', 0.1, '0.49'],
    ['1.00', 1.5, '1.50'],
    ['0.35', 0.1, '0.04'],
    ['4.95', 1_000_000_007, '4950000034.65'],
    ['999999999999999.99', 1_000_000, '999999999999999990000.00'],
    ['999999999999999.99', 1e21, '999999999999999990000000000000000000.00'],
    ['999999999999999.99', 1.5e21, '1499999999999999985000000000000000000.00'],
    ['999999999999999.99', 5e-7, '500000000.00'],
    ['4.95', -1.5, '-7.43'],
    ['4.95', NaN, 'NaN'],
    ['4.95', Infinity, 'Infinity'],
  ])('%s times %f is %s; half a cent counts up', (rate, units, expected) => {
    expect(times(rate, units)).toBe(expected);
  });

  test('no units cost nothing, and never a negative nothing', () => {
    expect(times('4.95', -0)).toBe('0.00');
  });
});

describe('difference', () => {
  test.each([
    ['39.61', '39.60', '0.01'],
    ['39.59', '39.60', '-0.01'],
    ['39.60', '39.60', '0.00'],
    ['0.30', '0.10', '0.20'],
    ['999999999999999.99', '0.01', '999999999999999.98'],
  ])('%s less %s is %s', (left, right, expected) => {
    expect(minus(left, right)).toBe(expected);
  });
});

describe('order', () => {
  test.each([
    ['10.00', '9.99', 1],
    ['9.99', '10.00', -1],
    ['9.99', '9.99', 0],
    ['100.00', '99.99', 1],
    ['999999999999999.98', '999999999999999.99', -1],
  ])('%s against %s: %i', (left, right, expected) => {
    expect(Math.sign(compareMoney(left, right))).toBe(expected);
  });
});

describe('sum', () => {
  test('of nothing is nothing', () => {
    expect(sum([])).toBe('0.00');
  });

  test('of a thousand times ten cents is a hundred dollars', () => {
    expect(sum(Array.from({ length: 1000 }, () => '0.10'))).toBe('100.00');
  });
});

const dollars = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
const cents = fc.bigInt({ min: 0n, max: 10n ** 17n - 1n });
const everyday = fc.bigInt({ min: 0n, max: 100_000n });

describe('exact to the cent', () => {
  test('sums', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(everyday, cents)), (amounts) => {
        expect(sum(amounts.map(dollars))).toBe(
          dollars(amounts.reduce((total, amount) => total + amount, 0n)),
        );
      }),
    );
  });

  test('products with whole units', () => {
    fc.assert(
      fc.property(cents, fc.nat({ max: 1_000_000 }), (rate, units) => {
        expect(times(dollars(rate), units)).toBe(dollars(rate * BigInt(units)));
      }),
    );
  });

  test('products with parts of a unit, as another library has them', () => {
    const Exact = Decimal.clone({ precision: 400, rounding: Decimal.ROUND_HALF_UP });
    const units = fc.oneof(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.oneof(everyday, cents), units, (rate, some) => {
        const expected = new Exact(dollars(rate)).times(some).toFixed(2);
        expect(times(dollars(rate), some)).toBe(expected);
      }),
    );
  });

  test('differences and order', () => {
    fc.assert(
      fc.property(cents, cents, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(minus(dollars(high), dollars(low))).toBe(dollars(high - low));
        expect(Math.sign(compareMoney(dollars(low), dollars(high)))).toBe(low === high ? 0 : -1);
      }),
    );
  });
});
