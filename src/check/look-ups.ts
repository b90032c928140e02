import { codeQuerySchema, priceQuerySchema, type CodeQuery, type PriceQuery } from '../facts/look-ups.js';
import { acceptCodeQuery, acceptPriceQuery } from '../facts/generated/acceptors.js';
import { parseOrThrow } from '../facts/parse.js';
import { readCode } from '../facts/written-code.js';
import type { Funding } from '../facts/generated/codes.js';
import type { Citation } from '../findings/citation.js';
import type { NearCode } from '../rules/claim/codes-on-file.js';
import { notice, type Notice } from '../findings/notices.js';
import { codesIn, codesThatFit, near, nearestTo, onlyService } from '../rules/claim/codes-on-file.js';
import { isInForce } from '../rules/service/in-force.js';
import { citationOf, isRateOnFile, priceOn } from '../rules/claim/rate.js';
import type { Service } from '../services/service.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Money } from '../values/money.js';
import { serviceOf, type OnFile } from './on-file.js';

/** The service that a code names, or why none is known. */
export type FoundService =
  | { service: string; funding: Funding }
  | {
      service: null;
      problem: 'no-definition' | 'not-in-force' | 'several-definitions' | 'doubled-modifier';
      nearest: NearCode[];
    };

/** See `findService` of the public surface. */
export function findService({ services }: OnFile, stated: CodeQuery): FoundService {
  const query = parseOrThrow(codeQuerySchema, stated, acceptCodeQuery);
  const onFile = codesIn(services, query.jurisdiction);
  const read = readCode(query);
  const nearest = nearestTo(onFile, read);
  if (read.doubled) return { service: null, problem: 'doubled-modifier', nearest };
  const fitting = codesThatFit(onFile, read, query.on);
  const [first] = fitting;
  if (first === undefined) return { service: null, problem: 'no-definition', nearest };
  if (!isInForce(first.service, query.on)) {
    return { service: null, problem: 'not-in-force', nearest: fitting.map(near) };
  }
  return onlyService(fitting) === undefined
    ? { service: null, problem: 'several-definitions', nearest: fitting.map(near) }
    : { service: first.service.id, funding: first.code.funding };
}

/** What units are charged at; null where the document sets no rate or is not in force, which the notice says. */
export type Priced =
  | { rate: Money; charge: Money; providerPay: Money; from?: CivilDate; citation: Citation }
  | { rate: null; charge: null; providerPay: null; notice: Notice };

/** See `priceOf` of the public surface. */
export function priceOf(onFile: OnFile, named: Service | string, stated: PriceQuery): Priced {
  const { units, on, funding } = parseOrThrow(priceQuerySchema, stated, acceptPriceQuery);
  const service = serviceOf(onFile, named, on);
  const price = isInForce(service, on)
    ? priceOn(service, { units, on, funding: funding ?? 'medicaid' })
    : undefined;
  if (price === undefined) {
    const why = whyNoPrice(service, on, funding ?? 'medicaid');
    return { rate: null, charge: null, providerPay: null, notice: why };
  }
  const { rate, charge, providerPay, from } = price;
  return { rate, charge, providerPay, ...(from !== undefined && { from }), citation: citationOf(price) };
}

function whyNoPrice(service: Service, on: CivilDate, funding: Funding): Notice {
  if (!isInForce(service, on)) return notice('not-in-force');
  return notice(isRateOnFile(service, on, funding) ? 'rates-differ' : 'rate-not-set');
}
