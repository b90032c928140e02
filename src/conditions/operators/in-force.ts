import type { Plan, Session } from '../../facts/generated/types.js';
import type { CivilDate } from '../../values/civil-date.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from '../truth.js';
import type { Asking } from './operator.js';

export interface InForce {
  readonly op: 'inForce';
  readonly fact: 'plan.from';
  /** Only the dates that are stated are asked. */
  readonly asStated?: true;
}

/** The plan's dates hold the date of service; `asStated`: as far as they are stated. */
export function planInForce({ asStated }: Pick<InForce, 'asStated'> = {}): InForce {
  return asStated === undefined
    ? { op: 'inForce', fact: 'plan.from' }
    : { op: 'inForce', fact: 'plan.from', asStated };
}

export const inForceOperator: Asking<InForce> = {
  /** `through` left out is open, `from` left out is not known. A known end settles a plan that is over. */
  truth({ asStated }) {
    const notStated = asStated === undefined ? UNKNOWN : TRUE;
    const readPlan = factReader('plan');
    return ({ session, on }) => isInForce(readPlan(session) as Session['plan'], on, notStated);
  },
  facts: () => ['plan.from', 'plan.through'],
  isOfDay: true,
  unknown: ({ fact }) => [{ path: fact }],
  tells: (leaf, { session, on }, isSo) =>
    isSo ? inForceOperator.describe(leaf, true) : whyNot(session.plan, on),
  describe: (_leaf, isSo) => `the plan is ${isSo ? '' : 'not '}in force on the date of service`,
};

/** @param notStated where its dates do not tell. */
export function isInForce(plan: Session['plan'], on: CivilDate, notStated: Truth): Truth {
  if (plan == null) return notStated;
  if (plan === 'none' || (plan.through ?? on) < on) return FALSE;
  if (plan.from == null) return notStated;
  return truthOf(plan.from <= on);
}

/** "The plan ended on 2017-05-15, before the session". */
function whyNot(plan: Session['plan'], on: CivilDate): string {
  const { from, through } = plan as Plan;
  return through != null && through < on
    ? `the plan ended on ${through}, before the session`
    : `the plan begins on ${String(from)}, after the session`;
}

export const inForceSchema = () =>
  z.strictObject({
    op: z.literal('inForce'),
    fact: z.literal('plan.from'),
    asStated: z.exactOptional(z.literal(true)),
  });
