import type { Session } from '../facts/generated/types.js';
import type { Verdict } from '../findings/result.js';
import type { ClaimResult, InvalidResult, SessionResult, Totals, VoidResult } from './result.js';
import { sum, type Money } from '../values/money.js';
import { addUnits } from '../units/quantity.js';

/** How many entries came out how, and the sums over those that could be read. */
export interface BatchTotals extends Totals {
  entries: number;
  billable: number;
  notBillable: number;
  undetermined: number;
  invalid: number;
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

export function tallyOf(session: Session, { verdict, units, price }: SessionResult): Tally {
  return {
    verdict,
    units: session.units ?? units?.supported,
    charge: session.charge ?? price?.charge,
  };
}

export function countsOf(
  results: readonly (SessionResult | ClaimResult | VoidResult | InvalidResult)[],
): Omit<BatchTotals, keyof Totals> {
  const number = (wanted: Verdict | 'invalid') =>
    results.filter((result) => result.kind !== 'void' && result.verdict === wanted).length;
  return {
    entries: results.length,
    billable: number('billable'),
    notBillable: number('not-billable'),
    undetermined: number('undetermined'),
    invalid: number('invalid'),
    void: results.filter(({ kind }) => kind === 'void').length,
  };
}

export function sumsOf(tallies: readonly Tally[]): Totals {
  const charge = (...verdicts: readonly Verdict[]) =>
    sum(tallies.flatMap((tally) => (verdicts.includes(tally.verdict) ? (tally.charge ?? []) : [])));
  return {
    units: tallies.reduce((total, { units }) => addUnits(total, units ?? 0), 0),
    charge: charge('billable', 'not-billable', 'undetermined'),
    billableCharge: charge('billable'),
    notBillableCharge: charge('not-billable'),
    undeterminedCharge: charge('undetermined'),
  };
}
