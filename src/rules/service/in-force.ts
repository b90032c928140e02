import { finding } from '../../findings/finding.js';
import type { Service } from '../../services/service.js';
import type { CivilDate } from '../../values/civil-date.js';
import type { Rule } from '../rule.js';

/** Whether the definition of a service holds on a day. */
export function isInForce({ inForce: { from, through } }: Service, on: CivilDate): boolean {
  return (from === undefined || from <= on) && (through === undefined || on <= through);
}

/** The definition is in force on the date of service. Otherwise it is we who do not know: no other rule runs. */
export function inForce(service: Service): Rule {
  const { from, through, cite, reading } = service.inForce;
  return {
    id: 'service/in-force',
    severity: 'error',
    says: 'The definition of the service is in force on the date of service.',
    cite,
    reads: ['dateOfService'],
    judge({ on }) {
      if (isInForce(service, on)) return 'pass';
      const period = [
        from === undefined ? '' : ` from ${from}`,
        through === undefined ? '' : ` through ${through}`,
      ];
      return finding({
        rule: 'service/in-force',
        outcome: 'unknown',
        severity: 'error',
        message: `No rules are on file for ${on}. The definition is in force${period.join('')}.`,
        data: { from: from ?? null, through: through ?? null, dateOfService: on },
        paths: ['/dateOfService'],
        cite,
        reading,
      });
    },
  };
}
