import { optionOf, type ReadingName, type Readings, type ReadingsInput } from './generated.js';

/** The option of {@link ReadingsInput} that changes a reading, if one does. */
export function settingOf(name: ReadingName): keyof Readings | null {
  const options: Readonly<Partial<Record<ReadingName, keyof Readings>>> = optionOf;
  return options[name] ?? null;
}

/** The stated readings over the ones below them. */
export function withReadings(below: Readings, stated: ReadingsInput | null | undefined): Readings {
  if (stated == null) return below;
  const chosen = Object.entries(stated).filter(([, choice]) => choice != null);
  return { ...below, ...(Object.fromEntries(chosen) as Partial<Readings>) };
}
