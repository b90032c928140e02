import * as z from '../facts/zod.js';
import type { Condition, ListOperator, TrainingList } from '../conditions/condition.js';
import type {
  ChosenCodes,
  DatePath,
  FlagPath,
  HeldCodes,
  ListedCodes,
  NonePath,
  NumberPath,
} from '../facts/generated/types.js';
import { factTable, lists, nothings } from '../facts/generated/table.js';
import type { FactType } from '../facts/rows/row.js';
import { readingsSchema } from '../readings/generated.js';
import { civilDate } from '../facts/scalars.js';
import { everyOne, words, wording } from './words.js';

/** The facts of a session that are of some types; those of an entry of a list are no fact of a condition. */
function factsOfType<Path extends string>(...types: readonly FactType[]): [Path, ...Path[]] {
  const paths = Object.entries(factTable).flatMap(([path, { type }]) =>
    types.includes(type) && !isOfEntry(path) ? [path] : [],
  );
  return paths as [Path, ...Path[]];
}

function isOfEntry(path: string): boolean {
  return lists.some((list) => path.startsWith(`${list}.`));
}

const flag = z.enum(factsOfType<FlagPath>('boolean')).register(words, { id: 'FlagFact' });
const number = z.enum(factsOfType<NumberPath>('number', 'integer')).register(words, { id: 'NumberFact' });
const day = z.enum(factsOfType<DatePath>('date')).register(words, { id: 'DateFact' });
const chosen = z.enum(factsOfType<keyof ChosenCodes>('code'));
const held = z.enum(factsOfType<keyof HeldCodes>('dated-codes'));
const listed = z
  .enum(factsOfType<keyof ListedCodes | 'assessment.diagnoses'>('codes'))
  .exclude(['assessment.diagnoses']);
const listOperator = z.enum(
  everyOne<ListOperator>({ includesAny: true, includesAll: true, includesOther: true, notOnly: true }),
);
const trainings = z.enum(
  everyOne<TrainingList>({ 'staff.trainings': true, 'staff.supervisor.trainings': true }),
);
const nothing = z.enum(Object.keys(nothings) as [NonePath, ...NonePath[]]);
const code = wording('A code or topic.');
const codes = z.array(code).min(1);

const inner: z.ZodType<Condition, Condition> = z.lazy(() => conditionSchema);
const parts = z.array(inner).min(1);
const { adultProgram, licensedMhc, diagnosisClasses } = readingsSchema.shape;

/** Each kind of condition, by `op`, as an object of its own keys. */
export const conditionKinds = [
  z.strictObject({ op: z.literal('is'), fact: flag, value: z.boolean() }),
  z.strictObject({ op: z.literal('oneOf'), fact: chosen, codes }),
  z.strictObject({ op: z.literal('holds'), fact: held, codes, since: z.exactOptional(civilDate) }),
  z.strictObject({ op: listOperator, fact: listed, codes }),
  z.strictObject({ op: z.literal('atLeastNumber'), fact: number, value: z.number() }),
  z.strictObject({
    op: z.literal('ageAtLeast'),
    fact: z.literal('member.birthDate'),
    months: z.int().min(0),
    at: day,
  }),
  z.strictObject({ op: z.literal('doneBy'), fact: trainings, topic: code }),
  z.strictObject({ op: z.literal('inForce'), fact: z.literal('plan.from') }),
  z.strictObject({ op: z.literal('notAfterService'), fact: day }),
  z.strictObject({
    op: z.literal('hasDiagnosis'),
    fact: z.literal('assessment.diagnoses'),
    class: diagnosisClasses.keyof(),
  }),
  z.strictObject({ op: z.literal('exists'), fact: nothing }),
  z.strictObject({ op: z.literal('not'), condition: inner }),
  z.strictObject({ op: z.enum(['all', 'any']), conditions: parts }),
  z.strictObject({ op: z.literal('atLeast'), count: z.int().min(1), conditions: parts }),
  z.strictObject({ op: z.literal('when'), condition: inner, then: inner }),
] as const;

/** Conditions on a reading that is the caller's to choose, by the reading. */
export const settingKinds = [
  z.strictObject({ op: z.literal('reading'), reading: z.literal('adultProgram'), value: adultProgram }),
  z.strictObject({ op: z.literal('reading'), reading: z.literal('licensedMhc'), value: licensedMhc }),
] as const;

export const eitherCondition = z.discriminatedUnion('op', [
  ...conditionKinds,
  z.discriminatedUnion('reading', settingKinds),
]);

/** A condition over the facts of a session, as a definition states it. */
export const conditionSchema: z.ZodType<Condition, Condition> = eitherCondition.register(words, {
  id: 'Condition',
  title: 'Condition',
  description:
    'A condition over the facts of a session. It is true, false or, where facts are not known, unknown.',
});
