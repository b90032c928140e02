import type { Readings } from '../../../src/index.js';
import { defaultReadings } from '../../../src/facts/readings.js';
import { namedReadings, type ReadingName } from '../../../src/services/named-readings.js';
import { code } from './markdown.js';

/** A reading that is the caller's to choose. */
export interface ReadingSetting {
  readonly setting: keyof Readings;
  readonly name: ReadingName;
  readonly question: string;
  readonly values: string;
  /** What holds where it is left out. */
  readonly standard: string;
}

const names: Readonly<Record<keyof Readings, ReadingName>> = {
  rounding: 'rounding',
  groupRatio: 'group-ratio',
  weekStartsOn: 'week',
  adultProgram: 'adult-program',
  leapBirthday: 'leap-birthday',
  licensedMhc: 'licensed-mhc',
  diagnosisClasses: 'diagnosis-classes',
};

export const readingSettings: readonly ReadingSetting[] = (Object.keys(names) as (keyof Readings)[]).map(
  (setting) => {
    const name = names[setting];
    const {
      question,
      choice,
      setting: words,
    }: { question: string; choice: string; setting?: string } = namedReadings[name];
    const standard = defaultReadings[setting];
    return {
      setting,
      name,
      question,
      values: (words ?? '').replace(`${setting}: `, ''),
      standard: `${typeof standard === 'object' ? '' : `${code(JSON.stringify(standard))}: `}${choice}`,
    };
  },
);

/** The setting that changes a reading, if it has one. */
export function settingOf(reading: string): string | undefined {
  return readingSettings.find(({ name }) => name === reading)?.setting;
}
