import { addUnits } from '../units/quantity.js';
import type { Who } from '../units/account.js';
import type { CivilDate } from '../values/civil-date.js';
import type { PriorUse, Session } from './generated/types.js';

/** What a reversal is expected to have beside it. */
export const NOTHING_TO_REVERSE =
  'what it reverses: another use of the member, service and day, of as many units or more; leave out what was voided';

/** A prior use, and its place in the history. */
export interface Indexed {
  readonly use: PriorUse;
  readonly index: number;
}

export function isReversal({ units }: PriorUse): boolean {
  return units < 0;
}

/** What is left of a history once its reversals have lessened what they reverse: with no units left it is no use. */
export function settled(history: readonly PriorUse[]): {
  readonly uses: readonly Indexed[];
  readonly reversingNothing: readonly number[];
} {
  const uses = history.map((use, index) => ({ use, index }));
  if (!history.some(isReversal)) return { uses, reversingNothing: [] };
  const left = new Map<number, number>();
  const byKey = new Map<string, Indexed[]>();
  for (const one of uses.filter(({ use }) => !isReversal(use))) {
    const key = keyOf(one.use);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
    left.set(one.index, one.use.units);
  }
  const reversingNothing: number[] = [];
  const lessened = new Set<number>();
  for (const { use, index } of uses.filter((one) => isReversal(one.use))) {
    const enough = (byKey.get(keyOf(use)) ?? []).filter(
      (one) => addUnits(Number(left.get(one.index)), use.units) >= 0,
    );
    const reversed =
      enough.findLast((one) => use.id != null && one.use.id === use.id) ??
      enough.findLast((one) => use.startTime != null && one.use.startTime === use.startTime) ??
      enough.at(-1);
    if (reversed === undefined) reversingNothing.push(index);
    else {
      left.set(reversed.index, addUnits(Number(left.get(reversed.index)), use.units));
      lessened.add(reversed.index);
    }
  }
  return {
    uses: uses.flatMap(({ use, index }) => {
      if (!lessened.has(index)) return isReversal(use) ? [] : { use, index };
      const units = Number(left.get(index));
      return units === 0 ? [] : { use: { ...use, units }, index };
    }),
    reversingNothing,
  };
}

function keyOf(use: PriorUse): string {
  const { memberId, service, procedureCode, modifiers, dateOfService } = use;
  return JSON.stringify(
    [memberId, service, procedureCode, modifiers, dateOfService, throughOf(use)].map((fact) => fact ?? null),
  );
}

/** The last day of what is of several days. */
export function throughOf({
  dateOfService,
  dateOfServiceThrough,
}: Pick<PriorUse, 'dateOfService' | 'dateOfServiceThrough'>): CivilDate | undefined {
  return dateOfServiceThrough == null || dateOfServiceThrough === dateOfService
    ? undefined
    : dateOfServiceThrough;
}

/** An entry, as far as a prior use may be it. */
export interface OwnEntry {
  readonly session: Pick<Session, 'id' | 'service' | 'dateOfService'>;
  /** The last day of one over several days. */
  readonly through?: CivilDate | undefined;
  readonly who: Who;
}

/** Whether a prior use with the id of an entry is that entry: two ledgers may both number from 1. */
export function isItself(
  { use, who }: { readonly use: PriorUse; readonly who: Who },
  { session: { id, service, dateOfService }, who: own, through }: OwnEntry,
): boolean {
  return (
    use.id != null &&
    use.id === id &&
    use.dateOfService === dateOfService &&
    throughOf(use) === through &&
    (use.service == null || use.service === service) &&
    (typeof who === 'number' || typeof own === 'number' || who === own)
  );
}
