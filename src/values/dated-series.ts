import type { CivilDate } from './civil-date.js';

/** A value from a day on, or from ever, until the next entry begins. */
export interface Dated {
  readonly from?: CivilDate;
}

/** The entry in force on a day: the latest whose `from` is not after it. Before the first there is none. */
export function entryOn<Entry extends Dated>(series: readonly Entry[], on: CivilDate): Entry | undefined {
  let latest: Entry | undefined;
  for (const entry of series) {
    const isLater = latest === undefined || startOf(entry) > startOf(latest);
    if (startOf(entry) <= on && isLater) latest = entry;
  }
  return latest;
}

/** Without a first day, before every day. */
function startOf({ from }: Dated): CivilDate {
  return from ?? '';
}
