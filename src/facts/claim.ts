import * as z from './zod.js';
import type { Facts } from './stated.js';
import { agencySchema } from './agency.js';
import { assessmentSchema } from './assessment.js';
import { memberSchema } from './member.js';
import { planSchema } from './plan.js';
import { civilDate, fact, money, orNone, quantity, text } from './scalars.js';
import { fundingSchema, sessionOwnFacts } from './session.js';
import { staffSchema } from './staff.js';

export const claimLineSchema = z.strictObject({
  lineNumber: fact(z.int().min(1)),
  procedureCode: text,
  modifiers: fact(z.array(text)),
  service: fact(text),
  dateOfService: civilDate,
  units: quantity,
  charge: fact(money),
  staff: fact(staffSchema),
  session: fact(z.strictObject(sessionOwnFacts)),
});
export type ClaimLine = Facts<typeof claimLineSchema>;

/** A professional claim: what goes to the payer, thinner than the sessions behind it. */
export const claimSchema = z.strictObject({
  id: fact(text),
  jurisdiction: text,
  funding: fact(fundingSchema),
  member: fact(memberSchema),
  agency: fact(agencySchema),
  plan: fact(orNone(planSchema)),
  assessment: fact(orNone(assessmentSchema)),
  lines: z.array(claimLineSchema).min(1),
});
export type Claim = Facts<typeof claimSchema>;
