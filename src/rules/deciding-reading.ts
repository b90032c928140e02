import type { Readings } from '../facts/readings.js';
import type { SessionUnderCheck } from './rule.js';

/** The choices that conditions ask for: the name of the reading, and the other choices than the one set. */
const choices = {
  'leap-birthday': ({ leapBirthday }: Readings) => ({
    leapBirthday: leapBirthday === 'mar-1' ? 'feb-28' : 'mar-1',
  }),
  'licensed-mhc': ({ licensedMhc }: Readings) => ({
    licensedMhc: licensedMhc === 'person' ? 'center' : 'person',
  }),
} as const satisfies Record<string, (readings: Readings) => Partial<Readings>>;

/** The reading that a finding rests on: under the other choice it would have come out otherwise. */
export function decidingReading(
  under: SessionUnderCheck,
  outcome: (under: SessionUnderCheck) => string,
): string | undefined {
  const here = outcome(under);
  const deciding = Object.entries(choices).find(
    ([, otherChoice]) =>
      outcome({ ...under, readings: { ...under.readings, ...otherChoice(under.readings) } }) !== here,
  );
  return deciding?.[0];
}
