import type { Citation } from '../../findings/citation.js';
import type { Funding } from '../../facts/session.js';
import type { ReadingName } from '../../services/named-readings.js';
import type { Service } from '../../services/service.js';
import { entryOn } from '../../values/dated-series.js';
import type { CivilDate } from '../../values/civil-date.js';
import { times, type Money } from '../../values/money.js';

export interface Price {
  readonly rate: Money;
  readonly charge: Money;
  readonly providerPay: Money;
  readonly from?: CivilDate;
  readonly cite: Citation;
  readonly reading?: ReadingName;
}

/** What so many units are charged at and what the provider is paid, if a rate is on file for the day and the funding. */
export function priceOn(service: Service, units: number, on: CivilDate, funding: Funding): Price | undefined {
  if (service.codes === undefined) return undefined;
  const rates = service.codes.flatMap((code) => (code.funding === funding ? code.rates : []));
  const rate = entryOn(rates, on);
  if (rate === undefined) return undefined;
  return {
    rate: rate.rate,
    charge: times(rate.rate, units),
    providerPay: times(rate.providerPay, units),
    ...(rate.from !== undefined && { from: rate.from }),
    cite: rate.cite,
    ...(rate.reading !== undefined && { reading: rate.reading }),
  };
}
