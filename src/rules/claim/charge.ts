import type { Session } from '../../facts/generated/types.js';
import { notSetBySource } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { reason } from '../../findings/reasons.js';
import { count, notKnown } from '../../findings/wording.js';
import type { Service } from '../../services/service.js';
import { known } from '../../units/quantity.js';
import { compareMoney, minus } from '../../values/money.js';
import type { Rule } from '../rule.js';
import { mostMinutes, unknownTimes } from '../session/time-spent.js';
import { isRateOnFile } from './rate.js';

const noRate = { notApplicable: reason('rate-not-set') };
const severalRates = { notApplicable: reason('rates-differ') };
const noUnits = { notApplicable: reason('times-tell-no-units') };
const noCharge = { notApplicable: reason('charge-not-stated') };

/** The charge is the rate times the units, to the cent. */
export function claimCharge(service: Service): Rule {
  const says = 'The charge is the rate times the units.';
  return {
    id: 'claim/charge',
    severity: 'warning',
    says,
    cite: service.codes?.[0]?.rates[0]?.cite ?? notSetBySource,
    reads: ['charge', 'units', 'startTime', 'endTime', 'minutes', 'funding', 'dateOfService'],
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
      if (isKnown && order === 0) return 'pass';
      // With one clock time the times may be such that they tell no units, and then the charge is compared with nothing.
      const mayTellNone = session.units == null && time.clock === 'half-known';
      const fails = isKnown && !mayTellNone;
      const unknown = mayTellNone ? unknownTimes(session) : asked.unknown;
      const sum = `${price.charge}, ${count(asked.atLeast, 'unit')} at ${price.rate}`;
      return finding({
        rule: 'claim/charge',
        outcome: fails ? 'fail' : 'unknown',
        severity: 'warning',
        message: fails
          ? `The charge of ${charge} is ${order > 0 ? 'more' : 'less'} than ${sum}.`
          : notKnown(namesOf(unknown), says),
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
        denials: fails && order > 0 ? denialsOf('excessCharge') : [],
      });
    },
  };
}

/** Whether the clock times may be so: there is time between them, and room for the minutes stated. */
function haveRoom(session: Session): boolean {
  const most = mostMinutes(session);
  return most > 0 && (session.minutes ?? 0) <= most;
}
