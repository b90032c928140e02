/** How minutes become units: whole units only, or a unit from the middle of it on. */
export type Rounding = 'floor' | 'midpoint';

/** Units that so many minutes support, for units of `unitMinutes` minutes. */
export function unitsOf(minutes: number, unitMinutes: number, rounding: Rounding): number {
  // Past its middle a unit counts: one of 15 minutes from the 8th, one of 30 from the 16th.
  const start = rounding === 'midpoint' ? Math.floor((unitMinutes - 1) / 2) : 0;
  return Math.floor((minutes + start) / unitMinutes);
}
