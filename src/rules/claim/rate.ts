import type { Citation } from '../../findings/citation.js';
import type { Funding } from '../../facts/session.js';
import type { ReadingName } from '../../services/named-readings.js';
import type { Rate, Service } from '../../services/service.js';
import { entryOn } from '../../values/dated-series.js';
import type { CivilDate } from '../../values/civil-date.js';
import { times, type Money } from '../../values/money.js';

export interface Price {
  readonly rate: Money;
  readonly charge: Money;
  readonly providerPay: Money;
  readonly from: CivilDate | undefined;
  readonly cite: Citation;
  readonly reading: ReadingName | undefined;
}

/** What so many units are charged at and what the provider is paid, if a rate is on file for the day and the funding. */
export function priceOn(service: Service, units: number, on: CivilDate, funding: Funding): Price | undefined {
  let rate: Rate | undefined;
  for (const code of service.codes ?? []) {
    if (code.funding === funding) rate = later(rate, entryOn(code.rates, on));
  }
  if (rate === undefined) return undefined;
  return {
    rate: rate.rate,
    charge: times(rate.rate, units),
    providerPay: times(rate.providerPay, units),
    from: rate.from,
    cite: rate.cite,
    reading: rate.reading,
  };
}

function later(one: Rate | undefined, other: Rate | undefined): Rate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return (other.from ?? '') > (one.from ?? '') ? other : one;
}
