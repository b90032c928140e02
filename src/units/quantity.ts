/** A number of units of which bounds are known; equal bounds where the number is. */
export interface Quantity<Why> {
  readonly atLeast: number;
  /** `Infinity` where nothing bounds it. */
  readonly atMost: number;
  /** What would tell, where the bounds differ. */
  readonly unknown: readonly Why[];
}

export function exactly(units: number): Quantity<never> {
  return { atLeast: units, atMost: units, unknown: [] };
}

export function between<Why>(atLeast: number, atMost: number, unknown: readonly Why[]): Quantity<Why> {
  return atLeast === atMost ? exactly(atLeast) : { atLeast, atMost, unknown };
}

export function plus<Why>(one: Quantity<Why>, other: Quantity<Why>): Quantity<Why> {
  return between(addUnits(one.atLeast, other.atLeast), addUnits(one.atMost, other.atMost), [
    ...one.unknown,
    ...other.unknown,
  ]);
}

/** The number of units; null where only bounds are known. */
export function known({ atLeast, atMost }: Quantity<unknown>): number | null {
  return atLeast === atMost ? atLeast : null;
}

/** The sum of two numbers of units, exact to a millionth: 0.1 and 0.2 are 0.3. */
export function addUnits(one: number, other: number): number {
  return Math.round((one + other) * 1e6) / 1e6;
}
