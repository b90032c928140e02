import type {
  Activity,
  AgencyCredential,
  Area,
  AssessedCondition,
  CareTeamRole,
  Determination,
  ImpairmentLevel,
  Material,
  Program,
  StaffCredential,
} from './codes.js';
import type { Session } from './session.js';

/** What remains of a type of the contract when the fact is known and there is such a thing. */
type Given<Value> = NonNullable<Value> extends infer Known ? (Known extends object ? Known : never) : never;

type PathsOf<Shape> = {
  [Key in keyof Shape & string]: [Given<Shape[Key]>] extends [never]
    ? Key
    : Given<Shape[Key]> extends readonly unknown[]
      ? Key
      : `${Key}.${PathsOf<Given<Shape[Key]>>}`;
}[keyof Shape & string];

type ValueAt<Shape, Path extends string> = Path extends `${infer Key}.${infer Rest}`
  ? ValueAt<Given<Shape[Key & keyof Shape]>, Rest>
  : NonNullable<Shape[Path & keyof Shape]>;

/** Dotted path of a fact of a session, such as `'member.birthDate'`. A list is one fact. */
export type SessionPath = PathsOf<Session>;

/** A fact of one entry of a list. */
export type ItemPath =
  | `staff.trainings[].${'completedOn' | 'hours' | 'documented'}`
  | 'staff.trainingWaivers[].documented'
  | 'staff.trainingExceptions[].approvedOn'
  | 'staff.supervisor.trainings[].completedOn';

/**
 * Dotted path of a fact that can be asked for, such as `'member.birthDate'`. A list is one fact; `[]` stands for one of its
 * entries; `'history'` is the use of units so far, which is no part of a session. Each fact: `docs/input.md`.
 */
export type FactPath = SessionPath | ItemPath | 'history';

type PathsTo<Kind> = {
  [Path in SessionPath]: ValueAt<Session, Path> extends Kind ? Path : never;
}[SessionPath];

/** Facts that are true or false. */
export type FlagPath = PathsTo<boolean>;
/** Facts that are a number. */
export type NumberPath = PathsTo<number>;
/** Lists of dated codes, with the codes that the definitions know. */
export interface HeldCodes {
  'member.programs': Program;
  'member.determinations': Determination;
  'staff.credentials': StaffCredential;
  'staff.supervisor.credentials': StaffCredential;
  'agency.credentials': AgencyCredential;
}
/** Lists of plain codes, with the codes that the definitions know. */
export interface ListedCodes {
  activities: Activity;
  materials: Material;
  'member.careTeamRoles': CareTeamRole;
  'assessment.conditions': AssessedCondition;
  'assessment.improvedAreas': Area;
}
/** Facts that are one code of a few. */
export interface ChosenCodes {
  format: 'individual' | 'group';
  phase: 'proposed' | 'delivered';
  'agency.ownership': 'private' | 'public';
  'assessment.review': 'admission' | 'continued-service';
  'assessment.impairments.dailyLiving': ImpairmentLevel;
  'assessment.impairments.personalRelationships': ImpairmentLevel;
  'assessment.impairments.schoolOrWork': ImpairmentLevel;
  'assessment.impairments.recreation': ImpairmentLevel;
}
/** Lists of trainings. */
export type TrainingList = 'staff.trainings' | 'staff.supervisor.trainings';
/** Facts that are a day. */
export type DatePath =
  'dateOfService' | 'member.birthDate' | 'assessment.date' | 'plan.from' | 'plan.through';
/** Objects of facts that can be stated not to exist. */
export type NonePath = 'plan' | 'assessment' | 'staff.supervisor';

/** The fact's place in a session as a JSON Pointer; `entry` counts from 0 for a fact of a list's entry. */
export function pointerOf(path: FactPath, entry?: number): string {
  return `/${path.replace('[]', `.${String(entry ?? 0)}`).replaceAll('.', '/')}`;
}
