import * as z from '../../facts/zod.js';
import { reason } from '../../findings/reasons.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { unitsClaimed } from '../../findings/wording.js';
import type { AboutRule, SessionRule } from '../rule.js';

const noUnits = { notApplicable: reason('units-not-stated') };

const says = 'Units are billed whole, and at least one.';

export interface WholeData {
  claimed: number;
}

/** Units are billed whole, and at least one. */
export const unitsWhole: SessionRule<'units/whole', WholeData> = {
  scope: 'session',
  id: 'units/whole',
  forService: ({ unit }) => {
    const cite = unit?.cite ?? general('Units are billed whole');
    return {
      says,
      cite,
      judge({ session: { units } }) {
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
  },
};

export const aboutUnitsWhole = {
  severity: 'error',
  reads: ['units'],
  demands:
    'the units are a whole number of at least 1, whether or not the length of one is on file; judged only where units are stated',
  denials: ['unitCount'],
  data: () => z.strictObject({ claimed: z.number() }),
} satisfies AboutRule<WholeData>;
