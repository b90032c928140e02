/** Kleene's three truth values, ordered: `all` is the least of them, `any` the greatest, `not` is 2 minus. */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
export type Truth = typeof FALSE | typeof UNKNOWN | typeof TRUE;

export function truthOf(value: boolean): Truth {
  return value ? TRUE : FALSE;
}
