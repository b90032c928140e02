import { compareMoney, type Money } from '../values/money.js';
import { sum } from '../values/sum.js';
import { itemsOf, type Item } from './items.js';
import type { CheckedRecord } from './records.js';

/** A record, and the charges of what of it is not billable or cannot be told yet; left out where none is known. */
export interface AtStake {
  readonly record: CheckedRecord;
  readonly charge?: Money;
}

/** How bad a verdict is: the worst first. */
const ranks = { 'not-billable': 0, invalid: 1, undetermined: 2, void: 3, billable: 4 } as const;

/** The records with most money at stake first; of equal money the worse verdict, then in their order. */
export function worstFirst(records: readonly CheckedRecord[]): AtStake[] {
  return records
    .map((record): AtStake => {
      const held = itemsOf(record).filter(({ verdict }) => verdict !== 'billable');
      return { record, ...chargeOf(held) };
    })
    .sort(
      (one, other) =>
        compareMoney(other.charge ?? '0.00', one.charge ?? '0.00') ||
        rankOf(one) - rankOf(other) ||
        one.record.entry - other.record.entry,
    );
}

function rankOf({ record: { result } }: AtStake): number {
  return ranks[result.kind === 'void' ? 'void' : result.verdict];
}

/** The sum of the charges that are known, if any is. */
export function chargeOf(items: readonly Item[]): { readonly charge?: Money } {
  const charges = items.flatMap(({ charge }) => charge ?? []);
  return charges.length === 0 ? {} : { charge: sum(charges) };
}
