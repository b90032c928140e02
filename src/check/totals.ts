import type { Session } from '../facts/session.js';
import type { ClaimResult, InvalidEntry, SessionResult, Totals, Verdict } from '../findings/result.js';
import { count } from '../findings/wording.js';
import { sum, type Money } from '../values/money.js';
import { addUnits } from '../values/units.js';

/** How many entries came out how, and the sums over those that could be read. */
export interface BatchTotals extends Totals {
  entries: number;
  billable: number;
  notBillable: number;
  undetermined: number;
  invalid: number;
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
  results: readonly (SessionResult | ClaimResult | InvalidEntry)[],
): Omit<BatchTotals, keyof Totals> {
  const number = (wanted: Verdict | 'invalid') => results.filter(({ verdict }) => verdict === wanted).length;
  return {
    entries: results.length,
    billable: number('billable'),
    notBillable: number('not-billable'),
    undetermined: number('undetermined'),
    invalid: number('invalid'),
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

/** What the sums leave out, for a person to know. `noun` names what was tallied. */
export function leftOutOf(tallies: readonly Tally[], one: string, more: string): string[] {
  const noUnits = tallies.filter(({ units }) => units === undefined).length;
  const noCharge = tallies.filter(({ charge }) => charge === undefined).length;
  return [
    ...(noUnits > 0
      ? [`The totals leave out the units of ${count(noUnits, one, more)}: they are not known.`]
      : []),
    ...(noCharge > 0
      ? [
          `The totals leave out the charges of ${count(noCharge, one, more)}: none is stated and no rate is on file.`,
        ]
      : []),
  ];
}
