import { textThat } from './scalars.js';
import * as z from './zod.js';

const codePrefixes = z.array(
  textThat(
    (text) => /^[A-Z][A-Z0-9.]*$/.test(text),
    'not-in-form',
    'the beginning of an ICD-10-CM code in capitals, such as "F31"',
  ),
);

export const readingsSchema = z.strictObject({
  rounding: z.enum(['floor', 'midpoint']),
  groupRatio: z.enum(['warn', 'ratio', 'flat']),
  weekStartsOn: z.literal([0, 1, 2, 3, 4, 5, 6]),
  adultProgram: z.enum(['warn', 'off']),
  leapBirthday: z.enum(['mar-1', 'feb-28']),
  licensedMhc: z.enum(['person', 'center']),
  diagnosisClasses: z.strictObject({
    bipolar: codePrefixes,
    majorDepression: codePrefixes,
    psychotic: codePrefixes,
    substanceUse: codePrefixes,
  }),
});

/** How each open question is read. */
export interface Readings extends z.output<typeof readingsSchema> {}

export const readingsInputSchema = z.strictObject({
  rounding: readingsSchema.shape.rounding.nullish(),
  groupRatio: readingsSchema.shape.groupRatio.nullish(),
  weekStartsOn: readingsSchema.shape.weekStartsOn.nullish(),
  adultProgram: readingsSchema.shape.adultProgram.nullish(),
  leapBirthday: readingsSchema.shape.leapBirthday.nullish(),
  licensedMhc: readingsSchema.shape.licensedMhc.nullish(),
  diagnosisClasses: readingsSchema.shape.diagnosisClasses.nullish(),
});

/**
 * The choices that are the caller's to make where a document leaves something open; those left out keep their default.
 * Why each is what it is: `docs/readings.md`.
 *
 * @example
 * const readings: ReadingsInput = { rounding: 'midpoint', weekStartsOn: 1 };
 */
export interface ReadingsInput extends z.output<typeof readingsInputSchema> {
  /** Minutes to units: `'floor'` (default) counts whole units only, `'midpoint'` a unit from its 8th minute of 15. */
  rounding?: Readings['rounding'] | null | undefined;
  /**
   * More than eight people with more than one qualified staff member, up to eight for each: `'warn'` (default) is a
   * warning, `'ratio'` passes, `'flat'` is an error.
   */
  groupRatio?: Readings['groupRatio'] | null | undefined;
  /** First day of the week that a weekly note covers: 0 is Sunday, the default. */
  weekStartsOn?: Readings['weekStartsOn'] | null | undefined;
  /** A member under 18 in an adult program: `'warn'` (default) is a warning, `'off'` is not judged. */
  adultProgram?: Readings['adultProgram'] | null | undefined;
  /** Who is born on Feb 29 reaches an age in a common year on `'mar-1'` (default) or `'feb-28'`. */
  leapBirthday?: Readings['leapBirthday'] | null | undefined;
  /** "A licensed MHC may provide": `'person'` (default) means the kinds of person named, `'center'` any of its staff. */
  licensedMhc?: Readings['licensedMhc'] | null | undefined;
  /** The diagnosis classes that South Carolina names, each as prefixes of ICD-10-CM codes. */
  diagnosisClasses?: Readings['diagnosisClasses'] | null | undefined;
}

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
