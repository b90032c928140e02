import * as z from './zod.js';
import type { Facts } from './stated.js';
import { agencySchema } from './agency.js';
import { assessmentSchema } from './assessment.js';
import type { Activity, Material } from './codes.js';
import { documentationSchema } from './documentation.js';
import { memberSchema } from './member.js';
import { planSchema } from './plan.js';
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
import { staffSchema } from './staff.js';

export const fundingSchema = z.enum(['medicaid', 'purchase-of-service']);
export type Funding = z.output<typeof fundingSchema>;

/** What the session itself was, apart from what a claim line carries. */
export const sessionOwnFacts = {
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

/** One person's session of one service, proposed or delivered. */
export const sessionSchema = z.strictObject({
  id: fact(text),
  service: text,
  funding: fact(fundingSchema),
  dateOfService: civilDate,
  units: fact(quantity),
  charge: fact(money),
  ...sessionOwnFacts,
  member: fact(memberSchema),
  staff: fact(staffSchema),
  agency: fact(agencySchema),
  plan: fact(orNone(planSchema)),
  assessment: fact(orNone(assessmentSchema)),
});
export type Session = Facts<typeof sessionSchema>;
