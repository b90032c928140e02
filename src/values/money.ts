import { Decimal } from 'decimal.js';

/** US dollars as text with exactly two digits after the point, such as `"20.36"`. Never a number. */
export type Money = string;

const ZERO = 48;
const MONEY = /^\d{1,15}\.\d{2}$/;
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });

export function isMoney(text: string): boolean {
  return MONEY.test(text);
}

/** Rate times units, to the cent; half a cent counts up. */
export function times(rate: Money, units: number): Money {
  const cents = centsOf(rate) * units;
  if (Number.isInteger(units) && Number.isSafeInteger(cents)) return fromCents(cents);
  return new Exact(rate).times(units).toFixed(2);
}

/** The amount by which `left` is more than `right`; negative with a leading minus. */
export function minus(left: Money, right: Money): Money {
  return new Exact(left).minus(right).toFixed(2);
}

/** Cents of an amount: its digits without the point. */
function centsOf(amount: Money): number {
  let cents = 0;
  for (let index = 0; index < amount.length; index++) {
    const digit = amount.charCodeAt(index) - ZERO;
    if (digit >= 0) cents = cents * 10 + digit;
  }
  return cents;
}

function fromCents(cents: number): Money {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function sum(amounts: readonly Money[]): Money {
  const cents = amounts.reduce((total, amount) => total + centsOf(amount), 0);
  if (Number.isSafeInteger(cents)) return fromCents(cents);
  return amounts.reduce((total, amount) => total.plus(amount), new Exact(0)).toFixed(2);
}

/** Less than zero, zero or more than zero, as `left` is less than, equal to or more than `right`. */
export function compareMoney(left: Money, right: Money): number {
  return left === right ? 0 : new Exact(left).comparedTo(right);
}
