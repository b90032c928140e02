import type { CivilDate } from './civil-date.js';

/** A value from a day on, until the next entry begins. */
export interface Dated {
  readonly from: CivilDate;
}

/** The entry in force on a day: the latest whose `from` is not after it. Before the first there is none. */
export function entryOn<Entry extends Dated>(series: readonly Entry[], on: CivilDate): Entry | undefined {
  return series.reduce<Entry | undefined>(
    (latest, entry) =>
      entry.from <= on && (latest === undefined || entry.from > latest.from) ? entry : latest,
    undefined,
  );
}
