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
} from '../facts/paths.js';
import { questions, type FactType } from '../facts/questions.js';
import { readingsSchema } from '../facts/readings.js';
import { civilDate } from '../facts/scalars.js';
import { everyOne, words, wording } from './words.js';

/** The facts of a session that are of some types; those of an entry of a list are no fact of a condition. */
function factsOfType<Path extends string>(...types: readonly FactType[]): [Path, ...Path[]] {
  const paths = Object.entries(questions).flatMap(([path, { type }]) =>
    types.includes(type) && !path.includes('[]') ? [path] : [],
  );
  return paths as [Path, ...Path[]];
}

const flag = z.enum(factsOfType<FlagPath>('boolean')).register(words, { id: 'FlagFact' });
const number = z.enum(factsOfType<NumberPath>('number', 'integer')).register(words, { id: 'NumberFact' });
const day = z
  .enum(
    everyOne<DatePath>({
      dateOfService: true,
      'member.birthDate': true,
      'assessment.date': true,
      'plan.from': true,
      'plan.through': true,
    }),
  )
  .register(words, { id: 'DateFact' });
const chosen = z.enum(
  everyOne<keyof ChosenCodes>({
    format: true,
    phase: true,
    'agency.ownership': true,
    'assessment.review': true,
    'assessment.impairments.dailyLiving': true,
    'assessment.impairments.personalRelationships': true,
    'assessment.impairments.schoolOrWork': true,
    'assessment.impairments.recreation': true,
  }),
);
const held = z.enum(
  everyOne<keyof HeldCodes>({
    'member.programs': true,
    'member.determinations': true,
    'staff.credentials': true,
    'staff.supervisor.credentials': true,
    'agency.credentials': true,
  }),
);
const listed = z.enum(
  everyOne<keyof ListedCodes>({
    activities: true,
    materials: true,
    'member.careTeamRoles': true,
    'assessment.conditions': true,
    'assessment.improvedAreas': true,
  }),
);
const listOperator = z.enum(
  everyOne<ListOperator>({ includesAny: true, includesAll: true, includesOther: true, notOnly: true }),
);
const trainings = z.enum(
  everyOne<TrainingList>({ 'staff.trainings': true, 'staff.supervisor.trainings': true }),
);
const nothing = z.enum(everyOne<NonePath>({ plan: true, assessment: true, 'staff.supervisor': true }));
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
