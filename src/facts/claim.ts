import * as z from './zod.js';
import type { Facts } from './stated.js';
import { agencySchema, type Agency } from './agency.js';
import { assessmentSchema, type Assessment } from './assessment.js';
import { memberSchema, type Member } from './member.js';
import { planSchema, type Plan } from './plan.js';
import { civilDate, fact, money, orNone, quantity, text } from './scalars.js';
import { fundingSchema, sessionFactsSchema, type SessionFacts } from './session.js';
import { staffSchema, type Staff } from './staff.js';

export const claimLineSchema = z.strictObject({
  lineNumber: fact(z.int().min(1)),
  procedureCode: text,
  modifiers: fact(z.array(text)),
  service: fact(text),
  dateOfService: civilDate,
  units: quantity,
  charge: fact(money),
  staff: fact(staffSchema),
  session: fact(sessionFactsSchema),
});

/**
 * A line of a claim: one service on one day. Its code and modifiers name the service; `service` is stated only where they
 * cannot. `charge` is for all units of the line.
 */
export interface ClaimLine extends Facts<typeof claimLineSchema> {
  readonly staff?: Staff | null | undefined;
  /** Facts of the session behind the line, where they are known: what a line cannot carry. */
  readonly session?: SessionFacts | null | undefined;
}

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

/**
 * A professional claim: what goes to the payer, thinner than the sessions behind it. Facts that stand for all lines are
 * stated once: member, agency, plan and assessment.
 *
 * @example
 * const claim: Claim = {
 *   jurisdiction: 'MO',
 *   member: { id: 'M-1', birthDate: '1980-05-02' },
 *   lines: [{ procedureCode: 'H2017', modifiers: ['TG'], dateOfService: '2024-03-12', units: 6, charge: '29.70' }],
 * };
 * parseClaim(claim).ok; // true
 */
export interface Claim extends Facts<typeof claimSchema> {
  readonly member?: Member | null | undefined;
  readonly agency?: Agency | null | undefined;
  readonly plan?: Plan | 'none' | null | undefined;
  readonly assessment?: Assessment | 'none' | null | undefined;
  readonly lines: readonly ClaimLine[];
}
