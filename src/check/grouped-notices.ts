import { count } from '../findings/wording.js';
import { spanOf } from '../rules/schedule/placed.js';
import type { BatchSettings } from './entries.js';
import type { Entry } from './entry.js';
import { notCompared } from './side-by-side.js';
import type { Tally } from './totals.js';

export const MEMBERS_ONE_BY_ONE =
  'Members are judged one by one: overlaps of staff and rosters of groups are not judged.';

/** Counts, member by member, what a person should know of a grouped batch. */
export interface GroupedNotices {
  readonly count: (entries: readonly Entry[], tallies: readonly Tally[]) => void;
  readonly inWords: () => string[];
}

export function createGroupedNotices(history: BatchSettings['history']): GroupedNotices {
  const ofHistory = notCompared([], (history ?? []).map(placed), history == null);
  let noUnits = 0;
  let noCharge = 0;
  let noClock = 0;
  return {
    count(entries, tallies) {
      noUnits += tallies.filter(({ units }) => units === undefined).length;
      noCharge += tallies.filter(({ charge }) => charge === undefined).length;
      noClock += entries.filter(({ session }) => spanOf(session) === null).length;
    },
    inWords: () => [
      ...said(noUnits, (entries) => `The totals leave out the units of ${entries}: they are not known.`),
      ...said(
        noCharge,
        (entries) => `The totals leave out the charges of ${entries}: none is stated and no rate is on file.`,
      ),
      ...ofHistory,
      ...said(noClock, (entries) => `Overlaps: ${entries} without both clock times could not be compared.`),
      MEMBERS_ONE_BY_ONE,
    ],
  };
}

function said(number: number, sentence: (entries: string) => string): string[] {
  return number === 0 ? [] : [sentence(count(number, 'entry', 'entries'))];
}

function placed(use: NonNullable<BatchSettings['history']>[number], index: number) {
  return { position: { history: index }, session: use, member: null, staff: null };
}
