import type { Session } from '../facts/generated/types.js';
import type { Verdict } from '../findings/result.js';
import { isTaken } from '../facts/taken.js';
import type { ClaimResult, InvalidResult, SessionResult, Totals, VoidResult } from './result.js';
import type { Money } from '../values/money.js';
import { sum } from '../values/sum.js';
import { addUnits } from '../units/quantity.js';

/** How many entries came out how, and the sums over those that could be read. */
export interface BatchTotals extends Totals {
  entries: number;
  billable: number;
  notBillable: number;
  undetermined: number;
  invalid: number;
  /** Cancelled sessions and no-shows that state neither units nor a charge: of the numbers by verdict none counts them. */
  notTakenPlace: number;
  /** Claims that void another. */
  void: number;
}

/** What a session or a claim line adds to the totals. */
export interface Tally {
  readonly verdict: Verdict;
  /** Left out where not known. */
  readonly units: number | undefined;
  /** Left out where none is stated and no rate is on file. */
  readonly charge: Money | undefined;
}

/** Of what did not take place, no units, and the charge that is stated. */
export function tallyOf(
  stated: Pick<Session, 'phase' | 'units' | 'charge'>,
  { units, price }: Pick<SessionResult, 'units' | 'price'>,
  verdict: Verdict,
): Tally {
  if (!isTaken(stated)) return { verdict, units: 0, charge: stated.charge ?? '0.00' };
  return {
    verdict,
    units: stated.units ?? units?.supported,
    charge: stated.charge ?? price?.charge,
  };
}

/** Whether a session did not take place, and nobody means to bill it. */
export function isOnlyNotTaken(session: Session): boolean {
  return !isTaken(session) && session.units == null && session.charge == null;
}

export function countsOf(
  results: readonly (SessionResult | ClaimResult | VoidResult | InvalidResult)[],
  notTakenPlace: number,
): Omit<BatchTotals, keyof Totals> {
  const counts = { billable: 0, 'not-billable': 0, undetermined: 0, invalid: 0, void: 0 };
  for (const result of results) counts[result.kind === 'void' ? 'void' : result.verdict] += 1;
  return {
    entries: results.length,
    billable: counts.billable,
    notBillable: counts['not-billable'] - notTakenPlace,
    undetermined: counts.undetermined,
    invalid: counts.invalid,
    notTakenPlace,
    void: counts.void,
  };
}

export function sumsOf(tallies: readonly Tally[]): Totals {
  const charges: Record<Verdict, Money[]> = { billable: [], 'not-billable': [], undetermined: [] };
  let total = 0;
  for (const { verdict, units, charge } of tallies) {
    total = addUnits(total, units ?? 0);
    if (charge !== undefined) charges[verdict].push(charge);
  }
  const billableCharge = sum(charges.billable);
  const notBillableCharge = sum(charges['not-billable']);
  const undeterminedCharge = sum(charges.undetermined);
  const charge = sum([billableCharge, notBillableCharge, undeterminedCharge]);
  return { units: total, charge, billableCharge, notBillableCharge, undeterminedCharge };
}
