/** Kleene's three truth values, ordered: `all` is the least of them, `any` the greatest, `not` is 2 minus. */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
export type Truth = typeof FALSE | typeof UNKNOWN | typeof TRUE;

export function truthOf(value: boolean): Truth {
  return value ? TRUE : FALSE;
}

/** Unknown where the value is; false of what is stated not to exist. */
export function ifKnown(value: unknown, test: (known: unknown) => boolean): Truth {
  if (value == null) return UNKNOWN;
  return truthOf(value !== 'none' && test(value));
}

export function opposite(truth: Truth): Truth {
  return (TRUE - truth) as Truth;
}
