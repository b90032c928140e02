import * as z from './zod.js';
import type { Facts } from './stated.js';
import { fact, flag, orNone } from './scalars.js';

export const attendanceLogSchema = z.strictObject({
  actualTimes: fact(flag),
  activityDescribed: fact(flag),
  distinguishesPsrTypes: fact(flag),
  availableForAudit: fact(flag),
});

export const weeklyNoteSchema = z.strictObject({
  summarizesServices: fact(flag),
  clientResponse: fact(flag),
  otherPertinentInformation: fact(flag),
  coversBothPsrTypes: fact(flag),
});

export const progressNoteSchema = z.strictObject({
  serviceDescribed: fact(flag),
  dateAndActualTime: fact(flag),
  renderingStaff: fact(flag),
  setting: fact(flag),
  timeSpent: fact(flag),
  relationToPlan: fact(flag),
  clientResponse: fact(flag),
});

export const documentationSchema = z.strictObject({
  attendanceLog: fact(orNone(attendanceLogSchema)),
  weeklyNote: fact(orNone(weeklyNoteSchema)),
  progressNote: fact(orNone(progressNoteSchema)),
  medicalNecessityInFile: fact(flag),
  meetsProgramRequirements: fact(flag),
});

/** The log of attendance that a program keeps. Missouri's H2017TG asks for it. */
export interface AttendanceLog extends Facts<typeof attendanceLogSchema> {}

/** The progress note of a week. Missouri's H2017TG asks for it. */
export interface WeeklyNote extends Facts<typeof weeklyNoteSchema> {}

/** The progress note of a session. Missouri's professional psychosocial rehabilitation asks for it. */
export interface ProgressNote extends Facts<typeof progressNoteSchema> {}

/** What the record holds about the session. A proposed session owes none of it yet. */
export interface Documentation extends Facts<typeof documentationSchema> {
  readonly attendanceLog?: AttendanceLog | 'none' | null | undefined;
  readonly weeklyNote?: WeeklyNote | 'none' | null | undefined;
  readonly progressNote?: ProgressNote | 'none' | null | undefined;
}
