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

/** What the record holds about the session. */
export const documentationSchema = z.strictObject({
  attendanceLog: fact(orNone(attendanceLogSchema)),
  weeklyNote: fact(orNone(weeklyNoteSchema)),
  progressNote: fact(orNone(progressNoteSchema)),
  medicalNecessityInFile: fact(flag),
  meetsProgramRequirements: fact(flag),
});
export type Documentation = Facts<typeof documentationSchema>;
export type AttendanceLog = Facts<typeof attendanceLogSchema>;
export type WeeklyNote = Facts<typeof weeklyNoteSchema>;
export type ProgressNote = Facts<typeof progressNoteSchema>;
