import type { Session } from '../facts/session.js';
import type { InvalidEntry, SessionResult, Verdict } from '../findings/result.js';
import { count } from '../findings/wording.js';
import { sum, type Money } from '../values/money.js';

/** Sums over entries. A charge not stated is rate times units where the rate is on file, and else left out. */
export interface Totals {
  units: number;
  charge: Money;
  billableCharge: Money;
  notBillableCharge: Money;
  undeterminedCharge: Money;
}

/** How many entries came out how, and the sums over those that could be read. */
export interface BatchTotals extends Totals {
  entries: number;
  billable: number;
  notBillable: number;
  undetermined: number;
  invalid: number;
}

/** A session and what was found; no session where the entry could not be read. */
export interface Tallied {
  readonly session?: Session;
  readonly result: SessionResult | InvalidEntry;
}

export function totalsOf(entries: readonly Tallied[]): BatchTotals {
  const number = (verdict: Verdict | 'invalid') =>
    entries.filter(({ result }) => result.verdict === verdict).length;
  const charge = (verdict?: Verdict) =>
    sum(entries.flatMap(({ session, result }) => chargeOf(session, result, verdict) ?? []));
  return {
    entries: entries.length,
    billable: number('billable'),
    notBillable: number('not-billable'),
    undetermined: number('undetermined'),
    invalid: number('invalid'),
    units: entries.reduce((total, { result }) => total + (unitsOf(result) ?? 0), 0),
    charge: charge(),
    billableCharge: charge('billable'),
    notBillableCharge: charge('not-billable'),
    undeterminedCharge: charge('undetermined'),
  };
}

/** What the totals leave out, for a person to know. */
export function leftOutOf(entries: readonly Tallied[]): string[] {
  const read = entries.filter(({ session }) => session !== undefined);
  const noUnits = read.filter(({ result }) => unitsOf(result) === undefined).length;
  const noCharge = read.filter(({ session, result }) => chargeOf(session, result) === undefined).length;
  return [
    ...(noUnits > 0
      ? [`The totals leave out the units of ${count(noUnits, 'entry', 'entries')}: they are not known.`]
      : []),
    ...(noCharge > 0
      ? [
          `The totals leave out the charges of ${count(noCharge, 'entry', 'entries')}: none is stated and no rate is on file.`,
        ]
      : []),
  ];
}

function unitsOf(result: SessionResult | InvalidEntry): number | undefined {
  return 'units' in result ? (result.units.claimed ?? result.units.supported) : undefined;
}

function chargeOf(
  session: Session | undefined,
  result: SessionResult | InvalidEntry,
  verdict?: Verdict,
): Money | undefined {
  if (session === undefined || (verdict !== undefined && result.verdict !== verdict)) return undefined;
  return session.charge ?? ('price' in result ? result.price.charge : undefined);
}
