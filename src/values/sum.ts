import { Decimal } from 'decimal.js';
import { centsOf, fromCents, type Money } from './money.js';

const Exact = /* @__PURE__ */ Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 });

/** Of as many amounts as there are; what judges one session adds none, and its bundle leaves this out. */
export function sum(amounts: readonly Money[]): Money {
  const cents = amounts.reduce((total, amount) => total + centsOf(amount), 0);
  if (Number.isSafeInteger(cents)) return fromCents(cents);
  return amounts.reduce((total, amount) => total.plus(amount), new Exact(0)).toFixed(2);
}
