import * as z from './zod.js';
import type { Facts } from './stated.js';
import { agencySchema, type Agency } from './agency.js';
import { assessmentSchema, type Assessment } from './assessment.js';
import type { Activity, Material } from './codes.js';
import { documentationSchema, type Documentation } from './documentation.js';
import { memberSchema, type Member } from './member.js';
import { planSchema, type Plan } from './plan.js';
import {
  civilDate,
  clockTime,
  endTime,
  fact,
  flag,
  headcount,
  money,
  openCode,
  orNone,
  quantity,
  key,
  text,
} from './scalars.js';
import { staffSchema, type Staff } from './staff.js';

export const fundingSchema = z.enum(['medicaid', 'purchase-of-service']);
/** Who pays: Medicaid, or the Purchase of Service funds of the State. */
export type Funding = z.output<typeof fundingSchema>;

const ownFacts = {
  phase: fact(z.enum(['proposed', 'delivered'])),
  startTime: fact(clockTime),
  endTime: fact(endTime),
  minutes: fact(quantity),
  format: fact(z.enum(['individual', 'group'])),
  group: fact(z.strictObject({ id: fact(key), participants: fact(headcount), staff: fact(headcount) })),
  faceToFace: fact(flag),
  communitySetting: fact(flag),
  personCentered: fact(flag),
  skillsBased: fact(flag),
  addressesFunctionalDeficits: fact(flag),
  activities: fact(z.array(openCode<Activity>())),
  materials: fact(z.array(openCode<Material>())),
  relatedToNeeds: fact(flag),
  regularPsrSameWeek: fact(flag),
  billedInBundle: fact(flag),
  documentation: fact(documentationSchema),
};

export const sessionFactsSchema = z.strictObject(ownFacts);

/** What a claim line cannot carry: times, format, activities and paper of the session behind it. */
export interface SessionFacts extends Facts<typeof sessionFactsSchema> {
  readonly documentation?: Documentation | null | undefined;
}

export const sessionSchema = z.strictObject({
  id: fact(text),
  service: text,
  funding: fact(fundingSchema),
  dateOfService: civilDate,
  units: fact(quantity),
  charge: fact(money),
  ...ownFacts,
  member: fact(memberSchema),
  staff: fact(staffSchema),
  agency: fact(agencySchema),
  plan: fact(orNone(planSchema)),
  assessment: fact(orNone(assessmentSchema)),
});

/**
 * One person's session of one service, proposed or delivered.
 *
 * Only `service` and `dateOfService` must be stated. A fact left out, or null, is not known and is never read as false, zero
 * or none; a list that is given is complete; `'none'` in place of an object says that there is no such thing. Each fact,
 * and the few whose silence has a meaning: `docs/input.md`.
 *
 * @example
 * const session: Session = {
 *   service: 'mo/peer-support',
 *   dateOfService: '2025-03-03',
 *   startTime: '09:00',
 *   endTime: '11:00',
 *   units: 8,
 *   member: { birthDate: '1990-08-09', programs: [{ code: 'MO-CSTAR-GENERAL', from: '2024-01-10' }] },
 *   plan: 'none',
 * };
 * parseSession(session).ok; // true
 */
export interface Session extends Facts<typeof sessionSchema> {
  readonly member?: Member | null | undefined;
  readonly staff?: Staff | null | undefined;
  readonly agency?: Agency | null | undefined;
  readonly plan?: Plan | 'none' | null | undefined;
  readonly assessment?: Assessment | 'none' | null | undefined;
  readonly documentation?: Documentation | null | undefined;
}
