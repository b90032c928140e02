import { factsOf } from '../conditions/compile.js';
import { describe } from '../conditions/describe.js';
import type { Condition, Leaf } from '../conditions/condition.js';
import type { Hint } from '../conditions/hints.js';
import { isOfNothing, placeOf } from '../conditions/read-fact.js';
import { count } from '../findings/wording.js';
import { ageInYears } from '../values/civil-date.js';
import type { SessionUnderCheck } from './rule.js';

/** What a clause found not to be met. */
interface Unmet {
  /** The clause's own words for it. */
  readonly fails: string;
  readonly requires: Condition;
  readonly failing: readonly Leaf[];
  readonly hints: readonly Hint[];
}

/** What is so where a clause fails. */
export function whatIsSo({ fails, requires, failing, hints }: Unmet, under: SessionUnderCheck): string {
  return nothingThere(failing, under) ?? inserted(fails, under) + inBrackets(hints, requires, failing);
}

/** Completed years of the member on the date of service. */
export function ageOf({ session, on, readings }: SessionUnderCheck): number {
  return ageInYears(session.member?.birthDate ?? on, on, readings.leapBirthday);
}

/** That what every unmet demand is about is stated not to exist. */
function nothingThere(failing: readonly Leaf[], { session }: SessionUnderCheck): string | undefined {
  if (!failing.every(({ fact }) => isOfNothing(fact, session))) return undefined;
  const [place] = failing.flatMap(factsOf).map((fact) => placeOf(fact, session));
  const name = place === undefined ? undefined : objectNames[place];
  return name === undefined ? undefined : `There is no ${name}`;
}

const objectNames: Readonly<Record<string, string>> = {
  '/plan': 'plan',
  '/assessment': 'assessment',
  '/staff/supervisor': 'supervisor',
  '/documentation/attendanceLog': 'attendance log',
  '/documentation/weeklyNote': 'weekly note',
  '/documentation/progressNote': 'progress note',
};

/** Why a code does not count, and which of several demands is not met. */
function inBrackets(hints: readonly Hint[], requires: Condition, failing: readonly Leaf[]): string {
  const demands = demandsOf(requires, failing);
  const unmet = failing.filter((leaf) => demands.includes(leaf));
  const isUnwelcome = (leaf: Leaf) => leaf.op === 'is' && !leaf.value;
  const notSo = unmet.filter((leaf) => !isUnwelcome(leaf)).map(describe);
  const so = unmet.filter(isUnwelcome).map((leaf) => describe({ ...leaf, value: true } as Leaf));
  const notes = [
    ...hints.map(({ text }) => text),
    ...(notSo.length > 0 ? [`not so: ${notSo.join(', ')}`] : []),
    ...(so.length > 0 ? [`so: ${so.join(', ')}`] : []),
  ];
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

/** What is demanded together; where that is one choice of several, of those that are met in part. */
function demandsOf(requires: Condition, failing: readonly Leaf[]): readonly Condition[] {
  if (requires.op === 'all') return requires.conditions;
  if (requires.op !== 'any') return [];
  const isUnmet = (condition: Condition) => condition.op === 'reading' || failing.includes(condition as Leaf);
  return requires.conditions.flatMap((choice) =>
    choice.op === 'all' && !choice.conditions.every(isUnmet) ? choice.conditions : [],
  );
}

function ageInWords(age: number): string {
  return age < 0 ? 'not yet born' : `${count(age, 'year')} old`;
}

function inserted(fails: string, under: SessionUnderCheck): string {
  return fails.replace('{on}', under.on).replace('{age}', () => ageInWords(ageOf(under)));
}
