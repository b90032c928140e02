import * as z from '../../facts/zod.js';
import { money } from '../../facts/scalars.js';
import { reason } from '../../findings/reasons.js';
import type { Session } from '../../facts/generated/types.js';
import { notSetBySource } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { Service } from '../../services/service.js';
import { entryOn } from '../../values/dated-series.js';
import type { CivilDate } from '../../values/civil-date.js';
import { compareMoney, minus, type Money } from '../../values/money.js';
import type { AboutRule, DataParts, SessionRule, Statement } from '../rule.js';
import { mostMinutes, unknownTimes } from '../session/time-spent.js';
import { isRateOnFile } from './rate.js';
import { known } from '../../units/quantity.js';

const noRate = { notApplicable: reason('rate-not-set') };
const severalRates = { notApplicable: reason('rates-differ') };
const noUnits = { notApplicable: reason('times-tell-no-units') };
const noCharge = { notApplicable: reason('charge-not-stated') };

const says = 'The charge is the rate times the units.';

/** A charge beside rate times units; `difference` is the one less the other. Null where units are not known. */
export interface ChargeData {
  charge: Money;
  expected: Money | null;
  difference: Money | null;
  rate: Money;
  units: number | null;
}

/** The charge is the rate times the units, to the cent. */
export const claimCharge: SessionRule<'claim/charge', ChargeData> = {
  scope: 'session',
  id: 'claim/charge',
  forService: (service) => ({
    says,
    cite: service.codes?.[0]?.rates[0]?.cite ?? notSetBySource,
    judge({ session, asked, price, time }) {
      const { charge } = session;
      if (price === undefined) {
        if (!isRateOnFile(service, session.dateOfService, session.funding ?? 'medicaid')) return noRate;
        return session.units == null && time.clock === 'unsound' ? noUnits : severalRates;
      }
      if (charge == null) return noCharge;
      if (session.units == null && !haveRoom(session)) return noUnits;
      const units = known(asked);
      const isKnown = units !== null;
      const order = isKnown ? compareMoney(charge, price.charge) : 0;
      const isMore = order > 0;
      if (isKnown && order === 0) return 'pass';
      // With one clock time the times may be such that they tell no units, and then the charge is compared with nothing.
      const mayTellNone = session.units == null && time.clock === 'half-known';
      const fails = isKnown && !mayTellNone;
      const unknown = mayTellNone ? unknownTimes(session) : asked.unknown;
      const whose =
        price.inPlaceOf === undefined ? `the ${payers[session.funding ?? 'medicaid']}` : 'your own';
      const sum = `$${price.charge}, ${count(asked.atLeast, 'unit')} at ${whose} rate of $${price.rate}`;
      return finding({
        rule: 'claim/charge',
        outcome: fails ? 'fail' : 'unknown',
        severity: 'warning',
        message: fails
          ? `The charge of $${charge} is ${isMore ? 'more' : 'less'} than ${sum}.`
          : inTurn(notKnown(namesOf(unknown)), says),
        data: {
          charge,
          expected: isKnown ? price.charge : null,
          difference: isKnown ? minus(charge, price.charge) : null,
          rate: price.rate,
          units,
        },
        paths: ['/charge', '/units'],
        unknown,
        cite: price.cite,
        reading: price.reading,
        denials: fails && isMore ? denialsOf('excessCharge') : [],
      });
    },
  }),
};

const payers = { medicaid: 'Medicaid', 'purchase-of-service': 'Purchase of Service' } as const;

export const aboutClaimCharge = {
  severity: 'warning',
  reads: ['charge', 'units', 'startTime', 'endTime', 'minutes', 'funding', 'dateOfService'],
  demands:
    'the charge is the rate for who pays times the units, to the cent; judged only where a charge is stated and a rate is on file. A charge under it draws no denial',
  denials: ['excessCharge'],
  readings: ({ codes }: Service) =>
    codes === undefined
      ? ['unnamed-code']
      : codes.flatMap(({ rates }) => rates.map(({ reading }) => reading)),
  sheet: ({ codes }: Service, on: CivilDate) => {
    if (codes === undefined) return ['Procedure code', 'Rate'].map(notSet);
    return codes.map(({ funding, procedureCode, modifiers, rates }) => {
      const code = `${payers[funding]} ${[procedureCode, ...modifiers].join(' ')}`;
      const rate = entryOn(rates, on);
      if (rate === undefined) return notSet(`${code}, rate`);
      const paid = `${code}: $${rate.rate} a unit, provider pay $${rate.providerPay}${rate.from === undefined ? '' : `, rate of ${rate.from}`}.`;
      return { says: paid, cite: rate.cite, reading: rate.reading };
    });
  },
  data: ({ amount }: DataParts) =>
    z.strictObject({
      charge: money,
      expected: z.nullable(amount),
      // What a charge is under the sum is negative.
      difference: z.nullable(z.string().check(z.regex(/^-?[0-9]+\.[0-9]{2}$/))),
      rate: money,
      units: z.nullable(z.number()),
    }),
} satisfies AboutRule<ChargeData>;

function notSet(what: string): Statement {
  return { says: `${what}: not set by this source.`, cite: notSetBySource };
}

/** Whether the clock times may be so: there is time between them, and room for the minutes stated. */
function haveRoom(session: Session): boolean {
  const most = mostMinutes(session);
  return most > 0 && (session.minutes ?? 0) <= most;
}
