import type {
  ChosenCodes,
  DatePath,
  FlagPath,
  HeldCodes,
  ListedCodes,
  NonePath,
  NumberPath,
  TrainingList,
} from './paths.js';
import { questions, type FactType } from './questions.js';
import * as z from './zod.js';

/** The facts that a condition can ask for, by what it can ask of them. */
export const conditionPaths = () => ({
  flag: z.enum(factsOfType<FlagPath>('boolean')),
  number: z.enum(factsOfType<NumberPath>('number', 'integer')),
  day: z.enum(
    z.everyOne<DatePath>({
      dateOfService: true,
      'member.birthDate': true,
      'assessment.date': true,
      'plan.from': true,
      'plan.through': true,
    }),
  ),
  chosen: z.enum(
    z.everyOne<keyof ChosenCodes>({
      format: true,
      phase: true,
      'agency.ownership': true,
      'assessment.review': true,
      'assessment.impairments.dailyLiving': true,
      'assessment.impairments.personalRelationships': true,
      'assessment.impairments.schoolOrWork': true,
      'assessment.impairments.recreation': true,
    }),
  ),
  held: z.enum(
    z.everyOne<keyof HeldCodes>({
      'member.programs': true,
      'member.determinations': true,
      'staff.credentials': true,
      'staff.supervisor.credentials': true,
      'agency.credentials': true,
    }),
  ),
  listed: z.enum(
    z.everyOne<keyof ListedCodes>({
      activities: true,
      materials: true,
      'member.careTeamRoles': true,
      'assessment.conditions': true,
      'assessment.improvedAreas': true,
    }),
  ),
  trainings: z.enum(
    z.everyOne<TrainingList>({ 'staff.trainings': true, 'staff.supervisor.trainings': true }),
  ),
  nothing: z.enum(z.everyOne<NonePath>({ plan: true, assessment: true, 'staff.supervisor': true })),
});

/** The facts of a session that are of some types; those of an entry of a list are no fact of a condition. */
function factsOfType<Path extends string>(...types: readonly FactType[]): [Path, ...Path[]] {
  const paths = Object.entries(questions).flatMap(([path, { type }]) =>
    types.includes(type) && !path.includes('[]') ? [path] : [],
  );
  return paths as [Path, ...Path[]];
}
