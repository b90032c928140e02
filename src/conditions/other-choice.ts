import { optionOf, readingChoices, type ReadingName, type Readings } from '../readings/generated.js';

type Options = typeof optionOf;
/** The options of the readings that are one choice of a few. */
export type AskableOption = keyof typeof readingChoices;
/** The readings that a condition may rest on. */
export type AskedReading = {
  [Name in keyof Options]: Options[Name] extends AskableOption ? Name : never;
}[keyof Options];

const named = (Object.entries(optionOf) as [ReadingName, keyof Readings][]).filter(
  (entry): entry is [AskedReading, AskableOption] => entry[1] in readingChoices,
);
export const askableOptions: readonly AskableOption[] = named.map(([, option]) => option);

/** In the order in which a finding names one of several: who has reached an age comes before what is asked of the age. */
export const askedReadings: readonly AskedReading[] = [
  'leap-birthday',
  ...named.flatMap(([name]) => (name === 'leap-birthday' ? [] : [name])),
];

/** The name of the reading that an option changes. */
export const readingByOption = Object.fromEntries(named.map(([name, option]) => [option, name])) as Readonly<
  Record<AskableOption, AskedReading>
>;

/** The readings with each other choice of one of them than the one set. */
export function otherChoices(name: AskedReading, readings: Readings): Readings[] {
  const option = optionOf[name];
  const choices: readonly (string | number)[] = readingChoices[option];
  return choices
    .filter((choice) => choice !== readings[option])
    .map((choice) => ({ ...readings, [option]: choice }));
}
