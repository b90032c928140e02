import type { Readings } from '../facts/readings.js';

/**
 * The readings that a condition may rest on, with the other choice than the one set, in the order in which a finding
 * names one of several.
 */
export const otherChoice = {
  'leap-birthday': ({ leapBirthday }) => ({ leapBirthday: leapBirthday === 'mar-1' ? 'feb-28' : 'mar-1' }),
  'licensed-mhc': ({ licensedMhc }) => ({ licensedMhc: licensedMhc === 'person' ? 'center' : 'person' }),
  'adult-program': ({ adultProgram }) => ({ adultProgram: adultProgram === 'warn' ? 'off' : 'warn' }),
} as const satisfies Readonly<Record<string, (readings: Readings) => Partial<Readings>>>;

export type AskedReading = keyof typeof otherChoice;
