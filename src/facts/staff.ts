import * as z from './zod.js';
import type { Facts } from './stated.js';
import type { StaffCredential, TrainingTopic } from './codes.js';
import { held, type Held } from './held.js';
import { civilDate, fact, flag, openCode, orNone, quantity, key, text } from './scalars.js';

export const trainingSchema = z.strictObject({
  topic: openCode<TrainingTopic>(),
  completedOn: fact(civilDate),
  hours: fact(quantity),
  documented: fact(flag),
});

/** A training that a person has completed. Hours of one topic add up over its trainings. */
export interface Training extends Facts<typeof trainingSchema> {}

export const supervisorSchema = z.strictObject({
  id: fact(text),
  credentials: fact(z.array(held<StaffCredential>())),
  clinical: fact(flag),
  trainings: fact(z.array(trainingSchema)),
});

/** The supervisor of the rendering staff member. */
export interface Supervisor extends Facts<typeof supervisorSchema> {
  readonly credentials?: readonly Held<StaffCredential>[] | null | undefined;
  readonly trainings?: readonly Training[] | null | undefined;
}

export const staffSchema = z.strictObject({
  id: fact(key),
  credentials: fact(z.array(held<StaffCredential>())),
  specializedMentalHealthTraining: fact(flag),
  supervisor: fact(orNone(supervisorSchema)),
  firstServiceDate: fact(civilDate),
  hireDate: fact(civilDate),
  trainings: fact(z.array(trainingSchema)),
  trainingWaivers: fact(
    z.array(z.strictObject({ topic: openCode<TrainingTopic>(), documented: fact(flag) })),
  ),
  trainingExceptions: fact(
    z.array(z.strictObject({ topic: openCode<TrainingTopic>(), approvedOn: fact(civilDate) })),
  ),
  treatmentTeamMember: fact(flag),
  attendsTeamMeetings: fact(flag),
  replacesTreatmentStaff: fact(flag),
});

/**
 * The person who renders the service: the rendering provider of the claim. `id` is the agency's own key: it joins the
 * sessions of a batch, and is never put in a message.
 */
export interface Staff extends Facts<typeof staffSchema> {
  readonly credentials?: readonly Held<StaffCredential>[] | null | undefined;
  readonly supervisor?: Supervisor | 'none' | null | undefined;
  readonly trainings?: readonly Training[] | null | undefined;
}
