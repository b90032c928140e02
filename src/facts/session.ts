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

/** What the session itself was, apart from what a line of a claim carries. */
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

/** One person's session of one service, proposed or delivered. */
export interface Session extends Facts<typeof sessionSchema> {
  readonly member?: Member | null | undefined;
  readonly staff?: Staff | null | undefined;
  readonly agency?: Agency | null | undefined;
  readonly plan?: Plan | 'none' | null | undefined;
  readonly assessment?: Assessment | 'none' | null | undefined;
  readonly documentation?: Documentation | null | undefined;
}
