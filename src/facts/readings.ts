import * as z from './zod.js';

const codePrefixes = z.array(
  z.string().refine((text) => /^[A-Z][A-Z0-9.]*$/.test(text), {
    error: 'the beginning of an ICD-10-CM code in capitals, such as "F31"',
  }),
);

/**
 * The choices that are the caller's to make where a document leaves something open. Each has a default, the narrower
 * reading unless the documentation of readings says otherwise.
 */
export const readingsSchema = z.strictObject({
  /** Minutes to units: whole units only, or a unit counted from its 8th minute. */
  rounding: z.enum(['floor', 'midpoint']),
  /** More than eight people with more than one staff member: a warning, allowed, or an error. */
  groupRatio: z.enum(['warn', 'ratio', 'flat']),
  /** First day of the week that a weekly note covers: 0 is Sunday. */
  weekStartsOn: z.literal([0, 1, 2, 3, 4, 5, 6]),
  /** Whether a member under 18 in an adult program is a warning. */
  adultProgram: z.enum(['warn', 'off']),
  /** When someone born on Feb 29 reaches an age in a common year. */
  leapBirthday: z.enum(['mar-1', 'feb-28']),
  /** Whether "a licensed MHC may provide" means the kinds of person named, or any of its staff. */
  licensedMhc: z.enum(['person', 'center']),
  /** The code prefixes of the diagnosis classes that South Carolina names. */
  diagnosisClasses: z.strictObject({
    bipolar: codePrefixes,
    majorDepression: codePrefixes,
    psychotic: codePrefixes,
    substanceUse: codePrefixes,
  }),
});
export type Readings = z.output<typeof readingsSchema>;

/** Readings as a caller states them: those left out keep their default. */
export const readingsInputSchema = z.strictObject({
  rounding: readingsSchema.shape.rounding.nullish(),
  groupRatio: readingsSchema.shape.groupRatio.nullish(),
  weekStartsOn: readingsSchema.shape.weekStartsOn.nullish(),
  adultProgram: readingsSchema.shape.adultProgram.nullish(),
  leapBirthday: readingsSchema.shape.leapBirthday.nullish(),
  licensedMhc: readingsSchema.shape.licensedMhc.nullish(),
  diagnosisClasses: readingsSchema.shape.diagnosisClasses.nullish(),
});
export type ReadingsInput = z.output<typeof readingsInputSchema>;

const substances = ['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'];

export const defaultReadings: Readings = {
  rounding: 'floor',
  groupRatio: 'warn',
  weekStartsOn: 0,
  adultProgram: 'warn',
  leapBirthday: 'mar-1',
  licensedMhc: 'person',
  diagnosisClasses: {
    bipolar: ['F31'],
    majorDepression: ['F32.0', 'F32.1', 'F32.2', 'F32.3', 'F32.4', 'F32.5', 'F32.9', 'F33'],
    psychotic: ['F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F27', 'F28', 'F29'],
    substanceUse: substances.flatMap((substance) => [`${substance}.1`, `${substance}.2`]),
  },
};

/** The stated readings over the ones below them. */
export function withReadings(below: Readings, stated: ReadingsInput | null | undefined): Readings {
  if (stated == null) return below;
  const chosen = Object.entries(stated).filter(([, choice]) => choice != null);
  return { ...below, ...(Object.fromEntries(chosen) as Partial<Readings>) };
}
