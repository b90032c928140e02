import * as z from '../../facts/zod.js';
import { civilDate } from '../../facts/scalars.js';
import { finding } from '../../findings/finding.js';
import type { Service } from '../../services/service.js';
import { isWithin, type CivilDate, type Span } from '../../values/civil-date.js';
import type { AboutRule, SessionRule } from '../rule.js';

export interface InForceData {
  from: CivilDate | null;
  through: CivilDate | null;
  dateOfService: CivilDate;
}

/** Whether the definition of a service holds on a day. */
export function isInForce({ inForce }: Service, on: CivilDate): boolean {
  return isWithin(inForce, on);
}

/** The definition is in force on the date of service. Otherwise it is we who do not know: no other rule runs. */
export const inForce: SessionRule<'service/in-force', InForceData> = {
  scope: 'session',
  id: 'service/in-force',
  forService: (service) => {
    const { from, through, cite, reading } = service.inForce;
    return {
      says: 'The definition of the service is in force on the date of service.',
      cite,
      judge({ on }) {
        if (isInForce(service, on)) return 'pass';
        return finding({
          rule: 'service/in-force',
          outcome: 'unknown',
          severity: 'error',
          message: `No rules are on file for ${on}. The definition is in force${spanInWords(service.inForce)}.`,
          data: { from: from ?? null, through: through ?? null, dateOfService: on },
          paths: ['/dateOfService'],
          cite,
          reading,
        });
      },
    };
  },
};

/** " from 2025-01-01 through 2025-12-31"; empty where no bound is stated. */
export function spanInWords({ from, through }: Span): string {
  return `${from == null ? '' : ` from ${from}`}${through == null ? '' : ` through ${through}`}`;
}

export const aboutInForce = {
  severity: 'error',
  reads: ['dateOfService'],
  demands:
    'the date of service is on or between the first and the last day of the definition; outside them no rules are on file, nothing else is judged, and the verdict is undetermined',
  readings: (service: Service) => [service.inForce.reading],
  sheet: (service: Service) => {
    const { cite, reading } = service.inForce;
    const period = spanInWords(service.inForce);
    return [
      {
        says: period === '' ? 'On every date: the source is undated.' : `In force${period}.`,
        cite,
        reading,
      },
    ];
  },
  data: () =>
    z.strictObject({ from: z.nullable(civilDate), through: z.nullable(civilDate), dateOfService: civilDate }),
} satisfies AboutRule<InForceData>;
