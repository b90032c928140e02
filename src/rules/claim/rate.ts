import { copyOfCitation, type Citation } from '../../findings/citation.js';
import type { Funding } from '../../facts/generated/codes.js';
import type { ReadingName } from '../../readings/generated.js';
import { rateOfDocument } from '../../services/bindings.js';
import type { BillingCode, Rate, Service } from '../../services/service.js';
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
  /** The rate of the document in whose place it stands, where it is the caller's own. */
  readonly inPlaceOf: Money | undefined;
}

/** What is to be priced: units of a day, for a payer, under one of the service's codes where that is known. */
export interface Priceable {
  readonly units: number;
  readonly on: CivilDate;
  readonly funding: Funding;
  readonly code?: BillingCode | undefined;
}

/**
 * What units are charged at and what the provider is paid, if a rate is on file. Where the code is not known and those of
 * the funding have different rates, none of them is taken.
 */
export function priceOn({ codes = [] }: Service, { units, on, funding, code }: Priceable): Price | undefined {
  let rate: Rate | undefined;
  for (const one of code?.funding === funding ? [code] : codes) {
    if (one.funding !== funding) continue;
    const next = entryOn(one.rates, on);
    if (next === undefined || (rate !== undefined && !isSame(rate, next))) return undefined;
    rate ??= next;
  }
  if (rate === undefined) return undefined;
  return {
    rate: rate.rate,
    charge: times(rate.rate, units),
    providerPay: times(rate.providerPay, units),
    from: rate.from,
    cite: rate.cite,
    reading: rate.reading,
    inPlaceOf: rateOfDocument(rate, on),
  };
}

/** Where a rate is written; its basis is the reading, where one decides it. */
export function citationOf({ cite, reading }: Price): Citation {
  const citation = copyOfCitation(cite);
  return reading === undefined ? citation : { ...citation, basis: 'reading' };
}

function isSame(one: Rate, other: Rate): boolean {
  return one.rate === other.rate && one.providerPay === other.providerPay;
}

/** Whether any code of the funding has a rate on the day. */
export function isRateOnFile({ codes = [] }: Service, on: CivilDate, funding: Funding): boolean {
  return codes.some((code) => code.funding === funding && entryOn(code.rates, on) !== undefined);
}
