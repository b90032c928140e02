import { reason } from '../../findings/reasons.js';
import { notSetBySource } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { unitsClaimed } from '../../findings/wording.js';
import type { Service } from '../../services/service.js';
import type { Rule } from '../rule.js';

const noUnit = { notApplicable: reason('unit-not-set') };
const noUnits = { notApplicable: reason('units-not-stated') };

/** Units are billed whole, and at least one. */
export function unitsWhole({ unit }: Service): Rule {
  const cite = unit?.cite ?? notSetBySource;
  const says = 'Units are billed whole, and at least one.';
  return {
    id: 'units/whole',
    severity: 'error',
    says,
    cite,
    reads: ['units'],
    judge({ session: { units } }) {
      if (unit === undefined) return noUnit;
      if (units == null) return noUnits;
      if (units >= 1 && Number.isInteger(units)) return 'pass';
      return finding({
        rule: 'units/whole',
        outcome: 'fail',
        severity: 'error',
        message: `${unitsClaimed(units)} ${says}`,
        data: { claimed: units },
        paths: ['/units'],
        cite,
        denials: denialsOf('unitCount'),
      });
    },
  };
}
