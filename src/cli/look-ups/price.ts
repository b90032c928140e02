import type { Checker, Funding } from '../../index.js';
import { counted, dollars, paragraph } from '../../reports/text/layout.js';
import type { Answer } from './answer.js';

interface PriceRequest {
  readonly service: string;
  readonly units: number;
  readonly on: string;
  readonly funding: Funding;
  readonly checker: Checker;
}

export function price({ service, units, on, funding, checker }: PriceRequest): Answer {
  const priced = checker.priceOf(service, { units, on, funding });
  const json = { service, units, on, funding, ...priced };
  if (priced.rate === null) return { text: `${priced.notice.message}\n`, json, isSet: false };
  const { rate, charge, providerPay, from, citation } = priced;
  const since = from === undefined ? '' : `, rate of ${from}`;
  const text = [
    `charge        ${dollars(charge)} for ${counted(units, 'unit')} at ${dollars(rate)}${since}\n`,
    `provider pay  ${dollars(providerPay)}\n`,
    paragraph(`${citation.title}, ${citation.section}`, ''),
  ].join('');
  return { text, json };
}
