import type { UnknownFact } from '../conditions/circumstances.js';
import { factsOf } from '../conditions/compile.js';
import type { Leaf } from '../conditions/condition.js';
import { describe } from '../conditions/describe.js';
import type { Hint } from '../conditions/hints.js';
import { isOfNothing, placeOf } from '../conditions/read-fact.js';
import { namesOf } from '../findings/missing.js';
import { conflict, count, ifAsked, notKnown } from '../findings/wording.js';
import { ageInYears } from '../values/civil-date.js';
import type { SessionUnderCheck } from './rule.js';

/** Why a clause is not met, or not known to be. */
export interface Why {
  /** Known not to be met, though it may not be known whether it is asked. */
  readonly isUnmet: boolean;
  /** What is so when it fails, as a clause. */
  readonly fails: string;
  /** The clause in our words. */
  readonly says: string;
  /** The questions whose answer makes it fail; none where it does not. */
  readonly failing: readonly Leaf[];
  /** Those of its demands that can be named one by one. */
  readonly unmet: readonly Leaf[];
  readonly hints: readonly Hint[];
  /** What is not known of whether it applies, and of whether it is met. */
  readonly unknown: readonly UnknownFact[];
}

/** What is wrong or not known, and the clause that minds, as one sentence. */
export function messageOf(why: Why, under: SessionUnderCheck): string {
  const { isUnmet, says, unknown } = why;
  if (!isUnmet) return notKnown(namesOf(unknown), says);
  const fact = factOf(why, under);
  return unknown.length === 0 ? conflict(fact, says) : ifAsked(namesOf(unknown), fact, says);
}

function factOf({ fails, failing, unmet, hints }: Why, under: SessionUnderCheck): string {
  const absent = whatIsAbsent(failing, unmet, under);
  if (absent !== undefined) return `There is no ${absent}`;
  return inserted(fails, under) + inBrackets(hints, unmet);
}

const nouns: Readonly<Record<string, string>> = {
  '/plan': 'plan',
  '/assessment': 'assessment',
  '/staff/supervisor': 'supervisor',
  '/documentation/attendanceLog': 'attendance log',
  '/documentation/weeklyNote': 'weekly note',
  '/documentation/progressNote': 'progress note',
};

/** What is stated not to exist, where a demand fails for that reason alone. */
function whatIsAbsent(
  failing: readonly Leaf[],
  unmet: readonly Leaf[],
  { session }: SessionUnderCheck,
): string | undefined {
  const isAbsent = (leaf: Leaf) => factsOf(leaf).some((path) => isOfNothing(path, session));
  const absent = unmet.find(isAbsent) ?? (failing.every(isAbsent) ? failing[0] : undefined);
  const path = absent && factsOf(absent).find((one) => isOfNothing(one, session));
  return path && nouns[placeOf(path, session)];
}

function inserted(fails: string, under: SessionUnderCheck): string {
  return fails.replace('{on}', under.on).replace('{age}', () => ageInWords(under));
}

/** Why a code does not count, and which of several demands is not met. */
function inBrackets(hints: readonly Hint[], unmet: readonly Leaf[]): string {
  const isUnwelcome = (leaf: Leaf) => leaf.op === 'is' && !leaf.value;
  const isHinted = (leaf: Leaf) => leaf.op === 'holds' && hints.some(({ code }) => leaf.codes.includes(code));
  const notSo = unmet.filter((leaf) => !isUnwelcome(leaf) && !isHinted(leaf)).map(describe);
  const so = unmet.filter(isUnwelcome).map((leaf) => describe({ ...leaf, value: true } as Leaf));
  const notes = [
    ...hints.map(({ text }) => text),
    ...(notSo.length > 0 ? [`not so: ${notSo.join(', ')}`] : []),
    ...(so.length > 0 ? [`so: ${so.join(', ')}`] : []),
  ];
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

function ageInWords({ session, on, readings }: SessionUnderCheck): string {
  const birthDate = session.member?.birthDate;
  if (birthDate == null) return 'of an age that is not known';
  const age = ageInYears(birthDate, on, readings.leapBirthday);
  return age < 0 ? 'not yet born' : `${count(age, 'year')} old`;
}
