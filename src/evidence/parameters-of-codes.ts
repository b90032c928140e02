import { fundings } from '../facts/generated/codes.js';
import { either } from '../conditions/operators/series.js';
import { priceOn } from '../rules/claim/rate.js';
import type { BillingCode, Service } from '../services/service.js';
import type { CivilDate } from '../values/civil-date.js';
import type { PartAsked, PartFound } from './part-asked.js';

/** Codes of which the first names others; one that names none leaves them to the payer. No session names a code. */
export function compareCodes({ codes = [] }: Service, other: Service): PartFound[] {
  const known = codes.map(nameOf);
  const more = (other.codes ?? []).map(nameOf).filter((code) => !known.includes(code));
  if (codes.length === 0 || more.length === 0) return [];
  return [
    { at: 'codes', says: `It may be billed under ${either(more)} under {other}, and not under {one}.` },
  ];
}

function nameOf({ funding, procedureCode, modifiers }: BillingCode): string {
  const payer = funding === 'medicaid' ? 'Medicaid' : 'Purchase of Service';
  return `${payer} ${[procedureCode, ...[...modifiers].sort()].join(' ')}`;
}

/** What a unit is charged at: a charge that is right by the one is not by the other. */
export function ratesOf(one: Service, other: Service, days: readonly CivilDate[]): PartAsked[] {
  return fundings.flatMap((funding): PartAsked[] => {
    const differing = days.flatMap((on) => {
      const asked = { units: 1, on, funding };
      const [first, second] = [priceOn(one, asked)?.charge, priceOn(other, asked)?.charge];
      return first === undefined || first === second ? [] : [{ on, first, second }];
    });
    const [example] = differing;
    if (example === undefined) return [];
    return [
      {
        at: 'codes',
        rules: ['claim/charge'],
        says: `On ${example.on} a unit is charged at $${example.first} under {one} and ${example.second === undefined ? 'at no rate on file' : `at $${example.second}`} under {other}.`,
        sessions: differing.map(({ on, second = '0.00' }) => ({
          on,
          stated: { units: 1, funding, charge: second },
        })),
        isDecided: false,
      },
    ];
  });
}
