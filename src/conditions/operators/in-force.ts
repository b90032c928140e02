import type { Session } from '../../facts/generated/types.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { FALSE, truthOf, UNKNOWN } from '../truth.js';
import type { Asking } from './operator.js';

export interface InForce {
  readonly op: 'inForce';
  readonly fact: 'plan.from';
}

/** The plan's dates hold the date of service. */
export function planInForce(): InForce {
  return { op: 'inForce', fact: 'plan.from' };
}

export const inForceOperator: Asking<InForce> = {
  /** `through` left out is open, `from` left out is not known. A known end settles a plan that is over. */
  truth() {
    const readPlan = factReader('plan');
    return ({ session, on }) => {
      const plan = readPlan(session) as Session['plan'];
      if (plan == null) return UNKNOWN;
      if (plan === 'none' || (plan.through ?? on) < on) return FALSE;
      if (plan.from == null) return UNKNOWN;
      return truthOf(plan.from <= on);
    };
  },
  facts: () => ['plan.from', 'plan.through'],
  unknown: ({ fact }) => [{ path: fact }],
  describe: (_leaf, isSo) => `the plan is ${isSo ? '' : 'not '}in force on the date of service`,
};

export const inForceSchema = () => z.strictObject({ op: z.literal('inForce'), fact: z.literal('plan.from') });
