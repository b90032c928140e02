import { factTable, lists, nothings } from './generated/table.js';
import type {
  ChosenCodes,
  DatePath,
  FlagPath,
  HeldCodes,
  ListedCodes,
  NonePath,
  NumberPath,
  SessionPath,
  TrainingList,
} from './generated/types.js';
import type { FactType } from './rows/row.js';
import * as z from './zod.js';

/** Lists of the types of codes and trainings that no condition asks for. */
const notAsked = ['assessment.diagnoses', 'staff.trainingWaivers', 'staff.trainingExceptions'];

/** The facts that a condition can ask for, by what it can ask of them. */
export const conditionPaths = () => ({
  flag: factsOfType<FlagPath>('boolean'),
  number: factsOfType<NumberPath>('number', 'integer'),
  day: factsOfType<DatePath>('date'),
  chosen: factsOfType<keyof ChosenCodes>('code'),
  held: factsOfType<keyof HeldCodes>('dated-codes'),
  listed: factsOfType<keyof ListedCodes>('codes'),
  trainings: factsOfType<TrainingList>('trainings'),
  text: factsOfType<SessionPath>('text'),
  any: factsOfType<SessionPath>(...everyType()),
  nothing: z.enum(Object.keys(nothings) as [NonePath, ...NonePath[]]),
});

function everyType(): FactType[] {
  return Object.values(factTable).flatMap(({ type }) => (type === 'prior-uses' ? [] : [type]));
}

/** The facts of a session that are of some types; those of an entry of a list are no fact of a condition. */
function factsOfType<Path extends string>(...types: readonly FactType[]) {
  const paths = Object.entries(factTable).flatMap(([path, { type }]) =>
    types.includes(type) && !isOfEntry(path) && !notAsked.includes(path) ? [path] : [],
  );
  return z.enum(paths as [Path, ...Path[]]);
}

function isOfEntry(path: string): boolean {
  return lists.some((list) => path.startsWith(`${list}.`));
}
