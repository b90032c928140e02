/** US dollars as text with exactly two digits after the point, such as `"20.36"`. Never a number. */
export type Money = string;

const ZERO = 48;
const MONEY = /^\d{1,15}\.\d{2}$/;
/** As JavaScript writes numbers: `0.5`, `1e-7`, `1.5e+21`. */
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

export function isMoney(text: string): boolean {
  return MONEY.test(text);
}

/** Rate times units, to the cent; half a cent counts up. */
export function times(rate: Money, units: number): Money {
  const cents = centsOf(rate) * units;
  if (Number.isInteger(units) && Number.isSafeInteger(cents)) return fromCents(cents);
  const written = NUMBER.exec(String(units));
  // No number of units: what is multiplied by it is none either.
  if (written === null) return String(cents);
  const [, sign, whole, fraction = '', exponent = 0] = written;
  const product = exactCents(rate) * BigInt(`${String(whole)}${fraction}`);
  const shift = Number(exponent) - fraction.length;
  const exact = shift < 0 ? halfUp(product, 10n ** BigInt(-shift)) : product * 10n ** BigInt(shift);
  return `${String(sign)}${fromCents(exact)}`;
}

/** The amount by which `left` is more than `right`; negative with a leading minus. */
export function minus(left: Money, right: Money): Money {
  const cents = exactCents(left) - exactCents(right);
  return cents < 0n ? `-${fromCents(-cents)}` : fromCents(cents);
}

/** Less than zero, zero or more than zero, as `left` is less than, equal to or more than `right`. */
export function compareMoney(left: Money, right: Money): number {
  return left === right ? 0 : Number(exactCents(left) - exactCents(right));
}

/** Cents of an amount: its digits without the point; exact as long as they are a safe integer. */
export function centsOf(amount: Money): number {
  let cents = 0;
  for (let index = 0; index < amount.length; index++) {
    const digit = amount.charCodeAt(index) - ZERO;
    if (digit >= 0) cents = cents * 10 + digit;
  }
  return cents;
}

export function fromCents(cents: number | bigint): Money {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function exactCents(amount: Money): bigint {
  return BigInt(amount.replace('.', ''));
}

function halfUp(amount: bigint, divisor: bigint): bigint {
  return (amount * 2n + divisor) / (divisor * 2n);
}
